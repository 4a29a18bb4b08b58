"""Counts of people of whom nobody may be known by them (V17, lines 227-233)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from generator.model.fields import Count
from generator.model.known import Known, Record, Unknown
from generator.persian import group, numeral

FEW = 10
"""Of fewer people in a group that says something of them, whoever knows the place could tell who they are."""


class Counted(Record):
    """A count of people that documents print as `shown`: the number itself only where it is of many."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"count"})

    if TYPE_CHECKING:
        count: Known[Count]

    @property
    def shown(self) -> str | Unknown:
        """The count as documents print it: «۱۴۵», «کمتر از ۱۰», «۰»."""
        if isinstance(self.count, Unknown):
            return self.count
        return f"کمتر از {numeral(FEW)}" if 0 < self.count < FEW else group(self.count)
