"""Correspondence of a neighbourhood: letters out and in, what each follows or answers, copies and attachments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Classification, Code, Count, Date, Id, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.neighbourhood import Sampled

NOTIFICATION = "ابلاغ"
"""The kind of letter by which an approved plan goes to an agency."""


class LetterReference(Record):
    """What a letter rests on: another letter of the register by id, or one outside it by number and date."""

    kind: Annotated[Literal["پیرو", "عطف", "بازگشت"], one_of("پیرو", "عطف", "بازگشت")] = Field(title="نوع ارجاع")
    letter: Id | None = Field(default=None, title="نامه در همین پرونده")
    number: Code | None = Field(default=None, title="شماره نامهٔ دیگر")
    date: Date | None = Field(default=None, title="تاریخ نامهٔ دیگر")


class CopyTo(Record):
    """گیرندهٔ رونوشت and why it gets one."""

    recipient: Text = Field(title="گیرندهٔ رونوشت")
    purpose: Annotated[
        Literal["جهت استحضار", "جهت اطلاع", "جهت اقدام", "جهت اطلاع و پیگیری", "جهت بایگانی"],
        one_of("جهت استحضار", "جهت اطلاع", "جهت اقدام", "جهت اطلاع و پیگیری", "جهت بایگانی"),
    ] = Field(default="جهت اطلاع", title="منظور")


class Attachment(Record):
    """پیوست: what is enclosed, and how many sheets it has when counted."""

    title: Text = Field(title="عنوان پیوست")
    sheets: Count | None = Field(default=None, title="تعداد برگ", ge=1)


class Letter(Record):
    """A letter of the register. `agency` and `recipient_id` name whom it is for when they are of the catalogue."""

    id: Id = Field(title="شناسه")
    direction: Annotated[Literal["صادره", "وارده", "داخلی"], one_of("صادره", "وارده", "داخلی")] = Field(title="جهت نامه")
    kind: Annotated[
        Literal["ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "پیگیری", "پاسخ", "سایر"],
        one_of("ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "پیگیری", "پاسخ", "سایر"),
    ] = Field(default="سایر", title="نوع نامه")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره نامه")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ نامه")
    subject: Text = Field(title="موضوع نامه")
    sender: Text = Field(title="فرستنده")
    recipient: Text = Field(title="گیرنده")
    agency: Id | None = Field(default=None, title="دستگاه طرف نامه")
    references: tuple[LetterReference, ...] = Field(default=(), title="پیرو و عطف")
    copies: tuple[CopyTo, ...] = Field(default=(), title="رونوشت")
    attachments: tuple[Attachment, ...] = Field(default=(), title="پیوست")
    classification: Classification = Field(default="عادی", title="طبقه‌بندی")
    urgency: Annotated[Literal["عادی", "فوری", "خیلی فوری", "آنی"], one_of("عادی", "فوری", "خیلی فوری", "آنی")] = Field(
        default="عادی", title="فوریت"
    )


class Letters(Sampled):
    """The letters of a neighbourhood in the order of the register."""

    letters: tuple[Letter, ...] = Field(title="نامه‌ها", min_length=1)

    def letter(self, letter_id: str) -> Letter:
        """The letter of an id (NotListedError when there is none)."""
        return of_id(self.letters, letter_id)
