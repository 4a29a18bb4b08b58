import unicodedata

import pytest

from generator.cli.reporting.layout import Direction, Line, TerminalRow, cells, logical, visual


def drawn(line: Line, width: int = 60) -> list[str]:
    return [row.text for row in visual(line, width)]


def letters(text: str) -> str:
    """The letters that the joined forms of a visual row stand for, still from left to right."""
    return unicodedata.normalize("NFKC", text)


def test_a_persian_row_is_reversed_joined_and_set_flush_right() -> None:
    (row,) = drawn(Line("خطا بود"), 20)

    assert row == "             دﻮﺑ ﺎﻄﺧ".replace("د", "\ufea9").replace("             ", " " * 13)
    assert cells(row) == 20


def test_letters_on_both_sides_of_a_half_space_are_not_joined_and_the_half_space_takes_no_cell() -> None:
    (row,) = drawn(Line("می\u200cشود"), 20)

    assert "\u200c" not in row
    assert "\ufbfd" in row  # ی in its final form, though ش follows
    assert cells(row.lstrip()) == 5


def test_a_path_keeps_its_order_before_and_inside_persian_text() -> None:
    path = "plans/z3-golshahr/plan.yaml:12:5: "

    (headed,) = drawn(Line("خطا", path))
    (inside,) = drawn(Line("پروندهٔ plans/a.yaml نیست."))

    assert headed.startswith(path)
    assert "plans/a.yaml" in inside


@pytest.mark.parametrize(
    "number", ["۱٬۲۵۰٬۰۰۰", "12.5", "۱۴۰۴/۰۲/۲۵", "IR062960000000100324200001", "1404-h1", "--json", "./a.html"]
)
def test_a_number_keeps_its_order_inside_persian_text(number: str) -> None:
    (row,) = drawn(Line(f"مقدار {number} است."))

    assert number in row


def test_brackets_and_quotes_are_mirrored_with_their_text() -> None:
    (row,) = drawn(Line("متن (ب) «ج»"))

    assert letters(row).strip() == "«ج» (ب) نتم"


def test_a_combining_mark_stands_after_its_letter() -> None:
    (row,) = drawn(Line("محلهٔ"))

    assert row.strip()[1] == "\u0654"
    assert unicodedata.normalize("NFKC", row.strip()[0]) == "ه"


def test_lam_alef_is_one_cell() -> None:
    (row,) = drawn(Line("لا"), 10)

    assert row.strip() == "\ufefb"


def test_long_text_is_wrapped_in_the_order_of_reading_and_no_row_is_wider_than_the_terminal() -> None:
    words = [f"واژه{number}" for number in "۱۲۳۴۵۶۷۸۹"]
    rows = drawn(Line(" ".join(words), indent=4), 30)

    assert len(rows) > 1
    assert all(cells(row) <= 26 for row in rows)
    assert ["۱" in row for row in rows] == [True] + [False] * (len(rows) - 1)
    assert "۹" in rows[-1]


def test_text_that_does_not_fit_beside_its_head_goes_below_it() -> None:
    head = "plans/neighbourhoods/z3-golshahr/contract.yaml:12:5: "
    rows = drawn(Line("نام دستگاه کارفرما هنوز معلوم نیست", head), 60)

    assert rows[0] == head.rstrip()
    assert letters(rows[1]).strip().startswith("تسین")


def test_a_marked_persian_value_is_held_in_its_own_direction() -> None:
    (row,) = drawn(Line("population: ⟦۱۲ هزار (تقریبی)⟧", "│ ", Direction.LTR))

    assert letters(row) == "│ population: ⟦(یبیرقت) رازه ۱۲⟧"


def test_logical_text_for_a_file_is_the_text_itself() -> None:
    line = Line("کلید «nme» شناخته نیست. " * 9, "plans/a.yaml:1:1: ")

    assert [row.text for row in logical(line, None)] == [line.head + line.text]


def test_a_logical_row_that_begins_with_latin_gets_a_right_to_left_mark() -> None:
    assert list(logical(Line("«z3» درست نیست."), 60)) == [TerminalRow("\u200f«z3» درست نیست.", Direction.RTL)]
    assert list(logical(Line("شناسهٔ z3"), 60)) == [TerminalRow("شناسهٔ z3", Direction.RTL)]


def test_a_sentence_that_latin_interrupts_does_not_follow_a_latin_head_on_a_terminal() -> None:
    torn = list(logical(Line("کمیته ← m1 ← نام", "a.yaml:1:1: "), 60))
    whole = list(logical(Line("کمیته: نام", "a.yaml:1:1: "), 60))

    assert torn == [TerminalRow("a.yaml:1:1:", Direction.LTR), TerminalRow("کمیته ← m1 ← نام", Direction.RTL)]
    assert whole == [TerminalRow("a.yaml:1:1: کمیته: نام", Direction.LTR)]


def test_an_empty_line_is_one_empty_row() -> None:
    assert [row.text.strip() for row in visual(Line(), 20)] == [""]
    assert [row.text for row in logical(Line(), 20)] == [""]
