"""Meetings and their minutes: agenda, who attended for whom, what was decided and who does it until when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Date, Decided, Flag, Id, Note, Percent, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled

REVIEW = "بررسی برنامه‌های دستگاه‌ها"
"""The purpose of a meeting that reviews what the agencies plan for a neighbourhood (line 189)."""


class Attendee(Record):
    """A seat at a meeting by post and by the body or agency it speaks for; the person may be unknown."""

    id: Id = Field(title="شناسه")
    post: Text = Field(title="سمت")
    represents: Id | None = Field(default=None, title="مرجع یا دستگاه")
    name: Known[Text] = Field(default=UNKNOWN, title="نام حاضر")
    present: Flag = Field(default=True, title="حضور")


class Decision(Record):
    """A decision with its owner (an agency or a body), deadline and how far it is; `approves` names what it approves."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="مصوبه")
    approves: Decided | None = Field(default=None, title="موضوع تصویب")
    action: Id | None = Field(default=None, title="اقدام مرتبط")
    owner: Id = Field(title="مسئول")
    deadline: Known[Date] = Field(default=UNKNOWN, title="مهلت مصوبه")
    status: Annotated[
        Literal["در دست اقدام", "انجام‌شده", "انجام‌نشده", "منتفی"],
        one_of("در دست اقدام", "انجام‌شده", "انجام‌نشده", "منتفی"),
    ] = Field(default="در دست اقدام", title="وضعیت")
    progress: Percent | None = Field(default=None, title="درصد پیشرفت")
    note: Note = Field(default="", title="توضیح")


class Meeting(Sampled):
    """صورتجلسه. `chair` and `secretary` are ids of the attendance; number and day are unknown until it is held."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان جلسه")
    purpose: Annotated[
        Literal["بررسی برنامه‌های دستگاه‌ها", "تصویب", "پیگیری", "نشست محلی", "سایر"],
        one_of("بررسی برنامه‌های دستگاه‌ها", "تصویب", "پیگیری", "نشست محلی", "سایر"),
    ] = Field(default="سایر", title="منظور جلسه")
    body: Id | None = Field(default=None, title="مرجع برگزارکننده")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره جلسه")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ جلسه")
    time: Note = Field(default="", title="ساعت")
    place: Known[Text] = Field(default=UNKNOWN, title="محل جلسه")
    agenda: tuple[Text, ...] = Field(title="دستور جلسه", min_length=1)
    attendance: tuple[Attendee, ...] = Field(title="حاضران", min_length=1)
    chair: Id = Field(title="رئیس جلسه")
    secretary: Id = Field(title="دبیر جلسه")
    discussion: Note = Field(default="", title="مذاکرات")
    decisions: tuple[Decision, ...] = Field(default=(), title="مصوبه‌ها")
