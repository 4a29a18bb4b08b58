"""Right-to-left: paragraphs, runs, tables, sections and mixed text."""

from __future__ import annotations

import re
import unicodedata

import pytest

from generator.tree.nodes import Document, Furniture, Heading, Ltr, Properties, Reference, Section, SectionTitle, Strong, Text
from tests.writing import trees
from tests.writing.word.opened import NAMES, Opened, W, find, value, words

LRM, RLM = "\u200e", "\u200f"


@pytest.fixture(scope="module")
def rich() -> Opened:
    return Opened(trees.rich())


def _texts(opened: Opened) -> list[tuple[str, object]]:
    roots = [opened.body, *opened.furniture("header"), *opened.furniture("footer")]
    return [(words(run), run) for root in roots for run in root.iter(W + "r")]


def _is_persian(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text.replace(RLM, ""))


def test_every_run_with_a_persian_letter_is_right_to_left_in_every_part(rich: Opened) -> None:
    persian = [run for text, run in _texts(rich) if _is_persian(text)]
    assert len(persian) > 100
    assert all(find(run, "w:rPr/w:rtl") for run in persian)


def test_no_right_to_left_run_holds_a_latin_letter(rich: Opened) -> None:
    right_to_left = [text for text, run in _texts(rich) if find(run, "w:rPr/w:rtl")]
    assert not [text for text in right_to_left if re.search("[A-Za-z]", text)]


def test_normal_is_a_bidi_paragraph_and_every_paragraph_style_is_based_on_it(rich: Opened) -> None:
    paragraphs = {name: entry for name, entry in rich.styles.items() if entry.get(W + "type") == "paragraph"}
    assert find(paragraphs["Normal"], "w:pPr/w:bidi")
    based = {name: value(entry, "w:basedOn") for name, entry in paragraphs.items() if name != "Normal"}
    assert based.pop("Article") == "Heading2"
    assert set(based.values()) == {"Normal"}


def test_no_style_holds_rtl_or_cs_which_word_refuses_there(rich: Opened) -> None:
    assert not find(rich.part("word/styles.xml"), "//w:rPr/w:rtl | //w:rPr/w:cs")


def test_every_table_of_every_part_is_mirrored(rich: Opened) -> None:
    tables = [
        table for root in (rich.body, *rich.furniture("header"), *rich.furniture("footer")) for table in root.iter(W + "tbl")
    ]
    assert len(tables) > 10
    assert all(find(table, "w:tblPr/w:bidiVisual") for table in tables)


def test_every_section_is_right_to_left_with_its_gutter_at_the_right(rich: Opened) -> None:
    sections = rich.find("//w:sectPr")
    assert len(sections) == 4
    assert all(find(section, "w:bidi") and find(section, "w:rtlGutter") for section in sections)


def _runs(*children: object) -> list[tuple[str, str]]:
    """(text with marks, direction) of the runs of a paragraph; direction is `rtl`, `cs` or `ltr`."""
    opened = Opened(trees.document(trees.paragraph(*children)))  # type: ignore[arg-type]
    found = []
    for run in opened.find("w:p[1]/w:r"):
        kinds = [name for name in ("rtl", "cs") if run.find(f"w:rPr/w:{name}", NAMES) is not None]
        found.append((words(run, marks=True), kinds[0] if kinds else "ltr"))
    return found


def test_brackets_around_a_latin_word_stay_in_the_persian_runs() -> None:
    assert _runs("نهاد (", Ltr("UN-Habitat"), ") است") == [("نهاد (", "rtl"), ("UN-Habitat", "ltr"), (") است", "rtl")]


@pytest.mark.parametrize(
    ("stretch", "written"),
    [("C++", "C++" + LRM), (".NET", LRM + ".NET"), ("#1", LRM + "#1" + LRM), ("UN-Habitat", "UN-Habitat"), ("A4", "A4" + LRM)],
)
def test_a_latin_stretch_is_fixed_at_the_ends_that_are_no_letters(stretch: str, written: str) -> None:
    assert _runs("زبان ", Ltr(stretch), " است")[1] == (written, "ltr")


