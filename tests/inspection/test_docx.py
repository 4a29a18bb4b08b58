from __future__ import annotations

from pathlib import Path

import pytest

from generator.inspection import Defect, inspect
from generator.inspection.docx import inspect as inspect_data
from generator.problems.errors import MachineError
from generator.problems.sentences.inspection import SENTENCES
from tests.documents.sdk import validate
from tests.inspection.package import ROOMS, packed, parts, room

BOLD = '<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl/>'
LONG = "n" * 65
END = '<w:bookmarkEnd w:id="{n}01"/>'
SEPARATE = '<w:fldChar w:fldCharType="separate"/>'
TABLE = "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid/></w:tbl>"

# What is planted: its name, what it replaces in the room's content, the content then, the code of the finding. `{n}` is the
# number of the room.
PLANTED = [
    ("Persian text without rtl", BOLD, BOLD.removesuffix("<w:rtl/>"), "word-run-not-rtl"),
    ("Persian text with rtl off", BOLD, BOLD.replace("<w:rtl/>", '<w:rtl w:val="0"/>'), "word-run-not-rtl"),
    (
        "Persian digits without rtl or cs",
        '<w:rtl/></w:rPr><w:t xml:space="preserve"> ۱۲۳',
        "</w:rPr><w:t> ۱۲۳",
        "word-run-not-rtl",
    ),
    (
        "deleted text without rtl",
        f'{BOLD}</w:rPr><w:t xml:space="preserve">متن پررنگ</w:t>',
        "</w:rPr><w:delText>متن</w:delText>",
        "word-run-not-rtl",
    ),
    ("Latin text with rtl", '<w:lang w:val="en-US"/>', "<w:rtl/>", "word-run-latin-rtl"),
    ("Latin and Persian in one run", "متن پررنگ", "متن bold", "word-run-mixed"),
    (
        "a paragraph turned left to right",
        '<w:pStyle w:val="Body"/>',
        '<w:pStyle w:val="Body"/><w:bidi w:val="0"/>',
        "word-paragraph-not-bidi",
    ),
    (
        "a paragraph whose style is not right to left",
        '<w:pStyle w:val="Body"/>',
        '<w:pStyle w:val="Lone"/>',
        "word-paragraph-not-bidi",
    ),
    ("a table that is not mirrored", "<w:bidiVisual/>", "", "word-table-not-bidi"),
    ("bold for Latin text only", "<w:bCs/>", "", "word-pair-unequal"),
    ("bold for Persian text only", "<w:b/>", "", "word-pair-unequal"),
    ("bold that differs", "<w:bCs/>", '<w:bCs w:val="0"/>', "word-pair-unequal"),
    ("italic for Latin text only", "<w:iCs/>", "", "word-pair-unequal"),
    ("a size for Latin text only", '<w:szCs w:val="24"/>', "", "word-pair-unequal"),
    ("a size that differs", '<w:szCs w:val="24"/>', '<w:szCs w:val="26"/>', "word-pair-unequal"),
    ("two controls with one id", '<w:id w:val="{n}01"/>', '<w:id w:val="{n}00"/>', "word-control-repeated"),
    (
        "two bookmarks with one name",
        END,
        f'{END}<w:bookmarkStart w:id="{{n}}02" w:name="Mark_{{n}}"/><w:bookmarkEnd w:id="{{n}}02"/>',
        "word-bookmark-repeated",
    ),
    ("a bookmark without an end", END, "", "word-bookmark-unpaired"),
    ("the end of no bookmark", END, f'{END}<w:bookmarkEnd w:id="{{n}}02"/>', "word-bookmark-unpaired"),
    (
        "a cell without a paragraph",
        '<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">سلول</w:t></w:r></w:p>',
        "",
        "word-cell-unended",
    ),
    ("a cell that ends in a table", "دیگر</w:t></w:r></w:p>", "دیگر</w:t></w:r></w:p>" + TABLE, "word-cell-unended"),
    ("an unknown paragraph style", '<w:pStyle w:val="Body"/>', '<w:pStyle w:val="Boody"/>', "word-style-unknown"),
    (
        "a character style that is a paragraph style",
        '<w:rStyle w:val="Blank"/>',
        '<w:rStyle w:val="Body"/>',
        "word-style-unknown",
    ),
    ("an unknown table style", '<w:tblStyle w:val="Grid"/>', '<w:tblStyle w:val="Gird"/>', "word-style-unknown"),
    ("an unknown list", '<w:numId w:val="1"/>', '<w:numId w:val="7"/>', "word-list-unknown"),
    ("a field without an end", '<w:fldChar w:fldCharType="end"/>', "", "word-field-unbalanced"),
    ("a field without a beginning", '<w:fldChar w:fldCharType="begin"/>', "", "word-field-unbalanced"),
    ("a field with two results", SEPARATE, SEPARATE * 2, "word-field-unbalanced"),
    ("a span wider than the grid", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "word-row-off-grid"),
    ("a row narrower than the grid", '<w:gridSpan w:val="2"/>', "", "word-row-off-grid"),
    ("a tag of 65 characters", 'w:tag w:val="name-{n}"', f'w:tag w:val="{LONG}"', "word-tag-long"),
    ("a link to no bookmark", '<w:hyperlink w:anchor="mark_{n}">', '<w:hyperlink w:anchor="mark_x">', "word-anchor-dangling"),
    ("the page of no bookmark", "PAGEREF mark_{n} ", "PAGEREF mark_x ", "word-anchor-dangling"),
    ("two pictures with one id", '<wp:docPr id="{n}1"', '<wp:docPr id="{n}0"', "word-drawing-repeated"),
    ("a picture without a description", ' descr="نشان برنامه"', "", "word-drawing-undescribed"),
    ("a face with a name of 32 letters", "B Nazanin", "B" * 32, "word-face-name-long"),
]


