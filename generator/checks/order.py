"""Rules over the order of the programme's life: what comes first by the source is dated first.

Every one is a warning, since a date may be a slip of the pen or the record of what really happened. Where the source leaves the
order open its sentence says that it is only a question. Orders of two dates in one record, and those that make a record void,
are with the rules of that record: `approvals`, `contracts`, `payments`, `editions`, `execution`, `periods` and others.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from generator.checks.approvals import FIRST, SECOND
from generator.checks.execution import SECOND_HALF
from generator.checks.scope import Case, FieldPath, Finding, place
from generator.model.known import Unknown
from generator.model.records.meeting import REVIEW
from generator.model.records.participatory import Participatory
from generator.model.views.delivered import written
from generator.persian import JalaliDate

OFFICE, DOCUMENT = "دفتر", "سند مشارکتی"
"""The subjects of the approvals of an office and of the participatory document."""

Named = tuple[JalaliDate, str]
"""A day and the file that tells it, as a sentence names it."""


def priority_is_before_what_rests_on_it(case: Case) -> Iterator[Finding]:
    """Priorities are the second stage, the call and the contract the third (V1, lines 155-159, 169-189)."""
    priority = case.dossier.priority
    if priority is None or isinstance(priority.decided_on, Unknown):
        return
    later = [*_call(case), *_contract(case), *_opening(case)]
    if later and min(later)[0] < priority.decided_on:
        yield _finding(case, "priority-too-late", "priority", ("decided_on",), priority.decided_on, min(later))


def the_call_is_before_the_contract(case: Case) -> Iterator[Finding]:
    """The operator is chosen among those who answered the call (lines 175-176)."""
    contract = [*_contract(case)]
    for call in case.dossier.calls if contract else ():
        for name, day in (("deadline", call.deadline), ("published_on", call.published_on)):
            if not isinstance(day, Unknown) and day > contract[0][0]:
                yield _finding(case, "call-too-late", f"calls/{call.id}", (name,), day, contract[0])
                break


def the_office_opens_in_its_contract(case: Case) -> Iterator[Finding]:
    """An office is opened by the operator under contract (line 189); a contract signed later has been reported."""
    contract, opening = case.dossier.contract, [*_opening(case)]
    if contract is None or not opening or isinstance(contract.start, Unknown):
        return
    signed_later = not isinstance(contract.date, Unknown) and contract.date > opening[0][0]
    if opening[0][0] < contract.start and not signed_later:
        named = (contract.start, "contract.yaml")
        yield _finding(case, "office-before-contract", "office", ("opened_on",), opening[0][0], named)


def the_office_opens_after_its_approval(case: Case) -> Iterator[Finding]:
    """An office is opened where the headquarters have so decided, and an approval after it would approve what is done."""
    opening = [*_opening(case)]
    for at, day in _approved(case, OFFICE)[:1]:
        if opening and day > opening[0][0]:
            yield _finding(case, "office-before-approval", "approvals", ("approvals", at, "date"), day, opening[0])


def gatherings_are_called_by_the_office(case: Case) -> Iterator[Finding]:
    """The residents are gathered by the office (lines 227-233), and what they said is in a document written later."""
    document, opened = _document(case), [*_opening(case)] or [*_contract(case)]
    for at, gathering in enumerate(document.gatherings if document else ()):
        path = ("gatherings", at, "date")
        if opened and gathering.date < opened[0][0]:
            yield _finding(case, "gathering-before-office", "participatory", path, gathering.date, opened[0])
        if document and gathering.date > document.date:
            named = (document.date, "participatory.yaml")
            yield _finding(case, "gathering-after-document", "participatory", path, gathering.date, named)


def needs_are_surveyed_by_the_office(case: Case) -> Iterator[Finding]:
    """The profile of needs is drawn up where an office exists, and approved after that (V2, line 286)."""
    needs, opening = case.dossier.needs, [*_opening(case)]
    days: list[tuple[str, FieldPath, JalaliDate]] = []
    if needs and not isinstance(needs.prepared_on, Unknown):
        days.append(("needs", ("prepared_on",), needs.prepared_on))
    days += [("approvals", ("approvals", at, "date"), day) for at, day in _approved(case, FIRST)[:1]]
    for record, path, day in days[:1]:
        if opening and day < opening[0][0]:
            yield _finding(case, "needs-before-office", record, path, day, opening[0])


def the_plan_follows_office_and_review(case: Case) -> Iterator[Finding]:
    """A joint plan is made once offices exist and the agencies' programmes have been reviewed (line 189)."""
    edition = _first_edition(case)
    if edition is None:
        return
    path, first = edition
    opening, reviews = [*_opening(case)], _reviews(case)
    if opening and first < opening[0][0]:
        yield _finding(case, "plan-before-office", "plan", path, first, opening[0])
    if reviews and first < reviews[0][0]:
        yield _finding(case, "plan-before-review", "plan", path, first, reviews[0])
    if not any(meeting.purpose == REVIEW for meeting in case.dossier.meetings) and "meetings" not in case.unread:
        yield case.finding("plan-without-review", "plan", ("date",))


def the_plan_answers_approved_needs(case: Case) -> Iterator[Finding]:
    """Needs are approved before the plan is (V3); whether before it is written, the source does not say."""
    edition = _first_edition(case)
    if edition is None:
        return
    path, first = edition
    for at, day in _approved(case, FIRST)[:1]:
        if first < day:
            yield _finding(case, "plan-before-needs", "plan", path, first, (day, _approving(case, at)))


