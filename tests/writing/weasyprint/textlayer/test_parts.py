"""The parts by themselves: letters to glyphs, marks of direction, places, and what cannot be done."""

from __future__ import annotations

import io
from itertools import pairwise
from types import SimpleNamespace

import pytest
import weasyprint
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from generator.problems.errors import MachineError
from generator.writing.pdf.textlayer.glyphs import Composite, Glyph
from generator.writing.pdf.textlayer.letters import letters, spread
from generator.writing.pdf.textlayer.order import gaps, kinds
from generator.writing.weasyprint import textlayer
from generator.writing.weasyprint.assets import address
from generator.writing.weasyprint.textlayer.faces import Additions, next_number, share
from tests.writing.pdf import drawn as read
from tests.writing.weasyprint.textlayer import drawn

WIDE, NARROW = 500, 0


def owners(written: str, *widths: int) -> str:
    """The glyph of each letter by its number, a dot for a letter without one."""
    found = spread(written, [Glyph(number, width) for number, width in enumerate(widths)])
    return "".join("." if glyph is None else str(glyph.number) for glyph in found)


def test_letters_and_marks_take_the_glyphs_of_their_kind() -> None:
    assert owners("لا", WIDE) == "0."
    assert owners("لّا", WIDE, NARROW) == "01."
    assert owners("ه\u0654", WIDE, NARROW) == "01"
    assert owners("\u0651ی خ\u064f", NARROW, WIDE, WIDE, WIDE) == "0123."
    assert owners("الله", WIDE) == "0..."


def test_glyphs_too_many_or_in_another_order_are_no_letters() -> None:
    assert owners("ب", WIDE, NARROW) == ""
    assert owners("ب\u064eپ", WIDE, WIDE, NARROW) == ""


def test_signs_of_direction_are_no_letters_and_a_heh_with_hamza_is_two() -> None:
    assert letters("\u2066\u200e\u200f\u2069\u00ad") == ""
    assert letters("\u00a0") == " "
    assert letters("ۀ") == "ه\u0654"
    assert letters("\u200c") == "\u200c"
    assert letters("\u0600") == "\u0600"


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        ("دو یک", "دو یک"),
        (".دو", "|.دو"),
        ("سه ،دو", "سه ،دو"),
        ("۵ \u0654ه", "۵ |\u0654ه"),
        ("دو \u0654ه", "دو \u0654ه"),
        ("سه ،\u064bا", "سه ،|\u064bا"),
        (".۵", "|.|۵"),
        ("۵:ه", "۵|:ه"),
        ("(۵)", "|(|۵|)|"),
        ("۸ ،۷", "۸ |،|۷"),
        ("ا٪−۵", "ا|٪|−۵"),
        ("۶-۲", "۶|-|۲"),
    ],
)
def test_marks_of_direction_stand_where_a_reader_would_lose_the_order(row: str, marked: str) -> None:
    """Rows are as drawn, from the left; a number takes the sign before it along only where that is its own («−۵»)."""
    found = gaps("".join(kinds(letter, leftwards=letter not in "−۰۱۲۳۴۵۶۷۸۹") for letter in row), row)
    shown = "".join("|" * (place in found) + letter for place, letter in enumerate(row)) + "|" * (len(row) in found)
    assert shown == marked


def test_a_mark_after_a_wide_gap_stays_with_its_word() -> None:
    """The space that justifying has widened is drawn next to it: no gap is left between the two."""
    style = "font: 12pt Nazli; width: 150pt; text-align-last: justify"
    (page,) = drawn.glyphs(drawn.draw(f'<p style="{style}">شناسهٔ ملی</p>'))
    at = next(place for place, glyph in enumerate(page) if glyph.letter == "\u0654")
    space, mark, base = page[at - 1 : at + 2]
    assert (space.letter, base.letter) == (" ", "ه")
    assert space.x + space.width == pytest.approx(base.x, abs=0.02)
    assert mark.x == pytest.approx(base.x, abs=0.05)
    assert page[at - 2].x + page[at - 2].width < space.x - 50


def test_no_two_glyphs_are_at_one_place() -> None:
    """poppler sorts by place, and loses the order of those that share one."""
    (page,) = drawn.glyphs(drawn.draw('<p style="font: 13pt Nazli">اوّلاً، مادهٔ ۱۴۰۴.</p>'))
    places = [glyph.x for glyph in page]
    assert all(after > before for before, after in pairwise(places))


def test_equal_pages_are_equal_bytes() -> None:
    html = '<p style="font: 13pt Nazli">اطلاعات همهٔ خانه\u200cها، ۲۰\u200f٪</p>'
    assert drawn.draw(html) == drawn.draw(html)


def test_missing_and_added_glyphs_have_numbers_of_their_own() -> None:
    font = SimpleNamespace(glyph_count=10, missing={}, additions=Additions())
    assert textlayer._unused_number(font, 0x4E00) == 10
    font.additions.composites[next_number(font)] = Composite((), ())
    assert textlayer._unused_number(font, 0x4E01) == 12
    assert textlayer._unused_number(font, 0x4E00) == 10


def test_two_fonts_of_one_name_have_their_glyphs_in_common() -> None:
    first, second, other = (SimpleNamespace(hash=name, to_unicode={}, widths={}) for name in ("A", "A", "B"))
    for font in (first, second, other):
        share(font, [first, second, other])
    assert second.additions is first.additions
    assert second.to_unicode is first.to_unicode
    assert not hasattr(other, "additions")


def test_an_unknown_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(MachineError) as raised:
        textlayer.install()
    assert raised.value.problems[0].code == "library-version"


def test_a_face_in_a_form_whose_letters_would_not_be_written_is_refused() -> None:
    additions = Additions({10: Composite((), ())})
    with pytest.raises(MachineError) as raised:
        textlayer._clean_and_grow(SimpleNamespace(additions=additions, used_in_forms=True, family="Nazli"), {}, hinting=False)
    assert raised.value.problems[0].code == "face-in-form"


def postscript_face() -> bytes:
    """A face with PostScript outlines (CFF): a box for each of its letters."""
    pen = T2CharStringPen(600, None)
    for step, point in enumerate([(50, 0), (550, 0), (550, 700), (50, 700)]):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    names = {".notdef": None, "space": " ", "A": "A", "B": "B", "lam": "ل", "alef": "ا"}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([*names])
    builder.setupCharacterMap({ord(letter): name for name, letter in names.items() if letter})
    # HarfBuzz 10 takes no face without values of this kind, which every real one has.
    private = {"defaultWidthX": 600}
    builder.setupCFF("Boxes", {}, {name: pen.getCharString() for name in names}, private)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_a_face_that_cannot_grow_is_drawn_as_it_is_and_refused_where_text_would_be_lost() -> None:
    where = address("boxes.otf")
    source = f'font-family: Boxes; src: url("{where}")'
    face = f"<style>@font-face {{ {source} }} p {{ font-family: Boxes }}</style>"
    assets = {"boxes.otf": postscript_face()}
    assert "AB BA" in read.pdfium(drawn.draw(f"{face}<p dir=ltr>AB BA</p>", assets))[0]
    with pytest.raises(MachineError) as raised:
        drawn.draw(f"{face}<p>لا\u200cلا</p>", assets)
    assert raised.value.problems[0].code == "face-not-truetype"
    assert "Boxes" in raised.value.problems[0].message