def planted(name: str, old: str, new: str) -> list[Defect]:
    """The findings of the package with a fault planted in a part, which it must be found in."""
    content = parts()
    part = content[name]
    assert isinstance(part, str)
    assert old in part
    content[name] = part.replace(old, new, 1)
    return inspect_data(packed(content))


def test_the_package_that_faults_are_planted_in_is_valid_for_the_open_xml_sdk(tmp_path: Path) -> None:
    file = tmp_path / "right.docx"
    file.write_bytes(packed(parts()))

    assert validate(file, "Microsoft365") == []


def test_nothing_is_found_in_a_package_without_faults() -> None:
    assert inspect_data(packed(parts())) == []


@pytest.mark.parametrize("room_name", ROOMS)
@pytest.mark.parametrize(("old", "new", "code"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found_in_every_part_and_nothing_else(room_name: str, old: str, new: str, code: str) -> None:
    number, part, inside = ROOMS[room_name]
    right = room(number)
    wrong = right.replace(old.replace("{n}", str(number)), new.replace("{n}", str(number)), 1)
    assert wrong != right

    found = planted(part, right, wrong)

    assert [(each.code, each.part) for each in found] == [(code, part)]
    assert inside in found[0].path


SECTION = "<w:bidi/></w:sectPr>"
DATE = "2025-01-31T08:30:00Z"
KEY = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
OF_THE_PACKAGE = [
    ("a section that is not right to left", "word/document.xml", SECTION, "</w:sectPr>", "word-section-not-bidi"),
    (
        "a heading level left out",
        "word/document.xml",
        '<w:pStyle w:val="Heading2"/>',
        '<w:pStyle w:val="Heading1"/>',
        "word-heading-skipped",
    ),
    (
        "rtl in a paragraph style",
        "word/styles.xml",
        '<w:name w:val="متن"/>',
        '<w:name w:val="متن"/><w:rPr><w:rtl/></w:rPr>',
        "word-style-directed",
    ),
    (
        "rtl in a character style",
        "word/styles.xml",
        '<w:name w:val="جای خالی"/>',
        '<w:name w:val="جای خالی"/><w:rPr><w:rtl/></w:rPr>',
        "word-style-directed",
    ),
    ("cs in the defaults", "word/styles.xml", '<w:szCs w:val="22"/>', '<w:szCs w:val="22"/><w:cs/>', "word-style-directed"),
    ("a size for Latin text only in the defaults", "word/styles.xml", '<w:szCs w:val="22"/>', "", "word-pair-unequal"),
    ("bold for Latin text only in a style", "word/styles.xml", "<w:bCs/>", "", "word-pair-unequal"),
    ("bold for Latin text only in a list level", "word/numbering.xml", "<w:rtl/>", "<w:b/><w:rtl/>", "word-pair-unequal"),
    (
        "a style based on none",
        "word/styles.xml",
        '<w:basedOn w:val="Body"/>',
        '<w:basedOn w:val="Boody"/>',
        "word-style-unknown",
    ),
    ("a style followed by none", "word/styles.xml", '<w:next w:val="Body"/>', '<w:next w:val="Boody"/>', "word-style-unknown"),
    (
        "a list of no definition",
        "word/numbering.xml",
        '<w:abstractNumId w:val="1"/>',
        '<w:abstractNumId w:val="2"/>',
        "word-list-unknown",
    ),
    ("a long face name in the font table", "word/fontTable.xml", "Vazirmatn", "V" * 32, "word-face-name-long"),
    ("a wrong key of an embedded face", "word/fontTable.xml", KEY, KEY.replace("FF}", "FE}"), "word-face-key-wrong"),
    ("a key that is no key", "word/fontTable.xml", KEY, "{0011}", "word-face-key-wrong"),
    ("an embedded face that is not there", "word/_rels/fontTable.xml.rels", "font1", "font2", "word-face-key-wrong"),
    ("no title", "docProps/core.xml", "<dc:title>سند نمونه</dc:title>", "", "word-title-missing"),
    ("a blank title", "docProps/core.xml", "سند نمونه", " ", "word-title-missing"),
    ("a date of no month", "docProps/core.xml", DATE, "2025-13-01", "word-date-malformed"),
    ("a date of no day", "docProps/core.xml", DATE, "2025-02-30T08:30:00Z", "word-date-malformed"),
    ("a time without its zone", "docProps/core.xml", DATE, "2025-01-31T08:30:00", "word-date-malformed"),
    ("a Persian date", "docProps/core.xml", DATE, "۱۴۰۴/۰۱/۳۱", "word-date-malformed"),
    ("no date", "docProps/core.xml", DATE, "", "word-date-malformed"),
]


@pytest.mark.parametrize(
    ("part", "old", "new", "code"), [row[1:] for row in OF_THE_PACKAGE], ids=[row[0] for row in OF_THE_PACKAGE]
)
def test_a_planted_fault_of_the_package_is_found_and_nothing_else(part: str, old: str, new: str, code: str) -> None:
    found = planted(part, old, new)

    assert [each.code for each in found] == [code]


def test_every_sentence_about_word_files_is_fired_by_a_planted_fault() -> None:
    fired = {row[-1] for row in (*PLANTED, *OF_THE_PACKAGE)}
    reported_below = {"word-file-broken", "word-file-large", "word-part-missing", "word-part-malformed"}

    of_marks = {"word-mark-missing", "word-mark-not-across"}  # in test_marks.py

    assert {code for code in SENTENCES if code.startswith("word-")} == fired | reported_below | of_marks


def test_names_of_the_header_and_of_the_body_are_compared_with_each_other() -> None:
    header = room(2)
    renamed = header.replace('<w:id w:val="200"/>', '<w:id w:val="100"/>').replace('w:name="mark_2"', 'w:name="mark_1"')
    renamed = renamed.replace('anchor="mark_2"', 'anchor="mark_1"').replace("PAGEREF mark_2", "PAGEREF mark_1")

    found = planted("word/header1.xml", header, renamed)

    assert [(each.code, each.part) for each in found] == [
        ("word-control-repeated", "word/header1.xml"),
        ("word-bookmark-repeated", "word/header1.xml"),
    ]


def test_a_date_alone_and_a_year_alone_are_dates() -> None:
    for right in ("2025", "2025-01", "2025-01-31", "2025-01-31T08:30:00.5+03:30"):
        assert planted("docProps/core.xml", DATE, right) == []


def test_a_picture_that_is_decoration_needs_no_description() -> None:
    mark = (
        '<wp:docPr id="10" name="نشان"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></wp:docPr>"
    )

    assert planted("word/document.xml", '<wp:docPr id="10" name="نشان" descr="نشان برنامه"/>', mark) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 not a package", "word-file-broken"),
        (b"", "word-file-broken"),
        (packed({"a.txt": "x"}), "word-part-missing"),
        (packed({name: data for name, data in parts().items() if name != "word/document.xml"}), "word-part-missing"),
        (packed(parts() | {"word/header1.xml": "<w:hdr>"}), "word-part-malformed"),
    ],
)
def test_a_file_that_is_no_word_package_has_one_finding(data: bytes, code: str) -> None:
    assert [found.code for found in inspect_data(data)] == [code]


def test_a_package_larger_than_any_document_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.inspection.package._LARGEST", 1000)

    assert [found.code for found in inspect_data(packed(parts()))] == ["word-file-large"]


def test_a_finding_is_reported_in_persian_with_file_part_and_path(tmp_path: Path) -> None:
    file = tmp_path / "سند.docx"
    content = parts()
    content["word/header1.xml"] = str(content["word/header1.xml"]).replace("<w:bidiVisual/>", "", 1)
    file.write_bytes(packed(content))

    (found,) = inspect(file)

    assert found.problem(file).line() == (
        f"{file}:1:1: خطا: word/header1.xml ← /w:hdr/w:tbl: جدول راست‌به‌چپ (w:bidiVisual) نیست و ستون نخست آن در چپ می‌افتد. "
        "[word-table-not-bidi]"
    )


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        inspect(tmp_path / "none.docx")

    assert [each.code for each in caught.value.problems] == ["cannot-read"]
