"""The call for operators of a facilitation office (فراخوان), and who answered it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Neighbourhoods, Note, Number, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.neighbourhood import Sampled
from generator.model.records.resolving import Resolution

MOST_POINTS = 100
"""The most that an applicant can have by a criterion, and by all of them."""


class Criterion(Record, title="معیار"):
    """A criterion for applicants, with its weight in the score."""

    id: Id = Field(title="شناسه", description="شناسهٔ معیار.", examples=["experience"])
    title: Text = Field(title="معیار ارزیابی", description="عنوان معیار.", examples=["سابقهٔ تسهیلگری"])
    weight: Count = Field(title="وزن", ge=1, le=100, description="وزن معیار در امتیاز، از ۱ تا ۱۰۰.", examples=["۳۵"])


class Medium(Record, title="رسانهٔ انتشار"):
    """Where the call was published: a newspaper, the system of public procurement, a site."""

    id: Id = Field(title="شناسه", description="شناسهٔ رسانه.", examples=["setad"])
    title: Text = Field(
        title="نام رسانه", description="روزنامه، سامانه یا تارنمایی که فراخوان در آن آمده است.", examples=["سامانهٔ ستاد"]
    )
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره در رسانه", description="شمارهٔ فراخوان در سامانه یا شمارهٔ روزنامه.", examples=["۸۸۱۲"]
    )
    date: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ انتشار در رسانه", description="روز انتشار در این رسانه.", examples=["۱۴۰۳/۱۱/۲۰"]
    )


class Lot(Record, title="بخش فراخوان"):
    """A part of the call for which offers are made apart: the office of one neighbourhood or of several."""

    id: Id = Field(title="شناسه", description="شناسهٔ بخش.", examples=["lot-1"])
    title: Text = Field(title="عنوان بخش", description="عنوان بخش.", examples=["دفتر تسهیلگری محلهٔ گلشهر"])
    neighbourhoods: tuple[Id, ...] = Field(
        title="محله‌های بخش", min_length=1, description="شناسهٔ محله‌های این بخش.", examples=[["z3-golshahr"]]
    )
    estimate: Rials | None = Field(
        default=None, title="برآورد بخش", description="برآورد مبلغ این بخش، اگر اعلام می‌شود.", examples=["۲۳٬۵۰۰ میلیون ریال"]
    )


class Opening(Record, title="جلسهٔ گشایش پیشنهادها"):
    """The session at which the offers are opened."""

    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ گشایش", description="روز گشایش پیشنهادها.", examples=["۱۴۰۳/۱۲/۱۸"])
    time: Note = Field(default="", title="ساعت گشایش", description="ساعت گشایش.", examples=["۱۰"])
    place: Known[Text] = Field(
        default=UNKNOWN, title="محل گشایش", description="محل گشایش پیشنهادها.", examples=["محل دبیرخانهٔ طرح"]
    )


class OfferGuarantee(Record, title="تضمین شرکت در فراخوان"):
    """The guarantee that an applicant gives with the offer."""

    amount: Known[Rials] = Field(
        default=UNKNOWN,
        title="مبلغ تضمین شرکت",
        description="مبلغ تضمین شرکت در فراخوان.",
        examples=["۵۰۰ میلیون ریال"],
    )
    instrument: Known[Text] = Field(
        default=UNKNOWN,
        title="نوع سند تضمین شرکت",
        description="سندهایی که پذیرفته می‌شود.",
        examples=["ضمانت‌نامهٔ بانکی یا فیش واریز"],
    )
    valid_days: Count | None = Field(
        default=None, title="اعتبار تضمین شرکت به روز", ge=1, description="اعتبار تضمین از روز گشایش، به روز.", examples=["۹۰"]
    )


class Evaluator(Record, title="عضو کارگروه ارزیابی"):
    """A seat in the group that judges the applicants, by post; the person may be unknown."""

    id: Id = Field(title="شناسه", description="شناسهٔ عضو.", examples=["e1"])
    represents: Text = Field(
        title="دستگاه یا مرجع عضو", description="دستگاه یا مرجعی که عضو از سوی آن است.", examples=["دبیرخانهٔ طرح"]
    )
    post: Text = Field(title="سمت عضو", description="سمت عضو.", examples=["کارشناس امور اجتماعی"])
    name: Known[Text] = Field(default=UNKNOWN, title="نام عضو کارگروه", description="نام عضو.", examples=["نام و نام خانوادگی"])


class Scored(Record, title="امتیاز معیار"):
    """The points, of a hundred, that an applicant has by one criterion."""

    criterion: Id = Field(title="معیار", description="شناسهٔ معیار در همین فراخوان.", examples=["experience"])
    points: Number = Field(
        title="امتیاز در معیار", ge=0, le=MOST_POINTS, description="امتیاز از ۱۰۰ در این معیار.", examples=["۸۰"]
    )


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
    score: Number | None = Field(
        default=None,
        title="امتیاز",
        description="امتیازی که در صورتجلسه آمده است؛ با امتیاز محاسبه‌شده سنجیده می‌شود.",
        examples=["۸۲٫۵"],
    )
    outcome: Annotated[
        Literal["در دست بررسی", "پذیرفته", "ردشده", "انصراف"], one_of("در دست بررسی", "پذیرفته", "ردشده", "انصراف")
    ] = Field(
        default="در دست بررسی", title="نتیجه", description="نتیجهٔ بررسی؛ اگر ننویسید «در دست بررسی» است.", examples=["پذیرفته"]
    )
    lots: tuple[Id, ...] = Field(
        default=(),
        title="بخش‌های درخواستی",
        description="شناسهٔ بخش‌هایی که متقاضی برای آن‌ها پیشنهاد داده است.",
        examples=[["lot-1"]],
    )
    scores: tuple[Scored, ...] = Field(
        default=(), title="امتیاز معیارها", description="امتیاز متقاضی در هر معیار؛ امتیاز کل از آن‌ها محاسبه می‌شود."
    )
    reason: Note = Field(
        default="", title="دلیل نتیجه", description="دلیل پذیرش یا رد.", examples=["امتیاز کمتر از حد نصاب است."]
    )
    letter: Id | None = Field(
        default=None,
        title="نامهٔ اعلام نتیجه",
        description="شناسهٔ نامه‌ای که نتیجه را به متقاضی اعلام کرده است.",
        examples=["call-outcome-1"],
    )


class Judged(NamedTuple):
    """An applicant with the points computed from the criteria; unknown until there are points in each of them."""

    applicant: Applicant
    points: Decimal | Unknown


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
    media: tuple[Medium, ...] = Field(
        default=(), title="رسانه‌های انتشار", description="روزنامه‌ها، سامانه‌ها و تارنماهایی که فراخوان در آن‌ها آمده است."
    )
    questions_until: Known[Date] = Field(
        default=UNKNOWN, title="مهلت پرسش", description="آخرین روز پرسش دربارهٔ فراخوان.", examples=["۱۴۰۳/۱۲/۰۵"]
    )
    opening: Opening = Field(default=Opening(), title="گشایش پیشنهادها", description="جلسهٔ گشایش پیشنهادها.")
    committee: tuple[Evaluator, ...] = Field(
        default=(), title="کارگروه ارزیابی", description="اعضای کارگروهی که متقاضیان را ارزیابی می‌کند."
    )
    offer_guarantee: OfferGuarantee | None = Field(
        default=None, title="تضمین شرکت", description="تضمین شرکت در فراخوان، اگر خواسته می‌شود."
    )
    minimum_score: Number | None = Field(
        default=None,
        title="حد نصاب امتیاز",
        ge=0,
        le=MOST_POINTS,
        description="کمترین امتیازی که متقاضی با آن پذیرفته می‌شود، از ۱۰۰.",
        examples=["۶۰"],
    )
    validity_days: Count | None = Field(
        default=None,
        title="اعتبار پیشنهادها به روز",
        ge=1,
        description="اعتبار پیشنهادها از روز گشایش، به روز.",
        examples=["۶۰"],
    )
    estimate: Rials | None = Field(
        default=None, title="برآورد", description="برآورد مبلغ کل، اگر اعلام می‌شود.", examples=["۲۳٬۵۰۰ میلیون ریال"]
    )
    lots: tuple[Lot, ...] = Field(
        default=(), title="بخش‌ها", description="بخش‌های فراخوان، اگر برای هر یک جداگانه پیشنهاد داده می‌شود."
    )
    judgement: Resolution = Field(default=Resolution(), title="صورتجلسهٔ ارزیابی", description="صورتجلسهٔ ارزیابی متقاضیان.")

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The applicants with their computed points, in the order of the call."""
        return tuple(Judged(applicant, self.points(applicant)) for applicant in self.applicants)

    def points(self, applicant: Applicant) -> Decimal | Unknown:
        """Return the weighted points of an applicant, the first of each criterion; unknown until there are some in each."""
        given = {scored.criterion: scored.points for scored in reversed(applicant.scores)}
        if not self.criteria or any(criterion.id not in given for criterion in self.criteria):
            return Unknown(prompt="امتیاز متقاضی")
        weighted = sum((given[criterion.id] * criterion.weight for criterion in self.criteria), Decimal(0))
        return weighted / sum(criterion.weight for criterion in self.criteria)
