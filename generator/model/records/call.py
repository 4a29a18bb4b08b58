"""The call for operators of a facilitation office (فراخوان), and who answered it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Neighbourhoods, Number, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class Criterion(Record, title="معیار"):
    """A criterion for applicants, with its weight in the score."""

    id: Id = Field(title="شناسه", description="شناسهٔ معیار.", examples=["experience"])
    title: Text = Field(title="معیار ارزیابی", description="عنوان معیار.", examples=["سابقهٔ تسهیلگری"])
    weight: Count = Field(title="وزن", ge=1, le=100, description="وزن معیار در امتیاز، از ۱ تا ۱۰۰.", examples=["۳۵"])


class Applicant(Record, title="متقاضی"):
    """One who answered the call; `operator` is an id of `operators.yaml`, and a name not yet public stays unknown."""

    id: Id = Field(title="شناسه", description="شناسهٔ متقاضی.", examples=["p1"])
    operator: Id | None = Field(
        default=None,
        title="مؤسسه در فهرست مجریان",
        description="شناسهٔ مؤسسه در «operators.yaml»، اگر در آن فهرست است.",
        examples=["operator"],
    )
    name: Known[Text] = Field(
        default=UNKNOWN,
        title="نام متقاضی",
        description="نام متقاضی. تا پایان بررسی می‌تواند نامعلوم باشد.",
        examples=["مؤسسهٔ توانمندسازان"],
    )
    received_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ دریافت درخواست", description="روز دریافت درخواست.", examples=["۱۴۰۳/۱۲/۱۰"]
    )
    score: Number | None = Field(default=None, title="امتیاز", description="امتیاز متقاضی.", examples=["۸۲٫۵"])
    outcome: Annotated[
        Literal["در دست بررسی", "پذیرفته", "ردشده", "انصراف"], one_of("در دست بررسی", "پذیرفته", "ردشده", "انصراف")
    ] = Field(
        default="در دست بررسی", title="نتیجه", description="نتیجهٔ بررسی؛ اگر ننویسید «در دست بررسی» است.", examples=["پذیرفته"]
    )


class Call(Sampled, title="فراخوان انتخاب مجری"):
    """A call for some neighbourhoods: number, days between which applications are taken, conditions, documents, criteria."""

    id: Id = Field(title="شناسه", description="شناسهٔ فراخوان، همان نام پرونده.", examples=["call-1"])
    neighbourhoods: Neighbourhoods = ()
    number: Known[Code] = Field(
        default=UNKNOWN,
        title="شماره فراخوان",
        description="شمارهٔ فراخوان که هنگام ثبت در دبیرخانه داده می‌شود.",
        examples=["۱۲/ف/۱۴۰۳"],
    )
    published_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ انتشار فراخوان", description="روز انتشار فراخوان.", examples=["۱۴۰۳/۱۱/۲۰"]
    )
    deadline: Known[Date] = Field(
        default=UNKNOWN, title="مهلت ارسال درخواست", description="آخرین روز دریافت درخواست‌ها.", examples=["۱۴۰۳/۱۲/۱۵"]
    )
    subject: Text = Field(title="موضوع فراخوان", description="موضوع فراخوان.", examples=["راه‌اندازی دفتر تسهیلگری محلهٔ گلشهر"])
    conditions: tuple[Text, ...] = Field(
        title="شرایط متقاضی",
        min_length=1,
        description="شرایطی که متقاضی باید داشته باشد.",
        examples=[["سه سال سابقهٔ تسهیلگری"]],
    )
    documents: tuple[Text, ...] = Field(
        title="مدارک لازم", min_length=1, description="مدارکی که متقاضی باید بفرستد.", examples=[["اساسنامه و آگهی ثبت"]]
    )
    submission: Text = Field(
        title="شیوهٔ ارسال", description="شیوهٔ فرستادن درخواست.", examples=["تحویل در پاکت بسته به دبیرخانهٔ طرح"]
    )
    criteria: tuple[Criterion, ...] = Field(
        default=(), title="معیارهای ارزیابی", description="معیارهایی که متقاضیان با آن‌ها سنجیده می‌شوند؛ جمع وزن‌ها ۱۰۰ است."
    )
    applicants: tuple[Applicant, ...] = Field(default=(), title="متقاضیان", description="کسانی که به فراخوان پاسخ داده‌اند.")
