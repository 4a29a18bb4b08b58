from pathlib import Path

import pytest

from generator.problems.errors import MachineError
from generator.style.faces import Family, files, find_faces, links
from tests.style.faces.made_fonts import make_font


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, ...]:
    """Two fonts of a folder that holds another."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    return tuple(make_font(fonts / f"{family}.ttf", family) for family in "abc")[:2]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache."""
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setattr(links, "cache_folder", lambda: folder)
    return folder


def held(folder: Path) -> list[bytes]:
    return sorted(file.read_bytes() for file in folder.iterdir())


def test_the_folder_of_faces_is_made_once_and_mended_when_it_is_spoilt(made: tuple[Path, ...], cache: Path) -> None:
    (folder,) = links.folders_of(made)
    assert links.folders_of(made) == [folder]
    assert held(folder) == sorted(file.read_bytes() for file in made)

    next(folder.iterdir()).unlink()
    (folder / "other.ttf").write_bytes(b"")
    assert links.folders_of(made) == [folder]
    assert held(folder) == sorted(file.read_bytes() for file in made)
    assert [*cache.iterdir()] == [folder]


def test_a_folder_that_holds_the_faces_alone_is_taken_as_it_is(made: tuple[Path, ...], cache: Path) -> None:
    packaged = find_faces([Family("Amiri"), Family("Liberation Sans")])
    asked = [file for face in packaged.values() for file in face.files]
    (free,) = files.packaged_folders()

    assert links.folders_of(asked) == [free / "amiri", free / "liberation-sans"]
    assert not [*cache.iterdir()]
    assert links.folders_of([*asked, *made])[:2] == [free / "amiri", free / "liberation-sans"]
    assert [len([*folder.iterdir()]) for folder in cache.iterdir()] == [2]


def test_a_cache_that_takes_nothing_is_told(made: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "cache_folder", lambda: Path("/dev/null/cache"))

    with pytest.raises(MachineError) as caught:
        links.folders_of(made)

    assert [each.code for each in caught.value.problems] == ["cache-not-writable"]
