"""What is in force for a time: the days of it, and which of several records of one id holds on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Annotated, Protocol, TypeVar

from pydantic import Field

from generator.model.fields import Date
from generator.model.known import Known, NotListedError, Unknown
from generator.persian import JalaliDate

ValidFrom = Annotated[
    Known[Date],
    Field(title="از تاریخ", description="روزی که از آن برقرار است؛ اگر ننویسید، از همیشه.", examples=["۱۴۰۴/۰۱/۰۱"]),
]
"""The first day on which a record holds; from ever while it is unknown."""
ValidTo = Annotated[
    Date | None,
    Field(
        title="تا تاریخ",
        description="آخرین روزی که برقرار است؛ اگر هنوز برقرار است، ننویسید.",
        examples=["۱۴۰۵/۱۲/۲۹"],
    ),
]
"""The last day on which a record holds; until further notice without one."""


class Lasting(Protocol):
    """A record that holds from one day to another, both counted."""

    @property
    def valid_from(self) -> JalaliDate | Unknown: ...

    @property
    def valid_to(self) -> JalaliDate | None: ...


L = TypeVar("L", bound=Lasting)


def holds(record: Lasting, day: JalaliDate) -> bool:
    """Return whether a record is in force on a day."""
    begun = isinstance(record.valid_from, Unknown) or record.valid_from <= day
    return begun and (record.valid_to is None or day <= record.valid_to)


def backwards(record: Lasting) -> bool:
    """Return whether a record ends before it begins."""
    return record.valid_to is not None and not isinstance(record.valid_from, Unknown) and record.valid_to < record.valid_from


def in_order(records: Iterable[L]) -> tuple[L, ...]:
    """Return the records from the earliest to the latest, those without a first day before all others."""
    every = tuple(records)
    undated = [each for each in every if isinstance(each.valid_from, Unknown)]
    dated = [(each.valid_from, each) for each in every if not isinstance(each.valid_from, Unknown)]
    return (*undated, *(each for _, each in sorted(dated, key=lambda pair: pair[0])))


def overlapping(records: Iterable[L]) -> tuple[L, ...]:
    """Return the records that begin before the previous one has ended, or at no known day."""
    return tuple(
        after
        for before, after in pairwise(in_order(records))
        if isinstance(after.valid_from, Unknown) or before.valid_to is None or before.valid_to >= after.valid_from
    )


def on_day(records: Iterable[L], day: JalaliDate | Unknown | None) -> L | None:
    """Return the record in force on a day, the latest without a day or while the day is unknown; None when there is none."""
    for record in reversed(in_order(records)):
        if day is None or isinstance(day, Unknown) or holds(record, day):
            return record
    return None


def listed_on(records: Sequence[L], record_id: str, day: JalaliDate | Unknown | None) -> L:
    """Return the record in force on a day among those of one id; NotListedError when there is none."""
    found = on_day(records, day)
    if found is None:
        raise NotListedError(record_id)
    return found
