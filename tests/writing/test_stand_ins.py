"""Where Nazli and Titr are missing, the faces that offices have stand in for them: in every format, and by their own names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.problems.errors import MachineError
from generator.style.drawn import drawn
from generator.style.faces import Family, environment, files, find_faces
from generator.writing import drawing, word
from generator.writing.writers import ENGINES, Engine, of
from tests.style.families import OF_DEFAULT
from tests.writing import trees
from tests.writing.drawing.charts import KINDS
from tests.writing.drawing.charts import document as with_chart
from tests.writing.pdf.opened import faces
from tests.writing.word.opened import LOOK

ITS_OWN = files.machine_folders
OFFICES = {"Nazli": "B Nazanin", "Titr": "B Titr"}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the faces of an office: those of Debian under the names that offices know."""
    folder = tmp_path_factory.mktemp("offices")
    for family, face in find_faces(Family(name, single=True) for name in OFFICES).items():
        for number, path in enumerate(face.files):
            with TTFont(path) as font:
                for record in list(font["name"].names):
                    if record.nameID in (1, 4, 6, 16):
                        told = record.toUnicode().replace(family, OFFICES[family])
                        record.string = told.replace(" ", "") if record.nameID == 6 else told
                font.save(folder / f"{number}-{path.name}")
    return folder


@pytest.fixture(autouse=True)
def machine(offices: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that has those faces and no others."""
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.setattr(files, "machine_folders", lambda: (offices,))
    yield


def test_the_look_is_drawn_in_the_families_of_the_files_that_were_found() -> None:
    look = drawn(LOOK)

    assert [family.name for family in look.families()] == [OFFICES.get(family.name, family.name) for family in OF_DEFAULT]
    assert {family.name for family in look.families() if family.single} == {"B Titr", "Noto Sans", "Noto Sans Symbols2"}
    assert drawn(look) == look


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pdf_is_drawn_in_them_after_one_in_the_faces_of_the_look_too(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rich.pdf"
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(files, "machine_folders", ITS_OWN)
        file.write_bytes(of("pdf", engine).write(trees.rich(), LOOK).data)
    assert faces(file) == {"Nazli", "NazliBold", "TitrBold", "LiberationSerif", "LiberationSerifBold"}

    file.write_bytes(of("pdf", engine).write(trees.rich(), LOOK).data)

    assert faces(file) == {"BNazanin", "BNazaninBold", "BTitrBold", "LiberationSerif", "LiberationSerifBold"}


def test_a_picture_is_drawn_in_them_and_a_word_file_names_what_it_always_names(monkeypatch: pytest.MonkeyPatch) -> None:
    made = with_chart(KINDS["bars"])
    pictures, written = drawing.pictures(made, LOOK, ("svg",)), word.write(trees.rich(), LOOK).data

    monkeypatch.undo()
    assert drawing.pictures(made, LOOK, ("svg",)) == pictures
    assert word.write(trees.rich(), LOOK).data == written


def test_what_asks_for_either_name_is_given_the_file_that_was_found(offices: Path) -> None:
    configuration = Path(environment(OF_DEFAULT)["FONTCONFIG_FILE"]).read_text(encoding="utf-8")

    assert f"<dir>{offices}</dir>" in configuration
    for family, office in OFFICES.items():
        asked = f'<test qual="any" name="family"><string>{family}</string></test>'
        assert f'{asked}<edit name="family" mode="assign" binding="same"><string>{office}</string>' in configuration
        assert f'<test qual="any" name="family"><string>{office}</string></test>' not in configuration


def test_a_look_for_which_neither_is_there_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "machine_folders", lambda: ())

    with pytest.raises(MachineError) as caught:
        drawn(LOOK)

    assert {each.code for each in caught.value.problems} == {"face-missing"}
