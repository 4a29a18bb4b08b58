"""The day that a document bears, on which the names in it were valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.persian import JalaliDate

if TYPE_CHECKING:
    from generator.build.subjects import Subject

DAYS = ("date", "prepared_on")
"""The fields that say when a record was signed, held or written."""


def day_of(subject: Subject) -> JalaliDate | None:
    """Return the day of the record that a subject is about, else of the one that it is in; None while it is not known."""
    for record in _about(subject):
        for name in DAYS:
            if isinstance(day := getattr(record, name, None), JalaliDate):
                return day
    return None


def _about(subject: Subject) -> Iterator[BaseModel]:
    """Yield the records that a subject is about, the inner ones first; the one contract of a neighbourhood is no part."""
    yield from (record for _, record in reversed(subject.parts))
    root = subject.kind.subject.each.partition(".")[0]
    held = getattr(subject.dossier, root, None) if root else None
    if isinstance(held, BaseModel):
        yield held
