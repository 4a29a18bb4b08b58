from pathlib import Path

import pytest

from generator.style.faces import files
from tests.style.faces.made_fonts import make_font


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for all the faces of a machine."""
    machine = tmp_path / "machine"
    machine.mkdir()
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: (machine,))
    return machine


def test_a_face_is_found_by_the_family_name_in_the_file_whatever_the_file_is_called(folder: Path) -> None:
    path = make_font(folder / "x1.ttf", "Nazli")

    assert files.search(["Nazli"])["Nazli"].regular == path


def test_a_file_named_after_a_family_that_holds_another_is_not_taken(folder: Path) -> None:
    make_font(folder / "nazli.ttf", "Roya")

    assert files.search(["Nazli"]) == {}


def test_light_condensed_and_italic_cuts_of_a_family_are_left_for_the_plain_ones(folder: Path) -> None:
    make_font(folder / "a-light.ttf", "DejaVu Sans", weight=200)
    make_font(folder / "b-condensed.ttf", "DejaVu Sans", width=3)
    make_font(folder / "c-italic.ttf", "DejaVu Sans", italic=True)
    plain = make_font(folder / "z-plain.ttf", "DejaVu Sans")
    make_font(folder / "d-black.ttf", "DejaVu Sans", weight=900)
    bold = make_font(folder / "y-bold.ttf", "DejaVu Sans", weight=700)

    face = files.search(["DejaVu Sans"])["DejaVu Sans"]

    assert (face.regular, face.bold) == (plain, bold)


def test_of_two_revisions_of_a_face_the_newer_is_taken(folder: Path) -> None:
    make_font(folder / "liberationserif-1.ttf", "Liberation Serif", revision=1.07)
    newer = make_font(folder / "liberationserif-2.ttf", "Liberation Serif", revision=2.0)

    assert files.search(["Liberation Serif"])["Liberation Serif"].regular == newer


def test_a_face_in_a_folder_of_sanad_fonts_goes_before_a_newer_one_of_the_machine(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_font(folder / "nazli.ttf", "Nazli", revision=9.0)
    own = tmp_path / "own"
    own.mkdir()
    path = make_font(own / "nazli.ttf", "Nazli", revision=1.0)
    monkeypatch.setenv("SANAD_FONTS", f"/nowhere{files.os.pathsep}{own}")

    assert files.search(["Nazli"])["Nazli"].regular == path


def test_a_damaged_file_does_not_stop_the_search(folder: Path) -> None:
    (folder / "nazli-damaged.ttf").write_bytes(b"\0\1\0\0 not a font")
    (folder / "nazli-empty.ttf").write_bytes(b"")
    whole = make_font(folder / "whole.ttf", "Nazli")
    cut = folder / "nazli-cut.ttf"
    cut.write_bytes(whole.read_bytes()[:300])

    assert files.search(["Nazli"])["Nazli"].regular == whole


def test_a_family_of_one_weight_draws_every_text_with_it(folder: Path) -> None:
    only = make_font(folder / "titr.ttf", "Titr", weight=700)

    face = files.search(["Titr"])["Titr"]

    assert (face.regular, face.file(bold=False), face.file(bold=True), face.files) == (None, only, only, (only,))
