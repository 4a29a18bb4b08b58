from __future__ import annotations

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from generator.inspection import Defect, inspect
from generator.inspection.pdf import family, layout
from generator.inspection.pdf import inspect as inspect_data
from generator.problems.errors import MachineError

LETTERS = "سلامنوه\u200c"
MAP = dict(enumerate(LETTERS, 1)) | {0: "؟"}
FACES = ("Nazli", "Titr")
SHOWN = "<00020001> Tj"
CLAIMS = b'<rdf:Description pdfaid:part="3"/><pdfuaid:part>1</pdfuaid:part>'


def cmap(texts: Mapping[int, str]) -> bytes:
    entries = "".join(f"<{code:04x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in texts.items())
    return f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(texts)} beginbfchar\n{entries}endbfchar".encode()


class Made:
    """A PDF of one or more pages in one composite font, to spoil in one way or another."""

    def __init__(self, *drawn: str, face: str = "ABCDEF+Nazli-Bold", texts: bytes = cmap(MAP)) -> None:
        self.file = pikepdf.new()
        descriptor = Dictionary(Type=Name.FontDescriptor, FontFile2=self.file.make_stream(b"\x00\x01\x00\x00"))
        self.descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=descriptor, CIDToGIDMap=Name.Identity
        )
        self.font = self.file.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/" + face),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self.descendant]),
                ToUnicode=self.file.make_stream(texts),
            )
        )
        for shown in drawn or (SHOWN,):
            self.add_page(f"BT /F1 12 Tf {shown} ET")
        self.file.Root.Lang = String("fa")
        self.file.docinfo["/Title"] = "سند"
        self.root = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.file.Root.StructTreeRoot = self.root
        self.file.Root.MarkInfo = Dictionary(Marked=True)
        self.file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self.file.Root.OutputIntents = Array([])
        self.file.Root.Metadata = self.file.make_stream(CLAIMS, Type=Name.Metadata, Subtype=Name.XML)

    def add_page(self, content: str, **further: pikepdf.Object) -> None:
        resources = Dictionary(Font=Dictionary(F1=self.font), **further)
        page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 595, 842], Resources=resources)
        page.Contents = self.file.make_stream(content.encode())
        self.file.pages.append(pikepdf.Page(self.file.make_indirect(page)))

    def form(self, content: str) -> pikepdf.Object:
        resources = Dictionary(Font=Dictionary(F2=self.font))
        return self.file.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, Resources=resources)

    @property
    def data(self) -> bytes:
        buffer = BytesIO()
        self.file.save(buffer, fix_metadata_version=False)
        return buffer.getvalue()

    def found(self, *marks: str) -> list[Defect]:
        return inspect_data(self.data, FACES, marks)


def codes(found: list[Defect]) -> list[tuple[str, str]]:
    return [(each.code, each.part) for each in found]


def test_nothing_is_found_in_a_file_without_faults() -> None:
    assert Made(SHOWN, "[<0003> -20 <0004>] TJ").found() == []


@pytest.mark.parametrize("shown", ["<00020000> Tj", "[<0002> 12 <00010000>] TJ", "<0000> '", '1 2 <0000> "'])
def test_the_missing_glyph_is_found_however_it_is_drawn(shown: str) -> None:
    found = Made(SHOWN, shown).found()

    assert codes(found) == [("pdf-glyph-missing", "page 2")]
    assert dict(found[0].values) == {"count": "1", "name": "ABCDEF+Nazli-Bold"}


def test_two_bytes_of_zero_across_two_glyphs_are_no_missing_glyph() -> None:
    assert Made("<01000001> Tj", texts=cmap({0x100: "س", 1: "ل"})).found() == []


def test_the_missing_glyph_is_found_inside_a_form_and_after_the_font_of_a_saved_state_returns() -> None:
    made = Made()
    forms = Dictionary(Fm=made.form("BT /F2 9 Tf <0000> Tj ET"))
    made.add_page("q /Fm Do Q", XObject=forms)
    made.add_page("BT /F1 9 Tf q /F9 9 Tf <0000> Tj Q <0000> Tj ET")

    assert codes(made.found()) == [("pdf-glyph-missing", "page 2"), ("pdf-glyph-missing", "page 3")]


def test_a_table_of_glyphs_says_which_one_is_missing() -> None:
    made = Made("<0001> Tj", "<0002> Tj")
    made.descendant.CIDToGIDMap = made.file.make_stream(bytes([0, 9, 0, 0, 0, 7]))
    made.font.DescendantFonts = Array([made.descendant])

    assert codes(made.found()) == [("pdf-glyph-missing", "page 1")]


def test_a_form_that_draws_itself_ends() -> None:
    made = Made()
    form = made.form("BT /F2 9 Tf <0001> Tj ET /Fm Do")
    form.Resources.XObject = Dictionary(Fm=form)
    made.add_page("/Fm Do", XObject=Dictionary(Fm=form))

    assert made.found() == []


def test_shapes_in_place_of_letters_are_found_and_signs_that_are_characters_are_not() -> None:
    shapes = Made("<0001> Tj", texts=cmap({1: "\ufef3"}))
    signs = Made("<00010002> Tj", texts=cmap({1: "\ufdf2", 2: "\ufdfc"}))

    assert codes(shapes.found()) == [("pdf-presentation-forms", "page 1")]
    assert signs.found() == []


