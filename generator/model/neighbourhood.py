"""What is kept about one neighbourhood: identity, profile, needs, groups, partners, office, approvals, participatory work."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Count, Date, Flag, Id, Number, Text, one_of
from generator.model.known import UNKNOWN, Known, Record


class Sampled(Record):
    """A record that may be illustrative: `sample: true` puts «نمونه» on every page of whatever is built from it."""

    sample: Flag = Field(default=False, title="نمونه")


class Neighbourhood(Record):
    """Identity of a neighbourhood: zone and rank in it (an official ranking, kept), name as published and mended.

    `priority` is the level 1-3 of the two-dimension prioritisation; an office needs one.
    """

    id: Id = Field(title="شناسه")
    zone: Id = Field(title="پهنه")
    rank: Count = Field(title="رتبه در پهنه", ge=1)
    text: Text = Field(title="نام منتشرشده")
    name: Text = Field(title="نام")
    lines: tuple[Count, ...] = Field(title="سطرهای منبع")
    aliases: tuple[Text, ...] = Field(default=(), title="نام‌های دیگر")


class Priority(Sampled):
    """The outcome of prioritisation (step 2-2): level 1-3 from access and social-harm scores."""

    level: Annotated[Literal["۱", "۲", "۳"], one_of("۱", "۲", "۳")] = Field(title="سطح اولویت")
    access: Text = Field(title="دسترسی به امکانات شهری")
    harm: Text = Field(title="ناهنجاری‌های اجتماعی")
    decided_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تعیین اولویت")


class Figure(Record):
    """A figure of the profile: value with unit, its year and source."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان")
    value: Number = Field(title="مقدار")
    unit: Text = Field(title="واحد")
    year: Known[Count] = Field(default=UNKNOWN, title="سال")
    source: Known[Text] = Field(default=UNKNOWN, title="منبع")


class GroupCount(Record):
    """The size of a sensitive group of step two: a count and nothing else, never a name."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="گروه")
    kind: Annotated[
        Literal["در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار"], one_of("در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار")
    ] = Field(title="دسته")
    count: Count = Field(title="تعداد")


class Profile(Sampled):
    """شناسنامهٔ محله: description, figures, facilities, values, capacities, counts of the sensitive groups."""

    surveyed_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ برداشت")
    description: Text = Field(title="معرفی محله")
    boundaries: Text = Field(title="محدوده")
    social: Text = Field(title="وضع اجتماعی")
    economic: Text = Field(title="وضع اقتصادی")
    physical: Text = Field(title="وضع کالبدی")
    environmental: Text = Field(title="وضع زیست‌محیطی")
    households: Count = Field(title="خانوار")
    population: Count = Field(title="جمعیت")
    men: Count = Field(title="مرد")
    women: Count = Field(title="زن")
    figures: tuple[Figure, ...] = Field(title="شاخص‌ها")
    group_counts: tuple[GroupCount, ...] = Field(default=(), title="شمار گروه‌های حساس")
    capacities: tuple[Text, ...] = Field(default=(), title="ظرفیت‌ها")
    cherished: tuple[Text, ...] = Field(default=(), title="ارزش‌های محله")


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


class Needs(Sampled):
    """شناسنامهٔ نیازهای محله."""

    needs: tuple[Need, ...] = Field(title="نیازها", min_length=1)


class Group(Record):
    """A local group, classified as step 5-1 asks: goal, scope, role, members, power, horizon."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام گروه")
    goal: Text = Field(title="هدف")
    scope: Text = Field(title="دامنه فعالیت")
    role: Text = Field(title="نقش")
    members: Count = Field(title="تعداد اعضا")
    power: Text = Field(title="قدرت گروه")
    horizon: Text = Field(title="دامنه زمانی")
    permit: Known[Text] = Field(default=UNKNOWN, title="مجوز فعالیت")
    representative: Known[Text] = Field(default=UNKNOWN, title="نماینده گروه")


