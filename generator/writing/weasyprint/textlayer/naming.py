"""Gives each glyph of a run its letter."""

from __future__ import annotations

from collections.abc import Sequence

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.pdf.textlayer.letters import JOINERS, letters, spread
from generator.writing.weasyprint.textlayer.lines import LaidRun, is_drawn


def name(run: LaidRun) -> None:
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
        if not written and any(is_drawn(glyph) for glyph in glyphs):
            written = characters
        if len(glyphs) == 1 and len(written) <= 1:
            run.glyphs.append(_alone(run, written, glyph))
            known[key] = glyph.number, glyph.letter
        else:
            run.glyphs.extend(_together(run, written, glyphs))


def _alone(run: LaidRun, letter: str, glyph: Glyph) -> Glyph:
    if is_drawn(glyph):
        glyph.number, glyph.letter = run.face.named(glyph.number, letter), letter
    elif letter and letter in JOINERS:
        glyph.number, glyph.letter = run.face.silent(letter), letter
    return glyph


def _together(run: LaidRun, written: str, glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs of a cluster of several letters or glyphs, from left to right."""
    inked = [glyph for glyph in glyphs if is_drawn(glyph)]
    if not inked:
        return glyphs
    found = spread(written, inked[::-1] if run.leftwards else inked)
    if not found:
        found = [_merged(run, glyphs, written[0]), *[None] * (len(written) - 1)]
    named = []
    for letter, glyph in zip(written, found, strict=True):
        named.append(_alone(run, letter, glyph) if glyph else Glyph(run.face.silent(letter), letter=letter))
    return named[::-1] if run.leftwards else named


def _merged(run: LaidRun, glyphs: Sequence[Glyph], letter: str) -> Glyph:
    """Return one glyph that draws all of these where they are."""
    pen, components, widths = 0.0, [], []
    for glyph in glyphs:
        if is_drawn(glyph):
            components.append((glyph.number, run.face.units(pen + glyph.x), run.face.units(-glyph.y)))
            widths += [glyph.number] * bool(glyph.width)
        pen += glyph.width * 1000 / 1024
    return Glyph(run.face.composite(tuple(components), tuple(widths), letter), sum(glyph.width for glyph in glyphs))
