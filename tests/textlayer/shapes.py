"""Which letters a glyph of a face can be, from the file of the face."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

MIRRORED = dict(zip("()[]{}«»‹›<>≤≥“”", ")(][}{»«›‹><≥≤”“", strict=True))
"""Signs that a right-to-left line draws the other way around."""


Outline = tuple[tuple[int, int], ...]
"""The points of a glyph, those of its components where they are in it."""


def outline(glyphs: Any, name: str) -> Outline:
    """The outline of a glyph; empty for one without ink."""
    if not glyphs[name].numberOfContours:
        return ()
    points, _, _ = glyphs[name].getCoordinates(glyphs)
    return tuple((int(x), int(y)) for x, y in points)


@cache
def letters_of(file: Path) -> Mapping[Outline, frozenset[str]]:
    """The letters that each glyph of a face can be, by its outline: what a PDF embeds of it may have other numbers.

    A glyph is a letter when the face's table of characters or a substitution leads from the letter to it: a joined form, or
    with others a ligature, which is each of its letters.
    """
    with TTFont(file, lazy=True) as font:
        found: dict[str, set[str]] = defaultdict(set)
        for code, name in font.getBestCmap().items():
            character = chr(code)
            found[name].update((character, *unicodedata.normalize("NFKC", character), *unicodedata.normalize("NFD", character)))
            found[name].update(MIRRORED.get(character, ""))
        steps = [*_substitutions(font)]
        grown = True
        while grown:
            grown = False
            for sources, target in steps:
                letters = set().union(*(found.get(source, set()) for source in sources))
                if not letters <= found[target]:
                    found[target] |= letters
                    grown = True
        drawn: dict[Outline, set[str]] = defaultdict(set)
        for name, letters in found.items():
            drawn[outline(font["glyf"], name)] |= letters
        return {points: frozenset(letters) for points, letters in drawn.items() if points}


def _substitutions(font: TTFont) -> Iterator[tuple[tuple[str, ...], str]]:
    """Glyphs and what a face puts in their place, whatever asks for it."""
    if "GSUB" not in font or font["GSUB"].table.LookupList is None:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            yield from _of_table(getattr(table, "ExtSubTable", table))


def _of_table(table: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    for source, ligatures in getattr(table, "ligatures", {}).items():
        yield from (((source, *ligature.Component), ligature.LigGlyph) for ligature in ligatures)
    for source, targets in getattr(table, "alternates", {}).items():
        yield from (((source,), target) for target in targets)
    for source, target in getattr(table, "mapping", {}).items():
        yield from (((source,), each) for each in (target if isinstance(target, list) else [target]))
