"""The faces that a Word file names, what stands in for them, and those that it has inside."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator.inspection import inspect
from generator.style.faces import Face
from generator.writing import word
from generator.writing.writers import Supplies
from tests.documents.sdk import validate
from tests.style.faces.made_fonts import make_font
from tests.writing import trees
from tests.writing.word.opened import LOOK, Opened, find, value

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
NAMED = LOOK.stacks["text"].word


@pytest.fixture
def faces(tmp_path: Path) -> Mapping[str, Face]:
    """A face of two weights for the text, under the name that the look has for it in Word."""
    regular, bold = make_font(tmp_path / "r.ttf", NAMED), make_font(tmp_path / "b.ttf", NAMED, weight=700)
    return {NAMED: Face(NAMED, NAMED, regular, bold)}


def written(faces: Mapping[str, Face]) -> bytes:
    """A document with faces inside."""
    return word.write(trees.document(trees.paragraph("متن")), LOOK, Supplies(embedded=faces)).data


def inside(data: bytes, family: str) -> dict[str, bytes]:
    """The weights of a family that a file has inside, as fonts: each turned back with the key beside it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    relations = etree.fromstring(parts["word/_rels/fontTable.xml.rels"]).iter(RELATIONS + "Relationship")
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in relations}
    table = etree.fromstring(parts["word/fontTable.xml"])
    found = {}
    for entry in find(table, f"w:font[@w:name='{family}']/*[@w:fontKey]"):
        named = {name.rpartition("}")[2]: text for name, text in entry.attrib.items()}
        mask = bytes.fromhex(named["fontKey"].strip("{}").replace("-", ""))[::-1] * 2
        font = parts[targets[named["id"]]]
        opened = bytes(one ^ two for one, two in zip(font, mask, strict=False)) + font[32:]
        found[etree.QName(entry).localname] = opened
    return found


def test_the_font_table_names_the_faces_of_the_look_with_a_free_alternative_and_those_of_digits_and_boxes() -> None:
    fonts = Opened(trees.document()).part("word/fontTable.xml")

    named = {value(font, ".", "name"): value(font, "w:altName") for font in find(fonts, "w:font")}

    assert named == {
        "Times New Roman": "Liberation Serif", "B Nazanin": "Nazli", "B Titr": "Titr",
        "Sanad Digits": None, "MS Gothic": None,
    }  # fmt: skip


def test_a_face_that_is_given_is_whole_inside_the_file_in_each_of_its_weights(faces: Mapping[str, Face]) -> None:
    face = faces[NAMED]
    assert face.regular is not None and face.bold is not None

    found = inside(written(faces), NAMED)

    assert found == {"embedRegular": face.regular.read_bytes(), "embedBold": face.bold.read_bytes()}


def test_a_face_of_one_weight_is_inside_in_that_one(faces: Mapping[str, Face]) -> None:
    one = Face(NAMED, NAMED, None, faces[NAMED].bold)

    assert inside(written({NAMED: one}), NAMED).keys() == {"embedBold"}


def test_without_faces_only_that_of_the_digits_is_inside(faces: Mapping[str, Face]) -> None:
    bare, full = written({}), written(faces)

    assert [len(inside(bare, name)) for name in (NAMED, "Sanad Digits")] == [0, 1]
    assert inside(full, "Sanad Digits") == inside(bare, "Sanad Digits")


def test_word_can_open_the_parts_of_faces_since_no_name_has_a_space(faces: Mapping[str, Face]) -> None:
    assert " " in NAMED
    with zipfile.ZipFile(BytesIO(written(faces))) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/fonts/")]

    assert len(names) == 3
    assert all(name.isascii() and " " not in name for name in names)


def test_the_same_faces_give_the_same_bytes(faces: Mapping[str, Face]) -> None:
    assert written(faces) == written(faces)


def test_a_file_with_faces_inside_is_as_right_as_one_without(faces: Mapping[str, Face], tmp_path: Path) -> None:
    file = tmp_path / "faces.docx"
    file.write_bytes(written(faces))

    assert [found.problem(file).line() for found in inspect(file, faces=LOOK.faces(), marks=[])] == []
    assert validate(file, "Microsoft365") == []
