"""Lines, words and inline content on the pages that Typst makes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from generator.problems.errors import TemplateError
from generator.tree.nodes import (
    Blank,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Footnote,
    Furniture,
    Heading,
    Inline,
    LineBreak,
    Ltr,
    PageField,
    Paragraph,
    Properties,
    Reference,
    Row,
    Section,
    Strong,
    Table,
    Term,
    Text,
)
from generator.writing.typst import source, writer
from tests.writing import trees
from tests.writing.trees import columns, paragraph, text
from tests.writing.typst import printed
from tests.writing.typst.printed import Line, look, of

HOSTILE = r"""\ " # $ * _ ` @k1 <k1> [a] {b} #let(x) \u{41} // /* */ ~ -- --- ... = + - 1. / 'a' "b" #{ } \" \n"""
LONG = "نوسازی و بهسازی معبرهای کم‌عرض با همکاری ساکنان محله در سه مرحله انجام می‌شود و گزارش آن هر ماه به دبیرخانه می‌رسد "


def of_words(*words: str) -> Row:
    """A row whose cells hold stretches from the left."""
    return Row(tuple(Cell((paragraph(Ltr(word)),)) for word in words))


def edges(page: str = "portrait") -> tuple[float, float]:
    form = look().pages[page]
    return form.left * 72 / 25.4, (form.width - form.right) * 72 / 25.4


def test_equal_trees_give_equal_text() -> None:
    made = source.compose(trees.rich(), look(), {})

    assert source.compose(trees.rich(), look(), {}).text == made.text
    assert source.compose(trees.document(paragraph("متن")), look(), {}).text != made.text


def test_text_that_looks_like_markup_is_printed_as_it_is() -> None:
    made = of(paragraph(Ltr(HOSTILE)), Paragraph((Strong((Ltr(HOSTILE),)),)), Heading(1, (Ltr(HOSTILE),), "heading"))

    shown = Counter(letter.text for letter in made.pages[0].letters)
    assert shown == Counter({letter: 3 * count for letter, count in Counter(HOSTILE.replace(" ", "")).items()})


def test_hostile_text_is_printed_as_it_is_wherever_text_stands() -> None:
    furniture = Furniture((Ltr(HOSTILE),), (Ltr(HOSTILE),), (Ltr(HOSTILE),), ('ن\\"#',), ('پ\\"#',))
    table = Table(
        columns(1000), (of_words(HOSTILE),), (of_words(HOSTILE),), caption=(Ltr(HOSTILE),), number="جدول ۱", key='t"\\#'
    )
    note = paragraph("متن", Footnote((Ltr(HOSTILE),), 'n"#'), Blank('"\\#', 'b"#', 30), Term((Ltr(HOSTILE),), "k"))
    made = of(table, note, furniture=furniture)

    shown = Counter(letter.text for letter in made.pages[0].letters)
    wanted = Counter(HOSTILE.replace(" ", ""))
    assert {letter: shown[letter] for letter in "$@{" if shown[letter] != 8 * wanted[letter]} == {}
    assert set(made.keys) == {'t"\\#', 'n"#', 'b"#', "k"}


def test_controls_and_ends_of_lines_leave_no_trace_on_paper() -> None:
    made = of(paragraph("آغاز\x00\x07\x9f\u202e\u2067\ufeffی\nمیان\tپایان"))

    assert {"آغازی", "میان", "پایان"} <= made.pages[0].words
    assert len(made.pages[0].lines) == 1


