"""An evaluation that measures against a version of the plan that was issued, whatever the plan has become."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.build.project import Project
from generator.build.subjects import Subject
from generator.model.known import NotListedError
from generator.model.records.action import ActionPlan
from generator.persian import to_persian
from generator.problems.errors import DataError
from generator.problems.messages import problem
from generator.reading.yamltext import parse, typed

_PLAN = "plan"


def measured(subject: Subject, project: Project) -> Subject:
    """Return a subject with the plan that its evaluation names by number; where there is none it is refused, at its line."""
    evaluation, dossier = subject.evaluation, subject.dossier
    if evaluation is None or evaluation.against is None or dossier is None:
        return subject
    plan = _kept(project, dossier.file(_PLAN), str(evaluation.against))
    if plan is not None:
        return replace(subject, dossier=dossier.model_copy(update={_PLAN: plan}))
    key = dossier.file(f"evaluations/{evaluation.id}")
    place = project.reading.positions.place(key, ("against",))
    told = problem("against-unknown", place, number=to_persian(str(evaluation.against)))
    return replace(subject, refused=(told,))


def _kept(project: Project, key: str, number: str) -> ActionPlan | None:
    """Return the plan that a final was made from; None when there is no such final, or it was made from no plan here."""
    assert project.workspace is not None, "it has a subject"
    try:
        project.workspace.finals.final(number)
        data = project.kept.records(number).get(key)
    except (NotListedError, DataError):
        return None
    parsed = parse(data, Path(key)) if data is not None else None
    return None if parsed is None or parsed.node is None else typed.load(parsed.node, ActionPlan, Path(key)).value
