"""The minutes of a handover between the parties of a contract: at the start of work, in between, and at its end."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Note, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled

START, END = "شروع به کار", "پایان کار"
"""The purposes of the first handover of an office, and of the last, at which everything comes back."""


class Present(Record, title="حاضر در تحویل"):
    """One who takes part in a handover, by side and post; the person may be unknown."""

    id: Id = Field(title="شناسه", description="شناسهٔ حاضر.", examples=["manager"])
    side: Annotated[Literal["کارفرما", "مجری", "ناظر", "سایر"], one_of("کارفرما", "مجری", "ناظر", "سایر")] = Field(
        title="طرف", description="طرفی که حاضر از سوی آن آمده است.", examples=["مجری"]
    )
    post: Text = Field(title="سمت حاضر در تحویل", description="سمت حاضر.", examples=["مدیر دفتر"])
    name: Known[Text] = Field(
        default=UNKNOWN, title="نام حاضر در تحویل", description="نام حاضر.", examples=["نام و نام خانوادگی"]
    )


class HandedProperty(Record, title="مال تحویلی"):
    """A kind of property that changes hands; the same id stands for the same thing in each handover of the office."""

    id: Id = Field(title="شناسه", description="شناسهٔ مال، در همهٔ صورتجلسه‌های دفتر همان.", examples=["desk"])
    title: Text = Field(title="شرح مال", description="شرح مال.", examples=["میز کار"])
    count: Count = Field(title="تعداد مال", ge=1, description="شمار مال.", examples=["۴"])
    number: Known[Code] = Field(
        default=UNKNOWN,
        title="شماره اموال",
        description="شمارهٔ برچسب اموال. آنچه برچسب ندارد نامعلوم می‌ماند.",
        examples=["۱۰۲۰ تا ۱۰۲۳"],
    )
    condition: Note = Field(default="", title="وضع مال", description="وضع مال هنگام تحویل.", examples=["سالم"])


class HandedDocument(Record, title="سند تحویلی"):
    """A document that changes hands."""

    id: Id = Field(title="شناسه", description="شناسهٔ سند.", examples=["map"])
    title: Text = Field(title="عنوان سند", description="عنوان سند.", examples=["نقشهٔ محدودهٔ محله"])
    sheets: Count | None = Field(default=None, title="تعداد برگ سند", ge=1, description="شمار برگ‌ها.", examples=["۳"])


class StaffIntroduced(Record, title="نیروی معرفی‌شده"):
    """How many people of a line of the contract's staff were introduced, and by which letter; no names."""

    line: Id = Field(
        title="سطر نیروی انسانی", description="شناسهٔ سطر نیروی انسانی در «contract.yaml».", examples=["facilitator"]
    )
    people: Count = Field(title="تعداد معرفی‌شده", description="شمار کسانی که معرفی شده‌اند.", examples=["۲"])
    letter: Note = Field(
        default="", title="نامهٔ معرفی", description="شماره و تاریخ نامهٔ معرفی.", examples=["۱۲/م مورخ ۱۴۰۴/۰۲/۱۰"]
    )


class DataReturned(Record, title="تحویل و حذف داده‌ها"):
    """What became of the data when the work ended: given to the employer, then removed where the operator kept it."""

    title: Text = Field(
        title="داده‌های تحویلی", description="داده‌ها و مستنداتی که تحویل می‌شود.", examples=["بانک داده و پرونده‌های دفتر"]
    )
    handed_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ تحویل داده‌ها", description="روز تحویل داده‌ها به کارفرما.", examples=["۱۴۰۵/۰۵/۰۵"]
    )
    deleted_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ حذف داده‌ها",
        description="روزی که نسخه‌های نزد مجری حذف شد.",
        examples=["۱۴۰۵/۰۵/۰۶"],
    )


class Handover(Sampled, title="صورتجلسهٔ تحویل و تحول"):
    """A handover of an office: who was there, and what was given, received or came back."""

    id: Id = Field(title="شناسه", description="شناسهٔ صورتجلسه، همان نام پرونده.", examples=["start"])
    purpose: Annotated[
        Literal["شروع به کار", "تحویل و تحول", "پایان کار"], one_of("شروع به کار", "تحویل و تحول", "پایان کار")
    ] = Field(title="منظور صورتجلسه", description="منظور صورتجلسه.", examples=["شروع به کار"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره صورتجلسهٔ تحویل", description="شمارهٔ صورتجلسه.", examples=["۵/ت"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ صورتجلسهٔ تحویل", description="روز تحویل.", examples=["۱۴۰۴/۰۲/۱۰"])
    place: Known[Text] = Field(default=UNKNOWN, title="محل تحویل", description="محل تحویل.", examples=["محل دفتر"])
    attendance: tuple[Present, ...] = Field(title="حاضران", min_length=1, description="حاضران، از سوی هر طرف.")
    goods: tuple[HandedProperty, ...] = Field(
        default=(),
        title="اموال",
        description="اموالی که به مجری تحویل می‌شود؛ در صورتجلسهٔ پایان کار، اموالی که بازمی‌گردد.",
    )
    documents: tuple[HandedDocument, ...] = Field(default=(), title="اسناد", description="اسنادی که تحویل می‌شود.")
    staff: tuple[StaffIntroduced, ...] = Field(
        default=(), title="نیروهای معرفی‌شده", description="نیروهایی که مجری معرفی کرده است، بی نام اشخاص."
    )
    guarantees: tuple[Id, ...] = Field(
        default=(),
        title="تضمین‌ها",
        description="شناسهٔ تضمین‌هایی از «contract.yaml» که دریافت شده یا، در پایان کار، پس داده شده است.",
        examples=[["performance"]],
    )
    data: DataReturned | None = Field(
        default=None, title="تحویل و حذف داده‌ها", description="آنچه در پایان کار با داده‌ها شده است."
    )
    remaining: tuple[Text, ...] = Field(
        default=(),
        title="تعهدهای باقی‌مانده",
        description="آنچه پس از این صورتجلسه هنوز باید انجام شود.",
        examples=[["نصب تابلوی دفتر"]],
    )
