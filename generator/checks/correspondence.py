"""Rules over calls, letters and minutes: what they cite, in which order, and who answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.contracts import WHOLE
from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Case, Finding, ProvinceCase
from generator.model.known import Unknown
from generator.model.records.letters import NOTIFICATION, REMINDER, SENDING
from generator.persian import numeral


def call_is_open_before_it_closes(case: ProvinceCase) -> Iterator[Finding]:
    """A call (lines 157, 176) is answered between its publication and its deadline."""
    for call in case.province.calls:
        record, opened, closed = f"calls/{call.id}", call.published_on, call.deadline
        if not isinstance(opened, Unknown) and not isinstance(closed, Unknown) and closed < opened:
            yield case.finding("schedule-reversed", record, ("deadline",), start=str(opened), end=str(closed))
            continue
        for at, applicant in enumerate(call.applicants):
            received = applicant.received_on
            if not isinstance(received, Unknown) and not isinstance(closed, Unknown) and received > closed:
                values = {"date": str(received), "deadline": str(closed)}
                yield case.finding("application-late", record, ("applicants", at, "received_on"), **values)


def criteria_weigh_a_whole(case: ProvinceCase) -> Iterator[Finding]:
    """Weights are shares of the score, so they sum to a hundred."""
    for call in case.province.calls:
        total = sum(criterion.weight for criterion in call.criteria)
        if call.criteria and total != WHOLE:
            yield case.finding("criteria-sum", f"calls/{call.id}", ("criteria",), sum=numeral(total))


def letters_cite_what_was_before_them(case: ProvinceCase) -> Iterator[Finding]:
    """«پیرو» and «عطف» name a letter that the reader can find, and that was there before."""
    letters = case.province.letters
    dates = {letter.id: letter.date for letter in letters}
    for letter in letters:
        for cited_at, cited in enumerate(letter.references):
            record, path = f"letters/{letter.id}", ("references", cited_at)
            if cited.letter is None and cited.number is None:
                yield case.finding("letter-reference-empty", record, path, kind=cited.kind)
                continue
            before = cited.date or dates.get(cited.letter or "")
            if before is None or isinstance(before, Unknown) or isinstance(letter.date, Unknown):
                continue
            if before > letter.date:
                values = {"date": str(letter.date), "cited": str(before)}
                yield case.finding("letter-reference-later", record, path, **values)


def letters_cite_another_once(case: ProvinceCase) -> Iterator[Finding]:
    """A letter follows another or answers it, once: two references to one letter would print it twice."""
    for letter in case.province.letters:
        seen: set[tuple[object, ...]] = set()
        for cited_at, cited in enumerate(letter.references):
            named = (cited.letter,) if cited.letter else (cited.number, cited.date)
            if named in seen and named != (None, None):
                yield case.finding("letter-cited-twice", f"letters/{letter.id}", ("references", cited_at))
            seen.add(named)


def notifications_name_their_agency(case: ProvinceCase) -> Iterator[Finding]:
    """A plan is notified to agencies (line 287), one letter for each."""
    for letter in case.province.letters:
        if letter.kind == NOTIFICATION and letter.agency is None:
            yield case.finding("notification-without-agency", f"letters/{letter.id}", ("kind",))


def letters_of_ones_own_part_go_to_one(case: ProvinceCase) -> Iterator[Finding]:
    """A notification says what one recipient does in one plan (line 287), a reminder what one owes: no other reads it."""
    for letter in case.province.letters:
        if letter.kind in (NOTIFICATION, REMINDER) and len(letter.recipients) > 1:
            values = {"kind": letter.kind, "count": numeral(len(letter.recipients))}
            yield case.finding("letter-of-several", f"letters/{letter.id}", ("recipients", 1), **values)
        if letter.kind == NOTIFICATION and len(letter.neighbourhoods) > 1:
            yield case.finding("notification-of-several-plans", f"letters/{letter.id}", ("neighbourhoods", 1))


def letters_follow_the_decisions_that_they_announce(case: ProvinceCase) -> Iterator[Finding]:
    """A letter makes known what has been decided, so it is not older than the session."""
    days = {meeting.id: meeting.date for meeting in case.province.meetings}
    for letter in case.province.letters:
        for at, decision in enumerate(letter.decisions):
            day = days.get(decision.partition("/")[0])
            if day is None or isinstance(day, Unknown) or isinstance(letter.date, Unknown) or letter.date >= day:
                continue
            values = {"date": str(letter.date), "decided": str(day)}
            yield case.finding("letter-before-decision", f"letters/{letter.id}", ("decisions", at), **values)


def reports_are_sent_by_a_letter_of_their_own(case: ProvinceCase) -> Iterator[Finding]:
    """A report is sent once it is written, by a letter that says so; one letter for two would name only the first."""
    letters = {letter.id: letter for letter in case.province.letters}
    sent: set[str] = set()
    for quarter in case.province.quarters:
        letter, record, path = letters.get(quarter.letter or ""), f"quarters/{quarter.id}", ("letter",)
        if letter is None:
            continue
        if letter.kind != SENDING:
            yield case.finding("report-letter-other-kind", record, path, kind=letter.kind, wanted=SENDING)
        elif letter.neighbourhoods:
            yield case.finding("report-letter-of-some", record, path)
        elif letter.id in sent:
            yield case.finding("report-letter-twice", record, path, id=letter.id)
        elif not isinstance(quarter.prepared_on, Unknown) and letter.is_older_than(quarter.prepared_on):
            values = {"date": str(letter.date), "prepared": str(quarter.prepared_on)}
            yield case.finding("report-letter-early", record, path, **values)
        sent.add(letter.id)


def replies_are_asked_after_their_letter(case: ProvinceCase) -> Iterator[Finding]:
    """Nobody can answer a letter before it was written."""
    for letter in case.province.letters:
        if letter.reply_by is not None and not isinstance(letter.date, Unknown) and letter.reply_by < letter.date:
            values = {"start": str(letter.date), "end": str(letter.reply_by)}
            yield case.finding("schedule-reversed", f"letters/{letter.id}", ("reply_by",), **values)


def decisions_concern_neighbourhoods_of_their_meeting(case: ProvinceCase) -> Iterator[Finding]:
    """A session names all neighbourhoods that it decides over; by them it is found in each dossier."""
    for meeting in case.province.meetings:
        for at, decision in enumerate(meeting.decisions):
            for named_at, named in enumerate(decision.neighbourhoods):
                if named not in meeting.neighbourhoods:
                    path = ("decisions", at, "neighbourhoods", named_at)
                    yield case.finding("decision-elsewhere", f"meetings/{meeting.id}", path, neighbourhood=named)


def a_local_meeting_is_of_its_neighbourhood(case: Case) -> Iterator[Finding]:
    """A session over several neighbourhoods is entered once, in the province's folder; two of one id could not be cited."""
    province = {meeting.id for meeting in case.dossier.meetings if meeting.neighbourhoods}
    for meeting in case.meetings:
        if meeting.id in province:
            yield case.finding("duplicate-id", f"meetings/{meeting.id}", ("id",), id=meeting.id)


