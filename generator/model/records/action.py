"""The joint plan and its actions: duties, leading agency, roles, indicators, budget, term."""

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


class ActionRole(Record, title="نقش در اقدام"):
    """The role of people, a group, an institution or a benefactor in an action (V5, line 263).

    `group` and `partner` are ids of the neighbourhood's community.
    """

    actor: ActorKind = Field(title="نقش‌آفرین", description="کسی که در اقدام نقش دارد.", examples=["گروه محلی"])
    group: Known[Id] = Field(
        default=UNKNOWN, title="گروه", description="شناسهٔ گروه محلی از «community.yaml».", examples=["parents"]
    )
    partner: Known[Id] = Field(
        default=UNKNOWN, title="همیار", description="شناسهٔ همیار از «community.yaml».", examples=["school-builders"]
    )
    level: ParticipationLevel = Field(title="سطح مشارکت", description="سطح مشارکت.", examples=["تصمیم‌گیری"])
    role: Text = Field(title="نقش", description="نقشی که بر عهده دارد.", examples=["مشارکت در انتخاب زمین"])


class Indicator(Record, title="شاخص"):
    """A measure of an action: baseline and target in a unit; `falling` when less is better."""

    id: Id = Field(title="شناسه", description="شناسهٔ شاخص. ارزیابی‌ها به آن ارجاع می‌دهند.", examples=["a07-i1"])
    title: Text = Field(title="شاخص", description="عنوان شاخص.", examples=["کلاس درس افزوده‌شده"])
    unit: Code = Field(title="واحد", description="واحد شاخص.", examples=["کلاس"])
    baseline: Number = Field(title="وضع موجود", description="مقدار کنونی شاخص.", examples=["۰"])
    target: Number = Field(title="هدف", description="مقداری که باید به آن رسید.", examples=["۱۲"])
    direction: Annotated[Literal["افزایشی", "کاهشی"], one_of("افزایشی", "کاهشی")] = Field(
        default="افزایشی", title="جهت مطلوب", description="جهت مطلوب؛ اگر ننویسید «افزایشی» است.", examples=["افزایشی"]
    )


class BudgetLine(Record, title="سطر اعتبار"):
    """Money for an action: amount in whole rials, source, and the agency that provides it (when one does)."""

    id: Id = Field(title="شناسه", description="شناسهٔ این سطر اعتبار.", examples=["a07-b1"])
    title: Text = Field(title="شرح", description="شرح هزینه.", examples=["ساخت بنا"])
    source: FundingSource = Field(title="محل تأمین", description="محل تأمین اعتبار.", examples=["اعتبارات استانی"])
    agency: Known[Id] = Field(
        default=UNKNOWN,
        title="دستگاه تأمین‌کننده",
        description="دستگاهی که اعتبار را تأمین می‌کند؛ اگر دستگاهی نیست، ننویسید.",
        examples=["education"],
    )
    amount: Rials = Field(title="مبلغ", description="مبلغ به ریال.", examples=["۲۵٬۰۰۰ میلیون ریال"])


