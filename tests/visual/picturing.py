"""Pictures of pages that differ: golden, present, and where ink was lost or came."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from tests.visual import SEEN, Format
from tests.visual.comparing import Compared
from tests.visual.drawing import pages, small

TOLERANCE = 10
"""How much darker or lighter, of 255, the mean of 3 by 3 points (2 mm) may be.

Measured at 40 dpi. The same file drawn again: 0; one point a shade off: 2 to 5. A digit of running text replaced: 12; a page
number in another face: 17; a bracket turned: 17; the shade of a row lost: 23; a bullet lost: 53; a heading 2 pt lower: 71; a
table mirrored: 102.
"""

_MEAN = ImageFilter.BoxBlur(1)
_ZOOM = 2
_LOST, _CAME, _HALO = (200, 20, 20), (20, 60, 220), (255, 240, 150)


def folder_of(document: str, suffix: Format) -> Path:
    """Where the pictures of a document in a format are put."""
    return SEEN / document / suffix


def differ(golden: Image.Image, now: Image.Image) -> bool:
    """Whether two small pages differ by more than how edges are smoothed."""
    if golden.size != now.size:
        return True
    difference = ImageChops.difference(golden.filter(_MEAN), now.filter(_MEAN))
    return _beyond(difference).getbbox() is not None


def drawn_apart(document: str, suffix: Format, golden: Path, now: Path) -> Compared:
    """Compare two PDFs of a document by their pictures: how pages are compared where the fingerprints do not apply."""
    changed, added, gone = [], [], []
    count = 0
    for number, (before, after) in enumerate(_both(golden, now), 1):
        count += after is not None
        if after is None:
            gone.append(number)
        elif before is None:
            added.append(number)
        elif differ(small(before), small(after)):
            changed.append(number)
    return Compared(document, suffix, count, tuple(changed), tuple(added), tuple(gone))


def draw(folder: Path, golden: Path | None, now: Path, numbers: Collection[int]) -> None:
    """Put a picture of each numbered page into a folder: that of one PDF, of another, and the difference."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (before, after) in enumerate(_both(golden, now), 1):
        if number in numbers and (before or after):
            _sheet(before, after).save(folder / f"{number:02}.png", optimize=True)


def _both(golden: Path | None, now: Path) -> Iterable[tuple[Image.Image | None, Image.Image | None]]:
    nothing: Iterator[Image.Image] = iter(())
    return zip_longest(pages(golden) if golden else nothing, pages(now))


def _beyond(difference: Image.Image) -> Image.Image:
    """White where a difference is more than TOLERANCE, black elsewhere."""
    return difference.point(lambda much: 255 * (much > TOLERANCE))


def _sheet(before: Image.Image | None, after: Image.Image | None) -> Image.Image:
    """Golden, present and marked page in a row; for one that is not there an empty panel."""
    golden, now = (small(page) if page else None for page in (before, after))
    size = next(side.size for side in (golden, now) if side is not None)
    width, height = size[0] * _ZOOM, size[1] * _ZOOM
    marked = _marked(golden, now) if golden is not None and now is not None and golden.size == now.size else None
    sheet = Image.new("RGB", (3 * width + 20, height + 14), "grey")
    for place, (name, side) in enumerate((("golden", before), ("now", after), ("red: lost, blue: new", marked))):
        left = place * (width + 10)
        ImageDraw.Draw(sheet).text((left + 4, 1), name if side is not None else f"{name}: none", fill="white")
        if side is not None:
            sheet.paste(ImageOps.contain(side.convert("RGB"), (width, height), Image.Resampling.LANCZOS), (left, 14))
    return sheet


def _marked(golden: Image.Image, now: Image.Image) -> Image.Image:
    """The present page made pale; on it red where ink was lost, blue where it came, in a yellow halo.

    What is below the tolerance at every point is marked too when nothing is above it, since the fingerprints saw it.
    """
    before, after = golden.filter(_MEAN), now.filter(_MEAN)
    least = TOLERANCE if differ(golden, now) else 0
    lost, came = (
        ImageChops.subtract(lighter, darker).point(lambda much: 255 * (much > least))
        for lighter, darker in ((after, before), (before, after))
    )
    paper = now.point(lambda shade: 170 + shade // 3).convert("RGB")
    halo = ImageChops.lighter(lost, came).filter(ImageFilter.MaxFilter(9))
    paper.paste(ImageChops.multiply(paper, Image.new("RGB", paper.size, _HALO)), mask=halo)
    for colour, places in ((_LOST, lost), (_CAME, came)):
        paper.paste(colour, mask=places.point(lambda there: there * 2 // 3))
    return paper.resize((paper.width * _ZOOM, paper.height * _ZOOM), Image.Resampling.NEAREST)
