"""فراخوان: the call for those who want to run the facilitation office, and who answered it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Number, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class Criterion(Record):
    """What applicants are compared by, with its weight in the score."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="معیار ارزیابی")
    weight: Count = Field(title="وزن", ge=1, le=100)


class Applicant(Record):
    """One who answered the call; `operator` is an id of `operators.yaml`, and a name not yet public stays unknown."""

    id: Id = Field(title="شناسه")
    operator: Id | None = Field(default=None, title="مؤسسه در فهرست مجریان")
    name: Known[Text] = Field(default=UNKNOWN, title="نام متقاضی")
    received_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ دریافت درخواست")
    score: Number | None = Field(default=None, title="امتیاز")
    outcome: Annotated[
        Literal["در دست بررسی", "پذیرفته", "ردشده", "انصراف"], one_of("در دست بررسی", "پذیرفته", "ردشده", "انصراف")
    ] = Field(default="در دست بررسی", title="نتیجه")


class Call(Sampled):
    """The call of a neighbourhood: number, days between which applications are taken, conditions, documents, criteria."""

    id: Id = Field(title="شناسه")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره فراخوان")
    published_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ انتشار فراخوان")
    deadline: Known[Date] = Field(default=UNKNOWN, title="مهلت ارسال درخواست")
    subject: Text = Field(title="موضوع فراخوان")
    conditions: tuple[Text, ...] = Field(title="شرایط متقاضی", min_length=1)
    documents: tuple[Text, ...] = Field(title="مدارک لازم", min_length=1)
    submission: Text = Field(title="شیوهٔ ارسال")
    criteria: tuple[Criterion, ...] = Field(default=(), title="معیارهای ارزیابی")
    applicants: tuple[Applicant, ...] = Field(default=(), title="متقاضیان")
