"""Finds the letter of each glyph of a line.

Pango tells of each cluster its characters and its glyphs, not which belongs to which: «لا» is one glyph, and Nazli draws the
two vowel signs of «کمّی خُرد» with one, so that all between them is one cluster.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.writing.weasyprint.textlayer.lines import Glyph, Run

_JOINERS = "\u200c\u200d"
_NO_LETTERS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Signs of direction and of places to break, for which Pango draws nothing."""
_AS_LETTERS = {"\u00a0": " ", "\u202f": " ", "\u06c0": "ه\u0654"}
"""The letters that a search looks for instead of a character: a plain space, and «هٔ» as the project writes it."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""In right-to-left text a bracket has the name of what is drawn, as in the files of Word and Chrome: pdfium turns it back."""


def letters(characters: str, *, leftwards: bool = True) -> str:
    """Return the letters of a cluster of a right-to-left run or another."""
    if leftwards:
        characters = characters.translate(_MIRRORED)
    return "".join(_AS_LETTERS.get(character, character) for character in _NO_LETTERS.sub("", characters))


def is_mark(letter: str) -> bool:
    """Whether it is a sign on another letter: a vowel sign, a hamza above."""
    return unicodedata.category(letter) == "Mn"


def name(run: Run) -> None:
    """Give a run its glyphs, each with its one letter; a letter without a glyph gets a silent one."""
    known = run.face.known
    for characters, glyphs in run.clusters:
        glyph = glyphs[0]
        key = glyph.number, characters, run.leftwards
        if len(glyphs) == 1 and key in known:
            glyph.number, glyph.letter = known[key]
            run.glyphs.append(glyph)
            continue
        written = letters(characters, leftwards=run.leftwards)
        if not written and any(glyph.drawn for glyph in glyphs):
            written = characters
        if len(glyphs) == 1 and len(written) <= 1:
            run.glyphs.append(_alone(run, written, glyph))
            known[key] = glyph.number, glyph.letter
        else:
            run.glyphs.extend(_together(run, written, glyphs))


def _alone(run: Run, letter: str, glyph: Glyph) -> Glyph:
    if glyph.drawn:
        glyph.number, glyph.letter = run.face.named(glyph.number, letter), letter
    elif letter and letter in _JOINERS:
        glyph.number, glyph.letter = run.face.silent(letter), letter
    return glyph


def _together(run: Run, written: str, glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs of a cluster of several letters or glyphs, from left to right."""
    inked = [glyph for glyph in glyphs if glyph.drawn]
    if not inked:
        return glyphs
    found = spread(written, inked[::-1] if run.leftwards else inked)
    if not found:
        found = [_merged(run, glyphs, written[0]), *[None] * (len(written) - 1)]
    named = []
    for letter, glyph in zip(written, found, strict=True):
        named.append(_alone(run, letter, glyph) if glyph else Glyph(run.face.silent(letter), letter=letter))
    return named[::-1] if run.leftwards else named


def spread(written: str, glyphs: Sequence[Glyph]) -> list[Glyph | None]:
    """Return the glyph of each letter, both in the order of reading; None for a letter that another's glyph draws.

    Marks take glyphs without width, letters those with one; empty where the glyphs are too many or in another order.
    """
    found: list[Glyph | None] = [None] * len(written)
    marks, others = _places(written, marks=True), _places(written, marks=False)
    last = -1
    for glyph in glyphs:
        place = next(others if glyph.width else marks, -1)
        if place <= last:
            return []
        found[place], last = glyph, place
    return found


def _places(written: str, *, marks: bool) -> Iterator[int]:
    return iter([number for number, letter in enumerate(written) if is_mark(letter) is marks])


def _merged(run: Run, glyphs: Sequence[Glyph], letter: str) -> Glyph:
    """Return one glyph that draws all of these where they are."""
    pen, components, widths = 0.0, [], []
    for glyph in glyphs:
        if glyph.drawn:
            components.append((glyph.number, run.face.units(pen + glyph.x), run.face.units(-glyph.y)))
            widths += [glyph.number] * bool(glyph.width)
        pen += glyph.width * 1000 / 1024
    return Glyph(run.face.composite(tuple(components), tuple(widths), letter), sum(glyph.width for glyph in glyphs))
