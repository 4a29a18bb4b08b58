"""Rules over surveys: what their counts add up to, and that a report uses what was asked in its time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.surveys import Question, Survey
from generator.persian import group


def surveys_begin_before_they_end(case: Case) -> Iterator[Finding]:
    """The days of a survey say of which time its answers are."""
    for survey in case.dossier.surveys:
        start, end = survey.start, survey.end
        if not isinstance(start, Unknown) and not isinstance(end, Unknown) and end < start:
            yield case.finding("schedule-reversed", f"surveys/{survey.id}", ("end",), start=str(start), end=str(end))


def answers_fit_the_sample(case: Case) -> Iterator[Finding]:
    """Nobody answers who was not asked: the answers to a question, or each of several, are no more than the sample."""
    for survey in case.dossier.surveys:
        for at, question in enumerate(survey.questions):
            yield from _of_question(case, survey, at, question)


def _of_question(case: Case, survey: Survey, at: int, question: Question) -> Iterator[Finding]:
    record, size = f"surveys/{survey.id}", survey.sample_size
    if isinstance(size, Unknown):
        return
    if not question.several and question.answered > size:
        values = {"sum": group(question.answered), "size": group(size)}
        yield case.finding("answers-above-sample", record, ("questions", at, "answers"), **values)
        return
    for answer_at, answer in enumerate(question.answers):
        if not isinstance(answer.count, Unknown) and answer.count > size:
            path = ("questions", at, "answers", answer_at, "count")
            yield case.finding("answers-above-sample", record, path, sum=group(answer.count), size=group(size))


def evaluations_use_the_surveys_of_their_time(case: Case) -> Iterator[Finding]:
    """A report that says that residents were asked, and not what they said, hides it; one cannot cite what came later."""
    for evaluation in case.dossier.evaluations:
        record, prepared = f"evaluations/{evaluation.id}", evaluation.prepared_on
        for survey in case.dossier.surveys:
            end = survey.end
            if isinstance(end, Unknown):
                continue
            cited = survey.id in evaluation.surveys
            if not cited and evaluation.period.start <= end <= evaluation.period.end:
                yield case.finding("survey-not-cited", record, ("surveys",), id=survey.id, title=survey.title)
            if cited and not isinstance(prepared, Unknown) and end > prepared:
                path = ("surveys", evaluation.surveys.index(survey.id))
                yield case.finding("survey-after-report", record, path, end=str(end), date=str(prepared))
