"""A row of a chart, as it is read from a row of its table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.tree.nodes import Ring

NOTHING = frozenset({"", "—", "–", "-"})
"""What a cell holds that has no value."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart: its label, and for each further column the printed text, the number (None: no value) and the tone;
    on a map `outline` is its boundary. `strong` stands out; `axis` is the name of an axis where axes are told apart."""

    label: str
    texts: tuple[str, ...]
    numbers: tuple[Decimal | None, ...]
    tones: tuple[str, ...]
    outline: tuple[Ring, ...] = ()
    strong: bool = False
    axis: str = ""
