"""Actions of the joint plan: what, who leads, which duty it serves, who takes part, measured how, paid by whom, when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    ActorKind,
    Axis,
    Code,
    Count,
    Date,
    DutyId,
    FundingSource,
    Id,
    Month,
    Note,
    Number,
    ParticipationLevel,
    Rials,
    Text,
    one_of,
)
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.neighbourhood import Sampled


class Role(Record):
    """What people, a group, an institution or a benefactor does in an action (V5, line 263).

    `group` and `partner` are ids of the neighbourhood's community.
    """

    actor: ActorKind = Field(title="نقش‌آفرین")
    group: Known[Id] = Field(default=UNKNOWN, title="گروه")
    partner: Known[Id] = Field(default=UNKNOWN, title="همیار")
    level: ParticipationLevel = Field(title="سطح مشارکت")
    role: Text = Field(title="نقش")


class Indicator(Record):
    """How an action is measured: baseline and target in a unit; `falling` when less is better."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="شاخص")
    unit: Code = Field(title="واحد")
    baseline: Number = Field(title="وضع موجود")
    target: Number = Field(title="هدف")
    direction: Annotated[Literal["افزایشی", "کاهشی"], one_of("افزایشی", "کاهشی")] = Field(default="افزایشی", title="جهت مطلوب")


class BudgetLine(Record):
    """Money for an action: amount in whole rials, source, and the agency that provides it (when one does)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="شرح")
    source: FundingSource = Field(title="محل تأمین")
    agency: Known[Id] = Field(default=UNKNOWN, title="دستگاه تأمین‌کننده")
    amount: Rials = Field(title="مبلغ")


class Confirmation(Record):
    """Confirmation of an action card by a body (line 262) or by its agency."""

    body: Id = Field(title="مرجع")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ")


class Action(Record):
    """One action of the joint plan; ids such as `a07` are written by hand and never reused."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان اقدام")
    axis: Axis = Field(title="محور")
    scale: Annotated[Literal["عادی", "کوچک‌مقیاس"], one_of("عادی", "کوچک‌مقیاس")] = Field(default="عادی", title="مقیاس")
    goals: tuple[Id, ...] = Field(title="اهداف طرح", min_length=1)
    needs: tuple[Id, ...] = Field(title="نیازها", min_length=1)
    description: Text = Field(title="شرح")
    location: Text = Field(title="محل اجرا")
    target_group: Text = Field(title="گروه هدف")
    beneficiaries: Known[Count] = Field(default=UNKNOWN, title="تعداد بهره‌مندان")
    lead: Id = Field(title="دستگاه مسئول")
    partners: tuple[Id, ...] = Field(default=(), title="دستگاه‌های همکار")
    duties: tuple[DutyId, ...] = Field(title="وظایف مرجع", min_length=1)
    services: tuple[Id, ...] = Field(default=(), title="بندهای شرح خدمات")
    roles: tuple[Role, ...] = Field(title="نقش مردم و گروه‌ها", min_length=1)
    indicators: tuple[Indicator, ...] = Field(title="شاخص‌ها", min_length=1)
    budget: tuple[BudgetLine, ...] = Field(title="اعتبار", min_length=1)
    start: Month = Field(title="شروع")
    end: Month = Field(title="پایان")
    risks: tuple[Text, ...] = Field(default=(), title="خطرها")
    confirmations: tuple[Confirmation, ...] = Field(default=(), title="تأییدها")
    remarks: Note = Field(default="", title="ملاحظات")

    @property
    def code(self) -> str:
        """The id as paper shows it: «۰۷» for `a07`, since an office numbers its actions without Latin letters."""
        number = self.id.removeprefix("a")
        return number if number.isdecimal() else self.id

    @property
    def total(self) -> int:
        """The action's budget in rials."""
        return sum(line.amount for line in self.budget)


class ActionPlan(Sampled):
    """برنامهٔ اقدام مشترک of a neighbourhood: version, date, its actions in order; `stated_total` is compared with their sum."""

    version: Code = Field(title="ویرایش")
    date: Date = Field(title="تاریخ تدوین")
    actions: tuple[Action, ...] = Field(title="اقدام‌ها", min_length=1)
    stated_total: Rials | None = Field(default=None, title="جمع اعتبار اعلام‌شده")

    @property
    def total(self) -> int:
        """The budget of all actions in rials."""
        return sum(action.total for action in self.actions)

    def action(self, action_id: str) -> Action:
        """The action of an id (NotListedError when there is none)."""
        return of_id(self.actions, action_id)
