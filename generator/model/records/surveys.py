"""Surveys of residents and what they found: whom was asked what, when, how, and how many gave each answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Flag, Id, Note, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class Answer(Record, title="پاسخ"):
    """An answer to a question, and how many gave it; never who."""

    text: Text = Field(title="پاسخ", description="متن پاسخ.", examples=["راضی"])
    count: Known[Count] = Field(default=UNKNOWN, title="تعداد", description="شمار کسانی که این پاسخ را دادند.", examples=["۸۴"])


class Question(Record, title="پرسش"):
    """A question with the count of each answer; with `several` one person may give more than one answer."""

    id: Id = Field(title="شناسه", description="شناسهٔ پرسش.", examples=["q1"])
    text: Text = Field(title="پرسش", description="متن پرسش.", examples=["از کار دفتر تسهیلگری چه اندازه راضی هستید؟"])
    several: Flag = Field(
        default=False,
        title="چند پاسخ",
        description="«بله» یعنی هر کس می‌توانست چند پاسخ بدهد؛ اگر ننویسید هر کس یک پاسخ داده است.",
        examples=["بله"],
    )
    answers: tuple[Answer, ...] = Field(title="پاسخ‌ها", min_length=1, description="پاسخ‌ها با شمار هر یک.")
    note: Remark = ""

    @property
    def answered(self) -> int:
        """The sum of the counts that are known."""
        return sum(answer.count for answer in self.answers if isinstance(answer.count, int))


class Survey(Sampled, title="نظرسنجی"):
    """A survey, an interview or a group discussion: what was asked of whom, when and how, what was found, and its limits."""

    id: Id = Field(title="شناسه", description="شناسهٔ نظرسنجی، همان نام پرونده.", examples=["satisfaction-1404"])
    title: Text = Field(title="عنوان", description="عنوان نظرسنجی.", examples=["رضایت ساکنان از خدمات"])
    kind: Annotated[Literal["پرسش‌نامه", "مصاحبه", "گفت‌وگوی گروهی"], one_of("پرسش‌نامه", "مصاحبه", "گفت‌وگوی گروهی")] = Field(
        title="نوع", description="نوع نظرسنجی.", examples=["پرسش‌نامه"]
    )
    subject: Text = Field(title="موضوع", description="آنچه پرسیده شد.", examples=["رضایت از خدمات دستگاه‌ها در محله"])
    asked: Text = Field(title="جامعهٔ هدف", description="کسانی که از آن‌ها پرسیده شد.", examples=["خانوارهای ساکن محله"])
    start: Known[Date] = Field(default=UNKNOWN, title="شروع", description="نخستین روز پرسش.", examples=["۱۴۰۴/۱۲/۰۵"])
    end: Known[Date] = Field(default=UNKNOWN, title="پایان", description="آخرین روز پرسش.", examples=["۱۴۰۴/۱۲/۱۵"])
    sample_size: Known[Count] = Field(
        default=UNKNOWN, title="حجم نمونه", description="شمار کسانی یا خانوارهایی که پاسخ دادند.", examples=["۲۱۰"]
    )
    unit: Code = Field(
        default="نفر", title="واحد نمونه", description="آنچه نمونه شمرده شده است؛ اگر ننویسید «نفر» است.", examples=["خانوار"]
    )
    method: Text = Field(title="روش", description="روش نمونه‌گیری و پرسش.", examples=["نمونه‌گیری تصادفی از کوچه‌ها و پرسش حضوری"])
    made_by: Known[Text] = Field(
        default=UNKNOWN, title="مجری نظرسنجی", description="کسی که پرسید.", examples=["دفتر تسهیلگری محله"]
    )
    questions: tuple[Question, ...] = Field(default=(), title="پرسش‌ها", description="پرسش‌ها با شمار پاسخ‌ها.")
    findings: tuple[Text, ...] = Field(
        default=(),
        title="یافته‌ها",
        description="یافته‌ها، هر کدام در یک جمله.",
        examples=[["دو سوم پاسخ‌دهندگان از روشنایی کوچه‌ها راضی‌اند."]],
    )
    limits: tuple[Text, ...] = Field(
        default=(),
        title="محدودیت‌ها",
        description="آنچه از این نظرسنجی نمی‌توان نتیجه گرفت.",
        examples=[["شاغلان در ساعت پرسش کمتر در خانه بودند."]],
    )
    remarks: Note = Field(default="", title="ملاحظات", description="ملاحظات دیگر.", examples=["پرسش‌نامه در دفتر است."])