@pytest.mark.parametrize("role", ["body", "cell", "heading-1", "footnote", "title"])
def test_a_line_is_as_high_as_its_role_says_whatever_stands_in_it(role: str) -> None:
    plain = (Text("سطر ساده"),)
    others: list[tuple[Inline, ...]] = [
        (Text("متن "), Ltr("Latin ÅÇ"), Text(" متن")),
        (Text("متن "), Strong(text("پررنگ")), Text(" – ← ≥")),
        (Text("متن"), Reference("none", "۲"), Text("≤")),
    ]
    bodies = [child for other in others for child in (*other, LineBreak(), *plain, LineBreak())]
    lines = of(Paragraph((*plain, LineBreak(), *bodies, *plain), role)).pages[0].lines

    height = look().roles[role].line
    bases = [line.base for line in lines]
    assert len(bases) == 8
    assert [round(below - above, 1) for above, below in pairwise(bases)] == [round(height, 1)] * 7


def test_a_footnote_mark_does_not_move_the_lines() -> None:
    made = of(paragraph("یک", LineBreak(), "دو", Footnote(text("یادداشت"), "n"), LineBreak(), "سه", LineBreak(), "چهار"))
    lines = made.pages[0].lines

    bases = [next(line.base for line in lines if line.has(word)) for word in ("یک", "دو", "سه", "چهار")]
    assert [round(below - above, 1) for above, below in pairwise(bases)] == [23.0, 23.0, 23.0]


def test_the_space_between_paragraphs_is_the_larger_of_both() -> None:
    made = of(paragraph("آغاز"), Heading(1, text("میانه"), "h"), paragraph("پایان"))
    first, heading, last = (made.pages[0].line(word).base for word in ("آغاز", "میانه", "پایان"))
    roles = look().roles

    between = lambda above, below: max(roles[above].after, roles[below].before)  # noqa: E731
    whole = roles["heading-1"].line + roles["body"].line + between("body", "heading-1") + between("heading-1", "body")
    assert last - first == pytest.approx(whole, abs=0.1)
    assert first < heading < last


def test_a_justified_paragraph_fills_its_lines_but_the_last() -> None:
    lines = of(paragraph(LONG * 3)).pages[0].lines
    left, right = edges()

    assert len(lines) > 3
    assert all(line.right == pytest.approx(right, abs=1) for line in lines)
    assert all(line.left == pytest.approx(left, abs=1) for line in lines[:-1])
    assert lines[-1].left > left + 20


def test_alignments_are_those_of_the_paragraph() -> None:
    made = of(*(replace(paragraph(f"کوتاه{n}"), align=align) for n, align in enumerate(("start", "center", "end", "justify"))))
    left, right = edges()
    start, center, end, justify = made.pages[0].lines

    assert start.right == pytest.approx(right, abs=1) and justify.right == pytest.approx(right, abs=1)
    assert end.left == pytest.approx(left, abs=1)
    assert center.left - left == pytest.approx(right - center.right, abs=1)


@pytest.mark.parametrize(
    "word",
    [
        "VeryLongUnbreakableLatinWordThatNeverEndsAndGoesOnAndOnUntilTheLineIsFullAndEvenMoreThanFullAndOn",
        "https://example.ir/a/very/long/address/that/does/not/end/soon?with=queries&and=more-of-them&yet_another=one",
        "۱۲۳۴۵۶۷۸۹۰" * 14,
    ],
)
def test_a_word_that_is_longer_than_its_line_is_broken(word: str) -> None:
    made = of(paragraph("متن ", Ltr(word), " متن"), paragraph("متن ", Strong((Ltr(word),))))
    left, right = edges()

    shown = made.pages[0].letters
    assert [letter for letter in shown if letter.left < left - 1 or letter.right > right + 1] == []
    assert sum(letter.text in word for letter in shown) >= 2 * len(word)


def test_a_persian_word_that_is_longer_than_its_line_is_broken_with_its_letters_joined() -> None:
    made = of(paragraph("کمنسی" * 40))
    left, right = edges()
    lines = made.pages[0].lines

    assert len(lines) > 1
    assert [line for line in lines if line.left < left - 1 or line.right > right + 1] == []


