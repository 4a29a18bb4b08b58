"""The look as it is drawn: where a family is missing, the one that stands in for it."""

from __future__ import annotations

from generator.style import faces
from generator.style.style import Style


def drawn(style: Style) -> Style:
    """Return the look with the families that its faces have inside their files; MachineError for every face that is missing.

    What draws names these families; what is written for others to draw (Word) keeps to those of the look.
    """
    found = faces.require(style.families())
    return style.drawn_in({family: face.name for family, face in found.items()})
