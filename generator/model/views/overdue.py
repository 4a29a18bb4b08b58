"""What a recipient of letters owes on the day of a letter: decisions, solutions, reports, replies, confirmations.

A thing is overdue when its day has passed and no record says that it was done. Days are counted to the letter's own date, and
what came or was begun after it does not count. A day on which offices are closed is the next one that is open, as in `due`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.model.known import NotListedError, Unknown
from generator.model.records.action import ActionPlan
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.letters import REMINDER, Letter
from generator.model.records.meeting import Meeting
from generator.model.records.neighbourhood import Office
from generator.model.records.ruling import DECIDED
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views import naming
from generator.model.views.correspondence import owners
from generator.model.views.due import ANSWERS, OPEN, Rules, due
from generator.persian import JalaliDate, days_between

EVALUATION_AUTHOR = "evaluation-author"
"""The open question that says whose the reports of evaluations are."""


class Overdue(NamedTuple):
    """Something overdue: what, where, on which paper it rests, since when and until when it was asked for.

    `source` is the kind of that paper, `number` and `since` are its own, `record` is what says it. Without a `day` it has no
    deadline of its own; `told` is the day that the paper names, where offices are closed on it.
    """

    kind: Literal["decision", "solution", "report", "reply", "confirmation"]
    title: str
    places: tuple[str, ...]
    source: Literal["جلسه", "نامه", "ارزیابی", "برنامه", ""]
    number: str | Unknown
    since: JalaliDate | Unknown | None
    day: JalaliDate | None
    late: int
    record: Meeting | Letter | Evaluation | ActionPlan | Office | None
    told: JalaliDate | None = None


class Reminder(NamedTuple):
    """What a recipient owes on a day: what has a deadline, the latest first, and what waits without one."""

    day: JalaliDate
    rows: tuple[Overdue, ...]
    waiting: tuple[Overdue, ...]

    @property
    def longest(self) -> int:
        """The days that the latest of them is late."""
        return max((row.late for row in self.rows), default=0)


class _Asking(NamedTuple):
    """A letter that asks, its date, the ids of those whom it asks, and the names of the neighbourhoods that it is about."""

    letter: Letter
    day: JalaliDate
    owing: frozenset[str]
    names: Mapping[str, str]
    catalogue: Catalogue

    def concerns(self, record: Meeting | Letter) -> bool:
        """Return whether a record is within what the letter is about: its neighbourhoods, or all where it names none."""
        own = self.letter.neighbourhoods
        return not own or not set(record.neighbourhoods).isdisjoint(own)

    def named(self, neighbourhoods: Iterable[str]) -> tuple[str, ...]:
        """Return the names of those neighbourhoods that it is about."""
        return tuple(self.names[each] for each in neighbourhoods if each in self.names)

    def late(self, deadline: JalaliDate | Unknown | None) -> tuple[JalaliDate, int, JalaliDate | None] | None:
        """Return the open day on which a deadline ends, the days since, and the day that was closed; None of one not passed."""
        if deadline is None or isinstance(deadline, Unknown):
            return None
        opened = self.catalogue.holidays.open_from(deadline)
        late = days_between(opened, self.day)
        return (opened, late, None if opened == deadline else deadline) if late > 0 else None


def remind(letter: Letter, province: ProvinceDossier, dossiers: Sequence[Dossier], catalogue: Catalogue) -> Reminder | None:
    """Return what the recipient of a letter owes on its date; None where it has no date, or nothing is owed."""
    if isinstance(letter.date, Unknown):
        return None
    names = naming.names(dossiers, catalogue)
    asking = _Asking(letter, letter.date, owners(letter, catalogue), names, catalogue)
    found = [*_decisions(filter(asking.concerns, province.meetings), asking), *_replies(province.letters, asking)]
    for dossier in dossiers:
        found += _of_neighbourhood(dossier, province.letters, asking)
    timed = sorted((each for each in found if each.day is not None), key=lambda each: -each.late)
    waiting = tuple(each for each in found if each.day is None)
    return Reminder(letter.date, tuple(timed), waiting) if found else None


def _of_neighbourhood(dossier: Dossier, letters: Iterable[Letter], asking: _Asking) -> Iterator[Overdue]:
    name = (asking.names[dossier.id],)
    for row in _decisions((each for each in dossier.meetings if not each.neighbourhoods), asking):
        yield row._replace(places=name)
    yield from _periodic(dossier, name, asking)
    yield from _inquiries(dossier, letters, asking)
    yield from _confirmations(dossier, name, asking)


def _decisions(meetings: Iterable[Meeting], asking: _Asking) -> Iterator[Overdue]:
    for meeting in meetings:
        for decision in meeting.decisions:
            found = asking.late(decision.deadline)
            if found and decision.owner in asking.owing and decision.status in OPEN:
                places, (day, late, told) = asking.named(decision.neighbourhoods or meeting.neighbourhoods), found
                number, since = meeting.number, meeting.date
                yield Overdue("decision", decision.title, places, "جلسه", number, since, day, late, meeting, told)


def _periodic(dossier: Dossier, name: tuple[str, ...], asking: _Asking) -> Iterator[Overdue]:
    """The solutions of evaluations, and the evaluations themselves where it is decided who writes them."""
    writes = _decided_author(asking.catalogue) in asking.owing
    known = {f"evaluations/{each.id}": each for each in dossier.evaluations}
    rules = Rules(asking.catalogue.terms, asking.catalogue.holidays)
    for each in due(dossier, asking.day, rules):
        late = each.late(asking.day)
        if late > 0 and each.kind == "solution" and each.owner in asking.owing:
            found = known[each.record]
            yield Overdue("solution", each.title, name, "ارزیابی", "", found.prepared_on, each.day, late, found, each.told)
        elif late > 0 and each.kind == "evaluation" and writes:
            yield Overdue(
                "report", f"گزارش ارزیابی {each.title}", name, "", "", None, each.day, late, dossier.office, each.told
            )


def _decided_author(catalogue: Catalogue) -> str:
    """Return the body that a decision has made the author of evaluations; empty while that is open or only proposed."""
    try:
        said = catalogue.statement(EVALUATION_AUTHOR)
    except NotListedError:
        return ""
    bodies = {body.name: body.id for body in catalogue.bodies.bodies} if said.state == DECIDED else {}
    return bodies.get(said.answer or "", "")


def _replies(letters: Sequence[Letter], asking: _Asking) -> Iterator[Overdue]:
    """The letters to the recipient that ask for a reply and have none; a reminder only repeats what another letter asks."""
    for asked in letters:
        if asked.direction == "وارده" or asked.kind == REMINDER or not asking.concerns(asked):
            continue
        if asking.owing.isdisjoint(owners(asked, asking.catalogue)) or _is_settled(asked, letters, asking):
            continue
        yield from _awaited(asked, asking.named(asked.neighbourhoods), asked.date, asking)


def _is_settled(asked: Letter, letters: Iterable[Letter], asking: _Asking) -> bool:
    """Return whether a letter was answered by those whom it asked, or another of its kind has taken its place."""
    for other in letters:
        if asked.id not in {each.letter for each in other.references}:
            continue
        if isinstance(other.date, Unknown) or other.date > asking.day:
            continue
        relations = {each.kind for each in other.references if each.letter == asked.id}
        if not relations.isdisjoint(ANSWERS) and (other.agency is None or other.agency in asking.owing):
            return True
        if "پیرو" in relations and (other.kind, other.agency) == (asked.kind, asked.agency):
            return True
    return False


def _awaited(asked: Letter, places: tuple[str, ...], since: JalaliDate | Unknown, asking: _Asking) -> Iterator[Overdue]:
    if found := asking.late(asked.reply_by):
        day, late, told = found
        title = f"پاسخ به نامهٔ «{asked.subject}»"
        yield Overdue("reply", title, places, "نامه", asked.number, since, day, late, asked, told)


def _inquiries(dossier: Dossier, letters: Iterable[Letter], asking: _Asking) -> Iterator[Overdue]:
    """The inquiries about programmes that its review says an agency has not answered, where the letter itself names none."""
    known = {letter.id: letter for letter in letters}
    for review in dossier.reviews:
        replied = review.replied_on
        answered = not review.no_reply and not isinstance(replied, Unknown) and replied <= asking.day
        asked = known.get(review.inquiry or "")
        if asked is None or not asking.owing.isdisjoint(owners(asked, asking.catalogue)):
            continue
        if review.agency in asking.owing and not answered:
            since = asked.date if isinstance(review.asked_on, Unknown) else review.asked_on
            yield from _awaited(asked, (asking.names[dossier.id],), since, asking)


def _confirmations(dossier: Dossier, name: tuple[str, ...], asking: _Asking) -> Iterator[Overdue]:
    """The cards of actions that have begun and that a body has not confirmed; no record sets a day for that."""
    plan = dossier.plan
    for body in asking.catalogue.bodies.bodies if plan else ():
        if plan is None or not body.confirms_actions or body.id not in asking.owing:
            continue
        begun = [each for each in plan.actions if each.start.first <= asking.day]
        left = [each for each in begun if not any(one.body == body.id and one.date for one in each.confirmations)]
        if left:
            title = f"تأیید کارت اقدام {'، '.join(each.code for each in left)}"
            late = days_between(min(each.start.first for each in left), asking.day)
            yield Overdue("confirmation", title, name, "برنامه", plan.version, plan.date, None, late, plan)
