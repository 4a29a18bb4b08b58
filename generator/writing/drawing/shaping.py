"""The only module that asks Typst for text: joined, ordered from the right, and as the outlines of its glyphs.

Lines are laid out one below the other on one page and read back from the SVG of it, where each glyph is drawn once and used by
its name. Many are asked for at once: each compilation goes through all that Typst remembers of the documents of this process.
Typst is loaded in three milliseconds: matplotlib, which can do the same, is loaded whole in three hundred.
"""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import typst

from generator.style.faces import links
from generator.writing.drawing import Outline, PathStep, Placed

_EM = 100.0
_APART = 1000.0
_SOURCE = """\
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: ({families}), size: {size}pt, weight: "{weight}", dir: rtl, lang: "fa", fallback: false, hyphenate: false)
#set text(top-edge: "baseline", bottom-edge: "baseline")
#for (number, line) in ({lines}).enumerate(start: 1) {{ place(top + left, dy: number * {apart}pt, line) }}
"""
_SPECIAL = re.compile(r'["\\\x00-\x1f]')

_SVG = "{http://www.w3.org/2000/svg}"
_NAME = "{http://www.w3.org/1999/xlink}href"
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")


def lines(texts: Sequence[str], files: Sequence[Path], *, bold: bool) -> list[tuple[Placed, ...]]:
    """Return the glyphs of each line of text in visual order, per em, each from the first file that has the character."""
    compiler, families = _compiler(tuple(files))
    source = _SOURCE.format(
        families=_listed(families),
        size=_EM,
        weight="bold" if bold else "regular",
        lines=_listed(_SPECIAL.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text) for text in texts),
        apart=_APART,
    )
    written = compiler.compile(source.encode(), format="svg")
    assert isinstance(written, bytes)
    page = ElementTree.fromstring(written)
    drawn = {f"#{symbol.attrib['id']}": "".join(path.attrib["d"] for path in symbol) for symbol in page.iter(f"{_SVG}symbol")}
    found: list[list[Placed]] = [[] for _ in texts]
    # Lines are counted from one, since a run at the very top would be written otherwise.
    # The letters of a run are in visual order, the runs are in that of reading.
    for run in sorted(page.iterfind(f"{_SVG}g"), key=_origin):
        left, base = _origin(run)
        number = round(base / _APART)
        for used in run:
            x, y = left + float(used.attrib["x"]), base - number * _APART - float(used.attrib["y"])
            found[number - 1].append(Placed(_outline(drawn[used.attrib[_NAME]]), x / _EM, y / _EM))
    return [tuple(placed) for placed in found]


def _listed(texts: Iterable[str]) -> str:
    return "".join(f'"{text}", ' for text in texts)


def _origin(run: ElementTree.Element) -> tuple[float, float]:
    left, down = run.attrib["transform"].rstrip(")").split()[-2:]
    return float(left), float(down)


@lru_cache(maxsize=16)
def _compiler(files: tuple[Path, ...]) -> tuple[typst.Compiler, tuple[str, ...]]:
    """Return a compiler that has these faces alone, and their families as Typst calls them."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*links.folders_of(files)])
    # By what is in them, since on Windows they are copies, whose path says nothing.
    known = [(font.path, font.family) for font in fonts.fonts() if font.path]
    families = tuple(next(family for path, family in known if filecmp.cmp(path, file, shallow=False)) for file in files)
    return typst.Compiler(b"", font_paths=fonts), families


@lru_cache(maxsize=4096)
def _outline(path: str) -> Outline:
    """Return the outline of a glyph, from its path in SVG in hundredths of an em, y upwards."""
    return Outline(tuple(_steps(path)))


def _steps(path: str) -> Iterator[PathStep]:
    x = y = 0.0
    begun: PathStep | None = None
    for letter, written in _STEP.findall(path):
        numbers = [float(number) for number in written.split()]
        from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
        match letter.upper():
            case "Z":
                yield "Z", ()
                continue
            case "H":
                points = [from_x + numbers[0], y]
            case "V":
                points = [x, from_y + numbers[0]]
            case _:
                points = [number + (from_y if at % 2 else from_x) for at, number in enumerate(numbers)]
        x, y = points[-2:]
        step = (
            letter.upper().translate(_LINES),
            tuple(-value / _EM if at % 2 else value / _EM for at, value in enumerate(points)),
        )
        if begun and step[0] != "M":
            yield begun
        begun = step if step[0] == "M" else None
        if not begun:
            yield step


_LINES = str.maketrans("HV", "LL")
