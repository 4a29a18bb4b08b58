"""Rules over the records.

A rule is a public function of these modules that takes a `Case` (or the `Catalogues`) alone and yields each `Finding`: a code,
a record and a field. It runs because it is there; its docstring says why it holds.

A rule says nothing about what could not be read: that has been reported already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from inspect import isfunction
from typing import TypeVar, get_type_hints

from generator.checks import (
    activities,
    approvals,
    catalogues,
    contracts,
    correspondence,
    evaluations,
    execution,
    names,
    neighbourhoods,
    periods,
    persons,
    plans,
    prioritising,
    rates,
    references,
    repetition,
    settled,
    sums,
    texts,
)
from generator.checks.fields import records_of
from generator.checks.finals import missing
from generator.checks.gaps import gaps, unknown_of
from generator.checks.scope import Case, Catalogues, Finding, Names, case_of, names_of_catalogues
from generator.checks.texts import unwritten
from generator.persian import group
from generator.problems.limits import LIMITS

__all__ = [
    "Case",
    "Catalogues",
    "Finding",
    "Names",
    "case_of",
    "gaps",
    "missing",
    "names_of_catalogues",
    "of_catalogues",
    "of_dossier",
    "of_neighbours",
    "records_of",
    "unknown_of",
    "unwritten",
]

_MODULES = (
    references, repetition, catalogues, rates, settled, sums, neighbourhoods, prioritising, approvals, correspondence, plans,
    contracts, evaluations, periods, execution, activities, texts, persons,
)  # fmt: skip
"""The modules of rules, in the order in which their rules run; in each the order is that of the file."""

S = TypeVar("S", Case, Catalogues)


def _rules(subject: type[S]) -> tuple[Callable[[S], Iterator[Finding]], ...]:
    """Find the rules over a subject: the public functions of the modules that take it alone and yield findings."""
    return tuple(
        function
        for module in _MODULES
        for name, function in vars(module).items()
        if isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
        if list(get_type_hints(function).values()) == [subject, Iterator[Finding]]
    )


_OF_CATALOGUES = _rules(Catalogues)
_OF_DOSSIER = _rules(Case)


def of_catalogues(parts: Catalogues, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over the catalogues, `most` of each."""
    return [found for rule in _OF_CATALOGUES for found in _first(rule(parts), most)]


def of_dossier(case: Case, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over one neighbourhood, `most` of each."""
    return [found for rule in _OF_DOSSIER for found in _first(rule(case), most)]


def _first(found: Iterator[Finding], most: int) -> Iterator[Finding]:
    """Yield the first findings of a rule; to find all of them in a large file could take minutes."""
    for count, each in enumerate(found):
        if count == most:
            yield Finding("more-findings", each.record, each.path, {"count": group(most)})
            return
        yield each


def of_neighbours(parts: Catalogues, cases: Sequence[Case]) -> list[Finding]:
    """Return the findings of the rules over all neighbourhoods together."""
    later = sum(not case.dossier.neighbourhood.lines for case in cases)
    return [
        *neighbourhoods.ranks_are_unique(cases),
        *names.names_are_unlike(cases),
        *sums.published_neighbourhoods(parts, later),
        *settled.contacts_are_posts_of_somebody(parts, cases),
    ]
