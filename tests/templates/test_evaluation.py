"""The evaluation on paper: a judgement that follows from its tables, every reason and remedy, sums reckoned apart."""

from __future__ import annotations

import dataclasses
from decimal import ROUND_HALF_UP, Decimal

import pytest

from generator.build import subjects
from generator.model.records.evaluation import FollowUp
from generator.model.records.evaluation_parts import OfficeWork
from generator.model.records.yearly import StoppedAction
from generator.persian import decimal_text, percent_text, to_persian
from generator.tree.nodes import Blank, Heading, Paragraph, Table
from generator.tree.walk import plain_text, walk
from tests.measures import measured
from tests.writing.word.opened import LOOK

REPORTS = [(place, half) for place in ("z3-golshahr", "z7-torogh", "z8-sisabad") for half in ("1404-h1", "1404-h2")]
EACH = pytest.mark.parametrize(("place", "half"), REPORTS)


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _words(node):
    return " ".join(plain_text(each.children) for each in _nodes(node, Paragraph))


def _tables(document):
    return {table.key: table for table in _nodes(document, Table)}


def _rows(document, key):
    return [[_words(cell) for cell in row.cells] for row in _tables(document)[key].body]


def _blanks(document):
    return {blank.prompt for blank in _nodes(document, Blank)}


def _tenth(value):
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.fixture(scope="module")
def report_of(project):
    kind = next(kind for kind in project.kinds if kind.id == "evaluation-report")
    found = {(each.place, each.id): each for each in subjects.find(kind, project.workspace, with_samples=True)}
    return lambda place, half: found[place, half]


@pytest.fixture(scope="module")
def paper(builder, report_of):
    made = {}

    def make(place, half):
        if (place, half) not in made:
            made[place, half] = builder.tree(report_of(place, half))[0]
        return made[place, half]

    return make


def _changed(builder, subject, records=None, **evaluation):
    """The paper of a subject with fields of its evaluation, and records of its dossier, changed."""
    (name, own), *more = subject.parts
    own = own.model_copy(update=evaluation)
    others = tuple(own if each.id == own.id else each for each in subject.dossier.evaluations)
    dossier = subject.dossier.model_copy(update={"evaluations": others, **(records or {})})
    return builder.tree(dataclasses.replace(subject, parts=((name, own), *more), dossier=dossier))[0]


@EACH
def test_the_judgement_says_what_the_sums_of_the_files_say(paper, report_of, place, half):
    subject = report_of(place, half)
    evaluation, plan = subject.evaluation, subject.dossier.plan
    weights = {action.id: sum(line.amount for line in action.budget) for action in plan.actions}
    total = sum(weights.values())
    planned = sum(weights[line.action] * line.planned for line in evaluation.progress) / total
    actual = sum(weights[line.action] * line.actual for line in evaluation.progress) / total
    behind = [line for line in evaluation.progress if line.actual < line.planned]
    (judgement,) = [each for each in _nodes(paper(place, half), Paragraph) if each.role == "judgement"]
    words = plain_text(judgement.children)
    direction = "عقب" if actual < planned else "پیش"
    assert f"{decimal_text(abs(_tenth(actual - planned)))} واحد از زمان‌بندی {direction} است" in words
    assert to_persian(f"{len(behind)} اقدام از {len(plan.actions)} اقدام") in words
    worst = min(behind, key=lambda line: line.actual - line.planned)
    assert plan.action(worst.action).title in words
    figures = " ".join(_words(_tables(paper(place, half))["key-figures"]).split())
    spent, allocated = (sum(getattr(line, name) for line in evaluation.progress) for name in ("spent", "allocated"))
    assert percent_text(_tenth(Decimal(spent) * 100 / allocated), 1) in figures
    assert decimal_text(_tenth(actual)) in figures


@EACH
def test_every_action_behind_has_its_reason_and_remedy_the_farthest_behind_first(paper, report_of, place, half):
    lines = [line for line in report_of(place, half).evaluation.progress if line.actual < line.planned]
    rows = _rows(paper(place, half), "behind-table")
    assert len(rows) == len(lines)
    for row, line in zip(rows, sorted(lines, key=lambda line: line.actual - line.planned), strict=True):
        assert row[0] == line.action.removeprefix("a").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        assert (row[4], row[5]) == (line.reason, line.remedy)


def test_what_nobody_wrote_is_a_blank_and_not_a_sentence(builder, report_of):
    subject = report_of("z3-golshahr", "1404-h2")
    silent = tuple(line.model_copy(update={"reason": "", "remedy": ""}) for line in subject.evaluation.progress)
    document = _changed(builder, subject, progress=silent, criteria=(), office=OfficeWork(), follow_up=())
    expected = {"علت عقب‌ماندگی", "اقدام اصلاحی", "یافتهٔ کمیته دربارهٔ پایداری", "نظر کمیته دربارهٔ کار دفتر", "نتیجهٔ راهکار"}
    assert expected <= _blanks(document)
    assert "حضور نیروهای دفتر در این دوره شمرده و ثبت نشده است." in _words(document)


@EACH
def test_the_first_period_has_no_columns_of_a_past_and_no_paper_has_a_column_of_dashes(paper, place, half):
    document = paper(place, half)
    head = " ".join(_words(row) for row in _tables(document)["progress-actions"].head)
    assert ("دورهٔ پیش" in head) == (half == "1404-h2")
    for key, table in _tables(document).items():
        columns = [list(column) for column in zip(*(row for row in _rows(document, key)), strict=False)]
        if len(table.body) > 2:
            assert not [column for column in columns if {"—"} == set(column)], key


