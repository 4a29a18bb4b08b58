"""Headings, lists, forms and what stays together on the pages that Typst makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from generator.tree.nodes import (
    Block,
    Clause,
    Contents,
    ContentsEntry,
    Figure,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Signatures,
    Signer,
    Table,
)
from generator.writing import drawing
from generator.writing.measures import LIST_STEP
from tests.writing import trees
from tests.writing.trees import columns, paragraph, row, text
from tests.writing.typst.printed import Printed, look, of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#1f4e5f"/></svg>'
DRAWN = {drawing.asset("f", "svg"): SVG}
SENTENCE = "نوسازی و بهسازی معبرهای کم‌عرض با همکاری ساکنان محله در سه مرحله انجام می‌شود. "
FILLS = range(20, 32)
"""Numbers of lines with which the end of a page comes before, in and behind what follows them."""


def lines(count: int) -> Sequence[Block]:
    return [paragraph(f"سطر{number}") for number in range(count)]


def fills(*blocks: Block) -> Iterator[Printed]:
    """The blocks after more and more lines, over the end of a page."""
    return (of(*lines(count), *blocks) for count in FILLS)


def items(*words: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((paragraph(word),), number) for number, word in enumerate(words, 1))


def test_the_pages_end_somewhere_in_what_is_tried() -> None:
    pages = [made.page_of("پایان") for made in fills(paragraph("پایان"))]

    assert pages[0] == 1 and pages[-1] == 2


def test_a_heading_stays_with_what_follows_it() -> None:
    for made in fills(Heading(1, text("سرفصل"), "h1"), Heading(2, text("زیرفصل"), "h2"), paragraph("متنش")):
        assert made.page_of("سرفصل") == made.page_of("زیرفصل") == made.page_of("متنش")


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    long = paragraph(SENTENCE * 8)
    for made in fills(long):
        counts = [len([line for line in page.lines if line.left < 300]) for page in made.pages]
        assert 1 not in counts


def test_kept_blocks_stay_on_one_page_and_those_that_are_higher_than_a_page_are_split() -> None:
    for made in fills(Keep(tuple(paragraph(f"نگه{number}") for number in range(6)))):
        assert len({made.page_of(f"نگه{number}") for number in range(6)}) == 1
    high = of(paragraph("آغاز"), Keep(tuple(paragraph(f"نگه{number}") for number in range(80))))
    assert [high.page_of(f"نگه{number}") for number in (0, 79)] == [1, 4]


def test_a_page_that_ends_on_purpose_in_kept_blocks_ends_there() -> None:
    article = Clause("article", text("مادهاش"), (paragraph("یکم"), PageBreak(), paragraph("دوم")), "a", "ماده ۱")
    made = of(paragraph("آغاز"), Keep((article,)), Signatures((Signer(text("امضا"), (), ()),)))

    assert [made.page_of(word) for word in ("آغاز", "یکم", "دوم", "امضا")] == [1, 1, 2, 2]


def test_the_white_space_around_kept_blocks_is_that_of_their_first_and_last() -> None:
    def steps(*blocks: Block) -> list[float]:
        bases = [line.base for line in of(paragraph("آغاز"), *blocks, paragraph("پایان")).pages[0].lines]
        return [round(below - above, 1) for above, below in pairwise(bases)]

    inner: tuple[Block, ...] = (Heading(1, text("سرفصل"), "h"), trees.cost_table())
    assert steps(Keep(inner)) == steps(*inner)


@pytest.mark.parametrize("before", ["short", "long", "list", "table", "clause", "figure"])
def test_signatures_are_never_alone_on_a_page(before: str) -> None:
    blocks: dict[str, Block] = {
        "short": paragraph("همراهش"),
        "long": paragraph(SENTENCE * 12 + "همراهش"),
        "list": ListBlock(items(*(f"مورد{number}" for number in range(6)), "همراهش"), "decimal"),
        "table": Table(columns(500, 500), (), tuple(row(f"ردیف{number}", "همراهش") for number in range(6))),
        "clause": Clause("clause", (), (paragraph(SENTENCE * 12 + "همراهش"),), "c", "۱-۱"),
        "figure": Figure("bars", "t", (1, 2), text("همراهش"), "f", summary="نمودار"),
    }
    signed = Signatures((Signer(text("امضاکننده"), text("نامش"), text("سمتش"), "signer"),), key="signatures")
    for count in FILLS:
        made = (
            of(*lines(count), blocks[before], signed, assets=DRAWN)
            if before == "figure"
            else of(*lines(count), blocks[before], signed)
        )
        assert made.page_of("امضاکننده") == made.page_of("سمتش") == made.keys["signer"]
        assert made.page_of("امضاکننده") in made.pages_of("همراهش")


def test_a_long_paragraph_before_signatures_stays_where_it_is_but_for_its_end() -> None:
    signed = Signatures((Signer(text("امضاکننده"), (), ()),))
    split = [made for made in fills(paragraph(SENTENCE * 12), signed) if len(made.pages) == 2]

    assert any(made.pages[0].lines[-1].left < 100 for made in split)


def test_page_breaks_make_no_empty_page() -> None:
    made = of(PageBreak(), paragraph("یکم"), PageBreak(), PageBreak(), paragraph("دوم"), PageBreak())

    assert [made.page_of(word) for word in ("یکم", "دوم")] == [1, 2] and len(made.pages) == 2


def test_the_white_space_above_a_heading_is_kept_on_a_page_begun_on_purpose() -> None:
    made = of(paragraph("یکم"), PageBreak(), Heading(1, text("دوم"), "h"), PageBreak(), paragraph("سوم"))
    first, heading, third = (page.lines[0].base for page in made.pages)

    assert first == third
    assert heading > first + look().roles["heading-1"].before


def test_an_empty_paragraph_is_as_high_as_a_line() -> None:
    made = of(paragraph("یکم"), Paragraph(()), paragraph("دوم"))

    role = look().roles["body"]
    assert made.pages[0].lines[1].base - made.pages[0].lines[0].base == pytest.approx(2 * (role.line + role.after), abs=0.1)


def test_levels_of_headings_begin_at_one_and_skip_none() -> None:
    made = of(*(Heading(level, text("سر"), f"h{number}") for number, level in enumerate((2, 3, 3, 1, 3, 2))))

    assert [kind for kind, _ in made.elements if kind[0] == "H"] == ["H1", "H2", "H2", "H1", "H2", "H2"]


def test_bookmarks_are_the_headings_with_their_numbers() -> None:
    made = of(Heading(1, text("کلیات"), "a", "۱"), Heading(2, text("هدف"), "b", "۱-۱"), *trees.articles())

    assert [title.replace(" ", "") for title in made.outline][:2] == ["۱-کلیات", "۱-۱-هدف"]
    assert made.outline[1].startswith("  ")


@pytest.mark.parametrize(
    ("marker", "marks"), [("bullet", ["•", "•", "•"]), ("decimal", ["۱", "۲", "۳"]), ("letters", ["ف", "ب", "پ"])]
)
def test_marks_hang_in_the_room_before_the_text(marker: str, marks: list[str]) -> None:
    made = of(ListBlock(items("ظظ " + SENTENCE * 3, "ژژ", "غغغ"), marker))  # type: ignore[arg-type]
    page = made.pages[0]
    right = (look().pages["portrait"].width - look().pages["portrait"].right) * 72 / 25.4
    first = [page.line(word) for word in ("ظظ", "ژژ", "غغغ")]

    assert all(line.has(mark) for line, mark in zip(first, marks, strict=True))
    assert all(line.right == pytest.approx(right, abs=2.5) for line in first)
    rest = [line for line in page.lines if line not in first]
    assert rest and all(line.right == pytest.approx(right - LIST_STEP, abs=1) for line in rest)


def test_each_depth_is_a_step_further_in_down_to_the_ninth() -> None:
    nested = ListBlock(items("ته"))
    for number in range(14):
        nested = ListBlock((ListItem((paragraph(f"پله{14 - number}"), nested), 1),))
    rights = [line.right for line in of(nested).pages[0].lines]

    steps = [above - below for above, below in pairwise(rights)]
    assert steps[:8] == pytest.approx([LIST_STEP] * 8, abs=1)
    assert steps[8:] == pytest.approx([0] * 6, abs=1)
    assert [kind for kind, _ in of(nested).elements].count("L") == 15


def test_letters_past_the_alphabet_do_not_run_into_their_text() -> None:
    made = of(ListBlock(items(*(f"متن{number}" for number in range(40))), "letters"))
    line = next(line for page in made.pages for line in page.lines if line.has("متن35"))

    gaps = [right.left - left.right for left, right in pairwise(line.letters)]
    assert max(gaps) > 2


def test_the_last_two_items_of_a_list_stay_on_one_page_and_are_of_one_list() -> None:
    for made in fills(ListBlock(items("یکم", "دوم", "سوم", "چهارم"), "decimal")):
        assert made.page_of("سوم") == made.page_of("چهارم")
        assert [kind for kind, _ in made.elements if kind in ("L", "LI")] == ["L", *["LI"] * 4]


def test_a_clause_begins_in_the_line_of_its_label_and_its_title_is_bold() -> None:
    made = of(*trees.articles())

    line = made.pages[0].line("شرح خدمات در پیوست")
    assert line.has("۱-۱-")
    assert made.pages[0].line("تبصره ۱: جابه‌جایی دفتر")


def test_contents_name_the_page_of_each_entry_and_lead_there() -> None:
    entries = tuple(ContentsEntry(f"h{number}", "heading", 1, "", text(f"بخش{number}")) for number in (1, 2))
    parts = [
        block for n in (1, 2) for block in (PageBreak(), *lines(45 * n), Heading(1, text(f"بخش{n}"), f"h{n}"), paragraph("م"))
    ]
    made = of(Contents(entries=entries, key="contents"), *parts)

    pages = [made.keys[f"h{number}"] for number in (1, 2)]
    listed = [made.pages[0].line(f"بخش{number}") for number in (1, 2)]
    assert [line.letters[0].text for line in listed] == [chr(0x6F0 + page) for page in pages]
    assert all(line.left < 70 and sum(letter.text == "." for letter in line.letters) > 20 for line in listed)
    assert [kind for kind, _ in made.elements].count("TOCI") == 2
    assert made.keys["contents"] == 1


def test_contents_without_entries_print_nothing() -> None:
    made = of(Contents(key="c"), paragraph("متن", Reference("c", "اینجا")))

    assert len(made.pages[0].lines) == 1


def test_a_figure_has_its_words_and_stays_with_its_caption() -> None:
    figure = Figure("bars", "t", (1, 2), text("عنوانش"), "f", summary="دو ستون", number="شکل ۱")
    for count in FILLS:
        made = of(*lines(count), figure, assets=DRAWN)
        assert made.page_of("عنوانش") == made.keys["f"]
        assert [str(element.Alt) for kind, element in made.elements if kind == "Figure"] == ["دو ستون"]


def test_letterheads_stand_in_three_columns() -> None:
    page = of(trees.letterhead()).pages[0]
    right, middle, left = (page.line(words) for words in ("ستاد بازآفرینی", "به نام خدا", "پیوست: دارد"))

    assert left.right < middle.left < middle.right < right.left
    assert of(trees.letterhead()).keys == {"letter-number": 1}