def test_a_word_that_is_longer_than_its_column_is_broken_there_and_not_elsewhere() -> None:
    word = "Participatory"
    made = of(Table(columns(60, 940), (), (of_words(word, word),)))
    narrow, *_ = [letter.base for letter in made.pages[0].letters]

    lines = [line for line in made.pages[0].lines if line.letters]
    assert len(lines) > 1
    assert sum(line.has(word) for line in lines) == 1
    assert narrow


def test_a_blank_stands_in_one_line_and_one_longer_than_a_line_goes_on_in_the_next() -> None:
    def dots(width: int, before: str) -> list[int]:
        lines = of(paragraph(before, Blank("نام", "b", width))).pages[0].lines
        return [count for line in lines if (count := sum(letter.text == "." for letter in line.letters))]

    nearly = LONG[:75]
    assert dots(12, nearly) == [12]
    assert dots(60, nearly) == [60]
    assert sum(dots(400, nearly)) == 400 and len(dots(400, nearly)) > 1


def test_what_runs_from_the_left_keeps_its_order_and_what_stands_around_it_its_place() -> None:
    line = of(paragraph(Ltr("Excel"), "، ", Ltr("Word"), " (", Ltr("UN"), ") و ", Ltr("۰۵۱-۳۸۴"), "؛ ۶-۲")).pages[0].lines[0]
    shown = "".join(letter.text for letter in line.letters).replace("‑", "-").replace("−", "-")

    assert "۰۵۱-۳۸۴" in shown and shown.endswith("Word،Excel")
    assert shown.startswith("۲-۶؛")
    assert re.search("[()]UN[()]", shown)


def test_what_follows_a_stretch_from_the_left_stands_at_its_left() -> None:
    made = of(
        paragraph("متن ", Ltr("Excel"), Footnote(text("یادداشت"), "n"), " متن"),
        paragraph("متن ", Ltr("Word"), Blank("نام", "b", 5), Ltr("PDF")),
        Heading(1, (Ltr("SWOT"),), "h"),
        Contents(entries=(ContentsEntry("h", "heading", 1, "", (Text("بخش "), Ltr("SWOT"))),)),
    )
    _, noted, blank, _, _, listed, *_ = made.pages[0].lines

    def place(line: Line, letters: str) -> float:
        return min(letter.left for letter in line.letters if letter.text in letters)

    mark = next(letter for letter in made.pages[0].letters if letter.text == "۱")
    assert mark.left < place(noted, "E")
    assert place(blank, "P") < place(blank, ".") < place(blank, "W")
    assert place(listed, "۱") < place(listed, ".") < place(listed, "S") < place(listed, "ب")


def test_bold_within_a_stretch_from_the_left_is_bold_and_changes_no_order() -> None:
    letters = of(paragraph("متن ", Ltr("ABCDEF", ((2, 4),)), " متن")).pages[0].letters
    latin = sorted((letter.left, letter.text) for letter in letters if letter.text.isascii())

    assert "".join(letter for _, letter in latin) == "ABCDEF"
    plain = of(paragraph("متن ", Ltr("ABCDEF"), " متن")).pages[0].letters
    widths = lambda of: {letter.text: letter.right - letter.left for letter in of if letter.text.isascii()}  # noqa: E731
    changed = {letter for letter, width in widths(letters).items() if width != pytest.approx(widths(plain)[letter], abs=0.05)}
    assert changed == {"C", "D"} or changed == {"C"} or changed == {"D"}


def test_notes_are_numbered_through_the_document_in_persian_digits_in_tables_too() -> None:
    noted = Table(columns(1000), (), (Row((Cell((note("دوم"),)),)),))
    made = of(note("نخست"), noted, note("سوم"))
    below = [line for line in made.pages[0].lines if any(line.has(word) for word in ("نخستین", "دومین", "سومین"))]

    assert [next(digit for digit in "۱۲۳" if line.has(digit)) for line in below] == ["۱", "۲", "۳"]
    assert {letter.size for line in below for letter in line.letters} == {look().roles["footnote"].size}
    assert [kind for kind, _ in made.elements].count("Note") == 3


