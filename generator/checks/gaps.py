"""Find facts that are not yet known: each prints as a blank in a draft and stops a final document."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from generator.checks.fields import fields, once_a_record, records_of
from generator.checks.scope import FieldPath, Finding, place
from generator.model.citations import OPTIONAL_LINKS
from generator.model.known import Unknown
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier
from generator.persian import fold

KEEPER = "دبیرخانهٔ طرح"
"""The one who has to act when the data names nobody: the secretariat keeps the dossiers."""

FUNDING = "contract.funding.source"
"""A contract rests on its funding (V10), so this gap has a sentence of its own."""


class _Blank(NamedTuple):
    record: str
    path: FieldPath
    fact: str
    unknown: Unknown


def gaps(dossier: Dossier, facts: Collection[str] | None = None) -> list[Finding]:
    """Return a gap for each unknown fact of a dossier, in the order of its records.

    `facts` are the dotted names that a document requires, positions in lists left out, as a template says them
    (`contract.funding.source`, `evaluation.committee.name`, `dossier.approvals.approvals.number`); without it, every
    unknown fact counts.
    """
    wanted = None if facts is None else {_from_dossier(fact) for fact in facts}
    found = (_gap(dossier, blank) for blank in _blanks(dossier) if wanted is None or blank.fact in wanted)
    # A meeting without a number is a gap of its own and of each approval that it gives, at one place.
    return list({(each.record, each.path): each for each in found}.values())


def unknown_of(dossier: Dossier, catalogue: Catalogue, prompts: Collection[str]) -> list[Finding]:
    """Return a gap for each unknown fact of a dossier or a catalogue that prints as a blank with one of some prompts."""
    wanted = {fold(prompt) for prompt in prompts}
    found = [_gap(dossier, blank) for blank in _blanks(dossier) if fold(blank.unknown.prompt) in wanted]
    parts = [(f"{name}.yaml", getattr(catalogue, name)) for name in Catalogue.model_fields]
    records = [(key, part) for key, part in parts if isinstance(part, BaseModel)]
    records += [(f"agencies/{agency.id}.yaml", agency) for agency in catalogue.agencies]
    for key, record in records:
        for path, value in fields(record):
            if isinstance(value, Unknown) and fold(value.prompt) in wanted:
                found.append(Finding("gap", key, path, values_of(value)))
    return found


def _from_dossier(fact: str) -> str:
    """Convert a template's name for a fact to a path from the dossier."""
    root, _, rest = fact.removeprefix("dossier.").partition(".")
    return f"{'evaluations' if root == 'evaluation' else root}.{rest}"


def _blanks(dossier: Dossier) -> Iterator[_Blank]:
    for record, content in records_of(dossier):
        yield from _blanks_of(record, content)


@once_a_record
def _blanks_of(record: str, content: BaseModel) -> Iterator[_Blank]:
    name = record.partition("/")[0]
    for path, value in fields(content):
        if isinstance(value, Unknown) and path[-1] not in OPTIONAL_LINKS:
            fact = ".".join([name, *(step for step in path if isinstance(step, str))])
            yield _Blank(record, path, fact, value)


def _gap(dossier: Dossier, blank: _Blank) -> Finding:
    code = "funding-unknown" if blank.fact == FUNDING else "gap"
    return Finding(code, *place(dossier, blank.record, blank.path), values_of(blank.unknown))


def values_of(unknown: Unknown, who: str = KEEPER) -> dict[str, object]:
    """Return the values of a sentence about an unknown fact; `who` has to act where the data names nobody."""
    reason = f" ({unknown.reason})" if unknown.reason else ""
    return {"fact": unknown.prompt, "reason": reason, "who": unknown.who or who}
