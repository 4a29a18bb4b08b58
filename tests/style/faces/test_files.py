from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.style.faces import files
from generator.style.faces.files import Face, Family
from tests.style.faces.made_fonts import make_font
from tests.style.families import ALL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for all the faces of a machine; the program has none of its own."""
    machine = tmp_path / "machine"
    machine.mkdir()
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "packaged_folders", lambda: (tmp_path / "packaged",))
    monkeypatch.setattr(files, "machine_folders", lambda: (machine,))
    return machine


def found(name: str, *stand_ins: str, single: bool = False) -> Face:
    return files.search([Family(name, stand_ins, single)])[name]


def test_a_face_is_found_by_the_family_name_in_the_file_whatever_the_file_is_called(folder: Path) -> None:
    path = make_font(folder / "x1.ttf", "Nazli")

    assert found("Nazli").regular == path


def test_a_file_named_after_a_family_that_holds_another_is_not_taken(folder: Path) -> None:
    make_font(folder / "nazli.ttf", "Roya")

    assert files.search([Family("Nazli")]) == {}


def test_light_condensed_and_italic_cuts_of_a_family_are_left_for_the_plain_ones(folder: Path) -> None:
    make_font(folder / "a-light.ttf", "DejaVu Sans", weight=200)
    make_font(folder / "b-condensed.ttf", "DejaVu Sans", width=3)
    make_font(folder / "c-italic.ttf", "DejaVu Sans", italic=True)
    plain = make_font(folder / "z-plain.ttf", "DejaVu Sans")
    make_font(folder / "d-black.ttf", "DejaVu Sans", weight=900)
    bold = make_font(folder / "y-bold.ttf", "DejaVu Sans", weight=700)

    face = found("DejaVu Sans")

    assert (face.regular, face.bold) == (plain, bold)


def test_of_two_revisions_of_a_face_the_newer_is_taken(folder: Path) -> None:
    make_font(folder / "liberationserif-1.ttf", "Liberation Serif", revision=1.07)
    newer = make_font(folder / "liberationserif-2.ttf", "Liberation Serif", revision=2.0)

    assert found("Liberation Serif").regular == newer


def test_a_face_in_a_folder_of_sanad_fonts_goes_before_a_newer_one_of_the_machine(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_font(folder / "nazli.ttf", "Nazli", revision=9.0)
    own = tmp_path / "own"
    own.mkdir()
    path = make_font(own / "nazli.ttf", "Nazli", revision=1.0)
    monkeypatch.setenv("SANAD_FONTS", f"/nowhere{files.os.pathsep}{own}")

    assert found("Nazli").regular == path


def test_a_damaged_file_does_not_stop_the_search(folder: Path) -> None:
    (folder / "nazli-damaged.ttf").write_bytes(b"\0\1\0\0 not a font")
    (folder / "nazli-empty.ttf").write_bytes(b"")
    whole = make_font(folder / "whole.ttf", "Nazli")
    cut = folder / "nazli-cut.ttf"
    cut.write_bytes(whole.read_bytes()[:300])

    assert found("Nazli").regular == whole


def test_a_family_of_one_weight_draws_every_text_with_it(folder: Path) -> None:
    only = make_font(folder / "titr.ttf", "Titr", weight=700)

    face = found("Titr", single=True)

    assert (face.regular, face.file(bold=False), face.file(bold=True), face.files) == (None, only, only, (only,))


def test_the_programs_own_face_goes_before_a_newer_one_of_the_machine_and_after_one_in_sanad_fonts(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged, own = tmp_path / "packaged" / "amiri", tmp_path / "own"
    for place in (packaged, own):
        place.mkdir(parents=True)
    make_font(folder / "amiri.ttf", "Amiri", revision=9.0)
    second = make_font(packaged / "amiri.ttf", "Amiri", revision=1.0)
    assert found("Amiri").regular == second

    first = make_font(own / "amiri.ttf", "Amiri", revision=0.1)
    monkeypatch.setenv("SANAD_FONTS", str(own))
    assert found("Amiri").regular == first


def test_a_missing_family_is_drawn_in_what_stands_in_for_it_and_says_so(folder: Path) -> None:
    regular = make_font(folder / "bn.ttf", "B Nazanin")
    bold = make_font(folder / "bnb.ttf", "B Nazanin", weight=700)

    assert found("Nazli", "B Nazanin") == Face("Nazli", "B Nazanin", regular, bold)
    assert files.search([Family("Nazli"), Family("Titr", ("B Titr",), single=True)]) == {}


def test_a_family_that_is_there_is_drawn_in_itself(folder: Path) -> None:
    for name in ("Nazli", "B Nazanin"):
        make_font(folder / f"{name}.ttf", name)
        make_font(folder / f"{name}-bold.ttf", name, weight=700)

    assert found("Nazli", "B Nazanin").name == "Nazli"


def test_a_family_that_lacks_a_weight_gives_way_to_a_whole_one(folder: Path) -> None:
    regular = make_font(folder / "nazli.ttf", "Nazli")
    make_font(folder / "bn.ttf", "B Nazanin")
    make_font(folder / "bnb.ttf", "B Nazanin", weight=700)

    assert found("Nazli", "B Nazanin").name == "B Nazanin"
    assert found("Nazli") == Face("Nazli", "Nazli", regular, None)


def test_a_family_of_one_weight_is_whole_with_it(folder: Path) -> None:
    make_font(folder / "titr.ttf", "Titr")
    make_font(folder / "bt.ttf", "B Titr")
    make_font(folder / "btb.ttf", "B Titr", weight=700)

    assert found("Titr", "B Titr", single=True).name == "Titr"
    assert found("Titr", "B Titr").name == "B Titr"


def test_every_face_that_travels_with_the_program_is_whole_may_be_embedded_and_has_its_licence_beside_it() -> None:
    paths = list(files.font_paths(files.packaged_folders()))
    assert len(paths) == len({path.name for path in paths}) == 10
    for path in paths:
        with TTFont(path) as font:
            font.ensureDecompiled()
            assert font["OS/2"].fsType == 0, path
            said, copyright_lines = (font["name"].getDebugName(number) for number in (13, 0))
        licence = (path.parent / "OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License" in said and "SIL OPEN FONT LICENSE Version 1.1" in licence
        for line in copyright_lines.splitlines():
            assert line.strip().removesuffix(".") in licence


def test_the_files_of_each_family_that_travels_with_the_program_have_a_folder_of_their_own() -> None:
    asked = {family.name: family for family in ALL}
    for folder in files.packaged_folders()[0].iterdir():
        (name,) = {files._describe(path).family for path in files.font_paths([folder])}  # type: ignore[union-attr]
        assert set(files.search([asked[name]])[name].files) == set(files.font_paths([folder]))
