"""Check what a final document needs: each fact known, each approval given by its body and not of an older edition.

All of it is a gap: a draft is built without it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pydantic import BaseModel

from generator.checks.gaps import KEEPER, gaps, values_of
from generator.checks.scope import FieldPath, Finding, place
from generator.model.known import Unknown
from generator.model.paths import fields_at
from generator.model.records.approving import DATED_BY, NeededApproval
from generator.model.records.neighbourhood import Approval, by_day
from generator.model.records.workspace import Dossier

APPROVALS = "approvals"


def missing(
    dossier: Dossier, facts: Collection[str], approvals: Sequence[NeededApproval], bodies: Mapping[str, str]
) -> list[Finding]:
    """Return a gap for each fact and approval that a final still needs; `bodies` are the names of the bodies by their ids."""
    needed = (found for need in approvals for found in _Needed(dossier, need, bodies).lacks())
    return [*gaps(dossier, facts), *_absent(dossier, facts), *needed]


def _absent(dossier: Dossier, facts: Collection[str]) -> Iterator[Finding]:
    """Return the facts that no record has a place for, as the number of a guarantee where there is no guarantee."""
    for fact in facts:
        record, *path = fact.split(".")
        if not any(_reached(getattr(dossier, record), tuple(path))):
            titles = [field.title for field in fields_at(Dossier, fact.split("."))]
            yield Finding("fact-absent", *place(dossier, record, tuple(path[:1])), {"fact": titles[0], "who": KEEPER})


def _reached(value: object, path: FieldPath) -> Iterator[bool]:
    """Yield True for each value that a path leads to, also one that is not known."""
    if isinstance(value, tuple):
        for entry in value:
            yield from _reached(entry, path)
    elif not path or isinstance(value, Unknown):
        yield value is not None
    elif isinstance(value, BaseModel):
        yield from _reached(getattr(value, str(path[0])), path[1:])


def _by_day(dossier: Dossier) -> Iterator[tuple[int, Approval]]:
    """Yield the approvals with their positions by their dates, those awaited last."""
    approvals = dossier.approvals.approvals if dossier.approvals else ()
    return iter(sorted(enumerate(approvals), key=lambda each: by_day(each[1])))


class _Needed:
    """One approval that a final needs, among those of a dossier."""

    def __init__(self, dossier: Dossier, need: NeededApproval, bodies: Mapping[str, str]) -> None:
        self.dossier = dossier
        self.need = need
        self.values = {"about": need.of, "body": bodies.get(need.by, need.by), "fact": f"مصوبهٔ «{need.of}»"}
        self.values["neighbourhood"] = dossier.id

    def lacks(self) -> Iterator[Finding]:
        """Yield what is wrong with the approval, or that it is missing."""
        given = tuple(_by_day(self.dossier))
        cited = None if self.need.cited is None else self._cited(self.need.cited)
        pool = [(at, each) for at, each in given if cited is None or each.id in cited]
        fitting = [(at, each) for at, each in pool if (each.about, each.body) == (self.need.of, self.need.by)]
        if cited is not None and not cited:
            record, field = str(self.need.cited).split(".")
            yield Finding("approval-not-cited", *place(self.dossier, record, (field,)), self.values)
        elif not fitting:
            yield self._other(pool, cited is not None)
        # The last of a matter is the one in force; of those that a contract cites each must hold.
        for at, approval in fitting[-1:] if cited is None else pool:
            yield from self._holds(at, approval)

    def _cited(self, field: str) -> Collection[str]:
        record, name = field.split(".")
        return tuple(getattr(getattr(self.dossier, record, None), name, ()))

    def _other(self, pool: Sequence[tuple[int, Approval]], is_cited: bool) -> Finding:
        """Report that the approval is missing, at the one that was taken for it."""
        for at, approval in pool:
            if approval.about == self.need.of:
                return self._finding("approval-by-other", (APPROVALS, at, "body"))
        if is_cited and pool:
            at, approval = pool[0]
            return self._finding("approval-about-other", (APPROVALS, at, "about"), given=approval.about)
        return self._finding("approval-absent", (APPROVALS,))

    def _holds(self, at: int, approval: Approval) -> Iterator[Finding]:
        for name, value in (("number", approval.number), ("date", approval.date)):
            if isinstance(value, Unknown):
                yield self._finding("gap", (APPROVALS, at, name), **values_of(value, self.values["body"]))
        record, field = DATED_BY.get(approval.about, ("", ""))
        dated = getattr(getattr(self.dossier, record, None), field, None)
        if dated is not None and not isinstance(approval.date, Unknown) and approval.date < dated:
            values = {"date": str(approval.date), "dated": str(dated)}
            yield self._finding("approval-older", (APPROVALS, at, "date"), **values)

    def _finding(self, code: str, path: FieldPath, **values: object) -> Finding:
        return Finding(code, *place(self.dossier, APPROVALS, path), self.values | values)
