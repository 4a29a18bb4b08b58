"""Rules over the series of reports: no period left out, none written before it ended, every agency in it (V11, V14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.persian import Half, JalaliDate, Period, Quarter, Year, group


def periods_follow_each_other(case: Case) -> Iterator[Finding]:
    """The secretariat reports every three months, the committee every six, a programme every year (V11, lines 272-273, 287).

    A report compares with the one before, so none is left out in between; two of one period cannot be, since the period is the
    name of the file.
    """
    dossier = case.dossier
    yield from _without_gap(case, "evaluations", "ارزیابی", [evaluation.period for evaluation in dossier.evaluations])
    yield from _without_gap(case, "quarters", "گزارش", [quarter.period for quarter in dossier.quarters])
    yield from _without_gap(case, "programmes", "برنامهٔ", [Year(programme.year) for programme in dossier.programmes])


def _without_gap(case: Case, series: str, kind: str, periods: Sequence[Period]) -> Iterator[Finding]:
    if series in case.unread:
        return
    for before, after in pairwise(sorted(periods, key=lambda period: period.id)):
        missing = after.previous()
        if missing.id != before.id:
            path = ("year" if series == "programmes" else "period",)
            values = {"kind": kind, "missing": missing.title, "file": f"{series}/{missing.id}.yaml"}
            yield case.finding("period-left-out", f"{series}/{after.id}", path, **values)


def reports_are_written_after_their_period(case: Case) -> Iterator[Finding]:
    """A report speaks of a whole period (V11, lines 272, 287), so it is not finished before the period ends."""
    reports: list[tuple[str, Half | Quarter, JalaliDate | Unknown]] = [
        (f"evaluations/{evaluation.id}", evaluation.period, evaluation.prepared_on) for evaluation in case.dossier.evaluations
    ]
    reports += [(f"quarters/{quarter.id}", quarter.period, quarter.prepared_on) for quarter in case.dossier.quarters]
    for record, period, prepared in reports:
        if not isinstance(prepared, Unknown) and prepared <= period.end:
            values = {"date": str(prepared), "period": period.title, "end": str(period.end)}
            yield case.finding("prepared-before-end", record, ("prepared_on",), **values)


def every_leading_agency_is_observed(case: Case) -> Iterator[Finding]:
    """«مهمترین شاخصه مشارکت دستگاه ها» is their use of the neighbourhood's capacities (V14, line 102).

    An agency whose use of them is not yet known has its place in the report, which is a gap. Before the plan's first action
    begins there is nothing of them to observe.
    """
    plan = case.dossier.plan
    leads = list(dict.fromkeys(action.lead for action in plan.actions)) if plan else []
    known = case.names.known(("agency",)) or {}
    begins = plan.begins if plan else None
    for quarter in case.dossier.quarters:
        if begins is None or quarter.period.end.in_month < begins:
            continue
        observed = {note.agency for note in quarter.agencies}
        missing = [lead for lead in leads if lead not in observed and lead in known]
        if missing:
            names = "، ".join(f"«{known[lead] or lead}»" for lead in missing)
            yield case.finding("agency-indicator-missing", f"quarters/{quarter.id}", ("agencies",), names=names)


def nothing_is_observed_twice(case: Case) -> Iterator[Finding]:
    """An action or agency twice in one quarter would have two accounts of one thing."""
    for quarter in case.dossier.quarters:
        for name, key in (("actions", "action"), ("agencies", "agency")):
            cited = [getattr(note, key) for note in getattr(quarter, name)]
            for at, entry_id in enumerate(cited):
                if entry_id in cited[:at]:
                    yield case.finding("duplicate-id", f"quarters/{quarter.id}", (name, at, key), id=entry_id)


def year_lines_fall_in_their_year(case: Case) -> Iterator[Finding]:
    """A one-year programme (line 273) holds what is done in that year."""
    for programme in case.dossier.programmes:
        record, year = f"programmes/{programme.id}", Year(programme.year)
        for at, line in enumerate(programme.lines):
            if line.end < line.start:
                values = {"start": line.start.long(), "end": line.end.long()}
                yield case.finding("schedule-reversed", record, ("lines", at, "end"), **values)
                continue
            for name, month in (("start", line.start), ("end", line.end)):
                if month.year != programme.year:
                    yield case.finding("line-outside-year", record, ("lines", at, name), month=month.long(), year=year.title)


def stated_totals_are_the_sums(case: Case) -> Iterator[Finding]:
    """A stated total is the first thing that a controller recomputes."""
    plan = case.dossier.plan
    stated = [("plan", plan.stated_total, plan.total)] if plan else []
    stated += [(f"programmes/{each.id}", each.stated_total, each.total) for each in case.dossier.programmes]
    for record, written, total in stated:
        if written is not None and written != total:
            values = {"stated": group(written), "sum": group(total), "difference": group(abs(written - total))}
            yield case.finding("stated-total-differs", record, ("stated_total",), **values)
