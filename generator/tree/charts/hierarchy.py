"""Build a hierarchy from pairs of label and parent label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """A label and the branches below it, in the order of the table."""

    label: str
    branches: tuple[Branch, ...] = ()


def grown(pairs: Sequence[tuple[str, str]]) -> tuple[Branch, ...]:
    """Return the trees of (label, parent); an empty parent makes a root, and there is no circle."""

    def under(parent: str) -> tuple[Branch, ...]:
        return tuple(Branch(label, under(label)) for label, above in pairs if above == parent)

    return under("")


def circular(pairs: Sequence[tuple[str, str]]) -> str:
    """Return a label that is its own ancestor; empty when there is none."""
    above = dict(pairs)
    for label in above:
        met = {label}
        parent = above[label]
        while parent and parent not in met:
            met.add(parent)
            parent = above.get(parent, "")
        if parent == label:
            return label
    return ""
