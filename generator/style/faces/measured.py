"""Measures of the faces that draw on this machine, from their files: whether they have every character of a document.

For how wide its text is see `recorded`, which asks here of the families that it has no data of.
"""

from __future__ import annotations

from generator.style.faces.files import Family, search
from generator.style.faces.glyphs import Measures, Measuring, of_face


def of(family: str) -> Measures | None:
    """Measure the face that draws a family; None where this machine has none."""
    face = search([Family(family, single=True)]).get(family)  # Whoever asks takes the weights that there are.
    return None if face is None else of_face(face)


_measuring = Measuring(of)
uncovered = _measuring.uncovered