@EACH
def test_the_conclusion_counts_as_the_tables_do_and_stands_before_the_words_of_the_committee(paper, report_of, place, half):
    document, evaluation = paper(place, half), report_of(place, half).evaluation
    axes = {row[0]: row[2] for row in _rows(document, "summary-axes")}
    text = _words(document)
    conclusion = text[text.rindex("واحد از زمان‌بندی") :]
    actions = {row[0]: row[1] for row in _rows(document, "summary-axes")}
    for axis, count in axes.items():
        assert f"{'هیچ‌یک' if count == '۰' else count} از {actions[axis]} اقدام {axis}" in conclusion
    assert " ".join(evaluation.conclusion.split()) in " ".join(conclusion.split())


def test_what_none_has_done_is_said_with_a_verb_that_denies_it(paper):
    text = _words(paper("z3-golshahr", "1404-h1"))
    assert "از ۵۰ شاخص هیچ‌یک به هدف نرسیده است." in text
    assert "هیچ‌یک به هدف رسیده" not in text
    assert "از ۵۰ شاخص ۷ شاخص به هدف رسیده است." in _words(paper("z3-golshahr", "1404-h2"))


def test_a_survey_is_printed_with_its_counts_and_shares(paper):
    rows = _rows(paper("z3-golshahr", "1404-h2"), "survey-table/satisfaction-1404")
    assert ["راضی", "۷۶", "۳۶٫۲٪"] in rows
    assert ["بی‌پاسخ", "۵", "۲٫۴٪"] in rows
    assert "نظرسنجی، مصاحبه یا گفت‌وگوی گروهی در پرونده ثبت نشده است" in _words(paper("z8-sisabad", "1404-h1"))


def test_each_solution_of_the_past_is_followed_up(builder, paper, report_of):
    rows = _rows(paper("z3-golshahr", "1404-h2"), "follow-up-table")
    assert len(rows) == len(report_of("z3-golshahr", "1404-h1").evaluation.solutions)
    assert "انجام شد" in rows[0][3] and "۲۵ روز پس از مهلت" in rows[0][3]
    assert "دنبالهٔ آن" in rows[2][3] and "موافقت نرسید" in rows[2][3]
    subject = report_of("z3-golshahr", "1404-h2")
    dropped = FollowUp.model_validate({"solution": "s1", "status": "منتفی"})
    changed = _changed(builder, subject, follow_up=(dropped, *subject.evaluation.follow_up[1:]))
    assert "منتفی" in _rows(changed, "follow-up-table")[0][3]


@pytest.mark.parametrize("place", ["z3-golshahr", "z7-torogh", "z8-sisabad"])
def test_the_year_is_compared_with_what_is_left_of_each_action(paper, report_of, place):
    subject = report_of(place, "1404-h2")
    (programme,), evaluation = subject.dossier.programmes, subject.evaluation
    rows = _rows(paper(place, "1404-h2"), "next-year-table")
    assert len(rows) == len(programme.lines)
    for row, line in zip(rows, programme.lines, strict=True):
        if line.action is None:
            assert row[0] == "تازه"
            continue
        progress, action = evaluation.of(line.action), subject.dossier.plan.action(line.action)
        amounts = (line.amount, progress.allocated - progress.spent, action.total - progress.allocated)
        assert row[5:8] == [decimal_text(Decimal(amount) / 10**6) for amount in amounts]


def test_unfinished_actions_that_the_year_leaves_out_are_listed_with_their_reason_or_a_blank(builder, paper, report_of):
    subject = report_of("z3-golshahr", "1404-h2")
    assert "next-year-left" not in _tables(paper("z3-golshahr", "1404-h2"))
    (programme,) = subject.dossier.programmes
    lines = tuple(line for line in programme.lines if line.action not in ("a01", "a02"))
    stopped = (StoppedAction.model_validate({"action": "a01", "reason": "زمین بازپس گرفته شد"}),)
    short = programme.model_copy(update={"lines": lines, "stopped": stopped})
    document = _changed(builder, subject, {"programmes": (short,)})
    rows = _rows(document, "next-year-left")
    assert [row[0] for row in rows] == ["۰۱", "۰۲"]
    assert rows[0][3] == "زمین بازپس گرفته شد"
    assert "علت بیرون ماندن از برنامه" in _blanks(document)


def test_a_half_year_past_the_contract_asks_who_ran_the_office(builder, report_of):
    subject = report_of("z8-sisabad", "1404-h2")
    end = subject.evaluation.period.end.plus_days(-100)
    over = subject.dossier.contract.model_copy(update={"end": end})
    assert "کسی که دفتر را اداره کرد" in _blanks(_changed(builder, subject, {"contract": over}))


def test_an_evaluation_of_little_data_says_what_is_not_there(builder, report_of):
    subject = report_of("z7-torogh", "1404-h1")
    bare = {"contract": None, "needs": None, "surveys": (), "activities": None, "payments": ()}
    words = _words(_changed(builder, subject, bare))
    assert "قرارداد دفتر در پرونده نیست" in words
    assert "شناسنامهٔ نیازهای محله در پرونده نیست" in words


@EACH
def test_wide_tables_are_annexes_and_nothing_is_set_small(paper, place, half):
    document = paper(place, half)
    assert {section.page for section in document.sections if not section.annex} == {"portrait"}
    inside = {table.key for section in document.sections if section.annex for table in _nodes(section, Table)}
    assert inside >= {"progress-actions", "measurements"}
    first = next(each for each in _nodes(document, Heading))
    assert first.key == "summary"
    found = measured(document, LOOK)
    assert found.smallest >= 10
    assert found.running >= 11
