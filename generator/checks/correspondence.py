"""Rules over calls, letters and minutes: what they cite, in which order, and who answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.contracts import WHOLE
from generator.checks.references import remedy_for
from generator.checks.scope import KINDS, Case, Finding
from generator.model.known import Unknown
from generator.model.records.letters import NOTIFICATION
from generator.persian import numeral


def call_is_open_before_it_closes(case: Case) -> Iterator[Finding]:
    """A call (lines 157, 176) is answered between its publication and its deadline."""
    call = case.dossier.call
    if call is None:
        return
    opened, closed = call.published_on, call.deadline
    if not isinstance(opened, Unknown) and not isinstance(closed, Unknown) and closed < opened:
        yield case.finding("schedule-reversed", "call", ("deadline",), start=str(opened), end=str(closed))
        return
    for at, applicant in enumerate(call.applicants):
        received = applicant.received_on
        if not isinstance(received, Unknown) and not isinstance(closed, Unknown) and received > closed:
            values = {"date": str(received), "deadline": str(closed)}
            yield case.finding("application-late", "call", ("applicants", at, "received_on"), **values)


def criteria_weigh_a_whole(case: Case) -> Iterator[Finding]:
    """Weights are shares of the score, so they sum to a hundred."""
    criteria = case.dossier.call.criteria if case.dossier.call else ()
    total = sum(criterion.weight for criterion in criteria)
    if criteria and total != WHOLE:
        yield case.finding("criteria-sum", "call", ("criteria",), sum=numeral(total))


def letters_cite_what_was_before_them(case: Case) -> Iterator[Finding]:
    """«پیرو» and «عطف» name a letter that the reader can find, and that was there before."""
    letters = case.dossier.letters.letters if case.dossier.letters else ()
    dates = {letter.id: letter.date for letter in letters}
    for at, letter in enumerate(letters):
        for cited_at, cited in enumerate(letter.references):
            path = ("letters", at, "references", cited_at)
            if cited.letter is None and cited.number is None:
                yield case.finding("letter-reference-empty", "letters", path, kind=cited.kind)
                continue
            before = cited.date or dates.get(cited.letter or "")
            if before is None or isinstance(before, Unknown) or isinstance(letter.date, Unknown):
                continue
            if before > letter.date:
                values = {"date": str(letter.date), "cited": str(before)}
                yield case.finding("letter-reference-later", "letters", path, **values)


def letters_cite_another_once(case: Case) -> Iterator[Finding]:
    """A letter follows another or answers it, once: two references to one letter would print it twice."""
    for at, letter in enumerate(case.dossier.letters.letters if case.dossier.letters else ()):
        seen: set[tuple[object, ...]] = set()
        for cited_at, cited in enumerate(letter.references):
            named = (cited.letter,) if cited.letter else (cited.number, cited.date)
            if named in seen and named != (None, None):
                yield case.finding("letter-cited-twice", "letters", ("letters", at, "references", cited_at))
            seen.add(named)


def notifications_name_their_agency(case: Case) -> Iterator[Finding]:
    """A plan is notified to agencies (line 287), one letter for each."""
    for at, letter in enumerate(case.dossier.letters.letters if case.dossier.letters else ()):
        if letter.kind == NOTIFICATION and letter.agency is None:
            yield case.finding("notification-without-agency", "letters", ("letters", at, "kind"))


def chairs_attend_their_meeting(case: Case) -> Iterator[Finding]:
    """The chair and the secretary sign the minutes, so they are among those who attended."""
    for meeting in case.dossier.meetings:
        attendees = {attendee.id: attendee.post for attendee in meeting.attendance}
        for name in ("chair", "secretary"):
            cited = getattr(meeting, name)
            if cited not in attendees:
                values = {"kind": KINDS["attendee"], "id": cited, "remedy": remedy_for(cited, attendees)}
                yield case.finding("reference-unknown", f"meetings/{meeting.id}", (name,), **values)


def decisions_are_due_after_their_meeting(case: Case) -> Iterator[Finding]:
    """Nobody can do something before it was decided; and what is done is done to a hundred percent."""
    for meeting in case.dossier.meetings:
        record = f"meetings/{meeting.id}"
        for at, decision in enumerate(meeting.decisions):
            due, day = decision.deadline, meeting.date
            if not isinstance(due, Unknown) and not isinstance(day, Unknown) and due < day:
                values = {"deadline": str(due), "date": str(day)}
                yield case.finding("decision-due-before-meeting", record, ("decisions", at, "deadline"), **values)
            if decision.progress is not None and (decision.progress == WHOLE) != (decision.status == "انجام‌شده"):
                path = ("decisions", at, "progress")
                yield case.finding("decision-progress", record, path, status=decision.status)