class Partner(Record):
    """A benefactor or institution willing to work in the neighbourhood (step 6-2)."""

    id: Id = Field(title="شناسه")
    name: Known[Text] = Field(default=UNKNOWN, title="نام همیار")
    kind: Annotated[
        Literal["خیرین", "نهاد حاکمیتی", "نهاد بین‌المللی", "بخش خصوصی"],
        one_of("خیرین", "نهاد حاکمیتی", "نهاد بین‌المللی", "بخش خصوصی"),
    ] = Field(title="نوع")
    support: Text = Field(title="زمینه همکاری")


class Stakeholder(Record):
    """A kind of actor in the neighbourhood with interest, influence and the gate to reach it; no persons."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="کنشگر")
    kind: Annotated[Literal["ذی‌نفع", "ذی‌نفوذ", "ذی‌مدخل"], one_of("ذی‌نفع", "ذی‌نفوذ", "ذی‌مدخل")] = Field(title="نوع")
    interest: Text = Field(title="علاقه و انتظار")
    gate: Text = Field(title="دروازه ورود")


class Community(Sampled):
    """Groups, partners and stakeholders of the neighbourhood."""

    groups: tuple[Group, ...] = Field(default=(), title="گروه‌های محلی")
    partners: tuple[Partner, ...] = Field(default=(), title="همیاران")
    stakeholders: tuple[Stakeholder, ...] = Field(default=(), title="کنشگران")

    def group(self, group_id: str) -> Group:
        """The group of an id (KeyError when there is none)."""
        return {group.id: group for group in self.groups}[group_id]

    def partner(self, partner_id: str) -> Partner:
        """The partner of an id (KeyError when there is none)."""
        return {partner.id: partner for partner in self.partners}[partner_id]


class Operator(Record):
    """The institution that runs the office; everything that identifies a real one stays unknown until it is chosen."""

    id: Id = Field(title="شناسه")
    name: Known[Text] = Field(default=UNKNOWN, title="نام مؤسسه یا تشکل مجری")
    legal_form: Known[Text] = Field(default=UNKNOWN, title="نوع شخصیت حقوقی")
    registration_number: Known[Text] = Field(default=UNKNOWN, title="شماره ثبت")
    national_id: Known[Text] = Field(default=UNKNOWN, title="شناسه ملی")
    permit: Known[Text] = Field(default=UNKNOWN, title="مجوز فعالیت")
    representative: Known[Text] = Field(default=UNKNOWN, title="نام مدیرعامل")
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی")
    postal_code: Known[Text] = Field(default=UNKNOWN, title="کد پستی")
    phone: Known[Text] = Field(default=UNKNOWN, title="تلفن")
    account: Known[Text] = Field(default=UNKNOWN, title="شماره حساب (شبا)")


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
    """A decision of a body: session or letter number, and date."""

    id: Id = Field(title="شناسه")
    body: Id = Field(title="مرجع")
    subject: Text = Field(title="موضوع")
    number: Known[Text] = Field(default=UNKNOWN, title="شماره مصوبه")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ مصوبه")


class Approvals(Sampled):
    """Approvals of the neighbourhood's plans, in the order in which they are due."""

    approvals: tuple[Approval, ...] = Field(title="مصوبه‌ها")

    def approval(self, approval_id: str) -> Approval:
        """The approval of an id (KeyError when there is none)."""
        return {approval.id: approval for approval in self.approvals}[approval_id]


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
    """Strengths, weaknesses, opportunities, threats."""

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

    version: Text = Field(title="ویرایش")
    date: Date = Field(title="تاریخ تدوین")
    foreword: Text = Field(title="پیشگفتار")
    method: Text = Field(title="روش تدوین")
    gatherings: tuple[Gathering, ...] = Field(title="جلسات و کارگاه‌ها", min_length=1)
    vision: Text = Field(title="چشم‌انداز محله")
    goals: tuple[Text, ...] = Field(title="اهداف محله", min_length=1)
    strategies: tuple[Strategy, ...] = Field(title="راهبردها", min_length=1)
    swot: Swot = Field(title="تحلیل SWOT")

