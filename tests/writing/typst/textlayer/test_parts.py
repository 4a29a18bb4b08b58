"""The parts by themselves: what is read of a content, what is joined and turned, what stays, and what cannot be done."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Name

from generator.persian.direction import RLM
from generator.problems.errors import MachineError
from generator.writing.typst.textlayer import shown
from tests.writing.pdf import drawn as read
from tests.writing.typst.textlayer import drawn

NAZLI = '#set text(font: ("Nazli", "Liberation Serif"))\n'


def raw(*lines: str) -> bytes:
    return drawn.draw(NAZLI + "\n".join(f"#par({drawn.text(line)})" for line in lines))


def letters(data: bytes) -> str:
    """The letters of a file in the order in which they are drawn, without those of its heading."""
    return "".join(glyph.letter for page in drawn.glyphs(data) for glyph in page).removeprefix("دنس")


@pytest.mark.parametrize(
    ("written", "means"),
    [
        (rb"\000a", b"\0a"),
        (rb"\000\(\000)\\", b"\0(\0)\\"),
        (rb"\n\r\t\b\f", b"\n\r\t\b\f"),
        (b"\\0013\\x\xe9", b"\x013x\xe9"),
    ],
)
def test_a_string_is_read_as_a_pdf_means_it(written: bytes, means: bytes) -> None:
    assert shown.unescaped(written) == means


def test_brackets_that_stand_in_a_string_as_they_are_do_not_end_it() -> None:
    """The codes of two glyphs of a face are «(» and «)», which a PDF may leave as they are in pairs."""
    parts = [*shown._parts(rb"[(\000(\000\(\000))-20.5<00290028>(\000\051)]")]
    assert parts == [b"\0(\0(\0)", -20.5, b"\0)\0(", b"\0)"]


def contents(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [page.Contents.read_bytes() for page in file.pages]


def test_a_raised_mark_is_joined_with_its_line_in_the_place_of_its_first_part() -> None:
    before, after = raw("محلهٔ گلشهر"), drawn.mended(raw("محلهٔ گلشهر"))
    (one,), (other,) = contents(before), contents(after)
    assert (one.count(b"\nBT"), other.count(b"\nBT")) == (4, 2)
    assert letters(after) == "رهشلگ \u0654هلحم"


def test_the_parts_of_a_line_in_two_faces_are_drawn_in_the_order_of_reading() -> None:
    assert letters(drawn.mended(raw("گلشهر – مشهد"))) == " رهشلگ–دهشم "


def test_dots_that_lead_to_a_number_are_one_text_and_stay_where_they_are() -> None:
    before = drawn.draw(NAZLI + f"#par({{ {drawn.text('مقدمه')}; box(width: 1fr, repeat([.])); {drawn.text('۷')} }})")
    after = drawn.mended(before)
    (one,), (other,) = contents(before), contents(after)
    assert one.count(b"\nBT") > 100
    assert other.count(b"\nBT") == 4

    def dots(data: bytes) -> list[float]:
        return sorted(glyph.x for (page,) in [drawn.glyphs(data)] for glyph in page if glyph.letter == ".")

    assert dots(after) == pytest.approx(dots(before), abs=0.005)
    assert "مقدمه..........." in read.pdfium(after)[0]


@pytest.mark.parametrize(
    ("line", "found"),
    [("صفحهٔ ۲/۱۵۴", "صفحهٔ ۲/۱۵۴"), ("لا \u200cلا", "لا لا"), (f"رشد ۵{RLM}٪ و ۷٪.", "رشد ۵٪ و ۷٪."), ("ملّا خلأ", "ملّا خلأ")],
)
def test_a_line_is_found(line: str, found: str) -> None:
    text = read.pdfium(drawn.mended(raw(line)))[0].replace("\u200c", "")
    assert found in text


def test_a_sign_that_typst_draws_between_two_numbers_is_one_of_theirs() -> None:
    """The numbers are texts of their own where the source computes them."""
    source = NAZLI + f'#par({{ {drawn.text("صفحهٔ ")}; context {drawn.text("۲")}; "/"; context {drawn.text("۱۵۴")} }})'
    assert "صفحهٔ ۲/۱۵۴" in read.pdfium(drawn.mended(drawn.draw(source)))[0]


def test_equal_files_are_mended_to_equal_bytes() -> None:
    data = raw("اطلاعات همهٔ خانه\u200cها، ۲۰٪", "گلشهر – مشهد")
    assert drawn.mended(data) == drawn.mended(data)


def test_nothing_but_contents_and_faces_is_changed() -> None:
    data = raw("اطلاعات همهٔ خانه\u200cها، ۲۰٪", "گلشهر – مشهد")
    with pikepdf.open(io.BytesIO(data)) as before, pikepdf.open(io.BytesIO(drawn.mended(data))) as after:
        for one, other in zip(before.pages, after.pages, strict=True):
            assert one.MediaBox == other.MediaBox
            assert {name: str(font.BaseFont) for name, font in one.Resources.Font.items()} == {
                name: str(font.BaseFont) for name, font in other.Resources.Font.items()
            }
        assert shape(before.Root.StructTreeRoot.K) == shape(after.Root.StructTreeRoot.K)
        assert before.Root.keys() == after.Root.keys()
    marks = [[part for part in page.split() if b"MCID" in part or part.startswith(b"EMC")] for page in contents(data)]
    assert len(marks[0]) > 10
    assert [page.count(b"/MCID") for page in contents(drawn.mended(data))] == [page.count(b"/MCID") for page in contents(data)]


def shape(found: pikepdf.Object | int) -> object:
    """A part of the structure: its kinds, and the numbers of what it holds."""
    if isinstance(found, int):
        return found
    if isinstance(found, pikepdf.Array):
        return [shape(each) for each in found]  # type: ignore[arg-type]
    return [str(found.get("/S", "")), shape(found.K) if "/K" in found else None]


def without_marks(file: pikepdf.Pdf) -> None:
    """Write the texts of a page in a form that is not Typst's: without the place of each."""
    stream = file.pages[0].Contents
    stream.write(stream.read_bytes().replace(b" Tm", b" Td", 1))


