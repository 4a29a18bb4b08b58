"""A year's programme beside the evaluation that it carries on: what each line has left to spend, and what it leaves out."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.records.action import Action
from generator.model.records.workspace import Dossier
from generator.model.records.yearly import YearLine, YearProgramme
from generator.model.views.progress import ActionProgress, ProgressReport


class YearRow(NamedTuple):
    """A line of the year; of an action of the plan, what of its budget is allocated and not yet spent, and not yet allocated,
    in rials (None for a new line)."""

    line: YearLine
    action: Action | None
    unspent: int | None
    unallocated: int | None

    @property
    def is_new(self) -> bool:
        """Whether it continues no action of the plan."""
        return self.action is None

    @property
    def left(self) -> int | None:
        """What of the budget is not yet spent."""
        return None if self.unspent is None or self.unallocated is None else self.unspent + self.unallocated

    @property
    def beyond(self) -> int:
        """How much its amount is more than what is left."""
        return 0 if self.left is None else max(self.line.amount - self.left, 0)


class LeftOut(NamedTuple):
    """An unfinished action that the year does not carry on, with the reason («» when none is given)."""

    row: ActionProgress
    reason: str


class YearAhead(NamedTuple):
    """A programme by lines. `carried` counts the unfinished actions that it carries on, `amount_carried` and `amount_new` sum
    its lines; `unspent` and `unallocated` sum what the carried actions have left, each once."""

    programme: YearProgramme
    rows: tuple[YearRow, ...]
    left_out: tuple[LeftOut, ...]
    carried: int
    new: int
    amount_carried: int
    amount_new: int
    unspent: int
    unallocated: int


def ahead(dossier: Dossier, evaluation: str, report: ProgressReport) -> YearAhead | None:
    """Return the programme that rests on an evaluation, by its id; None when there is none."""
    programme = next((each for each in dossier.programmes if each.evaluation == evaluation), None)
    if programme is None:
        return None
    measured = {row.action.id: row for row in report.by_action}
    rows = tuple(_row(line, measured.get(line.action or "")) for line in programme.lines)
    named = {line.action for line in programme.lines}
    reasons = {each.action: each.reason for each in programme.stopped}
    left_out = [LeftOut(row, reasons.get(row.action.id, "")) for row in report.unfinished if row.action.id not in named]
    carried = [row for row in report.by_action if row.action.id in named]
    return YearAhead(
        programme,
        rows,
        tuple(left_out),
        carried=len(report.unfinished) - len(left_out),
        new=sum(row.is_new for row in rows),
        amount_carried=sum(row.line.amount for row in rows if not row.is_new),
        amount_new=sum(row.line.amount for row in rows if row.is_new),
        unspent=sum(row.allocated - row.spent for row in carried),
        unallocated=sum(row.action.total - row.allocated for row in carried),
    )


def _row(line: YearLine, progress: ActionProgress | None) -> YearRow:
    if progress is None:
        return YearRow(line, None, None, None)
    return YearRow(line, progress.action, progress.allocated - progress.spent, progress.action.total - progress.allocated)
