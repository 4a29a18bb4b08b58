"""Rules that hold an evaluation against what else is known: what an action waits for, the contract, its committee."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evaluations import lines
from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.evaluation import Evaluation
from generator.model.records.evaluation_parts import CRITERIA
from generator.model.views.progress import DONE
from generator.persian import decimal_text


def work_waits_for_what_it_needs(case: Case) -> Iterator[Finding]:
    """Progress without the land, the permit or the agreement that it needs is a slip, or else a note says what work it is."""
    for evaluation, at, line, action in lines(case):
        if not line.actual or line.note:
            continue
        for each in action.prerequisites:
            ready = each.ready_on
            if not isinstance(ready, Unknown) and ready <= evaluation.period.end:
                continue
            values = {"actual": decimal_text(line.actual), "title": each.title, "period": evaluation.period.title}
            path = ("progress", at, "actual")
            yield case.finding("progress-before-prerequisite", _record(evaluation), path, **values)


def work_waits_for_what_it_follows(case: Case) -> Iterator[Finding]:
    """An action begins once what it waits for is done; along with another it neither begins nor ends before that."""
    planned = {action.id: action for action in case.dossier.plan.actions} if case.dossier.plan else {}
    for evaluation, at, line, action in lines(case):
        done = {each.action: each.actual for each in evaluation.progress}
        # What the plan itself dates wrong is reported there.
        waited = [each for each in action.after if each in planned and planned[each].end <= action.start]
        early = [each for each in waited if line.actual and done.get(each, DONE) < DONE]
        for each in action.along:
            other = done.get(each, line.actual)
            early += [each] if other == 0 < line.actual or other < DONE == line.actual else []
        for each in early if not line.note else ():
            values = {"actual": decimal_text(line.actual), "first": each, "done": decimal_text(done[each])}
            yield case.finding("progress-before-first", _record(evaluation), ("progress", at, "actual"), **values)


def periods_lie_in_the_contract(case: Case) -> Iterator[Finding]:
    """A half-year that reaches past the contract has days on which nobody was bound to run the office: who did, is said."""
    contract = case.dossier.contract
    end = contract.end_now if contract else None
    for evaluation in case.dossier.evaluations:
        if end is None or isinstance(end, Unknown) or evaluation.period.end <= end or evaluation.office.run_by:
            continue
        values = {"end": str(end), "last": str(evaluation.period.end)}
        yield case.finding("evaluated-beyond-contract", _record(evaluation), ("period",), **values)


def every_criterion_is_answered(case: Case) -> Iterator[Finding]:
    """Figures alone judge nothing: the committee says once by each criterion what it found."""
    for evaluation in case.dossier.evaluations:
        answered = [each.criterion for each in evaluation.criteria]
        missing = [criterion for criterion in CRITERIA if criterion not in answered]
        if missing:
            named = "، ".join(f"«{criterion}»" for criterion in missing)
            yield case.finding("criterion-without-finding", _record(evaluation), ("criteria",), criteria=named)
        for at, criterion in enumerate(answered):
            if criterion in answered[:at]:
                path = ("criteria", at, "criterion")
                yield case.finding("criterion-answered-twice", _record(evaluation), path, criterion=criterion)


def presence_is_counted(case: Case) -> Iterator[Finding]:
    """Whether the staff of the contract was there is the first thing asked of an office; each line is counted once."""
    contract = case.dossier.contract
    if contract is None:
        return
    for evaluation in case.dossier.evaluations:
        counted = [each.line for each in evaluation.office.presence]
        missing = [line.post for line in contract.staff if line.id not in counted]
        # A misspelt line is reported in its own place.
        if missing and set(counted) <= {line.id for line in contract.staff_now}:
            posts = "، ".join(f"«{post}»" for post in missing)
            yield case.finding("presence-not-counted", _record(evaluation), ("office",), posts=posts)
        for at, line in enumerate(counted):
            if line in counted[:at]:
                yield case.finding("duplicate-id", _record(evaluation), ("office", "presence", at, "line"), id=line)


def sessions_follow_their_report(case: Case) -> Iterator[Finding]:
    """A committee approves a report that lies before it."""
    for evaluation in case.dossier.evaluations:
        held, prepared = evaluation.session.date, evaluation.prepared_on
        if not isinstance(held, Unknown) and not isinstance(prepared, Unknown) and held < prepared:
            values = {"date": str(held), "prepared": str(prepared)}
            yield case.finding("session-before-report", _record(evaluation), ("session", "date"), **values)


def _record(evaluation: Evaluation) -> str:
    return f"evaluations/{evaluation.id}"