@pytest.mark.parametrize("number", ["۰۵۱-۳۸۴۵۶۷۸۹", "−۵", "-۵٪"])
def test_persian_digits_in_a_left_to_right_stretch_are_fixed_at_both_ends_and_take_the_persian_face(number: str) -> None:
    assert _runs("شماره ", Ltr(number))[1] == (LRM + number + LRM, "cs")


def test_latin_letters_and_persian_digits_of_one_stretch_each_take_their_own_face() -> None:
    assert _runs("کد ", Ltr("SND-۱۴۰۴"), " است")[1:3] == [("SND-", "ltr"), ("۱۴۰۴" + LRM, "cs")]


def test_a_latin_run_names_its_language_and_the_document_names_persian() -> None:
    opened = Opened(trees.document(trees.paragraph(Ltr("UN"))))
    assert value(opened.body, "w:p/w:r/w:rPr/w:lang") == "en-US"
    assert value(opened.part("word/styles.xml"), "w:docDefaults//w:lang", "bidi") == "fa-IR"
    assert value(opened.part("word/settings.xml"), "w:themeFontLang", "bidi") == "fa-IR"


@pytest.mark.parametrize(("between", "written"), [("، ", RLM + "، "), (" ۲۰۱۹ و ", RLM + " ۲۰۱۹ و "), (" و ۲ ", " و ۲ ")])
def test_text_after_a_latin_word_that_begins_with_no_letter_keeps_right_to_left_order(between: str, written: str) -> None:
    assert _runs(Ltr("Excel"), between, Ltr("Word"))[1] == (written, "rtl")


def test_a_left_to_right_stretch_is_seen_through_strong_text() -> None:
    assert _runs(Strong((Ltr("Excel"),)), "، ", Ltr("Word"))[1] == (RLM + "، ", "rtl")


def test_text_after_the_title_of_a_chapter_that_may_end_in_latin_keeps_right_to_left_order() -> None:
    chapter = Heading(1, (Text("کاغذ "), Ltr("A3")), "a", "۵")
    furniture = Furniture(footer=(SectionTitle(), Text(" – "), SectionTitle()))
    opened = Opened(Document(Properties("سند"), (Section((chapter,)),), furniture))
    shown = words(find(opened.furniture("footer")[0], "//w:p[.//w:instrText]")[0], marks=True)
    assert f"A3{LRM}{RLM} – ۵" in shown


def test_the_first_level_of_a_number_is_fixed_at_the_right() -> None:
    target = trees.paragraph("هدف", key="c-6-2")
    opened = Opened(trees.document(target, trees.paragraph("برابر ", Reference("c-6-2", "بند ۶-۲"))))
    assert words(opened.find("w:p[2]/w:hyperlink")[0], marks=True) == f"بند ۶{RLM}-{RLM}۲"


def test_dates_amounts_decimals_and_half_spaces_are_written_untouched_in_one_run() -> None:
    text = "در ۱۳۹۸/۰۹/۲۱ با ۴۵٫۵ و ۱٬۲۰۰ ریال می‌شود؛ دوره ۱۴۰۳–۱۴۰۵."
    assert _runs(text) == [(text, "rtl")]


@pytest.mark.parametrize("sign", ["٪", "%"])
def test_a_percent_sign_is_at_the_left_of_its_number_even_alone_in_a_cell(sign: str) -> None:
    assert _runs(f"۴۵٫۵{sign}") == [(f"۴۵٫۵{RLM}{sign}", "rtl")]


def test_bold_text_is_bold_in_both_scripts() -> None:
    opened = Opened(trees.document(trees.paragraph(Strong((Text("مهم"), Ltr("PDF"))))))
    runs = opened.find("w:p/w:r/w:rPr")
    assert len(runs) == 2
    assert all(find(run, "w:b") and find(run, "w:bCs") for run in runs)


def test_text_with_markup_characters_is_escaped() -> None:
    assert _runs('الف & "ب" <پ>') == [('الف & "ب" <پ>', "rtl")]


def test_a_control_character_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"U\+0007"):
        Opened(trees.document(trees.paragraph("زنگ\x07")))
