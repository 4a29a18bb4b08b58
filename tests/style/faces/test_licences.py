from pathlib import Path

import pytest

from generator.style.faces import Face
from generator.style.faces.licences import may_travel
from tests.style.faces.made_fonts import make_font

FREE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
GPL = "http://www.gnu.org/copyleft/gpl.html"


def face(folder: Path, licence: str, restrictions: int = 0, of_bold: str | None = None) -> Face:
    """A face of two weights with a licence, the bold one with another if it is given."""
    regular = make_font(folder / "r.ttf", "Face", licence=licence, restrictions=restrictions)
    bold = make_font(folder / "b.ttf", "Face", weight=700, licence=licence if of_bold is None else of_bold)
    return Face("Face", "Face", regular, bold)


@pytest.mark.parametrize("restrictions", [0, 0x8])
def test_a_free_face_that_may_be_installed_or_edited_with_may_travel(tmp_path: Path, restrictions: int) -> None:
    assert may_travel(face(tmp_path, FREE, restrictions))


@pytest.mark.parametrize("licence", ["", GPL, "All rights reserved"])
def test_a_face_of_another_licence_may_not(tmp_path: Path, licence: str) -> None:
    assert not may_travel(face(tmp_path, licence))


@pytest.mark.parametrize("restrictions", [0x2, 0x4])
def test_a_face_whose_file_forbids_it_may_not_whatever_its_licence_says(tmp_path: Path, restrictions: int) -> None:
    assert not may_travel(face(tmp_path, FREE, restrictions))


def test_a_face_may_not_when_only_one_of_its_weights_may(tmp_path: Path) -> None:
    assert not may_travel(face(tmp_path, FREE, of_bold=GPL))


def test_a_file_that_is_no_font_may_not(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"x")

    assert not may_travel(Face("Face", "Face", tmp_path / "x.ttf", None))
