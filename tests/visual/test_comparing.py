"""What is done with pages that differ, and on machines that draw otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.writing.writers import DEFAULT_ENGINE
from tests.visual import comparing, machine, picturing
from tests.visual.bars import bars
from tests.visual.checking import fault
from tests.visual.comparing import Compared, approve, compare, file_of, fingerprints
from tests.visual.fingerprints import Fingerprint
from tests.visual.picturing import differ, draw, drawn_apart

NAME = "place/document"
PDF = DEFAULT_ENGINE


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(picturing, "SEEN", tmp_path / "seen")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "sheets.pdf"


def touched(shade: int) -> Image.Image:
    """A white page with two points of another shade."""
    page = Image.new("L", (300, 400), 255)
    page.putpixel((100, 100), shade)
    page.putpixel((101, 100), (255 + shade) // 2)
    return page


def test_pages_that_differ_are_named_and_alone_replaced(pdf: Path) -> None:
    approve(NAME, "docx", fingerprints(bars(pdf, 50)))
    approve(NAME, PDF, fingerprints(bars(pdf, 100, 200, 300, 400)))
    before = file_of(NAME).read_text().splitlines()
    now = fingerprints(bars(pdf, 100, 204, 300))

    assert compare(NAME, PDF, now) == Compared(NAME, PDF, 3, changed=(2,), gone=(4,))
    approve(NAME, PDF, now)

    after = file_of(NAME).read_text().splitlines()
    assert [line.split()[:2] for line in before if line not in after] == [[PDF, "2"], [PDF, "4"]]
    assert [line.split()[:2] for line in after if line not in before] == [[PDF, "2"]]
    assert compare(NAME, PDF, now).same
    assert compare(NAME, "docx", fingerprints(bars(pdf, 50))).same


def test_a_page_that_is_tolerated_keeps_its_line() -> None:
    approve(NAME, PDF, [Fingerprint.of(touched(255))])
    before = file_of(NAME).read_bytes()
    approve(NAME, PDF, [Fingerprint.of(touched(221))])
    assert file_of(NAME).read_bytes() == before
    approve(NAME, PDF, [Fingerprint.of(touched(0))])
    assert file_of(NAME).read_bytes() != before


def test_the_picture_marks_lost_ink_red_and_new_ink_blue(tmp_path: Path) -> None:
    golden, now = bars(tmp_path / "golden.pdf", 100, 50), bars(tmp_path / "now.pdf", 300, 50, 70)
    draw(tmp_path / "seen", golden, now, (1, 3))
    assert sorted(file.name for file in (tmp_path / "seen").iterdir()) == ["01.png", "03.png"]
    with Image.open(tmp_path / "seen" / "01.png") as picture:
        width = picture.width // 3
        marked = picture.convert("RGB").crop((2 * width, 14, picture.width, picture.height))
    scale = marked.height / 595
    lost, came = (marked.getpixel((marked.width // 2, round(place * scale))) for place in (106, 306))
    assert isinstance(lost, tuple) and isinstance(came, tuple)
    assert lost[0] > lost[2] + 60
    assert came[2] > came[0] + 60


def test_two_drawings_are_compared_without_fingerprints(tmp_path: Path) -> None:
    golden, now = bars(tmp_path / "golden.pdf", 100, 200, 300), bars(tmp_path / "now.pdf", 100, 204)
    assert drawn_apart(NAME, PDF, golden, now) == Compared(NAME, PDF, 2, changed=(2,), gone=(3,))
    assert drawn_apart(NAME, PDF, now, golden) == Compared(NAME, PDF, 3, changed=(2,), added=(3,))


def test_a_point_of_another_shade_is_no_difference_and_a_larger_page_is() -> None:
    page = touched(255)
    assert not differ(page, touched(221))
    assert Fingerprint.of(page).like(Fingerprint.of(touched(221)))
    assert differ(page, Image.new("L", (400, 300), 255))
    assert not Fingerprint.of(page).like(Fingerprint.of(Image.new("L", (400, 300), 255)))


def test_a_dot_of_any_darkness_is_seen_anywhere() -> None:
    blank = Fingerprint.of(Image.new("L", (80, 120), 255))
    unseen = []
    for ink in range(160, 1020, 20):
        page = Image.new("L", (80, 120), 255)
        for part, (right, down) in enumerate(((0, 0), (1, 0), (0, 1), (1, 1))):
            place = (2 * (ink % 37) + right, 3 * (ink % 39) + down)
            page.putpixel(place, 255 - min(255, max(0, ink - 255 * part)))
        unseen += [ink] * Fingerprint.of(page).like(blank)
    assert unseen == []


def test_a_fingerprint_is_read_as_it_was_written() -> None:
    page = Fingerprint.of(touched(0))
    assert Fingerprint.read(str(page)) == page
    assert set("".join(page.digits)) > {"0"}


def test_runs_of_pages_are_told_as_ranges() -> None:
    assert (
        Compared(NAME, PDF, 10, (1, 2, 3, 5, 8, 9), (10,)).told()
        == f"place/document.{PDF}, 10 pages: changed 1-3, 5, 8-9; new 10"
    )


def test_another_machine_only_counts_pages_and_says_so(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(NAME, PDF, fingerprints(bars(pdf, 100, 200, 300)))
    monkeypatch.setattr(machine, "here", lambda: {**machine.DRAWN_ON, "system": "debian 13", "poppler": ""})

    with pytest.warns(machine.NotCompared, match=r"only counted.*system is debian 13, not debian 12; poppler is unknown"):
        assert fault(bars(pdf, 500, 500), NAME, PDF) == ""
    with pytest.warns(machine.NotCompared):
        assert fault(bars(pdf, 500), NAME, PDF) == "1 pages, 3 golden ones"


def test_the_machine_of_the_golden_pages_compares_them(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(NAME, PDF, fingerprints(bars(pdf, 100)))
    monkeypatch.setattr(machine, "here", lambda: machine.DRAWN_ON)
    assert fault(bars(pdf, 100), NAME, PDF) == ""
    assert "changed 1;" in fault(bars(pdf, 120), NAME, PDF)
    assert "new 1;" in fault(bars(pdf, 100), "place/never-approved", PDF)
