"""Who stands under whom, from pairs of label and the label above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """A label and what stands under it, in the order of the table."""

    label: str
    branches: tuple[Branch, ...] = ()


def grown(pairs: Sequence[tuple[str, str]]) -> tuple[Branch, ...]:
    """The trees of (label, parent), an empty parent making a root; there is no circle among them."""

    def under(parent: str) -> tuple[Branch, ...]:
        return tuple(Branch(label, under(label)) for label, above in pairs if above == parent)

    return under("")


def circular(pairs: Sequence[tuple[str, str]]) -> str:
    """A label that stands under itself, by however many steps; empty when none does."""
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
