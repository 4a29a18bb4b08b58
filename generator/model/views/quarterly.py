"""The quarter of the whole province, counted from the records: offices, sessions, decisions, agencies, money, obstacles.

Everything is as the records say it now, but for what is of a day: of a later day than the quarter's last nothing counts. A
neighbourhood owes a report of the quarter once its office was open before the quarter's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.model.known import Unknown
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.letters import Letter
from generator.model.records.meeting import Decision, Meeting
from generator.model.records.province import Zone
from generator.model.records.quarterly import AgencyNote, Obstacle, Proposal, ProvinceQuarter, QuarterlyReport
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views import naming
from generator.model.views.delivered import delivered
from generator.model.views.due import OPEN
from generator.persian import JalaliDate


class ZoneOffices(NamedTuple):
    """A zone: how many neighbourhoods it has, and in how many an office works and a contract is concluded."""

    zone: Zone
    neighbourhoods: int
    offices: int
    contracts: int


class Session(NamedTuple):
    """A meeting of the quarter, and the neighbourhoods that it concerns (none: the province as a whole)."""

    meeting: Meeting
    places: tuple[str, ...]


class OpenDecision(NamedTuple):
    """A decision that is to be carried out, its meeting, the neighbourhoods it concerns, and whether its day has passed."""

    decision: Decision
    meeting: Meeting
    places: tuple[str, ...]
    overdue: bool


class AgencyNotes(NamedTuple):
    """What neighbourhoods observed of an agency: (name of the neighbourhood, note), and how many its use of capacities."""

    agency: Agency
    notes: tuple[tuple[str, AgencyNote], ...]
    with_capacities: int


class Raised(NamedTuple):
    """An obstacle or a proposal, and the neighbourhood that reports it (empty: the province)."""

    place: str
    entry: Obstacle | Proposal


class Common(NamedTuple):
    """An obstacle that several report in the same words of the same one: whom it is with, and the neighbourhoods."""

    title: str
    owner: str | None
    places: tuple[str, ...]


class Money(NamedTuple):
    """Of plans that exist: budgets, and from the last evaluations what was allocated and spent, in rials; of how many."""

    plans: int
    budget: int
    evaluated: int
    evaluated_budget: int
    allocated: int
    spent: int


class QuarterReport(NamedTuple):
    """The quarter: `reported` and `missing` are names of neighbourhoods, `without_office` how many owe no report."""

    zones: tuple[ZoneOffices, ...]
    sessions: tuple[Session, ...]
    decided: int
    done: int
    open: tuple[OpenDecision, ...]
    agencies: tuple[AgencyNotes, ...]
    money: Money
    obstacles: tuple[Raised, ...]
    proposals: tuple[Raised, ...]
    reported: tuple[str, ...]
    missing: tuple[str, ...]
    without_office: int
    actions: int
    """Actions whose progress was reported."""

    @property
    def offices(self) -> int:
        """How many offices work."""
        return sum(each.offices for each in self.zones)

    @property
    def contracts(self) -> int:
        """How many contracts are concluded."""
        return sum(each.contracts for each in self.zones)

    @property
    def neighbourhoods(self) -> int:
        """How many neighbourhoods there are."""
        return sum(each.neighbourhoods for each in self.zones)

    @property
    def common(self) -> tuple[Common, ...]:
        """The obstacles, each once, in the order in which they were first reported."""
        found: dict[tuple[str, str | None], list[str]] = {}
        for each in self.obstacles:
            found.setdefault((each.entry.title, each.entry.owner), []).append(each.place)
        return tuple(Common(title, owner, (*filter(None, places),)) for (title, owner), places in found.items())

    @property
    def overdue(self) -> int:
        """How many open decisions are past their day."""
        return sum(each.overdue for each in self.open)


class SentReport(NamedTuple):
    """A quarter's report that a letter sends: the province's part, and what is counted."""

    quarter: ProvinceQuarter
    report: QuarterReport


def sent(letter: Letter, province: ProvinceDossier, dossiers: Sequence[Dossier], catalogue: Catalogue) -> SentReport | None:
    """Return the report of the quarter that names a letter as its own; None where none does."""
    found = next((each for each in province.quarters if each.letter == letter.id), None)
    return SentReport(found, report(found, province, dossiers, catalogue)) if found else None


def report(
    quarter: ProvinceQuarter, province: ProvinceDossier, dossiers: Sequence[Dossier], catalogue: Catalogue
) -> QuarterReport:
    """Count a quarter over all neighbourhoods."""
    end = quarter.period.end
    opened = [each for each in dossiers if _by(each.office.opened_on if each.office else None, end)]
    reports = {each.id: found for each in dossiers if (found := _of(each, quarter)) is not None}
    names = naming.names(dossiers, catalogue)
    meetings = _meetings(province, dossiers, names)
    within = [each for each in meetings if _within(each.meeting.date, quarter.period.start, end)]
    decisions = [
        (session, each) for session in meetings for each in session.meeting.decisions if _by(session.meeting.date, end)
    ]
    return QuarterReport(
        zones=tuple(_zone(each, dossiers, opened, end) for each in catalogue.zones.zones),
        sessions=tuple(sorted(within, key=lambda each: str(each.meeting.date))),
        decided=sum(len(each.meeting.decisions) for each in within),
        done=sum(each.status == "انجام‌شده" for _, each in decisions),
        open=tuple(_open(decisions, end)),
        agencies=tuple(_agency(each, reports, names) for each in sorted(catalogue.agencies, key=lambda each: each.order)),
        money=_money(dossiers, end),
        obstacles=tuple(_raised("obstacles", quarter, reports, names)),
        proposals=tuple(_raised("proposals", quarter, reports, names)),
        reported=tuple(names[each] for each in reports),
        missing=tuple(names[each.id] for each in opened if each.id not in reports),
        without_office=len(dossiers) - len(opened),
        actions=sum(len(each.actions) for each in reports.values()),
    )


def _by(day: JalaliDate | Unknown | None, end: JalaliDate) -> bool:
    return day is not None and not isinstance(day, Unknown) and day <= end


def _within(day: JalaliDate | Unknown, start: JalaliDate, end: JalaliDate) -> bool:
    return not isinstance(day, Unknown) and start <= day <= end


def _of(dossier: Dossier, quarter: ProvinceQuarter) -> QuarterlyReport | None:
    return next((each for each in dossier.quarters if each.period == quarter.period and delivered(each)), None)


def _zone(zone: Zone, dossiers: Sequence[Dossier], opened: Sequence[Dossier], end: JalaliDate) -> ZoneOffices:
    own = [each for each in dossiers if each.neighbourhood.zone == zone.id]
    return ZoneOffices(
        zone,
        len(own),
        sum(each.neighbourhood.zone == zone.id for each in opened),
        sum(each.contract is not None and _by(each.contract.date, end) for each in own),
    )


def _meetings(province: ProvinceDossier, dossiers: Sequence[Dossier], names: Mapping[str, str]) -> list[Session]:
    """Return each meeting once: those of the province, and those that neighbourhoods keep themselves."""
    found = [
        Session(each, tuple(names[place] for place in each.neighbourhoods if place in names)) for each in province.meetings
    ]
    for dossier in dossiers:
        found += [Session(each, (names[dossier.id],)) for each in dossier.meetings if not each.neighbourhoods]
    return [each for each in found if each.meeting.held]


def _open(decisions: Sequence[tuple[Session, Decision]], end: JalaliDate) -> Iterator[OpenDecision]:
    found = [(session, each) for session, each in decisions if each.status in OPEN]
    for session, each in sorted(found, key=lambda pair: str(pair[1].deadline)):
        yield OpenDecision(each, session.meeting, session.places, _by(each.deadline, end))


def _agency(agency: Agency, reports: dict[str, QuarterlyReport], names: Mapping[str, str]) -> AgencyNotes:
    notes = tuple(
        (names[place], each) for place, report in reports.items() for each in report.agencies if each.agency == agency.id
    )
    return AgencyNotes(agency, notes, sum(not isinstance(each.capacity_use, Unknown) for _, each in notes))


def _money(dossiers: Sequence[Dossier], end: JalaliDate) -> Money:
    plans = [each.plan for each in dossiers if each.plan is not None and each.plan.date <= end]
    found = []
    for dossier in dossiers:
        past = [each for each in dossier.evaluations if delivered(each) and each.period.end <= end]
        if past and dossier.plan is not None:
            found.append((dossier.plan.total, past[-1].progress))
    return Money(
        plans=len(plans),
        budget=sum(each.total for each in plans),
        evaluated=len(found),
        evaluated_budget=sum(total for total, _ in found),
        allocated=sum(line.allocated for _, progress in found for line in progress),
        spent=sum(line.spent for _, progress in found for line in progress),
    )


def _raised(
    name: Literal["obstacles", "proposals"],
    quarter: ProvinceQuarter,
    reports: dict[str, QuarterlyReport],
    names: Mapping[str, str],
) -> Iterator[Raised]:
    yield from (Raised("", each) for each in getattr(quarter, name))
    for place, report in reports.items():
        yield from (Raised(names[place], each) for each in getattr(report, name))
