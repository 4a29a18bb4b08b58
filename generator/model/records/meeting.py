"""Meetings and their minutes: agenda, attendance, decisions with their owners and deadlines."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Date, Decided, Flag, Id, Note, Percent, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled

REVIEW = "بررسی برنامه‌های دستگاه‌ها"
"""The purpose of a meeting that reviews what the agencies plan for a neighbourhood (line 189)."""


class Attendee(Record, title="حاضر"):
    """A participant of a meeting, by post and by the body or agency represented; the person may be unknown."""

    id: Id = Field(title="شناسه", description="شناسهٔ حاضر.", examples=["chair"])
    post: Text = Field(title="سمت", description="سمت حاضر.", examples=["نمایندهٔ فرمانداری"])
    represents: Id | None = Field(
        default=None, title="مرجع یا دستگاه", description="مرجع یا دستگاهی که از سوی آن آمده است.", examples=["governorate"]
    )
    name: Known[Text] = Field(default=UNKNOWN, title="نام حاضر", description="نام حاضر.", examples=["نام و نام خانوادگی"])
    present: Flag = Field(
        default=True, title="حضور", description="«خیر» یعنی غایب بوده است؛ اگر ننویسید حاضر شمرده می‌شود.", examples=["بله"]
    )


class Decision(Record, title="مصوبهٔ جلسه"):
    """A decision with its owner (an agency or a body), deadline and progress; `approves` names what it approves."""

    id: Id = Field(title="شناسه", description="شناسهٔ مصوبه.", examples=["d1"])
    title: Text = Field(title="مصوبه", description="متن مصوبه.", examples=["شناسنامهٔ نیازهای محله تصویب شد."])
    approves: Decided | None = Field(
        default=None,
        title="موضوع تصویب",
        description="آنچه با این مصوبه تصویب می‌شود، اگر چیزی تصویب می‌شود.",
        examples=["شناسنامه نیازها"],
    )
    action: Id | None = Field(
        default=None, title="اقدام مرتبط", description="شناسهٔ اقدامی از «plan.yaml» که مصوبه به آن مربوط است.", examples=["a07"]
    )
    owner: Id = Field(title="مسئول", description="دستگاه یا مرجع مسئول.", examples=["municipality"])
    deadline: Known[Date] = Field(
        default=UNKNOWN, title="مهلت مصوبه", description="آخرین روز انجام مصوبه.", examples=["۱۴۰۴/۰۴/۳۱"]
    )
    status: Annotated[
        Literal["در دست اقدام", "انجام‌شده", "انجام‌نشده", "منتفی"],
        one_of("در دست اقدام", "انجام‌شده", "انجام‌نشده", "منتفی"),
    ] = Field(
        default="در دست اقدام", title="وضعیت", description="وضع انجام؛ اگر ننویسید «در دست اقدام» است.", examples=["انجام‌شده"]
    )
    progress: Percent | None = Field(default=None, title="درصد پیشرفت", description="پیشرفت انجام مصوبه.", examples=["۴۰٪"])
    note: Remark = ""


class Meeting(Sampled, title="جلسه و صورتجلسه"):
    """A meeting (صورتجلسه). `chair` and `secretary` are ids of the attendance; number and day may not be known yet."""

    id: Id = Field(title="شناسه", description="شناسهٔ جلسه، همان نام پرونده.", examples=["review"])
    title: Text = Field(title="عنوان جلسه", description="عنوان جلسه.", examples=["بررسی برنامه‌های دستگاه‌ها در محلهٔ گلشهر"])
    purpose: Annotated[
        Literal["بررسی برنامه‌های دستگاه‌ها", "تصویب", "پیگیری", "نشست محلی", "سایر"],
        one_of("بررسی برنامه‌های دستگاه‌ها", "تصویب", "پیگیری", "نشست محلی", "سایر"),
    ] = Field(default="سایر", title="منظور جلسه", description="منظور جلسه؛ اگر ننویسید «سایر» است.", examples=["تصویب"])
    body: Id | None = Field(
        default=None, title="مرجع برگزارکننده", description="مرجعی که جلسه را برگزار می‌کند.", examples=["county-committee"]
    )
    number: Known[Code] = Field(default=UNKNOWN, title="شماره جلسه", description="شمارهٔ جلسه.", examples=["۷"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ جلسه", description="روز جلسه.", examples=["۱۴۰۴/۰۲/۱۸"])
    time: Note = Field(default="", title="ساعت", description="ساعت جلسه.", examples=["۱۰ تا ۱۲"])
    place: Known[Text] = Field(default=UNKNOWN, title="محل جلسه", description="محل جلسه.", examples=["فرمانداری شهرستان مشهد"])
    agenda: tuple[Text, ...] = Field(
        title="دستور جلسه", min_length=1, description="دستور جلسه، به ترتیب.", examples=[["گزارش دفتر تسهیلگری"]]
    )
    attendance: tuple[Attendee, ...] = Field(title="حاضران", min_length=1, description="حاضران و غایبان جلسه.")
    chair: Id = Field(title="رئیس جلسه", description="شناسهٔ رئیس جلسه در میان حاضران.", examples=["chair"])
    secretary: Id = Field(title="دبیر جلسه", description="شناسهٔ دبیر جلسه در میان حاضران.", examples=["secretary"])
    discussion: Note = Field(
        default="", title="مذاکرات", description="خلاصهٔ مذاکرات.", examples=["نمایندهٔ آموزش و پرورش گزارش پیشرفت داد."]
    )
    decisions: tuple[Decision, ...] = Field(default=(), title="مصوبه‌ها", description="مصوبه‌های جلسه، هر کدام با مسئول و مهلت.")
