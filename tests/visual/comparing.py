"""Pages against their golden pictures: which differ, and a picture of where."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from tests.visual import GOLDEN, SEEN, Format
from tests.visual.drawing import SHARE, pages

TOLERANCE = 10
"""How much darker or lighter, of 255, the mean of 3 by 3 points (2 mm) may be.

Measured at 40 dpi. The same file drawn again: 0; one point a shade off: 2 to 5. A digit of running text replaced: 12; a page
number in another face: 17; a bracket turned: 17; the shade of a row lost: 23; a bullet lost: 53; a heading 2 pt lower: 71; a
table mirrored: 102.
"""

_SHADES = (0, 43, 85, 128, 170, 204, 221, 238, 255)
"""The greys that are kept: fewer of the dark ones, which are edges of letters, than of the light ones of shaded cells."""
_NEAREST = [min(range(len(_SHADES)), key=lambda level: abs(_SHADES[level] - shade)) for shade in range(256)]
_MEAN = ImageFilter.BoxBlur(1)
_ZOOM = 2
_LOST, _CAME, _HALO = (200, 20, 20), (20, 60, 220), (255, 240, 150)


def small(page: Image.Image) -> Image.Image:
    """A drawn page as it is kept: 40 dpi, nine greys."""
    return page.reduce(SHARE).point([_SHADES[level] for level in _NEAREST])


def differ(golden: Image.Image, now: Image.Image) -> bool:
    """Whether two small pages differ by more than how edges are smoothed."""
    if golden.size != now.size:
        return True
    difference = ImageChops.difference(golden.filter(_MEAN), now.filter(_MEAN))
    return _beyond(difference).getbbox() is not None


@dataclass(frozen=True, slots=True)
class Compared:
    """One document in one format: numbers of the pages that differ, have no golden, or are no more; and how many there are."""

    document: str
    format: Format
    count: int
    changed: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @property
    def same(self) -> bool:
        """Whether every page is as it was."""
        return not (self.changed or self.added or self.gone)

    @property
    def seen(self) -> Path:
        """The folder with the pictures of what differs."""
        return _folder(SEEN, self.document, self.format)

    def told(self) -> str:
        """What differs, in one line."""
        parts = [
            f"{what} {_ranges(numbers)}"
            for what, numbers in (("changed", self.changed), ("new", self.added), ("gone", self.gone))
            if numbers
        ]
        counted = f"{self.document}.{self.format}, {self.count} pages"
        look = [f"look at {self.seen}"] if self.seen.exists() else []
        return f"{counted}: {'; '.join(parts + look) or 'as they were'}"


def golden_pages(document: str, suffix: Format) -> dict[int, Path]:
    """The golden picture of each page of a document, by its number."""
    files = sorted(_folder(GOLDEN, document, suffix).glob("*.png"))
    return {int(file.stem): file for file in files}


def compare(pdf: Path, document: str, suffix: Format, update: bool = False) -> Compared:
    """Compare each page of a laid-out document with its golden one, and put a picture of each that differs into SEEN.

    `update` then puts the page in the place of the golden one that it differs from; others keep every byte.
    """
    known = golden_pages(document, suffix)
    seen, kept = _folder(SEEN, document, suffix), _folder(GOLDEN, document, suffix)
    shutil.rmtree(seen, ignore_errors=True)
    changed: list[int] = []
    added: list[int] = []
    count = 0
    for count, page in enumerate(pages(pdf), 1):
        now, golden = small(page), _opened(known.get(count))
        if golden is not None and not differ(golden, now):
            continue
        (added if golden is None else changed).append(count)
        if golden is not None or not update:
            _write(_shown(golden, page, now), seen / f"{count:02}.png")
        if update:
            _write(_palette(now), kept / f"{count:02}.png")
    gone = [number for number in known if number > count]
    for number in gone:
        _write(_shown(_opened(known[number]), None, None), seen / f"{number:02}.png")
        if update:
            known[number].unlink()
    return Compared(document, suffix, count, tuple(changed), tuple(added), tuple(gone))


def _beyond(difference: Image.Image) -> Image.Image:
    """White where a difference is more than TOLERANCE, black elsewhere."""
    return difference.point(lambda much: 255 * (much > TOLERANCE))


def _folder(root: Path, document: str, suffix: Format) -> Path:
    return root / document / suffix


def _opened(file: Path | None) -> Image.Image | None:
    if file is None:
        return None
    with Image.open(file) as picture:
        return picture.convert("L")


def _palette(page: Image.Image) -> Image.Image:
    """A small page with one number for each shade, which a PNG keeps in four bits."""
    numbered = Image.frombytes("P", page.size, page.point(_NEAREST).tobytes())
    numbered.putpalette([part for shade in _SHADES for part in (shade,) * 3])
    return numbered


def _write(picture: Image.Image, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, optimize=True, bits=4 if picture.mode == "P" else 8)


def _shown(golden: Image.Image | None, page: Image.Image | None, now: Image.Image | None) -> Image.Image:
    """Golden, present and marked page side by side; for one that is not there an empty panel."""
    size = next(side.size for side in (golden, now) if side is not None)
    width, height = size[0] * _ZOOM, size[1] * _ZOOM
    marked = _marked(golden, now) if golden is not None and now is not None and golden.size == now.size else None
    sheet = Image.new("RGB", (3 * width + 20, height + 14), "grey")
    for place, (name, side) in enumerate((("golden", golden), ("now", page), ("red: lost, blue: new", marked))):
        left = place * (width + 10)
        ImageDraw.Draw(sheet).text((left + 4, 1), name if side is not None else f"{name}: none", fill="white")
        if side is not None:
            sheet.paste(ImageOps.contain(side.convert("RGB"), (width, height), Image.Resampling.LANCZOS), (left, 14))
    return sheet


def _marked(golden: Image.Image, now: Image.Image) -> Image.Image:
    """The present page made pale; on it red where ink was lost, blue where it came, in a yellow halo."""
    before, after = golden.filter(_MEAN), now.filter(_MEAN)
    lost, came = (_beyond(ImageChops.subtract(lighter, darker)) for lighter, darker in ((after, before), (before, after)))
    paper = now.point(lambda shade: 170 + shade // 3).convert("RGB")
    halo = ImageChops.lighter(lost, came).filter(ImageFilter.MaxFilter(9))
    paper.paste(ImageChops.multiply(paper, Image.new("RGB", paper.size, _HALO)), mask=halo)
    for colour, places in ((_LOST, lost), (_CAME, came)):
        paper.paste(colour, mask=places.point(lambda there: there * 2 // 3))
    return paper.resize((paper.width * _ZOOM, paper.height * _ZOOM), Image.Resampling.NEAREST)


def _ranges(numbers: tuple[int, ...]) -> str:
    """1, 2, 3, 7 as «1-3, 7»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