class Confirmation(Record, title="تأیید"):
    """Confirmation of an action card by a body (line 262) or by its agency."""

    body: Id = Field(title="مرجع", description="مرجع یا دستگاه تأییدکننده.", examples=["secretariat"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره", description="شمارهٔ نامهٔ تأیید.", examples=["۱۲۳/۴۵"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ", description="روز تأیید.", examples=["۱۴۰۴/۰۳/۲۰"])


class Action(Record, title="اقدام"):
    """One action of the joint plan; ids such as `a07` are written by hand and never reused."""

    id: Id = Field(title="شناسه", description="شناسهٔ اقدام. پس از حذف دوباره به کار نمی‌رود.", examples=["a07"])
    title: Text = Field(title="عنوان اقدام", description="عنوان اقدام در یک عبارت.", examples=["احداث دبستان دوازده‌کلاسه"])
    axis: Axis = Field(title="محور", description="محور اقدام.", examples=["اجتماعی"])
    scale: Annotated[Literal["عادی", "کوچک‌مقیاس"], one_of("عادی", "کوچک‌مقیاس")] = Field(
        default="عادی", title="مقیاس", description="مقیاس اقدام؛ اگر ننویسید «عادی» است.", examples=["کوچک‌مقیاس"]
    )
    goals: tuple[Id, ...] = Field(
        title="اهداف طرح", min_length=1, description="هدف‌های طرح که اقدام در پی آن‌هاست.", examples=[["goal-1", "goal-3"]]
    )
    needs: tuple[Id, ...] = Field(
        title="نیازها",
        min_length=1,
        description="شناسهٔ نیازهایی از «needs.yaml» که اقدام به آن‌ها پاسخ می‌دهد.",
        examples=[["n01"]],
    )
    description: Text = Field(
        title="شرح", description="شرح اقدام. سطر خالی بند تازه می‌سازد.", examples=["ساخت دبستان برای کاستن از مدارس دونوبته"]
    )
    location: Text = Field(title="محل اجرا", description="محل اجرای اقدام.", examples=["زمین بایر شرق محله"])
    target_group: Text = Field(
        title="گروه هدف", description="کسانی که اقدام برای آن‌هاست.", examples=["دانش‌آموزان دورهٔ ابتدایی"]
    )
    beneficiaries: Known[Count] = Field(
        default=UNKNOWN, title="تعداد بهره‌مندان", description="شمار بهره‌مندان، به نفر و نه خانوار.", examples=["۷۲۰"]
    )
    lead: Id = Field(title="دستگاه مسئول", description="دستگاه مسئول اقدام.", examples=["education"])
    partners: tuple[Id, ...] = Field(
        default=(), title="دستگاه‌های همکار", description="دستگاه‌هایی که در اقدام همکاری می‌کنند.", examples=[["municipality"]]
    )
    duties: tuple[DutyId, ...] = Field(
        title="وظایف مرجع",
        min_length=1,
        description="وظایفی که اقدام بر پایهٔ آن‌هاست؛ هر وظیفه از دستگاه مسئول یا همکار است.",
        examples=[["education/1"]],
    )
    services: tuple[Id, ...] = Field(
        default=(),
        title="بندهای شرح خدمات",
        description="بندهای شرح خدمات دفتر که اقدام به آن‌ها مربوط است.",
        examples=[["s2-6-2"]],
    )
    roles: tuple[ActionRole, ...] = Field(
        title="نقش مردم و گروه‌ها", min_length=1, description="نقش مردم، گروه‌ها، نهادها و خیرین در اقدام."
    )
    indicators: tuple[Indicator, ...] = Field(
        title="شاخص‌ها", min_length=1, description="شاخص‌هایی که نتیجهٔ اقدام با آن‌ها سنجیده می‌شود."
    )
    budget: tuple[BudgetLine, ...] = Field(title="اعتبار", min_length=1, description="اعتبار اقدام به تفکیک محل تأمین.")
    start: Month = Field(title="شروع", description="ماه شروع اقدام.", examples=["تیر ۱۴۰۴"])
    end: Month = Field(title="پایان", description="ماه پایان اقدام.", examples=["اسفند ۱۴۰۵"])
    risks: tuple[Text, ...] = Field(
        default=(),
        title="خطرها",
        description="خطرهایی که ممکن است اقدام را بازدارد.",
        examples=[["تأخیر در تغییر کاربری زمین"]],
    )
    confirmations: tuple[Confirmation, ...] = Field(
        default=(), title="تأییدها", description="تأییدهای کارت اقدام از سوی مراجع و دستگاه‌ها."
    )
    remarks: Note = Field(
        default="", title="ملاحظات", description="ملاحظات دیگر.", examples=["اجرا پس از پایان سال تحصیلی آغاز می‌شود."]
    )

    @property
    def code(self) -> str:
        """The id as documents print it: «۰۷» for `a07`, since an office numbers its actions without Latin letters."""
        number = self.id.removeprefix("a")
        return number if number.isdecimal() else self.id

    @property
    def total(self) -> int:
        """The action's budget in rials."""
        return sum(line.amount for line in self.budget)


class ActionPlan(Sampled, title="برنامهٔ اقدام مشترک"):
    """The joint action plan (برنامهٔ اقدام مشترک) of a neighbourhood; `stated_total` is compared with the sum of its actions."""

    version: Code = Field(title="ویرایش", description="شماره یا نام ویرایش سند.", examples=["۱"])
    date: Date = Field(title="تاریخ تدوین", description="روز تدوین برنامه.", examples=["۱۴۰۴/۰۲/۲۵"])
    actions: tuple[Action, ...] = Field(title="اقدام‌ها", min_length=1, description="اقدام‌های برنامه، به ترتیب چاپ.")
    stated_total: Rials | None = Field(
        default=None,
        title="جمع اعتبار اعلام‌شده",
        description="جمع اعتبار که جای دیگری اعلام شده است؛ با جمع اقدام‌ها سنجیده می‌شود.",
        examples=["۹۵۰٬۰۰۰ میلیون ریال"],
    )

    @property
    def total(self) -> int:
        """The budget of all actions in rials."""
        return sum(action.total for action in self.actions)

    def action(self, action_id: str) -> Action:
        """Return the action of an id (NotListedError when there is none)."""
        return of_id(self.actions, action_id)
