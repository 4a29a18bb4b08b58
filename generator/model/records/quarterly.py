"""What the secretariat observes of a neighbourhood in a quarter, material of its quarterly report (line 287)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, Percent, QuarterYear, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class ActionNote(Record):
    """How an action stands at the end of the quarter, in words and as far as measured in percent."""

    action: Id = Field(title="اقدام")
    actual: Percent | None = Field(default=None, title="پیشرفت واقعی")
    note: Text = Field(title="شرح پیشرفت")


class AgencyNote(Record):
    """What an agency did, and the one indicator that the source names (V14, line 102): its use of local capacities."""

    agency: Id = Field(title="دستگاه")
    note: Text = Field(title="شرح پیشرفت")
    capacity_use: Known[Text] = Field(default=UNKNOWN, title="بهره‌گیری از ظرفیت‌های محله")


class Obstacle(Record):
    """What stands in the way, and who can remove it (an agency or a body)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="مانع")
    owner: Id | None = Field(default=None, title="مسئول")


class Proposal(Record):
    """What is proposed, and to whom (an agency or a body)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="پیشنهاد")
    owner: Id | None = Field(default=None, title="مسئول")


class QuarterlyReport(Sampled):
    """One quarter's observations; the period is also its id (`1404-q1`)."""

    period: QuarterYear = Field(title="دوره")
    prepared_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تهیه")
    summary: Text = Field(title="خلاصه")
    actions: tuple[ActionNote, ...] = Field(default=(), title="پیشرفت اقدام‌ها")
    agencies: tuple[AgencyNote, ...] = Field(default=(), title="پیشرفت دستگاه‌ها")
    obstacles: tuple[Obstacle, ...] = Field(default=(), title="موانع")
    proposals: tuple[Proposal, ...] = Field(default=(), title="پیشنهادها")
    next_quarter: tuple[Text, ...] = Field(default=(), title="برنامهٔ سه‌ماههٔ آینده")

    @property
    def id(self) -> str:
        """The period's id, such as `1404-q1`."""
        return self.period.id
