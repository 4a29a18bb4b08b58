"""Facts that are not yet known: each prints as a blank in a draft and stops a final document."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.checks.records import fields, records_of
from generator.checks.scope import FieldPath, Finding
from generator.model.known import Unknown
from generator.model.workspace import Dossier

OPTIONAL_LINKS = frozenset({"group", "partner", "agency", "action"})
"""Fields that need not name anything: without them the record says as much as it means to say."""

KEEPER = "دبیرخانهٔ طرح"
"""Whose turn it is when the data names nobody: the secretariat keeps the dossiers."""

FUNDING = "contract.funding.source"
"""A contract rests on its funding (V10), so this gap has a sentence of its own."""


class _Blank(NamedTuple):
    record: str
    path: FieldPath
    fact: str
    unknown: Unknown


def gaps(dossier: Dossier, facts: Collection[str] | None = None) -> list[Finding]:
    """A gap for each unknown fact of a dossier, in the order of its records.

    `facts` are the dotted names that a document requires, positions in lists left out, as a template says them
    (`contract.funding.source`, `evaluation.committee.name`, `dossier.approvals.approvals.number`); without it, every
    unknown fact counts.
    """
    wanted = None if facts is None else {_from_dossier(fact) for fact in facts}
    return [_gap(dossier, blank) for blank in _blanks(dossier) if wanted is None or blank.fact in wanted]


def _from_dossier(fact: str) -> str:
    """A template's name for a fact as a path from the dossier."""
    root, _, rest = fact.removeprefix("dossier.").partition(".")
    return f"{'evaluations' if root == 'evaluation' else root}.{rest}"


def _blanks(dossier: Dossier) -> Iterator[_Blank]:
    for record, content in records_of(dossier):
        name = record.partition("/")[0]
        for path, value in fields(content):
            if isinstance(value, Unknown) and path[-1] not in OPTIONAL_LINKS:
                fact = ".".join([name, *(step for step in path if isinstance(step, str))])
                yield _Blank(record, path, fact, value)


def _gap(dossier: Dossier, blank: _Blank) -> Finding:
    code = "funding-unknown" if blank.fact == FUNDING else "gap"
    reason = f" ({blank.unknown.reason})" if blank.unknown.reason else ""
    values = {"fact": blank.unknown.prompt, "reason": reason, "who": blank.unknown.who or KEEPER}
    return Finding(code, f"neighbourhoods/{dossier.id}/{blank.record}.yaml", blank.path, values)
