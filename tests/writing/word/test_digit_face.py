"""The face of Persian digits, and its way into every file."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from lxml import etree

from generator.writing.word import digit_face
from tests.writing import trees
from tests.writing.word.opened import Opened, find, value

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@pytest.fixture(scope="module")
def face() -> TTFont:
    return TTFont(BytesIO(digit_face.font()))


def _outline(face: TTFont, character: str) -> list[object]:
    glyphs = face.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[face.getBestCmap()[ord(character)]].draw(pen)
    return list(pen.value)


@pytest.mark.parametrize(("western", "persian", "arabic"), [*zip("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", strict=True)])
def test_western_persian_and_arabic_digits_are_drawn_alike(face: TTFont, western: str, persian: str, arabic: str) -> None:
    assert _outline(face, western) == _outline(face, persian) == _outline(face, arabic) != []


def test_the_ten_digits_differ(face: TTFont) -> None:
    assert len({str(_outline(face, digit)) for digit in "0123456789"}) == 10


def test_digits_keep_the_form_of_the_source(face: TTFont) -> None:
    with files("generator.writing.word").joinpath("faces/amiri-digits.ttf").open("rb") as file:
        source = TTFont(file)
    for digit in "۰۱۲۳۴۵۶۷۸۹":
        assert [step[0] for step in _outline(face, digit)] == [step[0] for step in _outline(source, digit)]  # type: ignore[index]


def test_digits_are_equally_wide_and_as_high_as_those_of_nazli(face: TTFont) -> None:
    em = face["head"].unitsPerEm
    names = [face.getBestCmap()[ord(digit)] for digit in "0123456789"]
    assert {face["hmtx"][name][0] for name in names} == {round(0.47 * em)}
    glyphs = face["glyf"]
    assert 0.5 * em < max(glyphs[name].yMax for name in names) < 0.6 * em
    assert -0.05 * em < min(glyphs[name].yMin for name in names) <= 0


def test_the_face_may_be_embedded_and_has_a_name_of_its_own(face: TTFont) -> None:
    assert face["OS/2"].fsType == 0
    for number in (1, 3, 4, 6):
        assert "amiri" not in str(face["name"].getDebugName(number)).lower()
    assert "Amiri Project Authors" in face["name"].getDebugName(0)
    assert "SIL Open Font License" in face["name"].getDebugName(13)


def test_the_licence_is_next_to_the_source() -> None:
    licence = files("generator.writing.word").joinpath("faces/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "Amiri Project Authors" in licence


def test_making_the_face_again_gives_the_same_bytes() -> None:
    first = digit_face.font()
    digit_face.font.cache_clear()
    assert digit_face.font() == first


def test_every_file_holds_the_face_and_its_key_opens_it() -> None:
    opened = Opened(trees.document())
    entry = find(opened.part("word/fontTable.xml"), "w:font[@w:name='Sanad Digits']/w:embedRegular")[0]
    key = next(value for name, value in entry.attrib.items() if name.endswith("fontKey"))
    relation = next(value for name, value in entry.attrib.items() if name.endswith("}id"))
    relations = etree.fromstring(opened.parts["word/_rels/fontTable.xml.rels"])
    target = {each.get("Id"): each.get("Target") for each in relations.iter(RELATIONS + "Relationship")}[relation]
    embedded = opened.parts[f"word/{target}"]
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    assert bytes(one ^ two for one, two in zip(embedded, mask, strict=False)) + embedded[32:] == digit_face.font()
    assert b"application/vnd.openxmlformats-officedocument.obfuscatedFont" in opened.parts["[Content_Types].xml"]
    assert find(opened.part("word/settings.xml"), "w:embedTrueTypeFonts")


def test_page_numbers_are_set_in_the_style_of_the_face() -> None:
    opened = Opened(trees.document(trees.paragraph("متن"), furniture=trees.FURNITURE))
    field = find(opened.furniture("footer")[0], "//w:r[w:fldChar or w:instrText]")
    assert len(field) == 8
    assert {value(run, "w:rPr/w:rStyle") for run in field} == {"CountedDigits"}
    assert value(opened.styles["CountedDigits"], "w:rPr/w:rFonts", "cs") == "Sanad Digits"


def test_libreoffice_draws_what_it_counts_with_the_face(tmp_path: Path) -> None:
    file = tmp_path / "counted.docx"
    file.write_bytes(Opened(trees.document(*trees.lists(), furniture=trees.FURNITURE)).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    done = subprocess.run(["pdffonts", tmp_path / "counted.pdf"], check=True, capture_output=True, text=True)
    assert "SanadDigits" in done.stdout
