from pathlib import Path

import pytest

from generator.cli.reporting.source import excerpts
from generator.persian import visible
from generator.problems.errors import Place, Problem, Severity


def told(line: str, column: int, tmp_path: Path, *, name: str = "plan.yaml", code: str = "bad-id") -> str | None:
    """The line as it is shown, with its marks, for a problem at a column of it."""
    file = tmp_path / name
    file.write_text(f"first: ۱\n{line}\nlast: ۲\n", encoding="utf-8")
    found = excerpts()(Problem(code, Severity.ERROR, Place(file, 2, column), "پیام."))
    return found.text() if found else None


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("zone: z9", 7, "zone: ⟦z9⟧"),
        ("  - actor: خیرینن", 12, "- actor: ⟦خیرینن⟧"),
        ("beneficaries: ۷۲۰", 1, "⟦beneficaries⟧: ۷۲۰"),
        ("duties: [education/1, educaton/2]", 23, "duties: [education/1, ⟦educaton/2⟧]"),
        ("duties: [education/1, educaton/2]", 10, "duties: [⟦education/1⟧, educaton/2]"),
        ("name: گلشهر  # توضیح", 7, "name: ⟦گلشهر⟧  # توضیح"),
        ('title: "ماده ۱: موضوع" دیگر', 8, 'title: ⟦"ماده ۱: موضوع"⟧ دیگر'),
        ('title: "ماده ۱', 8, 'title: ⟦"ماده ۱⟧'),
        ("items: [شرق، غرب]", 12, "items: [شرق⟦،⟧ غرب]"),
        ("name: متن #۲ است", 11, "name: متن ⟦#۲ است⟧"),
        ("name: *alias بعد", 7, "name: ⟦*alias⟧ بعد"),
        ("description: متن با «نقل» و (پرانتز)", 14, "description: ⟦متن با «نقل» و (پرانتز)⟧"),
        ("amount: ۱۲۵۰ میلیون تومان", 9, "amount: ⟦۱۲۵۰ میلیون تومان⟧"),
        ("key: {id: a, name: ب}", 20, "key: {id: a, name: ⟦ب⟧}"),
    ],
)
def test_the_part_that_is_meant_is_marked_where_it_stands(line: str, column: int, shown: str, tmp_path: Path) -> None:
    assert told(line, column, tmp_path) == shown


def test_nothing_is_marked_where_something_is_missing(tmp_path: Path) -> None:
    assert told("  - id: a01", 5, tmp_path, code="missing-key") == "- id: a01"


def test_a_comment_at_the_head_of_a_file_is_not_shown_for_a_problem_of_the_whole_file(tmp_path: Path) -> None:
    assert told("# این پرونده", 1, tmp_path) is None


def test_a_place_without_a_line_has_no_excerpt(tmp_path: Path) -> None:
    found = excerpts()

    assert found(Problem("x", Severity.ERROR, None, "")) is None
    assert found(Problem("x", Severity.ERROR, Place(tmp_path / "none.yaml"), "")) is None
    assert found(Problem("x", Severity.ERROR, Place(tmp_path), "")) is None
    assert told("", 1, tmp_path) is None
    assert told("کوتاه", 40, tmp_path) is None


def test_a_long_line_is_cut_on_both_sides_of_the_mark(tmp_path: Path) -> None:
    shown = told("[" + "الف " * 40 + ", ZZ, " + "ب " * 60 + "]", 164, tmp_path)

    assert shown is not None
    assert shown.startswith("…")
    assert "⟦ZZ⟧" in shown
    assert shown.endswith("…")
    assert len(shown) < 100


def test_a_long_value_is_cut_inside_its_mark(tmp_path: Path) -> None:
    shown = told("description: " + "متن بلند " * 30, 14, tmp_path)

    assert shown is not None
    assert shown.endswith("…⟧")


def test_of_a_template_a_word_is_marked_where_its_column_is_known(tmp_path: Path) -> None:
    assert told("<p>{{ plan.nme }}</p>", 1, tmp_path, name="document.html.j2") == "<p>{{ plan.nme }}</p>"
    assert told('<cell colspan="0">', 7, tmp_path, name="document.html.j2") == '<cell ⟦colspan⟧="0">'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "U+001B[31m"),
        ("الف\u202eب", "الفU+202Eب"),
        ("\t", "Tab"),
        ("سبز\tمحیطی", "سبز Tab محیطی"),
        ("می\u200cشود", "می\u200cشود"),
        ("a\u200eb", "aU+200Eb"),
        ("a\u200cb", "aU+200Cb"),
        ("نام\u200c", "نامU+200C"),
        ("Word\u200cها", "Word\u200cها"),
    ],
)
def test_what_would_steer_the_terminal_is_shown_and_half_spaces_stay(text: str, shown: str) -> None:
    assert visible(text) == shown
