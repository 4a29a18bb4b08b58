from pathlib import Path

import pytest

from generator.cli.reporting.cards import as_rows, cards, counted, hints
from generator.cli.reporting.layout import Line, logical
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yaml"
    file.write_text("sample: بله\nactions:\n  - id: a01\n    roles:\n      - actor: خیرینن\n", encoding="utf-8")
    return file


@pytest.fixture
def wrong(plan: Path) -> Problem:
    where = "اقدام‌ها ← a01 ← نقش‌آفرین"
    values = {"text": "خیرینن", "near": "منظورتان «خیرین» بود؟", "allowed": "«مردم»، «خیرین»"}
    return problem("not-in-list", Place(plan, 5, 16), where=where, **values)


def text(lines: list[Line]) -> list[str]:
    return [row.text for line in lines for row in logical(line, None)]


def test_a_card_on_a_terminal_has_place_path_line_fault_question_and_what_is_allowed(plan: Path, wrong: Problem) -> None:
    assert text(list(cards([wrong], joined=False))) == [
        "خطاها (۱)",
        "",
        f"{plan}:5:16: خطا: نقش‌آفرین [not-in-list]",
        "    اقدام‌ها ← a01 ← نقش‌آفرین",
        "    │ - actor: ⟦خیرینن⟧",
        "    مقدار «خیرینن» از مقدارهای پذیرفته نیست.",
        "    منظورتان «خیرین» بود؟",
        "    مقدارهای پذیرفته: «مردم»، «خیرین».",
        "",
    ]


def test_a_card_in_a_pipe_has_place_and_fault_in_one_line(plan: Path, wrong: Problem) -> None:
    assert text(list(cards([wrong], joined=True)))[2:5] == [
        f"{plan}:5:16: خطا: مقدار «خیرینن» از مقدارهای پذیرفته نیست. [not-in-list]",
        "    اقدام‌ها ← a01 ← نقش‌آفرین",
        "    │ - actor: ⟦خیرینن⟧",
    ]


def test_a_field_of_one_step_is_not_told_twice(plan: Path) -> None:
    found = problem("value-empty", Place(plan, 1, 9), where="نمونه")

    assert text(list(cards([found], joined=False)))[2:] == [
        f"{plan}:1:9: خطا: نمونه [value-empty]",
        "    │ sample: ⟦بله⟧",
        "    مقداری نوشته نشده است.",
        "    مقدار را پس از «:» بنویسید.",
        "",
    ]


@pytest.mark.parametrize("joined", [True, False])
def test_gaps_take_one_line_each(joined: bool, plan: Path) -> None:
    gap = problem("gap", Place(plan, 3, 5), where="کارفرما ← نام", fact="نام", reason="", who="دبیرخانه")
    lines = text(list(cards([gap, gap], joined=joined)))

    assert lines[0] == "کمبودها؛ آنچه هنوز معلوم نیست (۲)"
    told = "کمبود: کارفرما: «نام» هنوز معلوم نیست." if joined else "کارفرما ← نام"
    assert lines[2:] == [f"{plan}:3:5: {told}"] * 2 + [""]


@pytest.mark.parametrize("joined", [True, False])
def test_every_problem_with_a_place_begins_with_it(joined: bool, plan: Path, wrong: Problem) -> None:
    found = [wrong, problem("gap", Place(plan, 3, 5), fact="نام", reason="", who="دبیرخانه")]
    lines = text(list(cards(found, joined=joined)))

    assert [line for line in lines if line.startswith(str(plan))] == [
        next(line for line in lines if line.startswith(f"{plan}:3:5: ")),
        next(line for line in lines if line.startswith(f"{plan}:5:16: ")),
    ]


def test_the_gravest_come_last_and_those_of_one_file_together(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    found = [
        problem("value-empty", Place(plan, 4, 1)),
        problem("value-empty", Place(other, 1, 1)),
        problem("yaml-byte-order-mark", Place(plan, 1, 1)),
        problem("value-empty", Place(plan, 2, 1)),
    ]
    lines = text(list(cards(found, joined=True)))
    told = [line.removeprefix(f"{tmp_path}/").split(": ")[0] for line in lines if line.startswith(str(tmp_path))]

    assert told == ["plan.yaml:1:1", "plan.yaml:2:1", "plan.yaml:4:1", "other.yaml:1:1"]
    assert [line for line in lines if line.endswith(")") and not line.startswith("/")] == ["هشدارها (۱)", "خطاها (۳)"]


def test_a_problem_without_a_place_has_neither_heading_nor_excerpt() -> None:
    found = problem("no-folder", None, path="plans")

    expected = ["خطا: پوشهٔ «plans» نیست. [no-folder]", "    نشانی را بررسی کنید.", ""]
    assert text(list(cards([found], joined=False))) == expected
    assert text(list(cards([found], joined=True))) == expected


def test_the_question_stands_before_what_is_allowed() -> None:
    assert hints("منظورتان «الف» بود؟ پذیرفته‌ها: ب.") == ["منظورتان «الف» بود؟", "پذیرفته‌ها: ب."]
    assert hints("منظورتان «الف» بود؟") == ["منظورتان «الف» بود؟"]
    assert hints("") == []


def test_problems_are_counted_by_severity(wrong: Problem) -> None:
    gap = problem("gap", None, fact="نام", reason="", who="دبیرخانه")

    assert counted([]) == "مشکلی دیده نشد"
    assert counted([wrong, gap, gap]) == "۱ خطا و ۲ کمبود"


def test_programs_get_plain_values(plan: Path, wrong: Problem) -> None:
    (row,) = as_rows([wrong])

    assert row == {
        "code": "not-in-list",
        "severity": "error",
        "file": str(plan),
        "line": 5,
        "column": 16,
        "where": "اقدام‌ها ← a01 ← نقش‌آفرین",
        "message": "مقدار «خیرینن» از مقدارهای پذیرفته نیست.",
        "hint": "منظورتان «خیرین» بود؟ مقدارهای پذیرفته: «مردم»، «خیرین».",
    }
    assert as_rows([problem("start-what", given="", allowed="", near="")])[0]["file"] is None
