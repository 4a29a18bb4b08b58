"""What an evaluation says beside its figures: answers, what residents said, the office, earlier solutions, the year ahead."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation, FollowUp, Member, Solution
from generator.model.records.surveys import Answer, Question, Survey
from generator.model.records.workspace import Dossier
from generator.model.views import answers, office_work, year_ahead
from generator.model.views.answers import Answers
from generator.model.views.office_work import OfficeStanding
from generator.model.views.progress import ProgressReport, share
from generator.model.views.year_ahead import YearAhead
from generator.persian import days_between


class Seats(NamedTuple):
    """How many members of the committee come from one side."""

    represents: str
    members: int


class Involved(NamedTuple):
    """A member who works for an agency, and how many of the actions that are evaluated that agency leads."""

    member: Member
    led: int


class GivenAnswer(NamedTuple):
    """An answer with its share of those who answered the survey, in percent (None while a count is not known)."""

    answer: Answer
    share: Decimal | None


class AnsweredQuestion(NamedTuple):
    """A question with its answers; `silent` is how many of the sample gave none (None where several answers may be given)."""

    question: Question
    answers: tuple[GivenAnswer, ...]
    silent: int | None
    silent_share: Decimal | None

    @property
    def most(self) -> GivenAnswer | None:
        """The answer that most gave; None when two were given as often, or nothing is known."""
        ranked = sorted((each for each in self.answers if each.share is not None), key=lambda each: -(each.share or 0))
        tie = len(ranked) > 1 and ranked[0].share == ranked[1].share
        return ranked[0] if ranked and not tie else None


class SurveyResult(NamedTuple):
    """A survey with its questions."""

    survey: Survey
    questions: tuple[AnsweredQuestion, ...]


class Followed(NamedTuple):
    """A solution of the evaluation before with what became of it (None when nobody says), the days that it was late, and the
    solution that takes it up."""

    solution: Solution
    outcome: FollowUp | None
    days_late: int | None
    carried: Solution | None


class Assessment(NamedTuple):
    """What an evaluation finds; `office` is None without a contract, `year` without a programme that rests on it."""

    seats: tuple[Seats, ...]
    involved: tuple[Involved, ...]
    answers: Answers
    surveys: tuple[SurveyResult, ...]
    followed: tuple[Followed, ...]
    office: OfficeStanding | None
    year: YearAhead | None
    asked: tuple[Solution, ...]

    @property
    def settled(self) -> int:
        """How many of the earlier solutions were carried out."""
        return sum(each.outcome is not None and each.outcome.status == "انجام شد" for each in self.followed)


def assess(dossier: Dossier, evaluation: Evaluation, report: ProgressReport | None, catalogue: Catalogue) -> Assessment | None:
    """Return what an evaluation finds, of the records that the dossier has; None without figures of its progress."""
    if dossier.plan is None or report is None:
        return None
    cited = [survey for survey in dossier.surveys if survey.id in evaluation.surveys]
    return Assessment(
        seats=tuple(_seats(evaluation)),
        involved=tuple(_involved(evaluation, report)),
        answers=answers.answer(dossier, dossier.plan, report),
        surveys=tuple(SurveyResult(each, tuple(_answered(each, question) for question in each.questions)) for each in cited),
        followed=tuple(_followed(dossier, evaluation)),
        office=office_work.work(dossier, evaluation, catalogue),
        year=year_ahead.ahead(dossier, evaluation.id, report),
        asked=tuple(sorted(evaluation.solutions, key=lambda solution: solution.deadline)),
    )


def _seats(evaluation: Evaluation) -> list[Seats]:
    sides = dict.fromkeys(member.represents for member in evaluation.committee)
    return [Seats(side, sum(member.represents == side for member in evaluation.committee)) for side in sides]


def _involved(evaluation: Evaluation, report: ProgressReport) -> list[Involved]:
    found = [
        Involved(member, sum(row.action.lead == member.agency for row in report.by_action)) for member in evaluation.committee
    ]
    return [each for each in found if each.led]


def _answered(survey: Survey, question: Question) -> AnsweredQuestion:
    size = survey.sample_size if isinstance(survey.sample_size, int) else question.answered
    known = all(isinstance(answer.count, int) for answer in question.answers)
    given = [
        GivenAnswer(answer, share(answer.count, size) if isinstance(answer.count, int) and size else None)
        for answer in question.answers
    ]
    silent = size - question.answered if known and not question.several and size >= question.answered else None
    return AnsweredQuestion(question, tuple(given), silent, None if silent is None else share(silent, size))


def _followed(dossier: Dossier, evaluation: Evaluation) -> list[Followed]:
    previous = dossier.previous(evaluation)
    outcomes = {each.solution: each for each in evaluation.follow_up}
    own = {solution.id: solution for solution in evaluation.solutions}
    found: list[Followed] = []
    for solution in previous.solutions if previous else ():
        outcome = outcomes.get(solution.id)
        late = max(0, days_between(solution.deadline, outcome.done_on)) if outcome and outcome.done_on else None
        found.append(Followed(solution, outcome, late, own.get(outcome.carried_by or "") if outcome else None))
    return found
