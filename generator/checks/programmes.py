"""Rules over a year's programme: on which evaluation it rests, and what of the plan it carries on (V8, line 273)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evaluations import left_out
from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Case, Finding
from generator.model.records.evaluation import Evaluation
from generator.model.records.yearly import YearProgramme
from generator.persian import group

FINISHED = 100


def lines_cite_solutions_of_the_evaluation(case: Case) -> Iterator[Finding]:
    """A line that carries out a solution names one of the evaluation that the programme rests on."""
    for programme, evaluation in _based(case):
        known = {solution.id: solution.title for solution in evaluation.solutions}
        for at, line in enumerate(programme.lines):
            for cited_at, cited in enumerate(line.solutions):
                if cited not in known:
                    values = {"kind": KINDS["solution"], "id": cited, "remedy": remedy_for(cited, known)}
                    path = ("lines", at, "solutions", cited_at)
                    yield case.finding("reference-unknown", _record(programme), path, **values)


def unfinished_actions_are_carried_on(case: Case) -> Iterator[Finding]:
    """An action that is not finished goes on in the year or stops with a reason; one left out is forgotten."""
    plan = case.dossier.plan
    for programme, evaluation in _based(case):
        lines, stopped = {line.action for line in programme.lines}, {each.action for each in programme.stopped}
        open_still = {line.action for line in evaluation.progress if line.actual < FINISHED}
        planned = [action.id for action in plan.actions] if plan else []
        left = [action for action in left_out(planned, [*filter(None, lines), *stopped]) if action in open_still]
        if left:
            named = "، ".join(f"«{action}»" for action in left)
            yield case.finding("actions-left-out-of-year", _record(programme), ("lines",), actions=named)
    for programme in case.dossier.programmes:
        lines = {line.action for line in programme.lines}
        for at, each in enumerate(programme.stopped):
            if each.action in lines:
                yield case.finding("stopped-and-carried-on", _record(programme), ("stopped", at, "action"), id=each.action)


def a_year_spends_what_is_left(case: Case) -> Iterator[Finding]:
    """The credit of a line is at most what its action has not spent yet: more needs another edition of the plan."""
    plan = case.dossier.plan
    totals = {action.id: action.total for action in plan.actions} if plan else {}
    for programme, evaluation in _based(case):
        for at, line in enumerate(programme.lines):
            progress = evaluation.of(line.action or "")
            total = totals.get(line.action or "")
            if progress is None or total is None or line.amount <= total - progress.spent:
                continue
            values = {"amount": group(line.amount), "left": group(max(total - progress.spent, 0))}
            yield case.finding("year-above-rest", _record(programme), ("lines", at, "amount"), **values)


def _based(case: Case) -> Iterator[tuple[YearProgramme, Evaluation]]:
    """Yield each programme with the evaluation that it rests on, where there is one."""
    evaluations = {evaluation.id: evaluation for evaluation in case.dossier.evaluations}
    for programme in case.dossier.programmes:
        if programme.evaluation in evaluations:
            yield programme, evaluations[programme.evaluation]


def _record(programme: YearProgramme) -> str:
    return f"programmes/{programme.id}"
