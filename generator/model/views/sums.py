"""Sums of rials of which one may not be known."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.known import Unknown

Sum = int | Unknown
"""Rials, or why they are not known."""


def add(amounts: Iterable[Sum]) -> Sum:
    """Add amounts; the first that is not known is the sum."""
    total = 0
    for amount in amounts:
        if isinstance(amount, Unknown):
            return amount
        total += amount
    return total
