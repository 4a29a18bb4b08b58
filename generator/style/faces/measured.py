"""Measures of the faces that this machine draws with, from their files: for what this program itself lays out or draws.

Another machine may draw a family with another face of the same design, whose letters are wider: a word breaks, a header grows
and a mark leaves room as the letters that are drawn need it. Whatever else asks for a width asks `recorded`.
"""

from __future__ import annotations

from generator.style.faces.files import Family, search
from generator.style.faces.glyphs import Measures, Measuring, of_face


def of(family: str) -> Measures | None:
    """Measure the face that draws a family; None where this machine has none."""
    face = search([Family(family, single=True)]).get(family)  # Whoever asks takes the weights that there are.
    return None if face is None else of_face(face)


_measuring = Measuring(of)
advance = _measuring.advance
uncovered = _measuring.uncovered
