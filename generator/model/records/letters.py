"""The letters of the programme, out and in: whom they concern, recipients, references, copies, attachments, delivery."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, DecisionId, Id, Neighbourhoods, Note, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate

NOTIFICATION = "ابلاغ"
"""The kind of letter by which an approved plan goes to an agency."""

INVITATION = "دعوت"
"""The kind of letter that invites to a meeting."""

SENDING = "ارسال گزارش"
"""The kind of letter that sends a report."""

REMINDER = "پیگیری"
"""The kind of letter that reminds its recipient of what is overdue."""


class LetterReference(Record, title="پیرو یا عطف"):
    """A letter that another one follows or answers: by its id in the register, or by number and date."""

    kind: Annotated[Literal["پیرو", "عطف", "بازگشت"], one_of("پیرو", "عطف", "بازگشت")] = Field(
        title="نوع ارجاع", description="نوع ارجاع.", examples=["پیرو"]
    )
    letter: Id | None = Field(
        default=None,
        title="نامهٔ پیشین",
        description="شناسهٔ نامه، اگر در پوشهٔ «letters» است.",
        examples=["invite-review"],
    )
    number: Code | None = Field(
        default=None, title="شماره نامهٔ دیگر", description="شمارهٔ نامه، اگر در پوشهٔ «letters» نیست.", examples=["۴۵۶"]
    )
    date: Date | None = Field(
        default=None, title="تاریخ نامهٔ دیگر", description="تاریخ نامه، اگر در پوشهٔ «letters» نیست.", examples=["۱۴۰۴/۰۲/۱۰"]
    )


class CopyTo(Record, title="رونوشت"):
    """A recipient of a copy (رونوشت), and why it gets one; `contact` is its post in `contacts.yaml`."""

    contact: Id | None = Field(
        default=None,
        title="مخاطب رونوشت",
        description="شناسهٔ گیرنده در «contacts.yaml»، اگر آنجاست.",
        examples=["county-governor"],
    )
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


class Delivery(Record, title="تحویل نامه"):
    """The delivery of a letter to one of its recipients: how, when, and the number under which it was received there."""

    contact: Id | None = Field(
        default=None, title="گیرنده", description="شناسهٔ گیرنده در «contacts.yaml».", examples=["education-head"]
    )
    how: Annotated[
        Literal["اتوماسیون اداری", "پست", "پیک", "تحویل حضوری", "دورنگار"],
        one_of("اتوماسیون اداری", "پست", "پیک", "تحویل حضوری", "دورنگار"),
    ] = Field(title="شیوهٔ تحویل", description="شیوهٔ رساندن نامه.", examples=["اتوماسیون اداری"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ تحویل", description="روز تحویل به گیرنده.", examples=["۱۴۰۴/۰۳/۲۲"])
    receipt: Known[Code] = Field(
        default=UNKNOWN, title="شمارهٔ رسید", description="شمارهٔ ثبت نزد گیرنده یا شمارهٔ رسید.", examples=["نمونه/۵۱۲"]
    )


class Letter(Sampled, title="نامه"):
    """A letter of the register. It concerns `neighbourhoods`, or the province as a whole when there are none.

    `agency` is the agency or body on its other side; `meeting` and `decisions` are what it invites to or makes known.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ نامه، همان نام پرونده.", examples=["notify-education"])
    neighbourhoods: Neighbourhoods = ()
    direction: Annotated[Literal["صادره", "وارده", "داخلی"], one_of("صادره", "وارده", "داخلی")] = Field(
        title="جهت نامه", description="جهت نامه.", examples=["صادره"]
    )
    kind: Annotated[
        Literal["ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "اعلام", "استعلام", "معرفی", "پیگیری", "پاسخ", "سایر"],
        one_of("ابلاغ", "دعوت", "درخواست مجوز", "ارسال گزارش", "اعلام", "استعلام", "معرفی", "پیگیری", "پاسخ", "سایر"),
    ] = Field(default="سایر", title="نوع نامه", description="نوع نامه؛ اگر ننویسید «سایر» است.", examples=["ابلاغ"])
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره نامه", description="شمارهٔ نامه که هنگام ثبت داده می‌شود.", examples=["۱۲۳/د/۱۴۰۴"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ نامه", description="تاریخ نامه.", examples=["۱۴۰۴/۰۳/۲۰"])
    subject: Text = Field(title="موضوع نامه", description="موضوع نامه.", examples=["ابلاغ برنامهٔ اقدام مشترک"])
    sender: Text = Field(title="فرستنده", description="فرستندهٔ نامه.", examples=["دبیرخانهٔ طرح"])
    signer: Id | None = Field(
        default=None,
        title="امضاکننده",
        description="شناسهٔ سمت امضاکننده در «contacts.yaml».",
        examples=["secretariat-director"],
    )
    recipient: Text = Field(title="گیرنده", description="گیرندهٔ نامه، چنان که بر آن نوشته می‌شود.", examples=["مدیرکل"])
    recipients: tuple[Id, ...] = Field(
        default=(),
        title="گیرندگان در فهرست مخاطبان",
        description="شناسهٔ گیرندگان در «contacts.yaml»؛ برای بخشنامه چند گیرنده.",
        examples=[["education-head"]],
    )
    agency: Id | None = Field(
        default=None, title="دستگاه طرف نامه", description="دستگاه طرف نامه، اگر از دستگاه‌های طرح است.", examples=["education"]
    )
    salutation: Note = Field(
        default="", title="خطاب", description="خطاب بالای متن، اگر غیر از خطاب سمت گیرنده است.", examples=["با سلام و احترام"]
    )
    text: tuple[Text, ...] = Field(
        default=(),
        title="متن نامه",
        description="متن نامه، هر بند یک مورد.",
        examples=[["خواهشمند است دستور فرمایید گزارش پیشرفت تا پایان مهلت فرستاده شود."]],
    )
    reply_by: Date | None = Field(
        default=None, title="مهلت پاسخ", description="آخرین روز پاسخ، اگر پاسخی خواسته شده است.", examples=["۱۴۰۴/۰۴/۰۵"]
    )
    meeting: Id | None = Field(
        default=None, title="جلسه", description="شناسهٔ جلسه‌ای که نامه دعوت به آن یا ابلاغ آن است.", examples=["hq-2"]
    )
    decisions: tuple[DecisionId, ...] = Field(
        default=(),
        title="مصوبه‌هایی که اعلام می‌شود",
        description="مصوبه‌هایی که نامه اعلام می‌کند: شناسهٔ جلسه، «/» و شناسهٔ مصوبه.",
        examples=[["hq-2/d1"]],
    )
    references: tuple[LetterReference, ...] = Field(
        default=(), title="پیرو و عطف", description="نامه‌هایی که این نامه پیرو یا عطف به آن‌هاست."
    )
    copies: tuple[CopyTo, ...] = Field(default=(), title="رونوشت", description="گیرندگان رونوشت.")
    attachments: tuple[Attachment, ...] = Field(default=(), title="پیوست", description="پیوست‌های نامه.")
    delivery: tuple[Delivery, ...] = Field(default=(), title="تحویل", description="تحویل نامه به هر گیرنده.")
    urgency: Annotated[Literal["عادی", "فوری", "خیلی فوری", "آنی"], one_of("عادی", "فوری", "خیلی فوری", "آنی")] = Field(
        default="عادی", title="فوریت", description="فوریت نامه؛ اگر ننویسید «عادی» است.", examples=["فوری"]
    )

    def is_older_than(self, day: JalaliDate) -> bool:
        """Return whether it was written before a day; one without a date is not written yet."""
        return not isinstance(self.date, Unknown) and self.date < day
