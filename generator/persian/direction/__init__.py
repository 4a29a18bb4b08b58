"""Direction: which stretches of a Persian text run from left to right, and the marks that keep their order in plain text.

`split` gives the stretches, `marked` adds the marks. The order is that of the Unicode Bidirectional Algorithm in a
right-to-left paragraph (`bidirectional`) but for the differences that `rules` names.
"""

from generator.persian.direction.arrows import turned
from generator.persian.direction.marks import MIRRORED_FOR_TYPST, after_ltr, between, fixed, marked, spaced
from generator.persian.direction.stretches import Stretch, split
from generator.persian.invisible import LRM, RLM

__all__ = [
    "LRM",
    "MIRRORED_FOR_TYPST",
    "RLM",
    "Stretch",
    "after_ltr",
    "between",
    "fixed",
    "marked",
    "spaced",
    "split",
    "turned",
]
