"""What is kept about one neighbourhood: identity, priority, needs and issues, office, approvals, participatory work."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Classification, Code, Count, Date, Decided, Flag, Id, Note, Number, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown, of_id
from generator.model.records.operators import Operator


class Sampled(Record):
    """A record that may be illustrative: `sample: true` puts «نمونه» on every page of whatever is built from it.

    `classification` says who may see it; documents that need the record bear it.
    """

    sample: Flag = Field(default=False, title="نمونه")
    classification: Classification = Field(default="عادی", title="طبقه‌بندی")


class Neighbourhood(Record):
    """Identity of a neighbourhood: zone and rank in it (an official ranking, kept), name as published and mended.

    `distinct_from` are neighbourhoods whose name is like this one's and which are known to be others.
    """

    id: Id = Field(title="شناسه")
    zone: Id = Field(title="پهنه")
    rank: Count = Field(title="رتبه در پهنه", ge=1)
    text: Text = Field(title="نام منتشرشده")
    name: Text = Field(title="نام")
    lines: tuple[Count, ...] = Field(title="سطرهای منبع")
    aliases: tuple[Text, ...] = Field(default=(), title="نام‌های دیگر")
    distinct_from: tuple[Id, ...] = Field(default=(), title="محله‌های دیگر با نام نزدیک")
    official_mahalleh: Note = Field(default="", title="محلهٔ رسمی شهرداری")


class Priority(Sampled):
    """The outcome of prioritisation (line 173): level 1-3 from access and social-harm scores."""

    level: Annotated[Literal["۱", "۲", "۳"], one_of("۱", "۲", "۳")] = Field(title="سطح اولویت")
    access: Text = Field(title="دسترسی به امکانات شهری")
    harm: Text = Field(title="ناهنجاری‌های اجتماعی")
    decided_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تعیین اولویت")
    access_score: Known[Number] = Field(default=UNKNOWN, title="امتیاز دسترسی به امکانات شهری")
    harm_score: Known[Number] = Field(default=UNKNOWN, title="امتیاز ناهنجاری‌های اجتماعی")


class Need(Record):
    """A need or issue of the neighbourhood; priority 1 is the most pressing."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="نیاز یا مسئله")
    axis: Axis = Field(title="محور")
    priority: Count = Field(title="اولویت", ge=1, le=3)
    affected: Known[Count] = Field(default=UNKNOWN, title="جمعیت مشمول")
    evidence: Text = Field(title="منبع شناسایی")
    agencies: tuple[Id, ...] = Field(default=(), title="دستگاه‌های مرتبط")
    proposal: Text = Field(title="پیشنهاد")


class Issue(Record):
    """A conflict, challenge or issue with how many it touches (line 228), and the needs behind it."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="موضوع")
    kind: Annotated[Literal["تعارض", "چالش", "مسئله"], one_of("تعارض", "چالش", "مسئله")] = Field(title="نوع")
    axis: Axis = Field(title="محور")
    priority: Count = Field(title="اولویت", ge=1, le=3)
    affected: Known[Count] = Field(default=UNKNOWN, title="تعداد افراد درگیر")
    needs: tuple[Id, ...] = Field(default=(), title="نیازهای مرتبط")


class Needs(Sampled):
    """شناسنامهٔ نیازهای محله."""

    needs: tuple[Need, ...] = Field(title="نیازها", min_length=1)
    issues: tuple[Issue, ...] = Field(default=(), title="تعارض‌ها، چالش‌ها و مسائل")


class Office(Sampled):
    """A facilitation office and who runs it."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام دفتر")
    phase: Count = Field(title="فاز")
    opened_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ شروع به کار")
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی دفتر")
    manager: Known[Text] = Field(default=UNKNOWN, title="مدیر دفتر")
    operator: Operator = Field(title="مجری")


class Approval(Record):
    """A decision of a body: what it is about, session or letter number, and date."""

    id: Id = Field(title="شناسه")
    body: Id = Field(title="مرجع")
    about: Decided = Field(default="سایر", title="دستهٔ موضوع")
    subject: Text = Field(title="موضوع")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره مصوبه")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ مصوبه")

    @property
    def issued(self) -> bool:
        """Whether it has been given: it has a number and a date (lines 286-287)."""
        return not isinstance(self.number, Unknown) and not isinstance(self.date, Unknown)


class Approvals(Sampled):
    """Approvals of the neighbourhood's plans, in the order in which they are due."""

    approvals: tuple[Approval, ...] = Field(title="مصوبه‌ها")

    def about(self, decided: str) -> tuple[Approval, ...]:
        """The approvals about a matter (`شناسنامه نیازها`, `برنامه اقدام` …), in their order."""
        return tuple(approval for approval in self.approvals if approval.about == decided)

    def approval(self, approval_id: str) -> Approval:
        """The approval of an id (NotListedError when there is none)."""
        return of_id(self.approvals, approval_id)


class Gathering(Record):
    """A meeting or workshop by which the participatory document was made."""

    id: Id = Field(title="شناسه")
    kind: Annotated[
        Literal["جلسه عمومی", "کارگاه", "نشست با دستگاه‌ها", "مصاحبه"],
        one_of("جلسه عمومی", "کارگاه", "نشست با دستگاه‌ها", "مصاحبه"),
    ] = Field(title="نوع")
    topic: Text = Field(title="موضوع")
    date: Date = Field(title="تاریخ")
    participants: Count = Field(title="شمار شرکت‌کنندگان")


class Swot(Record):
    """Strengths, weaknesses, opportunities, threats, none of them empty (V7, line 272)."""

    strengths: tuple[Text, ...] = Field(title="نقاط قوت", min_length=1)
    weaknesses: tuple[Text, ...] = Field(title="نقاط ضعف", min_length=1)
    opportunities: tuple[Text, ...] = Field(title="فرصت‌ها", min_length=1)
    threats: tuple[Text, ...] = Field(title="تهدیدها", min_length=1)


class Strategy(Record):
    """A strategy of the participatory document, serving goals of the neighbourhood."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="راهبرد")
    axis: Axis = Field(title="محور")


class Participatory(Sampled):
    """What only سند مشارکتی محله holds: version, method, vision, goals, strategies, SWOT."""

    version: Code = Field(title="ویرایش")
    date: Date = Field(title="تاریخ تدوین")
    foreword: Text = Field(title="پیشگفتار")
    method: Text = Field(title="روش تدوین")
    gatherings: tuple[Gathering, ...] = Field(title="جلسات و کارگاه‌ها", min_length=1)
    vision: Text = Field(title="چشم‌انداز محله")
    goals: tuple[Text, ...] = Field(title="اهداف محله", min_length=1)
    strategies: tuple[Strategy, ...] = Field(title="راهبردها", min_length=1)
    swot: Swot = Field(title="تحلیل SWOT")
