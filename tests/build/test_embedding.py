"""Which faces go into the Word files of a look, by what `sanad.yaml` asks for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import embedding, pipeline
from generator.build.project import Folders
from generator.build.settings import FILE, Embedded
from generator.problems.errors import DataError, Place
from generator.style import looks
from generator.style.style import Style
from tests.style.faces.made_fonts import make_font
from tests.style.faces.test_licences import FREE

ROOT = Path(__file__).parents[2]
ASKED = "# تنظیمات\nembed_faces: all\n"


def look_of(name: str) -> Style:
    found, problems = looks.load(ROOT / "templates" / "fa", name)
    assert found is not None, problems
    return found


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the user's faces: a free one and one that is not, by the names that the default look has for Word."""
    folder = tmp_path / "own"
    folder.mkdir()
    for family, licence in (("B Nazanin", FREE), ("B Titr", "")):
        for weight in (400, 700):
            make_font(folder / f"{family}-{weight}.ttf", family, weight=weight, licence=licence)
    monkeypatch.setenv("SANAD_FONTS", str(folder))
    yield folder


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(("asked", "families"), [("free", ["B Nazanin"]), ("none", [])])
def test_free_faces_are_taken_unless_none_is_asked_for(asked: Embedded, families: list[str]) -> None:
    assert list(embedding.chosen(look_of(looks.DEFAULT), asked, None)) == families


@pytest.mark.usefixtures("own")
def test_what_is_not_free_is_refused_where_all_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(ASKED, encoding="utf-8")

    with pytest.raises(DataError) as raised:
        embedding.chosen(look_of(looks.DEFAULT), "all", file)

    (problem,) = raised.value.problems
    assert (problem.code, problem.place) == ("face-not-embedded", Place(file, 2, 1))
    assert "«B Titr»" in problem.message and "amiri" in problem.hint


@pytest.mark.parametrize("asked", ["free", "all"])
def test_all_the_persian_faces_of_the_free_look_are_taken(asked: Embedded) -> None:
    taken = embedding.chosen(look_of("amiri"), asked, None)

    assert {family: face.name for family, face in taken.items()} == {name: name for name in ("Amiri", "Noto Sans Arabic")}
    assert all(len(face.files) == 2 for face in taken.values())


def test_a_build_puts_them_into_word_files_and_is_refused_where_it_cannot(tmp_path: Path) -> None:
    for folder in ("plans", "templates"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / FILE).write_text(ASKED, encoding="utf-8")

    def build(look: str, *formats: str) -> list[Path]:
        asked = pipeline.Selection(("z3-golshahr",), kinds=("contract",), formats=formats, look=look)
        return pipeline.build(Folders.under(tmp_path), asked, 1).written

    (file,) = build("amiri", "docx")
    with zipfile.ZipFile(file) as archive:
        assert len([name for name in archive.namelist() if name.startswith("word/fonts/")]) == 5
    with pytest.raises(DataError, match="face-not-embedded"):
        build(looks.DEFAULT, "docx")
    assert len(build(looks.DEFAULT, "pdf")) == 1