def another_frame(file: pikepdf.Pdf) -> None:
    stream = file.pages[0].Contents
    stream.write(stream.read_bytes().replace(b"q 1 0 0 -1", b"q /P gs 1 0 0 -1", 1))


def other_mode(file: pikepdf.Pdf) -> None:
    stream = file.pages[0].Contents
    stream.write(stream.read_bytes().replace(b"0 Tr", b"2 Tr", 1))


def text_outside(file: pikepdf.Pdf) -> None:
    stream = file.pages[0].Contents
    stream.write(stream.read_bytes() + b" BT /f0 10 Tf (a) Tj ET")


@pytest.mark.parametrize("change", [without_marks, another_frame, other_mode, text_outside])
def test_a_form_of_text_that_is_not_known_is_refused(change: Callable[[pikepdf.Pdf], None]) -> None:
    with pytest.raises(MachineError) as raised:
        drawn.mended(drawn.changed(raw("اطلاعات"), change))
    assert raised.value.problems[0].code == "text-form-unknown"


def without_truetype(file: pikepdf.Pdf) -> None:
    """Let the faces have outlines of another kind, to which no glyph can be added."""
    for font in file.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        descriptor.FontFile3 = file.make_stream(zlib.decompress(b"x\x9c\x03\x00\x00\x00\x00\x01"))
        del descriptor["/FontFile2"]


def test_a_face_that_cannot_grow_is_left_as_it_is_and_refused_where_text_would_be_lost() -> None:
    plain = drawn.changed(raw("سند"), without_truetype, drawn.textlayer.mend)
    with pikepdf.open(io.BytesIO(plain)) as file:
        assert all("/FontFile3" in font.DescendantFonts[0].FontDescriptor for font in file.pages[0].Resources.Font.values())
    with pytest.raises(MachineError) as raised:
        drawn.changed(raw("لا"), without_truetype, drawn.textlayer.mend)
    assert raised.value.problems[0].code == "face-not-truetype"
    assert "Nazli" in raised.value.problems[0].message


def as_pictures(file: pikepdf.Pdf) -> None:
    for font in file.pages[0].Resources.Font.values():
        font.Subtype = Name.Type3


def test_text_of_a_face_that_draws_pictures_is_left_as_it_is() -> None:
    data = drawn.changed(raw("اطلاعات"), as_pictures)
    assert contents(drawn.changed(data, drawn.textlayer.mend)) == contents(data)
