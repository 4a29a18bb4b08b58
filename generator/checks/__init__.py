"""Rules over the records.

A rule is a public function of these modules that takes a `Case` (a `ProvinceCase`, either of them, the `Catalogues` or the
`Register`) alone
and yields each `Finding`: a code, a record and a field. It runs because it is there; its docstring says why it holds.

A rule says nothing about what could not be read: that has been reported already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from inspect import isfunction
from types import FunctionType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

from generator.checks import (
    activities,
    amendments,
    approvals,
    calls,
    catalogues,
    contracts,
    correspondence,
    duties,
    editions,
    evaluations,
    evidence,
    execution,
    follow_up,
    groups,
    handovers,
    money,
    names,
    neighbourhoods,
    order,
    participation,
    payments,
    periods,
    persons,
    plans,
    prioritising,
    programmes,
    rates,
    references,
    register,
    repetition,
    reviews,
    settled,
    sums,
    surveys,
    texts,
)
from generator.checks.fields import records_of
from generator.checks.finals import missing
from generator.checks.gaps import gaps, unknown_of
from generator.checks.scope import (
    Case,
    Catalogues,
    Finding,
    Names,
    ProvinceCase,
    case_of,
    case_of_province,
    names_of_catalogues,
)
from generator.checks.texts import unwritten
from generator.model.records.register import Register
from generator.persian import group
from generator.problems.limits import LIMITS

__all__ = [
    "Case",
    "Catalogues",
    "Finding",
    "Names",
    "ProvinceCase",
    "case_of",
    "case_of_province",
    "gaps",
    "missing",
    "names_of_catalogues",
    "of_catalogues",
    "of_dossier",
    "of_neighbours",
    "of_province",
    "of_register",
    "records_of",
    "unknown_of",
    "unwritten",
]

_MODULES = (
    references, repetition, catalogues, duties, rates, settled, sums, neighbourhoods, prioritising, approvals, correspondence,
    reviews, plans, money, editions, participation, contracts, surveys, evaluations, evidence, follow_up, periods, execution,
    activities, programmes, order, texts, persons, amendments, handovers, payments, calls, groups, register,
)  # fmt: skip
"""The modules of rules, in the order in which their rules run; in each the order is that of the file."""

S = TypeVar("S", Case, ProvinceCase, Catalogues, Register)


def _rules(subject: type[S]) -> tuple[Callable[[S], Iterator[Finding]], ...]:
    """Find the rules over a subject: the public functions of the modules that take it alone and yield findings."""
    return tuple(
        function
        for module in _MODULES
        for name, function in vars(module).items()
        if isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
        if _takes(function, subject)
    )


def _takes(function: FunctionType, subject: type) -> bool:
    """Return whether a function is a rule over a subject, alone or among others (`Case | ProvinceCase`)."""
    hints = list(get_type_hints(function).values())
    taken = get_args(hints[0]) if hints and get_origin(hints[0]) is UnionType else hints[:1]
    return hints[1:] == [Iterator[Finding]] and subject in taken


_OF_CATALOGUES = _rules(Catalogues)
_OF_DOSSIER = _rules(Case)
_OF_PROVINCE = _rules(ProvinceCase)
_OF_REGISTER = _rules(Register)


def of_catalogues(parts: Catalogues, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over the catalogues, `most` of each."""
    return [found for rule in _OF_CATALOGUES for found in _first(rule(parts), most)]


def of_dossier(case: Case, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over one neighbourhood, `most` of each."""
    return [found for rule in _OF_DOSSIER for found in _first(rule(case), most)]


def of_province(case: ProvinceCase, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over the records of the province, `most` of each."""
    return [found for rule in _OF_PROVINCE for found in _first(rule(case), most)]


def of_register(register: Register, most: int = LIMITS.problems_of_file) -> list[Finding]:
    """Return the findings of the rules over the register, `most` of each."""
    return [found for rule in _OF_REGISTER for found in _first(rule(register), most)]


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
