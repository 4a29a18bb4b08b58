"""The editions of a joint plan and what each changed, and the older plans of the settlement that it brings up to date."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Date, Id, Text
from generator.model.known import UNKNOWN, Known, Record


class PlanChange(Record, title="تغییر برنامه"):
    """A change of an edition and why; `talks` are those changes of the participatory document on which gatherings agreed."""

    id: Id = Field(title="شناسه", description="شناسهٔ تغییر.", examples=["c1"])
    title: Text = Field(title="تغییر", description="آنچه تغییر کرد.", examples=["زمین مدرسه به شرق محله برده شد"])
    reason: Text = Field(title="علت", description="علت تغییر.", examples=["ساکنان راه رسیدن به زمین پیشین را ناامن دانستند"])
    action: Id | None = Field(
        default=None, title="اقدام مرتبط", description="شناسهٔ اقدامی که تغییر در آن است، اگر یکی است.", examples=["a07"]
    )
    talks: tuple[Id, ...] = Field(
        default=(),
        title="تغییرهای گفت‌وگو",
        description="شناسهٔ تغییرهایی از «participatory.yaml» که در نشست‌ها پذیرفته شد و این تغییر از آن‌هاست.",
        examples=[["ch1", "ch3"]],
    )


class PlanEdition(Record, title="ویرایش پیشین"):
    """An earlier edition of the plan: its number, its day, its approval, and what it had changed."""

    number: Code = Field(title="ویرایش", description="شماره یا نام ویرایش.", examples=["۱"])
    date: Date = Field(title="تاریخ تدوین", description="روز تدوین آن ویرایش.", examples=["۱۴۰۳/۱۱/۰۵"])
    approval: Id | None = Field(
        default=None, title="مصوبه", description="شناسهٔ مصوبهٔ آن ویرایش.", examples=["plan-headquarters"]
    )
    changes: tuple[PlanChange, ...] = Field(
        default=(), title="تغییرها", description="آنچه در آن ویرایش نسبت به ویرایش پیش از آن تغییر کرده بود."
    )


class OlderPlan(Record, title="برنامهٔ پیشین محله"):
    """An action plan of the settlement that was approved before this programme (line 216)."""

    id: Id = Field(title="شناسه", description="شناسهٔ برنامه.", examples=["plan-1393"])
    title: Text = Field(title="عنوان برنامه", description="عنوان برنامهٔ پیشین.", examples=["برنامهٔ توانمندسازی محله"])
    approved_by: Known[Text] = Field(
        default=UNKNOWN, title="تصویب‌کننده", description="مرجعی که آن را تصویب کرد.", examples=["ستاد توانمندسازی استان"]
    )
    number: Known[Code] = Field(default=UNKNOWN, title="شمارهٔ مصوبه", description="شمارهٔ مصوبهٔ آن.", examples=["۱۲۳/۴۵"])
    approved_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ مصوبه", description="روز تصویب آن.", examples=["۱۳۹۳/۰۸/۱۲"])
