"""The needs and issues of a neighbourhood (شناسنامهٔ نیازها): whose, how pressing, and how they were found."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from generator.model.fields import Axis, Code, Count, Date, Id, Note, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled
from generator.persian import to_persian

Intensity = Annotated[Literal["شدید", "متوسط", "کم"], one_of("شدید", "متوسط", "کم")]


class Need(Record, title="نیاز"):
    """A need or issue of the neighbourhood; priority 1 is the most pressing."""

    id: Id = Field(title="شناسه", description="شناسهٔ نیاز. اقدام‌ها به آن ارجاع می‌دهند.", examples=["n01"])
    title: Text = Field(title="نیاز یا مسئله", description="نیاز یا مسئله در یک عبارت.", examples=["کمبود فضای آموزشی"])
    axis: Axis = Field(title="محور", description="محوری که نیاز به آن تعلق دارد.", examples=["اجتماعی"])
    priority: Count = Field(title="اولویت", ge=1, le=3, description="فوریت نیاز، از ۱ (فوری‌ترین) تا ۳.", examples=["۱"])
    intensity: Known[Intensity] = Field(default=UNKNOWN, title="شدت", description="شدت نیاز.", examples=["شدید"])
    affected: Known[Count] = Field(
        default=UNKNOWN, title="جمعیت مشمول", description="شمار کسانی که این نیاز را دارند.", examples=["۱٬۲۰۰"]
    )
    affected_basis: Known[Text] = Field(
        default=UNKNOWN,
        title="مبنای جمعیت مشمول",
        description="راهی که این شمار با آن به دست آمده است.",
        examples=["آمار مدارس محله"],
    )
    place: Known[Text] = Field(
        default=UNKNOWN, title="محل نیاز", description="جایی از محله که نیاز در آن است.", examples=["کوچه‌های شرقی محله"]
    )
    gathering: Id | None = Field(
        default=None,
        title="جلسهٔ منبع",
        description="شناسهٔ جلسه یا کارگاهی از «participatory.yaml» که نیاز در آن گفته شد.",
        examples=["g1"],
    )
    evidence: Text = Field(
        title="منبع شناسایی", description="راهی که نیاز از آن شناخته شده است.", examples=["کارگاه نیازسنجی با حضور ساکنان"]
    )
    agencies: tuple[Id, ...] = Field(
        default=(),
        title="دستگاه‌های مرتبط",
        description="دستگاه‌هایی که این نیاز به آن‌ها مربوط است.",
        examples=[["education", "municipality"]],
    )
    code: Note = Field(
        default="",
        title="کد",
        description="کدی که نیاز در همهٔ سندها با آن خوانده می‌شود؛ اگر ننویسید از شناسه ساخته می‌شود: «n01» «ن۰۱» است.",
        examples=["ن۰۱"],
    )
    proposal: Text = Field(title="پیشنهاد", description="پیشنهادی برای رفع نیاز.", examples=["ساخت دبستان در زمین بایر محله"])


class Issue(Record, title="تعارض، چالش یا مسئله"):
    """A conflict, challenge or issue with the number of people concerned (line 228), and the needs behind it."""

    id: Id = Field(title="شناسه", description="شناسهٔ این مورد.", examples=["q1"])
    title: Text = Field(title="موضوع", description="موضوع در یک عبارت.", examples=["اختلاف بر سر زمین ورزشی"])
    kind: Annotated[Literal["تعارض", "چالش", "مسئله"], one_of("تعارض", "چالش", "مسئله")] = Field(
        title="نوع", description="نوع مورد.", examples=["تعارض"]
    )
    axis: Axis = Field(title="محور", description="محوری که مورد به آن تعلق دارد.", examples=["اجتماعی"])
    priority: Count = Field(title="اولویت", ge=1, le=3, description="فوریت مورد، از ۱ (فوری‌ترین) تا ۳.", examples=["۲"])
    affected: Known[Count] = Field(
        default=UNKNOWN, title="تعداد افراد درگیر", description="شمار کسانی که درگیر آن‌اند.", examples=["۳۰۰"]
    )
    needs: tuple[Id, ...] = Field(
        default=(), title="نیازهای مرتبط", description="شناسهٔ نیازهای مرتبط در همین پرونده.", examples=[["n01"]]
    )


class Needs(Sampled, title="شناسنامهٔ نیازها"):
    """The needs and issues of a neighbourhood (شناسنامهٔ نیازهای محله)."""

    number: Known[Code] = Field(
        default=UNKNOWN, title="شمارهٔ شناسنامه", description="شمارهٔ ثبت شناسنامهٔ نیازها در دبیرخانه.", examples=["۱۲۳/۴۵"]
    )
    edition: Known[Code] = Field(default=UNKNOWN, title="ویرایش", description="شماره یا نام ویرایش.", examples=["۱"])
    prepared_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تهیه",
        description="روز تهیهٔ شناسنامهٔ نیازها. تا نوشته شود شناسنامه تهیه‌شده شمرده نمی‌شود.",
        examples=["۱۴۰۳/۱۱/۱۰"],
    )
    author: Known[Text] = Field(
        default=UNKNOWN, title="تهیه‌کننده", description="سمت یا نهاد تهیه‌کننده.", examples=["دفتر تسهیلگری محله"]
    )
    method: Known[Text] = Field(
        default=UNKNOWN, title="روش نیازسنجی", description="روش شناسایی نیازها.", examples=["جلسهٔ عمومی، کارگاه و مصاحبه"]
    )
    sessions: Known[Count] = Field(default=UNKNOWN, title="شمار جلسه‌ها", description="شمار جلسه‌های نیازسنجی.", examples=["۴"])
    workshops: Known[Count] = Field(
        default=UNKNOWN, title="شمار کارگاه‌ها", description="شمار کارگاه‌های نیازسنجی.", examples=["۶"]
    )
    participants: Known[Count] = Field(
        default=UNKNOWN, title="شمار شرکت‌کنندگان", description="شمار شرکت‌کنندگان جلسه‌ها و کارگاه‌ها.", examples=["۳۱۰"]
    )
    needs: tuple[Need, ...] = Field(
        title="نیازها", min_length=1, description="نیازها و مسئله‌های محله. هر اقدام به یکی از آن‌ها پاسخ می‌دهد."
    )
    issues: tuple[Issue, ...] = Field(
        default=(), title="تعارض‌ها، چالش‌ها و مسائل", description="تعارض‌ها، چالش‌ها و مسئله‌های محله."
    )

    @field_validator("needs")
    @classmethod
    def _coded(cls, needs: tuple[Need, ...]) -> tuple[Need, ...]:
        """Give each need the code that every document prints, so that nothing downstream has to know where it comes from."""
        return tuple(
            need if need.code else need.model_copy(update={"code": _code(need.id, at)}) for at, need in enumerate(needs, 1)
        )


def _code(need_id: str, place: int) -> str:
    """Return the code of a need: of its id, which stays when others come and go, else of its place in the file."""
    number = need_id.removeprefix("n")
    return f"ن{to_persian(number if number.isdecimal() else f'{place:02}')}"
