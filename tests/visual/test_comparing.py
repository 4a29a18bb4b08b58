"""What is done with pages that differ, and on machines that draw otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.visual import comparing, machine
from tests.visual.checking import fault
from tests.visual.comparing import Compared, compare, differ, golden_pages

NAME = "place/document"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(comparing, "SEEN", tmp_path / "seen")


def sheets(folder: Path, *places: int) -> Path:
    """A PDF of A5 pages, each with a bar at a height."""
    made = []
    for place in places:
        page = Image.new("L", (420, 595), 255)
        ImageDraw.Draw(page).rectangle((60, place, 360, place + 12), fill=0)
        made.append(page)
    file = folder / "sheets.pdf"
    made[0].save(file, save_all=True, append_images=made[1:])
    return file


def test_pages_that_differ_are_named_pictured_and_alone_replaced(tmp_path: Path) -> None:
    compare(sheets(tmp_path, 100, 200, 300, 400), NAME, "pdf", update=True)
    before = {number: file.stat().st_mtime_ns for number, file in golden_pages(NAME, "pdf").items()}
    other = sheets(tmp_path, 100, 204, 300)

    told = compare(other, NAME, "pdf")
    assert told == Compared(NAME, "pdf", 3, changed=(2,), gone=(4,))
    assert sorted(file.name for file in told.seen.iterdir()) == ["02.png", "04.png"]
    assert not compare(other, NAME, "pdf", update=True).same

    after = {number: file.stat().st_mtime_ns for number, file in golden_pages(NAME, "pdf").items()}
    assert [number for number in before if before[number] != after.get(number)] == [2, 4]
    assert compare(other, NAME, "pdf").same
    assert not told.seen.exists()


def test_the_picture_marks_lost_ink_red_and_new_ink_blue(tmp_path: Path) -> None:
    compare(sheets(tmp_path, 100), NAME, "pdf", update=True)
    compared = compare(sheets(tmp_path, 300), NAME, "pdf")
    with Image.open(compared.seen / "01.png") as picture:
        width = picture.width // 3
        marked = picture.convert("RGB").crop((2 * width, 14, picture.width, picture.height))
    scale = marked.height / 595
    lost, came = (marked.getpixel((marked.width // 2, round(place * scale))) for place in (106, 306))
    assert isinstance(lost, tuple) and isinstance(came, tuple)
    assert lost[0] > lost[2] + 60
    assert came[2] > came[0] + 60


def test_a_point_of_another_shade_is_no_difference_and_a_larger_page_is() -> None:
    page = Image.new("L", (300, 400), 255)
    touched = page.copy()
    touched.putpixel((100, 100), 221)
    touched.putpixel((101, 100), 238)
    assert not differ(page, touched)
    assert differ(page, Image.new("L", (400, 300), 255))


def test_runs_of_pages_are_told_as_ranges() -> None:
    assert (
        Compared(NAME, "pdf", 10, (1, 2, 3, 5, 8, 9), (10,)).told()
        == "place/document.pdf, 10 pages: changed 1-3, 5, 8-9; new 10"
    )


def test_another_machine_only_counts_pages_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compare(sheets(tmp_path, 100, 200, 300), NAME, "pdf", update=True)
    monkeypatch.setattr(machine, "here", lambda: {**machine.DRAWN_ON, "system": "debian 13", "poppler": ""})

    with pytest.warns(machine.NotCompared, match=r"only counted.*system is debian 13, not debian 12; poppler is unknown"):
        assert fault(sheets(tmp_path, 500, 500), NAME, "pdf") == ""
    with pytest.warns(machine.NotCompared):
        assert fault(sheets(tmp_path, 500), NAME, "pdf") == "1 pages, 3 golden ones"


def test_the_machine_of_the_golden_pages_compares_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compare(sheets(tmp_path, 100), NAME, "pdf", update=True)
    monkeypatch.setattr(machine, "here", lambda: machine.DRAWN_ON)
    assert fault(sheets(tmp_path, 100), NAME, "pdf") == ""
    assert "changed 1;" in fault(sheets(tmp_path, 120), NAME, "pdf")
