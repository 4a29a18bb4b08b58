"""How far down the pages of a PDF are used: `python -m tests.fill FILE.pdf …` prints a row of percentages for each file.

The share of the text's height, between the margins of the page form of that size, down to the lowest ink. Marks across the
page and pale fills count for nothing. With `--below 40` only the pages that are used less, the last of a file included.
"""

from __future__ import annotations

import argparse
import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from generator.style import looks
from generator.style.style import PageForm, Style

_DPI = 36
_INK = 0xD0
"""The lightest grey that counts as ink; the marks across the page are lighter."""


@dataclass(frozen=True)
class Page:
    """A page by its number, and the share of its text's height that is used, in percent."""

    number: int
    used: int


def of(file: Path, look: Style | None = None) -> list[Page]:
    """Return each page of a PDF with the share of it that is used."""
    look = look or _default()
    command = ["pdftoppm", "-r", str(_DPI), "-gray", str(file)]
    drawn = subprocess.run(command, check=True, capture_output=True).stdout
    stream, found = io.BytesIO(drawn), []
    while stream.tell() < len(drawn):
        picture = Image.open(_one(stream))
        found.append(Page(len(found) + 1, _used(picture, _form(picture, look))))
    return found


def _one(stream: io.BytesIO) -> io.BytesIO:
    """Read one picture of the row of PGM files that pdftoppm writes."""
    start = stream.tell()
    stream.readline()
    width, height = map(int, stream.readline().split())
    stream.readline()
    end = stream.tell() + width * height
    stream.seek(start)
    return io.BytesIO(stream.read(end - start))


def _form(picture: Image.Image, look: Style) -> PageForm:
    width, height = (side / _DPI * 25.4 for side in picture.size)
    return min(look.pages.values(), key=lambda form: abs(form.width - width) + abs(form.height - height))


def _used(picture: Image.Image, form: PageForm) -> int:
    top, bottom = (round(length / 25.4 * _DPI) for length in (form.top, form.height - form.bottom))
    text = picture.crop((0, top, picture.width, bottom)).point(lambda grey: 255 if grey <= _INK else 0)
    box = text.getbbox()
    return round(100 * box[3] / (bottom - top)) if box else 0


def _default() -> Style:
    look = looks.load(Path(__file__).parent.parent / "templates" / "fa").value
    assert look is not None
    return look


def main() -> None:
    """Print the pages of the files that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--below", type=int, default=101)
    chosen = parser.parse_args()
    for file in chosen.files:
        pages = of(file)
        shown = " ".join(f"{page.number}:{page.used}" for page in pages if page.used < chosen.below)
        print(f"{file}  {len(pages)} pages, mean {sum(page.used for page in pages) // len(pages)}%  {shown}")


if __name__ == "__main__":
    main()