def test_ranges_of_the_text_table_are_read() -> None:
    table = b"2 beginbfrange <0001> <0003> <06F1> <0004> <0005> [<0633> <FEF3>] endbfrange"

    assert codes(Made("<000100020003> Tj", "<0004> Tj", "<0005> Tj", texts=table).found()) == [
        ("pdf-presentation-forms", "page 3")
    ]


def test_a_glyph_for_several_letters_is_reported_once_with_its_first_page_its_letters_and_how_often_it_is_drawn() -> None:
    table = cmap({1: "س", 2: "لا", 3: "ه\u0654", 4: "لا", 5: "fi", 6: "\U0001d49c"})
    found = Made("<000100050006> Tj", "<00020001> Tj", "[<0002> 9 <00030002>] TJ", "<0004> Tj", texts=table).found()

    assert codes(found) == [("pdf-glyph-several-letters", page) for page in ("page 2", "page 3", "page 4")]
    assert [dict(each.values) for each in found] == [
        {"text": text, "count": count, "name": "ABCDEF+Nazli-Bold"}
        for text, count in (("لا", "3"), ("ه\u0654", "1"), ("لا", "1"))
    ]
    assert "«لا»" in found[0].problem(Path("a.pdf")).message


def test_a_glyph_without_text_is_found() -> None:
    assert codes(Made("<0001002a> Tj").found()) == [("pdf-text-unreadable", "page 1")]


def test_a_face_of_another_look_is_reported_once_for_all_its_pages() -> None:
    found = Made(SHOWN, SHOWN, face="ABCDEF+DejaVu-Sans").found()

    assert codes(found) == [("pdf-face-foreign", "page 1")]
    assert inspect_data(Made(face="DejaVu-Sans").data, (), ()) == []


def test_a_face_that_is_not_in_the_file_is_found() -> None:
    made = Made()
    del made.descendant.FontDescriptor.FontFile2
    made.font.DescendantFonts = Array([made.descendant])

    assert codes(made.found()) == [("pdf-face-not-embedded", "page 1")]


def test_a_mark_is_found_in_either_order_of_drawing_and_missed_on_the_page_without_it() -> None:
    forward, backward = "<000100020003> Tj", "[<0003> 5 <0002> <0001>] TJ"

    assert Made(forward, backward).found("سلا") == []
    assert codes(Made(forward, "<0004> Tj").found("سلا")) == [("pdf-mark-missing", "page 2")]


def test_joiners_and_spaces_do_not_hide_a_mark() -> None:
    assert Made("<00010008000200080003> Tj").found("س لا") == []


def test_a_file_without_pages_language_and_title_is_reported_of_each() -> None:
    buffer = BytesIO()
    pikepdf.new().save(buffer)

    found = inspect_data(buffer.getvalue(), (), ())

    assert [each.code for each in found[:3]] == ["pdf-no-pages", "pdf-language-missing", "pdf-title-missing"]
    assert {each.code for each in found[3:]} == {
        *("pdf-archive-unclaimed", "pdf-accessible-unclaimed"),
        *("pdf-title-hidden", "pdf-untagged"),
    }


def test_a_broken_file_has_one_finding_reported_in_persian(tmp_path: Path) -> None:
    file = tmp_path / "سند.pdf"
    file.write_bytes(b"%PDF-1.7\nnothing")

    (found,) = inspect(file)

    assert found.problem(file).line() == (
        f"{file}:1:1: خطا: این پرونده PDF باز نمی‌شود. سند را با «sanad build» دوباره بسازید. [pdf-file-broken]"
    )


def test_where_the_library_is_missing_the_remedy_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(Made().data)
    monkeypatch.delitem(sys.modules, "generator.inspection.pdf")
    monkeypatch.setitem(sys.modules, "pikepdf", None)

    with pytest.raises(MachineError) as caught:
        inspect(file)

    assert [each.code for each in caught.value.problems] == ["inspection-library-missing"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UGYUDO+Nazli", "Nazli"),
        ("JCXZUZ+Titr-Bold", "Titr"),
        ("KZUJSR+Liberation-Serif-Bold", "Liberation Serif"),
        ("Liberation-Serif-BoldItalic", "Liberation Serif"),
        ("ABCDEF+DejaVu-Sans", "DejaVu Sans"),
    ],
)
def test_the_family_of_a_face_is_read_from_its_name(name: str, expected: str) -> None:
    assert family(name) == expected


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("ABCDEF+Nazli-Bold", "Nazli"),
        ("ABCDEF+LiberationSerif", "Liberation Serif"),
        ("ABCDEF+Liberation-Serif-Bold", "Liberation Serif"),
        ("ABCDEF+BNazaninBold", "B Nazanin"),
        ("BTitr", "B Titr"),
        ("NotoSansSymbols2-Regular", "Noto Sans Symbols2"),
    ],
)
def test_the_faces_of_the_pages_are_told_by_their_families(named: str, told: str) -> None:
    assert layout(Made(face=named).data).faces == (told,)


def test_a_file_that_is_broken_names_no_engine_and_no_faces() -> None:
    assert not any(layout(Made().data[:300]))
