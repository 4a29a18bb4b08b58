"""Measures of the faces of the packaged looks, as data that travels with the program: for whatever decides a document.

What is wrong with a project, the tree of a document and a Word file are the same on every machine, whatever faces are there: no
file of a face is opened for them. A family without data is measured from its files where they are found: one that only a look
of the user's own names, or one that draws in the place of another here. So what a writer breaks and leaves room for is as wide
as it is drawn, since the look that it is given names the faces that draw.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.style.faces import measured
from generator.style.faces.glyphs import Cut, Measures, Measuring

FOLDER = Path(__file__).parent / "measures"
_ON_A_LINE = 16
_REGULAR, _BOLD = "regular", "bold"


@cache
def _of_data(family: str) -> Measures | None:
    file = _files().get(family)
    return None if file is None else parse(file.read_text(encoding="utf-8"))


@cache
def _files() -> Mapping[str, Path]:
    """Return the file of each family; asked for by its name, so that no name of a look leads out of the folder."""
    return {file.stem.replace("-", " "): file for file in FOLDER.glob("*.json")}


def of(family: str) -> Measures | None:
    """Return the measures of a family, those of its files where there is no data; None where those are not found either."""
    return _of_data(family) or measured.of(family)


def unmeasured(families: Iterable[str]) -> list[str]:
    """Return the families that nothing is known of: no data travels with the program and this machine has no file."""
    return [family for family in families if of(family) is None]


_measuring = Measuring(of)
advance = _measuring.advance


def uncovered(text: str, stack: Sequence[str]) -> set[str]:
    """Return the characters of text that no face of a stack has in all its weights; none where one is not known."""
    return set() if unmeasured(stack) else _measuring.uncovered(text, stack)


def file_of(family: str, folder: Path = FOLDER) -> Path:
    """Return the file that holds the measures of a family."""
    return folder / f"{family.replace(' ', '-')}.json"


def parse(text: str) -> Measures:
    """Read the measures of a face."""
    data = json.loads(text)
    return Measures(*(_cut(data[weight]) if weight in data else None for weight in (_REGULAR, _BOLD)))


def _cut(data: Mapping[str, Any]) -> Cut:
    advances: dict[int, int] = {}
    for first, widths in data["advances"].items():
        advances.update(enumerate(widths, int(first, 16)))
    return Cut(data["em"], data["ascent"], data["descent"], advances)


def text(measures: Measures) -> str:
    """Write the measures of a face: on a line the advances of characters that follow one another, and the code of the first."""
    weights = {_REGULAR: measures.regular, _BOLD: measures.bold}
    parts = [f'"{weight}": {_written(cut)}' for weight, cut in weights.items() if cut is not None]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _written(cut: Cut) -> str:
    lines = []
    # In one block of so many codes, characters that follow one another are as far from their codes as from their numbers.
    for _, run in groupby(enumerate(sorted(cut.advances)), lambda each: (each[1] - each[0], each[1] // _ON_A_LINE)):
        codes = [code for _, code in run]
        lines.append(f'"{codes[0]:04x}": {[cut.advances[code] for code in codes]}')
    head = f'"em": {cut.em}, "ascent": {cut.ascent}, "descent": {cut.descent}, "advances": {{\n'
    return "{" + head + ",\n".join(lines) + "\n}}"
