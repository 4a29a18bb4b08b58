"""Which letter each glyph of a line stands for.

Pango tells of each cluster its characters and its glyphs, not which belongs to which: «لا» is one glyph, and Nazli draws the
two vowel signs of «کمّی خُرد» with one, so that all between them is one cluster.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from generator.writing.textlayer.lines import EMPTY, Glyph, Run

_JOINERS = "\u200c\u200d"
_AS_LETTERS = {"\u00a0": " ", "\u202f": " ", "\u06c0": "ه\u0654"}
"""What a search looks for in place of a character: a plain space, and «هٔ» as the project writes it."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""In right-to-left text a bracket has the name of what is drawn, as in the files of Word and Chrome: pdfium turns it back."""


def letters(characters: str, *, leftwards: bool = True) -> str:
    """The letters of a cluster; signs of direction and the like are none."""
    if leftwards:
        characters = characters.translate(_MIRRORED)
    kept = (c for c in characters if c in _JOINERS or unicodedata.category(c) != "Cf")
    return "".join(_AS_LETTERS.get(character, character) for character in kept)


def is_mark(letter: str) -> bool:
    """Whether it is a sign on another letter: a vowel sign, a hamza above."""
    return unicodedata.category(letter) == "Mn"


def name(run: Run) -> None:
    """Give a run its glyphs, each with the one letter that it stands for; a letter without a glyph gets a silent one."""
    known = run.face.known
    for characters, glyphs in run.clusters:
        glyph = glyphs[0]
        key = glyph.number, characters, run.leftwards
        if len(glyphs) == 1 and key in known:
            glyph.number, glyph.letter = known[key]
            run.glyphs.append(glyph)
            continue
        written = letters(characters, leftwards=run.leftwards)
        if len(glyphs) == 1 and len(written) <= 1:
            run.glyphs.append(_alone(run, written, glyph))
            known[key] = glyph.number, glyph.letter
        else:
            run.glyphs.extend(_together(run, written, glyphs))


def _alone(run: Run, letter: str, glyph: Glyph) -> Glyph:
    glyph.letter = letter
    if glyph.drawn and letter:
        glyph.number = run.face.named(glyph.number, letter)
    elif glyph.number == EMPTY and letter and letter in _JOINERS:
        glyph.number = run.face.silent(letter)
    return glyph


def _together(run: Run, written: str, glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs of a cluster of several letters or glyphs, from left to right."""
    inked = [glyph for glyph in glyphs if glyph.drawn]
    if not inked or not written or any(glyph.width for glyph in glyphs if not glyph.drawn):
        return glyphs
    logical = inked[::-1] if run.leftwards else inked
    found = spread(written, logical) or [_merged(run, inked, written[0]), *[None] * (len(written) - 1)]
    named = [_alone(run, letter, glyph or Glyph(EMPTY)) for letter, glyph in zip(written, found, strict=True)]
    for letter, glyph in zip(written, named, strict=True):
        if glyph.number == EMPTY:
            glyph.number = run.face.silent(letter)
    return named[::-1] if run.leftwards else named


def spread(written: str, glyphs: Sequence[Glyph]) -> list[Glyph | None]:
    """The glyph of each letter, both in the order of reading; None for a letter that another's glyph draws.

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
    """One glyph that draws all of these where they are."""
    pen, parts = 0.0, []
    for glyph in glyphs:
        parts.append((glyph.number, run.face.units(pen + glyph.x), run.face.units(-glyph.y)))
        pen += glyph.width * 1000 / 1024
    widths = tuple(glyph.number for glyph in glyphs if glyph.width)
    return Glyph(run.face.made(tuple(parts), widths, letter), sum(glyph.width for glyph in glyphs))
