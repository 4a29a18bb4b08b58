"""Tables on the pages that Typst makes: heads, rows, what stays together, tones, widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from generator.tree.nodes import Blank, Block, Cell, Column, Footnote, Heading, Reference, Row, Table
from tests.writing import trees
from tests.writing.trees import cell, columns, paragraph, row, text
from tests.writing.typst.printed import Line, Page, Printed, look, of

SENTENCE = "نوسازی و بهسازی معبرهای کم‌عرض با همکاری ساکنان محله در سه مرحله انجام می‌شود. "
FILLS = range(16, 30)
"""Numbers of lines with which the end of a page comes before, in and behind the table after them."""


def body(count: int, **about: object) -> tuple[Row, ...]:
    return tuple(row(f"ردیف{number}", "متن", key=f"r{number}", **about) for number in range(count))


def table(rows: Sequence[Row], head: Sequence[Row] = (row("سرش", "دیگر"),), **about: object) -> Table:
    return Table(columns(500, 500), tuple(head), tuple(rows), **about)  # type: ignore[arg-type]


def fills(*blocks: Block) -> Iterator[Printed]:
    """The blocks after more and more lines, over the end of a page."""
    return (of(*(paragraph(f"سطر{number}") for number in range(count)), *blocks) for count in FILLS)


def test_a_head_is_repeated_on_each_page_and_read_once() -> None:
    made = of(table(body(90), [row("سرش", "دیگر"), row("زیرش", "دیگر")]))

    assert len(made.pages) > 2
    assert made.pages_of("سرش") == made.pages_of("زیرش") == [*range(1, len(made.pages) + 1)]
    kinds = [kind for kind, _ in made.elements]
    assert kinds.count("TH") == 4 and kinds.count("TR") == 92


def test_a_head_with_a_reference_and_a_blank_is_repeated_without_leading_anywhere_from_each_page() -> None:
    head = Row((Cell((paragraph("سرش ", Reference("here", "آنجا")),)), Cell((paragraph(Blank("نام", "b", 20)),))), "head-row")
    made = of(table(body(60), [head]), paragraph("به ", Reference("b", "جا"), Reference("head-row", "ردیف"), key="here"))

    assert made.pages_of("آنجا") == [1, 2, 3]
    assert made.keys["b"] == made.keys["head-row"] == 1
    assert [kind for kind, _ in made.elements].count("Link") == 2


def test_a_blank_in_a_cell_stands_in_the_line_of_its_label_and_one_alone_where_the_text_of_its_column_does() -> None:
    signed = Row((Cell((paragraph("نام: ", Blank("نام", "b", 12)),)), Cell((paragraph(Blank("تاریخ", "d", 12)),))), "r")
    (page,) = of(table((signed, row("متنش", "متنش")))).pages

    line, below = page.line("نام:"), page.line("متنش").letters
    dots = [letter for letter in line.letters if letter.text == "."]
    assert len(dots) == 24
    edge = max(letter.right for letter in below if letter.left < page.width / 2)
    assert max(letter.right for letter in dots if letter.left < page.width / 2) == pytest.approx(edge, abs=2)


def test_a_head_with_a_note_stands_once() -> None:
    made = of(table(body(60), [Row((Cell((paragraph("سرش", Footnote(text("یادداشتش"), "n")),)), cell("دیگر")))]))

    assert made.pages_of("سرش") == made.pages_of("یادداشتش") == [1]


def test_the_first_two_rows_stay_with_the_head_and_the_last_three_with_each_other() -> None:
    for made in fills(table(body(12), caption=text("عنوانش"), number="جدول ۱")):
        assert made.page_of("عنوانش") == made.page_of("سرش") == made.keys["r0"] == made.keys["r1"]
        assert made.keys["r9"] == made.keys["r10"] == made.keys["r11"]
    some = [made for made in fills(table(body(12))) if made.keys["r0"] != made.keys["r11"]]
    assert some, "a page ends in the table"


def test_the_totals_stay_with_the_last_rows_and_without_a_head_the_first_rows_stay_together() -> None:
    for made in fills(table(body(9), (), foot=(row("جمعش", "۱"),))):
        assert made.keys["r0"] == made.keys["r1"]
        assert made.keys["r7"] == made.keys["r8"] == made.page_of("جمعش")


@pytest.mark.parametrize("beside", [(), ("۳",)])
def test_a_row_that_titles_those_below_it_stays_with_the_first_of_them(beside: tuple[str, ...]) -> None:
    title = Row((cell("عنوان ردیف‌ها", colspan=2), *map(cell, beside)), "title")
    wide = 2 + len(beside)
    rows = [row(*(f"ردیف{number}" for _ in range(wide)), key=f"r{number}") for number in range(14)]
    whole = Table(columns(*[1000 // wide] * wide), (row(*["سرش"] * wide),), (*rows[:7], title, *rows[7:]))
    split = [made for made in fills(whole) if made.keys["r6"] != made.keys["r7"]]
    assert split and all(made.keys["title"] == made.keys["r7"] for made in split)


def test_a_small_table_stays_whole_with_its_heading_and_caption() -> None:
    for made in fills(Heading(2, text("سرفصل"), "h"), table(body(3), caption=text("عنوانش"))):
        assert made.page_of("سرفصل") == made.page_of("عنوانش") == made.keys["r0"] == made.keys["r2"]


def test_rows_stay_on_one_page_but_those_as_high_as_half_of_one_are_split() -> None:
    low = Row((cell(SENTENCE * 6 + "پایانش"), cell("متن")), "low")
    high = Row((cell(SENTENCE * 30 + "پایانش"), cell("متن")), "high")
    for made in fills(table([*body(5), low])):
        assert made.page_of("پایانش") == made.keys["low"]
    assert any(made.page_of("پایانش") != made.keys["high"] for made in fills(table([*body(2), high])))


def test_a_row_that_is_higher_than_its_page_is_split_though_it_should_stay_whole() -> None:
    narrow = Row((cell("واژه " * 60 + "پایانش"), cell("متن")), "r")
    made = of(Table(columns(100, 900), (), (narrow,)), page="letter-a5")

    assert made.keys["r"] == 1 and made.page_of("پایانش") > 1


def test_a_page_may_end_between_the_rows_that_a_cell_spans() -> None:
    rows = tuple(Row(((cell("گروهش", rowspan=60),) if not n else ()) + (cell(f"ردیف{n}"),), f"r{n}") for n in range(60))
    made = of(table(rows))

    assert made.keys["r0"] == 1 and made.keys["r59"] == 3 and made.pages_of("گروهش") == [1]


def test_spanning_cells_that_reach_into_the_last_rows_do_not_hinder() -> None:
    rows = [*body(8), Row((cell("پهن", rowspan=3), cell("یک"))), Row((cell("دو"),)), Row((cell("سه"),), "last")]

    assert all(made.keys["last"] for made in fills(table(rows)))


def test_columns_have_their_shares_from_the_right() -> None:
    made = of(Table(columns(100, 300, 600), (), (row("ا", "ب", "پ"),)))
    page, form = made.pages[0], look().pages["portrait"]
    inset = look().tables["grid"].padding + look().tables["grid"].rule / 2
    right = (form.width - form.right) * 72 / 25.4

    places = [next(letter.right for letter in page.letters if letter.text == name) for name in "ابپ"]
    expected = [right - form.text_width * share - inset for share in (0, 0.1, 0.4)]
    assert places == pytest.approx(expected, abs=1)


def test_rows_are_as_high_as_their_lines_padding_and_rules() -> None:
    made = of(table([row("یکم", "متن"), row("دوم", "متن")], ()))
    first, second = (made.pages[0].line(word).base for word in ("یکم", "دوم"))

    grid = look().tables["grid"]
    assert second - first == pytest.approx(look().roles["cell"].line + 2 * grid.padding + grid.rule, abs=0.1)


def inks(page: Page, word: str) -> set[str]:
    line: Line = page.line(word)
    return {letter.ink for letter in line.letters if letter.text in word}


def test_text_on_a_dark_tone_has_an_ink_that_can_be_read_in_inner_lists_too() -> None:
    dark = Cell((paragraph("ژژژ"), trees.lists()[2]), tone="done")
    made = of(Table(columns(1000), (), (Row((dark,)), Row((cell("ظظظ", tone="bar"),)))))

    assert inks(made.pages[0], "ژژژ") == {"ffffff"} == inks(made.pages[0], "مورد")
    assert inks(made.pages[0], "ظظظ") == {look().colour("ink")}


def test_cells_are_aligned_by_themselves_their_column_or_their_role() -> None:
    made = of(
        Table(
            (Column(500, "end"), Column(500)),
            (row("ضضض", "صصص"),),
            (Row((cell("ژژ"), cell("ظظ", align="center"))), Row((cell("غغ", header=True), cell("ثث")))),
        )
    )
    letters = {letter.text: letter for letter in made.pages[0].letters}
    form = look().pages["portrait"]
    left, middle, right = form.left * 72 / 25.4, (form.left + (form.width - form.left - form.right) / 2) * 72 / 25.4, 510.2

    assert letters["ژ"].left == pytest.approx(middle + 3.25, abs=8) and letters["غ"].left == pytest.approx(middle + 3.25, abs=8)
    assert letters["ظ"].left == pytest.approx((left + middle) / 2, abs=15)
    assert letters["ث"].right == pytest.approx(middle - 3.25, abs=8)
    assert middle + 70 < letters["ض"].right < right - 70


def test_a_cell_says_what_its_fill_means_and_a_row_head_that_it_is_one() -> None:
    made = of(trees.schedule(), Table(columns(300, 700), (), (Row((cell("سر", header=True), cell("متن"))),)))

    cells = [(kind, str(element.get("/Alt", ""))) for kind, element in made.elements if kind in ("TD", "TH")]
    assert sum(alt == "در دست اجرا" for _, alt in cells) == 6
    assert cells[-2:] == [("TH", ""), ("TD", "")]


def test_tables_in_cells_keep_to_their_cells() -> None:
    inner = table(body(2), (), caption=text("درونش"))
    made = of(Table(columns(300, 700), (), (Row((cell("متن"), Cell((inner,)))),)))

    assert [kind for kind, _ in made.elements].count("Table") == 2
    assert made.keys["r1"] == 1
