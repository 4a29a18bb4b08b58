"""Whether a periodic report is delivered: a file that was only begun is not."""

from __future__ import annotations

from typing import Protocol, cast

from pydantic import BaseModel

from generator.model.known import Unknown
from generator.persian import JalaliDate

TO_WRITE = "…"
"""The beginning of a text that only says what to write in its place, as in a new file."""


class Report(Protocol):
    """A record with the day on which it was prepared: an evaluation, a quarter's report, a year's programme."""

    @property
    def prepared_on(self) -> JalaliDate | Unknown: ...


def delivered(report: Report) -> bool:
    """Return whether a report has the day on which it was prepared, and no text that is still to be written."""
    return bool(report.prepared_on) and written(cast(BaseModel, report))


def written(record: BaseModel) -> bool:
    """Return whether a record has no text that is still to be written; one that was only begun has."""
    return f'"{TO_WRITE}' not in record.model_dump_json()  # As JSON it is gone through once, and not by us.
