"""The pages of two PDFs one under the other, to be looked at."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.visual.bars import bars
from tests.visual.beside import draw


def inked(sheet: Image.Image, left: int, right: int, top: int, bottom: int) -> bool:
    """Whether something is drawn in a part of a picture of white pages."""
    darkest, _ = sheet.convert("L").crop((left, top, right, bottom)).getextrema()
    return darkest < 64


def test_each_picture_has_four_pages_of_each_file_the_first_at_the_right(tmp_path: Path) -> None:
    one = bars(tmp_path / "one.pdf", *[100] * 5, 300)
    other = bars(tmp_path / "other.pdf", *[400] * 5)
    draw(tmp_path / "seen", {"typst": one, "weasyprint": other})
    first, last = (Image.open(tmp_path / "seen" / name) for name in ("001.png", "005.png"))

    assert sorted(file.name for file in (tmp_path / "seen").iterdir()) == ["001.png", "005.png"]
    half = first.height // 2
    # A bar at 100 of 595 points stands in the upper part of its page, one at 400 in the lower.
    assert first.width > 2 * last.width - 20
    assert inked(first, 0, first.width, 40, half // 2) and not inked(first, 0, first.width, half // 2, half - 20)
    assert inked(first, 0, first.width, half + half // 2, first.height) and not inked(
        first, 0, first.width, half + 40, half + half // 2
    )
    middle = last.width // 2
    assert inked(last, middle, last.width, 40, half // 3) and not inked(last, 0, middle - 10, 40, half // 3)
    assert inked(last, 10, middle - 10, half // 3, half)
