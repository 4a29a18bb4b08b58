"""The letters of a neighbourhood, out and in: references, copies, attachments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Classification, Code, Count, Date, Id, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.neighbourhood import Sampled

NOTIFICATION = "ابلاغ"
"""The kind of letter by which an approved plan goes to an agency."""


class LetterReference(Record, title="پیرو یا عطف"):
    """A letter that another one follows or answers: by its id in the register, or by number and date."""

    kind: Annotated[Literal["پیرو", "عطف", "بازگشت"], one_of("پیرو", "عطف", "بازگشت")] = Field(
        title="نوع ارجاع", description="نوع ارجاع.", examples=["پیرو"]
    )
    letter: Id | None = Field(
        default=None, title="نامه در همین پرونده", description="شناسهٔ نامه، اگر در همین پرونده است.", examples=["invite-review"]
    )
    number: Code | None = Field(
        default=None, title="شماره نامهٔ دیگر", description="شمارهٔ نامه، اگر در این پرونده نیست.", examples=["۴۵۶"]
    )
    date: Date | None = Field(
        default=None, title="تاریخ نامهٔ دیگر", description="تاریخ نامه، اگر در این پرونده نیست.", examples=["۱۴۰۴/۰۲/۱۰"]
    )


class CopyTo(Record, title="رونوشت"):
    """A recipient of a copy (رونوشت), and why it gets one."""

    recipient: Text = Field(title="گیرندهٔ رونوشت", description="گیرندهٔ رونوشت.", examples=["فرمانداری شهرستان مشهد"])
    purpose: Annotated[
        Literal["جهت استحضار", "جهت اطلاع", "جهت اقدام", "جهت اطلاع و پیگیری", "جهت بایگانی"],
        one_of("جهت استحضار", "جهت اطلاع", "جهت اقدام", "جهت اطلاع و پیگیری", "جهت بایگانی"),
    ] = Field(
        default="جهت اطلاع",
        title="منظور",
        description="منظور از رونوشت؛ اگر ننویسید «جهت اطلاع» است.",
        examples=["جهت استحضار"],
    )


class Attachment(Record, title="پیوست"):
    """An enclosure (پیوست), with the number of its sheets when counted."""

    title: Text = Field(title="عنوان پیوست", description="عنوان پیوست.", examples=["دستور جلسه"])
    sheets: Count | None = Field(default=None, title="تعداد برگ", ge=1, description="شمار برگ‌های پیوست.", examples=["۲"])


class Letter(Record, title="نامه"):
    """A letter of the register; `agency` is the id of the agency or body on its other side, if it is in the catalogues."""

    id: Id = Field(title="شناسه", description="شناسهٔ نامه. نامه‌های دیگر به آن ارجاع می‌دهند.", examples=["notify-education"])
    direction: Annotated[Literal["صادره", "وارده", "داخلی"], one_of("صادره", "وارده", "داخلی")] = Field(
        title="جهت نامه", description="جهت نامه.", examples=["صادره"]
    )
    kind: Annotated[
        Literal["ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "پیگیری", "پاسخ", "سایر"],
        one_of("ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "پیگیری", "پاسخ", "سایر"),
    ] = Field(default="سایر", title="نوع نامه", description="نوع نامه؛ اگر ننویسید «سایر» است.", examples=["ابلاغ"])
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره نامه", description="شمارهٔ نامه که هنگام ثبت داده می‌شود.", examples=["۱۲۳/د/۱۴۰۴"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ نامه", description="تاریخ نامه.", examples=["۱۴۰۴/۰۳/۲۰"])
    subject: Text = Field(title="موضوع نامه", description="موضوع نامه.", examples=["ابلاغ برنامهٔ اقدام مشترک"])
    sender: Text = Field(title="فرستنده", description="فرستندهٔ نامه.", examples=["دبیرخانهٔ طرح"])
    recipient: Text = Field(title="گیرنده", description="گیرندهٔ نامه، چنان که بر آن نوشته می‌شود.", examples=["مدیرکل"])
    agency: Id | None = Field(
        default=None, title="دستگاه طرف نامه", description="دستگاه طرف نامه، اگر از دستگاه‌های طرح است.", examples=["education"]
    )
    references: tuple[LetterReference, ...] = Field(
        default=(), title="پیرو و عطف", description="نامه‌هایی که این نامه پیرو یا عطف به آن‌هاست."
    )
    copies: tuple[CopyTo, ...] = Field(default=(), title="رونوشت", description="گیرندگان رونوشت.")
    attachments: tuple[Attachment, ...] = Field(default=(), title="پیوست", description="پیوست‌های نامه.")
    classification: Classification = Field(
        default="عادی", title="طبقه‌بندی", description="طبقه‌بندی نامه؛ اگر ننویسید «عادی» است.", examples=["عادی"]
    )
    urgency: Annotated[Literal["عادی", "فوری", "خیلی فوری", "آنی"], one_of("عادی", "فوری", "خیلی فوری", "آنی")] = Field(
        default="عادی", title="فوریت", description="فوریت نامه؛ اگر ننویسید «عادی» است.", examples=["فوری"]
    )


class Letters(Sampled, title="نامه‌ها"):
    """The letters of a neighbourhood in the order of the register."""

    letters: tuple[Letter, ...] = Field(title="نامه‌ها", min_length=1, description="نامه‌های محله، به ترتیب دفتر ثبت.")

    def letter(self, letter_id: str) -> Letter:
        """Return the letter of an id (NotListedError when there is none)."""
        return of_id(self.letters, letter_id)
