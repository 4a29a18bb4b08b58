"""`python -m tests.visual.beside [DOCUMENT…]`: the pages of documents by each engine, one under the other, to be looked at.

A DOCUMENT is a part of a name; all that several engines lay out are drawn when none is named. The pictures lie in
`.visual/beside/DOCUMENT/`, four pages of each engine in one, the first page at the right.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from PIL import Image, ImageDraw

from generator.writing.writers import ENGINES
from tests.visual import DOCUMENTS, SEEN, Format, building, formats
from tests.visual.drawing import pages

IN_A_ROW = 4
_WIDTH = 600
"""Of a page that stands upright, in points of the picture; one that lies is as high as one that stands is wide."""
_EDGE = 14
"""Above each page, for its engine and number."""


def main(parts: Sequence[str]) -> None:
    """Build the documents and draw them."""
    beside = [name for name in DOCUMENTS if all(engine in formats(name) for engine in ENGINES)]
    chosen = [name for name in beside if not parts or any(part in name for part in parts)]
    with tempfile.TemporaryDirectory() as folder:
        building.build(Path(folder), chosen)
        for name in chosen:
            draw(SEEN / "beside" / name, {engine: building.sheets(Path(folder), name, engine) for engine in ENGINES})
            print(f"look at {SEEN / 'beside' / name}", flush=True)


def draw(folder: Path, files: Mapping[Format, Path]) -> None:
    """Put the pages of some PDFs into a folder: of each picture the rows are the files, the first page at the right."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    drawn = zip_longest(*(_fours(pages(pdf, colours=True)) for pdf in files.values()), fillvalue=())
    for number, rows in enumerate(drawn):
        first = number * IN_A_ROW + 1
        strips = [_strip(name, first, row) for name, row in zip(files, rows, strict=True) if row]
        sheet = Image.new("RGB", (max(strip.width for strip in strips), sum(strip.height for strip in strips)), "grey")
        top = 0
        for strip in strips:
            sheet.paste(strip, (sheet.width - strip.width, top))
            top += strip.height
        sheet.save(folder / f"{first:03}.png")


def _fours(drawn: Iterable[Image.Image]) -> Iterator[tuple[Image.Image, ...]]:
    held: list[Image.Image] = []
    for page in drawn:
        held.append(page)
        if len(held) == IN_A_ROW:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _strip(name: Format, first: int, drawn: Sequence[Image.Image]) -> Image.Image:
    """Pages of one file side by side from the right, each under its engine and number."""
    small = [page.resize((round(page.width * scale), round(page.height * scale))) for page in drawn if (scale := _scale(page))]
    strip = Image.new("RGB", (sum(page.width + 6 for page in small), _EDGE + max(page.height for page in small)), "grey")
    right = strip.width
    for number, page in enumerate(small, first):
        right -= page.width + 6
        ImageDraw.Draw(strip).text((right, 1), f"{name} {number}", fill="white")
        strip.paste(page, (right, _EDGE))
    return strip


def _scale(page: Image.Image) -> float:
    return _WIDTH / min(page.size)


if __name__ == "__main__":
    main(sys.argv[1:])
