"""Rules over what an evaluation says of the past: why an action is behind, and what became of the solutions before it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Case, Finding
from generator.model.records.evaluation import Evaluation


def actions_behind_have_a_reason(case: Case) -> Iterator[Finding]:
    """A report that says that an action is late, and not why and what is done, does not evaluate it (V8, line 273)."""
    for evaluation in case.dossier.evaluations:
        behind = [line for line in evaluation.progress if line.actual < line.planned]
        for name, code in (("reason", "behind-without-reason"), ("remedy", "behind-without-remedy")):
            silent = [line.action for line in behind if not getattr(line, name)]
            if silent:
                named = "، ".join(f"«{action}»" for action in silent)
                yield case.finding(code, _record(evaluation), ("progress",), actions=named)


def solutions_are_followed_up(case: Case) -> Iterator[Finding]:
    """Each solution of the evaluation before is answered, once: done, or why not, and which solution takes it up (V8)."""
    for evaluation in case.dossier.evaluations:
        previous = case.dossier.previous(evaluation)
        asked = {solution.id: solution.title for solution in previous.solutions} if previous else {}
        answered = {each.solution for each in evaluation.follow_up}
        left = [each for each in asked if each not in answered]
        # Each misspelt id, which is reported in its own place, may mean one of them.
        if previous and len(left) > len(answered - asked.keys()):
            named = "، ".join(f"«{each}» ({asked[each]})" for each in left)
            values = {"solutions": named, "period": previous.period.title}
            yield case.finding("solutions-not-followed", _record(evaluation), ("follow_up",), **values)
        yield from _cited(case, evaluation, asked if previous else None)


def _cited(case: Case, evaluation: Evaluation, asked: dict[str, str] | None) -> Iterator[Finding]:
    """Report what cites no solution of the evaluation before (unless that is missing) or of this one, and what stands twice."""
    own = {solution.id: solution.title for solution in evaluation.solutions}
    seen: set[str] = set()
    for at, each in enumerate(evaluation.follow_up):
        for name, cited, known in (("solution", each.solution, asked), ("carried_by", each.carried_by, own)):
            if cited is not None and known is not None and cited not in known:
                values = {"kind": KINDS["solution"], "id": cited, "remedy": remedy_for(cited, known)}
                yield case.finding("reference-unknown", _record(evaluation), ("follow_up", at, name), **values)
        if each.solution in seen:
            yield case.finding("duplicate-id", _record(evaluation), ("follow_up", at, "solution"), id=each.solution)
        seen.add(each.solution)


def unsettled_solutions_have_a_reason(case: Case) -> Iterator[Finding]:
    """A solution that was not carried out comes back until somebody says why."""
    for evaluation in case.dossier.evaluations:
        for at, each in enumerate(evaluation.follow_up):
            if each.status != "انجام شد" and not each.reason:
                path = ("follow_up", at, "status")
                yield case.finding("follow-up-without-reason", _record(evaluation), path, status=each.status)


def _record(evaluation: Evaluation) -> str:
    return f"evaluations/{evaluation.id}"