def chairs_attend_their_meeting(case: Case | ProvinceCase) -> Iterator[Finding]:
    """The chair and the secretary sign the minutes, so they are among those who attended."""
    for meeting in case.meetings:
        attendees = {attendee.id: attendee.post for attendee in meeting.attendance}
        for name in ("chair", "secretary"):
            cited = getattr(meeting, name)
            if cited not in attendees:
                values = {"kind": KINDS["attendee"], "id": cited, "remedy": remedy_for(cited, attendees)}
                yield case.finding("reference-unknown", f"meetings/{meeting.id}", (name,), **values)


def decisions_are_due_after_their_meeting(case: Case | ProvinceCase) -> Iterator[Finding]:
    """Nobody can do something before it was decided; and what is done is done to a hundred percent."""
    for meeting in case.meetings:
        record = f"meetings/{meeting.id}"
        for at, decision in enumerate(meeting.decisions):
            due, day = decision.deadline, meeting.date
            if not isinstance(due, Unknown) and not isinstance(day, Unknown) and due < day:
                values = {"deadline": str(due), "date": str(day)}
                yield case.finding("decision-due-before-meeting", record, ("decisions", at, "deadline"), **values)
            if decision.progress is not None and (decision.progress == WHOLE) != (decision.status == "انجام‌شده"):
                path = ("decisions", at, "progress")
                yield case.finding("decision-progress", record, path, status=decision.status)