def the_review_follows_the_contract(case: Case) -> Iterator[Finding]:
    """Both lists of stages name the call and the contract before the review and neither says why (lines 155-159, 169-189)."""
    contract = [*_contract(case)]
    for day, file in _reviews(case)[:1]:
        if contract and day < contract[0][0]:
            record = file.removesuffix(".yaml")
            yield _finding(case, "review-before-contract", record, ("date",), day, contract[0])


def the_document_follows_the_plan(case: Case) -> Iterator[Finding]:
    """The participatory document prints actions of the plan; which of both comes first the source leaves open."""
    document, first = _document(case), _first_plan(case)
    if document and first and document.date < first[0]:
        yield _finding(case, "document-before-plan", "participatory", ("date",), document.date, first)


def approvals_are_of_what_is_written(case: Case) -> Iterator[Finding]:
    """A body approves a paper that lies before it; an edition written since waits for an approval of its own."""
    needs, plan, document = case.dossier.needs, case.dossier.plan, _document(case)
    papers = [(FIRST, *named) for named in _named(needs.prepared_on if needs else None, "needs.yaml")]
    papers += [(SECOND, plan.date, "plan.yaml")] if plan and written(plan) else []
    papers += [(DOCUMENT, document.date, "participatory.yaml")] if document else []
    for about, day, file in papers:
        every = case.dossier.approvals.about(about) if case.dossier.approvals else ()
        given = _approved(case, about)
        if given and len(given) == len(every) and given[-1][1] < day:
            at, approved = given[-1]
            yield _finding(case, "approved-before-written", "approvals", ("approvals", at, "date"), approved, (day, file))


def evaluations_are_of_a_plan(case: Case) -> Iterator[Finding]:
    """An evaluation measures the progress of the plan (line 272), so a half-year before the plan has nothing to measure."""
    first = _first_plan(case)
    for evaluation in case.dossier.evaluations:
        if first and evaluation.period.end < first[0]:
            record = f"evaluations/{evaluation.id}"
            yield _finding(case, "evaluated-before-plan", record, ("period",), evaluation.period.end, first)


def programmes_follow_their_evaluation(case: Case) -> Iterator[Finding]:
    """The programme of a year comes from the evaluation of the half-year before it (V8, line 273)."""
    prepared = {evaluation.period: evaluation.prepared_on for evaluation in case.dossier.evaluations}
    for programme in case.dossier.programmes:
        for period, day in prepared.items():
            own = programme.prepared_on
            before = (period.year, period.half) == (programme.year - 1, SECOND_HALF)
            if before and not isinstance(day, Unknown) and not isinstance(own, Unknown) and own < day:
                record, named = f"programmes/{programme.id}", (day, f"evaluations/{period.id}.yaml")
                yield _finding(case, "programme-before-evaluation", record, ("prepared_on",), own, named)


def _finding(case: Case, code: str, record: str, path: FieldPath, day: JalaliDate, other: Named) -> Finding:
    """Make a finding about a day that stands wrong to another one."""
    return case.finding(code, record, path, date=str(day), other=str(other[0]), file=other[1])


def _named(day: JalaliDate | Unknown | None, file: str) -> Iterator[Named]:
    """Yield a day with its file when it is known."""
    if day is not None and not isinstance(day, Unknown):
        yield day, file


def _call(case: Case) -> Iterator[Named]:
    for call in case.dossier.calls:
        yield from _named(call.published_on, f"calls/{call.id}.yaml")


def _contract(case: Case) -> Iterator[Named]:
    """Yield the day of the contract; while it is not signed, that on which its term begins."""
    contract = case.dossier.contract
    if contract:
        yield from _named(contract.start if isinstance(contract.date, Unknown) else contract.date, "contract.yaml")


def _opening(case: Case) -> Iterator[Named]:
    office = case.dossier.office
    return _named(office.opened_on if office else None, "office.yaml")


def _reviews(case: Case) -> list[Named]:
    """List the sessions that reviewed what agencies plan, the first one first."""
    sessions = [meeting for meeting in case.dossier.meetings if meeting.purpose == REVIEW]
    return sorted(named for each in sessions for named in _named(each.date, f"meetings/{each.id}.yaml"))


def _approved(case: Case, about: str) -> list[tuple[int, JalaliDate]]:
    """List the days on which a matter was approved, with the places of the approvals, the first one first."""
    given = [
        (at, approval.date)
        for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ())
        if approval.about == about and approval.issued and not isinstance(approval.date, Unknown)
    ]
    return sorted(given, key=lambda each: each[1])


def _approving(case: Case, at: int) -> str:
    """Return the file that an approval is read from: of the approvals, of a meeting or of a letter."""
    return place(case.dossier, "approvals", ("approvals", at, "date"))[0].removeprefix(f"neighbourhoods/{case.dossier.id}/")


def _document(case: Case) -> Participatory | None:
    """Return the participatory document; one that was only begun has no day yet but an example of one."""
    document = case.dossier.participatory
    return document if document and written(document) else None


def _first_edition(case: Case) -> tuple[FieldPath, JalaliDate] | None:
    """Return the day of the first edition of the plan, and where it is written; of one that was only begun there is none."""
    plan = case.dossier.plan
    editions: list[tuple[FieldPath, JalaliDate]] = []
    if plan:
        editions += [(("previous", at, "date"), each.date) for at, each in enumerate(plan.previous)]
    if plan and written(plan):
        editions.append((("date",), plan.date))
    return min(editions, key=itemgetter(1), default=None)


def _first_plan(case: Case) -> Named | None:
    """Return the first day on which there was a plan: that of an edition, or of the approval of an earlier one."""
    edition = _first_edition(case)
    if edition is None:
        return None
    approved = ((day, _approving(case, at)) for at, day in _approved(case, SECOND))
    return min([(edition[1], "plan.yaml"), *approved])
