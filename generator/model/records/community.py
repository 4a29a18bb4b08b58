"""Groups with their rules, partners and stakeholders of a neighbourhood; attitudes and volunteers as counts only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.neighbourhood import Sampled


class GroupRole(Record):
    """What one kind of member does in a group; a role, no person."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان نقش")
    task: Text = Field(title="شرح نقش")


class GroupRules(Record):
    """دستورالعمل تشکیل و مدیریت گروه (line 247): membership, roles, meetings, decisions, settling of conflicts."""

    adopted_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تصویب دستورالعمل")
    membership: Text = Field(title="شرایط عضویت")
    roles: tuple[GroupRole, ...] = Field(title="نقش اعضا", min_length=1)
    meetings: Text = Field(title="جلسات گروه")
    decisions: Text = Field(title="شیوهٔ تصمیم‌گیری")
    conflicts: Text = Field(title="سازوکار رفع تعارض")


class Group(Record):
    """A local group, classified by goal, scope, role, members, power and horizon (line 254)."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام گروه")
    goal: Text = Field(title="هدف")
    scope: Text = Field(title="دامنه فعالیت")
    role: Text = Field(title="نقش")
    members: Count = Field(title="تعداد اعضا")
    power: Text = Field(title="قدرت گروه")
    horizon: Code = Field(title="دامنه زمانی")
    permit: Known[Code] = Field(default=UNKNOWN, title="مجوز فعالیت")
    representative: Known[Text] = Field(default=UNKNOWN, title="نماینده گروه")
    registration: Known[Code] = Field(default=UNKNOWN, title="شماره ثبت گروه")
    rules: GroupRules | None = Field(default=None, title="دستورالعمل گروه")


class Partner(Record):
    """A benefactor or institution willing to work in the neighbourhood (line 260)."""

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


class Attitude(Record):
    """How many are for, against or indifferent to the programme, and why (line 227); never who."""

    id: Id = Field(title="شناسه")
    stance: Annotated[Literal["موافق", "مخالف", "بی‌تفاوت"], one_of("موافق", "مخالف", "بی‌تفاوت")] = Field(title="نگرش")
    count: Count = Field(title="تعداد")
    reasons: tuple[Text, ...] = Field(default=(), title="دلایل")


class Community(Sampled):
    """Groups, partners and stakeholders of the neighbourhood."""

    groups: tuple[Group, ...] = Field(default=(), title="گروه‌های محلی")
    partners: tuple[Partner, ...] = Field(default=(), title="همیاران")
    stakeholders: tuple[Stakeholder, ...] = Field(default=(), title="کنشگران")
    attitudes: tuple[Attitude, ...] = Field(default=(), title="نگرش‌ها")
    volunteers: Known[Count] = Field(default=UNKNOWN, title="شمار داوطلبان")

    def group(self, group_id: str) -> Group:
        """The group of an id (NotListedError when there is none)."""
        return of_id(self.groups, group_id)

    def partner(self, partner_id: str) -> Partner:
        """The partner of an id (NotListedError when there is none)."""
        return of_id(self.partners, partner_id)
