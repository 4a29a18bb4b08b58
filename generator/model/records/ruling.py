"""What the published plan leaves open: whether somebody has decided it, and who."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.fields import Code, Date, Id
from generator.model.known import Record

Standing = Literal["باز", "پیشنهاد", "مصوب"]
"""How far a matter is that the source does not decide: nobody has answered, somebody proposes, a body has decided."""

OPEN: Standing = "باز"
PROPOSED: Standing = "پیشنهاد"
DECIDED: Standing = "مصوب"


class Ruling(Record, title="تصمیم"):
    """The decision of a body by which a proposal became the rule; without one a matter is open or proposed."""

    by: Id = Field(title="مرجع تصمیم", description="مرجعی که تصمیم گرفته است.", examples=["headquarters"])
    number: Code = Field(title="شماره تصمیم", description="شمارهٔ مصوبه، جلسه یا نامه.", examples=["۱۲۳/ص/۱۴۰۴"])
    date: Date = Field(title="تاریخ تصمیم", description="روز تصمیم.", examples=["۱۴۰۴/۰۳/۱۰"])


def standing(answer: object, ruling: Ruling | None) -> Standing:
    """Return how far a matter is with this answer and this decision."""
    if ruling is not None:
        return DECIDED
    return PROPOSED if answer else OPEN
