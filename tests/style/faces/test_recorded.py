"""The recorded measures of the looks' faces are those of their files, and say the same where there is no file."""

from __future__ import annotations

import errno
from dataclasses import asdict
from pathlib import Path

import pytest

from generator.style import looks
from generator.style.faces import files, measured, recorded
from generator.style.faces.glyphs import Cut, Measures
from tests.programs import FARSIWEB
from tests.style.faces.made_fonts import make_font

ROOT = Path(__file__).parents[3]
FAMILIES = sorted({family.name for families in looks.families(ROOT / "templates" / "fa").values() for family in families})


@pytest.fixture
def no_faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any face; what was found for other values of SANAD_FONTS is not asked for."""
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path / "nothing"))
    monkeypatch.setattr(files, "packaged_folders", lambda: ())
    monkeypatch.setattr(files, "machine_folders", lambda: ())


def told(measures: Measures | None) -> list[dict[str, object] | None]:
    """What each weight says."""
    assert measures is not None
    return [None if cut is None else asdict(cut) for cut in (measures.regular, measures.bold)]


@pytest.mark.parametrize("family", [family for family in FAMILIES if family not in FARSIWEB])
def test_what_is_recorded_of_a_packaged_face_is_what_its_files_say(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: ())

    assert told(recorded.of(family)) == told(measured.of(family)), "run `make data`"


@pytest.mark.parametrize("family", FARSIWEB)
def test_what_is_recorded_of_a_face_of_the_machine_is_what_its_files_say(family: str) -> None:
    found = measured.of(family)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, "not on this machine", family)

    assert told(recorded.of(family)) == told(found), "another version than that of Debian, or run `make data`"


def test_every_face_of_the_packaged_looks_is_recorded_and_no_other() -> None:
    assert {recorded.file_of(family) for family in FAMILIES} == set(recorded.FOLDER.iterdir())
    assert set(FARSIWEB) <= set(FAMILIES)


def test_what_is_written_is_read_again() -> None:
    regular = Cut(1000, 900, 300, {0x20: 250, 0x21: 300, 0x2F: 1, 0x30: 2, 0x1F600: 1200, 0x627: 0})
    for made in (Measures(regular, None), Measures(None, regular), Measures(regular, Cut(2048, 1600, 500, {0x20: 512}))):
        assert told(recorded.parse(recorded.text(made))) == told(made)


@pytest.mark.usefixtures("no_faces")
def test_a_face_with_recorded_measures_is_measured_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measured, "of", lambda family: pytest.fail(f"asked for the files of {family}"))

    assert recorded.unmeasured(FAMILIES) == []
    assert recorded.advance("گلشهر", ("Nazli", "Liberation Serif"), 12) > 20
    assert recorded.uncovered("برنامه‌ها – 漢", ("Nazli", "Liberation Serif")) == {"漢"}


@pytest.mark.parametrize("name", ["../measures/Nazli", "Nazli.json", "nazli", "Liberation-Serif", ""])
def test_no_other_name_leads_to_a_file_of_measures(name: str) -> None:
    assert recorded.of(name) is None


def test_a_face_of_a_users_own_look_is_measured_from_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(tmp_path / "mine.ttf", "Own Face", "دار")
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path))

    assert recorded.unmeasured(["Own Face", "Nazli"]) == []
    assert recorded.advance("دار", ["Own Face"], 1) == 1.5
    assert recorded.uncovered("دا–", ["Own Face"]) == {"–"}


@pytest.mark.usefixtures("no_faces")
def test_of_a_face_that_nothing_is_known_of_no_character_is_said_to_be_lacking() -> None:
    assert recorded.unmeasured(["Nazli", "Nobody's Face"]) == ["Nobody's Face"]
    assert recorded.uncovered("漢", ["Nobody's Face", "Nazli"]) == set()
    assert recorded.advance("د", ["Nobody's Face", "Nazli"], 1) == recorded.advance("د", ["Nazli"], 1)