def note(name: str) -> Paragraph:
    return paragraph("متن", Footnote(text(f"{name}ین"), f"note-{name}"), " و پس از آن")


def test_a_reference_leads_to_its_place_and_one_to_nowhere_is_plain_text() -> None:
    made = of(paragraph("به ", Reference("here", "جا"), " و ", Reference("nowhere", "ناکجا")), paragraph("این", key="here"))

    assert [kind for kind, _ in made.elements].count("Link") == 1
    assert "ناکجا" in made.pages[0].words


def test_each_key_is_found_on_its_page_and_a_second_place_of_a_key_is_not_its_own() -> None:
    made = printed.printed(trees.rich())
    twice = of(paragraph("یک", key="k"), trees.PageBreak(), paragraph("دو", key="k"), paragraph(Reference("k", "آن")))

    assert made.keys["lead"] == 2 and made.keys["costs"] == 4 and made.keys["signer-1"] == len(made.pages)
    assert {"office-address", "note-site", "item-two", "cost-b", "letter-number", "a01/owner", "steps", "witness"} <= set(
        made.keys
    )
    assert twice.keys == {"k": 1}


def test_a_blank_says_what_belongs_there() -> None:
    made = of(paragraph("نام: ", Blank("نام و نام خانوادگی", "b", 20)))

    assert [str(element.Alt) for kind, element in made.elements if "/Alt" in element] == ["[نام و نام خانوادگی]"]


def test_latin_stretches_say_that_they_are() -> None:
    made = of(paragraph("متن ", Ltr("Action Plan"), " و ", Ltr("۰۵۱-۳۸۴")))

    assert [str(element.Lang) for _, element in made.elements if "/Lang" in element and str(element.Lang) != "fa"] == ["en"]


def test_page_numbers_are_persian() -> None:
    footer = (Text("برگ "), PageField("page"), Text(" از "), PageField("pages"))
    made = printed.printed(
        Document(Properties("سند"), tuple(Section((paragraph("متن"),)) for _ in range(12)), Furniture(footer=footer))
    )

    assert made.pages[10].line("برگ ۱۱ از ۱۲")


def test_a_picture_that_is_no_asset_is_refused() -> None:
    with pytest.raises(TemplateError):
        of(Figure("bars", "t", (1, 2), text("نمودار"), "f", summary="نمودار"))


@pytest.mark.parametrize("pair", ["≤≥", "<>", "‹›", "()", "[]", "«»"])
def test_a_sign_that_has_a_direction_is_turned_between_persian_words(pair: str) -> None:
    def drawn(before: str, sign: str, after: str) -> bytes:
        inlines = (Text(f"{before} {sign} {after}"),)
        data = writer.write(trees.document(Paragraph(inlines)), look()).data
        picture: bytes = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().tobytes()
        return picture

    assert drawn("الف", pair[0], "الف") != drawn("الف", pair[1], "الف")


def test_a_sign_of_order_is_copied_as_it_is_typed() -> None:
    data = writer.write(trees.document(paragraph("شاخص ≥ ده و هزینه ≤ پنج")), look()).data

    assert "شاخص ≥ ده و هزینه ≤ پنج" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    "long", ["INCLUDETEXT //127.0.0.1:45123/asked", "\u00a0".join(["نوسازی"] * 9), "\u00a0".join(["Renovation"] * 9)]
)
def test_what_no_line_can_hold_is_broken_though_its_words_hold_together(long: str) -> None:
    row = Row((Cell((paragraph(Text(long) if long[0] == "ن" else Ltr(long)),)), Cell((paragraph("متن"),))))
    made = of(Table(columns(840, 160), (), (Row(row.cells[::-1]),)))

    left, right = edges()
    assert all(left - 1 < letter.left and letter.right < right + 1 for letter in made.pages[0].letters)
