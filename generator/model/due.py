"""Which periodic reports a neighbourhood owes on a day: a quarterly one and an evaluation for every period that has ended."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.workspace import Dossier
from generator.persian import Half, JalaliDate, Quarter, days_between, half_of, quarter_of

DAYS_TO_REPORT = 30
"""How long after the end of its period a report may still come; the source sets no term, so it is a month."""


class DueReport(NamedTuple):
    """A report that is owed: the folder that lacks it, its period, and the days since it was due (negative: still to come)."""

    series: str
    period: Quarter | Half
    late: int


def due(dossier: Dossier, day: JalaliDate) -> tuple[DueReport, ...]:
    """The reports owed on a day from the opening of the office on, the most overdue first; none while it is not open."""
    opened = dossier.office.opened_on if dossier.office else None
    if opened is None or isinstance(opened, Unknown):
        return ()
    owed = [
        *_owed("quarters", quarter_of(opened), {quarter.period for quarter in dossier.quarters}, day),
        *_owed("evaluations", half_of(opened), {evaluation.period for evaluation in dossier.evaluations}, day),
    ]
    return tuple(sorted(owed, key=lambda report: -report.late))


def _owed(series: str, first: Quarter | Half, written: set[Quarter] | set[Half], day: JalaliDate) -> list[DueReport]:
    owed = []
    period = first
    while period.end < day:
        if period not in written:
            owed.append(DueReport(series, period, days_between(period.end, day) - DAYS_TO_REPORT))
        period = period.next()
    return owed
