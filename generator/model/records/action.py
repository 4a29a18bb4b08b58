"""The joint plan and its actions: duties, leading agency, roles, indicators, budget, term."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Code, Count, Date, DutyId, DutyPartId, Id, Month, Note, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown, of_id
from generator.model.records.action_parts import ActionRole, BudgetLine, Confirmation, Indicator, Milestone, Prerequisite
from generator.model.records.agencies import Agency, Recipient
from generator.model.records.editions import OlderPlan, PlanChange, PlanEdition
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate, JalaliMonth


class Action(Record, title="اقدام"):
    """One action of the joint plan; ids such as `a07` are written by hand and never reused."""

    id: Id = Field(title="شناسه", description="شناسهٔ اقدام. پس از حذف دوباره به کار نمی‌رود.", examples=["a07"])
    title: Text = Field(title="عنوان اقدام", description="عنوان اقدام در یک عبارت.", examples=["احداث دبستان دوازده‌کلاسه"])
    plain: Note = Field(
        default="",
        title="عنوان برای ساکنان",
        description="عنوان کوتاه و ساده برای برگهٔ ساکنان؛ اگر ننویسید، عنوان اقدام می‌آید.",
        examples=["ساخت دبستان تازه"],
    )
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
    recipients: tuple[Id, ...] = Field(
        default=(),
        title="گیرندگان",
        description=(
            "گیرندگانی از دستگاه مسئول یا همکار که اقدام با آن‌هاست؛ نخستین گیرندهٔ هر دستگاه پاسخگوی سهم آن دستگاه است. "
            "برای دستگاهی که یک گیرنده دارد نوشته نمی‌شود."
        ),
        examples=[["water"]],
    )
    partners: tuple[Id, ...] = Field(
        default=(), title="دستگاه‌های همکار", description="دستگاه‌هایی که در اقدام همکاری می‌کنند.", examples=[["municipality"]]
    )
    duties: tuple[DutyId, ...] = Field(
        title="وظایف مرجع",
        min_length=1,
        description="وظایفی که اقدام بر پایهٔ آن‌هاست؛ هر وظیفه از دستگاه مسئول یا همکار است.",
        examples=[["education/1"]],
    )
    duty_parts: tuple[DutyPartId, ...] = Field(
        default=(),
        title="بخش‌های وظیفه",
        description="بخش‌هایی از همان وظیفه‌ها که اقدام از آن‌هاست، اگر وظیفه چند بخش جداشدنی دارد.",
        examples=[["education/1/2"]],
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
    milestones: tuple[Milestone, ...] = Field(
        default=(), title="گام‌های اجرا", description="گام‌های اجرا با ماه پایان و وزن هر یک؛ جمع وزن‌ها ۱۰۰٪ است."
    )
    after: tuple[Id, ...] = Field(
        default=(),
        title="پس از اقدام‌های",
        description="اقدام‌هایی که این اقدام پس از پایان آن‌ها آغاز می‌شود.",
        examples=[["a03"]],
    )
    along: tuple[Id, ...] = Field(
        default=(),
        title="گام به گام با اقدام‌های",
        description="اقدام‌هایی که این اقدام گام به گام در پی آن‌هاست: نه پیش از آن‌ها آغاز می‌شود و نه پیش از آن‌ها پایان می‌یابد.",
        examples=[["a04"]],
    )
    prerequisites: tuple[Prerequisite, ...] = Field(
        default=(), title="پیش‌نیازها", description="آنچه پیش از کار باید فراهم باشد: زمین، مجوز، توافق."
    )
    supervisor_post: Known[Text] = Field(
        default=UNKNOWN, title="سمت ناظر", description="سمت کسی که بر اجرا نظارت می‌کند.", examples=["معاون فنی شهرداری منطقه"]
    )
    recurrent_cost: Known[Rials] = Field(
        default=UNKNOWN,
        title="هزینهٔ جاری سالانه",
        description="هزینهٔ سالانهٔ نگهداری و بهره‌برداری پس از پایان کار.",
        examples=["۹۰۰ میلیون ریال"],
    )
    kept_by: Known[Text] = Field(
        default=UNKNOWN,
        title="بهره‌بردار پس از پایان",
        description="کسی که پس از پایان کار آن را نگه می‌دارد و هزینه‌اش را می‌دهد.",
        examples=["ادارهٔ آموزش و پرورش ناحیه"],
    )
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
    def in_plain_words(self) -> str:
        """Its title for residents."""
        return self.plain or self.title

    @property
    def total(self) -> int:
        """The action's budget in rials."""
        return sum(line.amount for line in self.budget)

    def answering(self, agency: Agency) -> Recipient | None:
        """Return who answers for an agency's part: its one recipient, else the first of it that is named; None when none is."""
        if len(agency.recipients) == 1:
            return agency.recipients[0]
        named = {each.id: each for each in agency.recipients}
        return next((named[each] for each in self.recipients if each in named), None)

    def concerns(self, agency: Agency, recipient: Recipient) -> bool:
        """Return whether a recipient of an agency has a part in the action: all of the agency's have when none is named."""
        if agency.id not in (self.lead, *self.partners):
            return False
        named = {each.id for each in agency.recipients}.intersection(self.recipients)
        return not named or recipient.id in named


class ActionPlan(Sampled, title="برنامهٔ اقدام مشترک"):
    """The joint action plan (برنامهٔ اقدام مشترک) of a neighbourhood; `stated_total` is compared with the sum of its actions."""

    version: Code = Field(title="ویرایش", description="شماره یا نام ویرایش سند.", examples=["۱"])
    date: Date = Field(title="تاریخ تدوین", description="روز تدوین برنامه.", examples=["۱۴۰۴/۰۲/۲۵"])
    changes: tuple[PlanChange, ...] = Field(
        default=(), title="تغییرهای این ویرایش", description="آنچه در این ویرایش نسبت به ویرایش پیشین تغییر کرد، و چرا."
    )
    previous: tuple[PlanEdition, ...] = Field(
        default=(), title="ویرایش‌های پیشین", description="ویرایش‌های پیشین همین برنامه، از نخستین ویرایش."
    )
    older_plans: tuple[OlderPlan, ...] = Field(
        default=(),
        title="برنامه‌های پیشین محله",
        description="برنامه‌های اقدامی که پیش از دفتر برای محله تصویب شده است و این برنامه آن‌ها را به‌روز می‌کند.",
    )
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

    @property
    def begins(self) -> JalaliMonth | None:
        """The month in which its first action begins; None without actions."""
        return min((action.start for action in self.actions), default=None)

    @property
    def ends(self) -> JalaliMonth | None:
        """The month in which its last action ends; None without actions."""
        return max((action.end for action in self.actions), default=None)

    @property
    def baselined_on(self) -> JalaliDate | None:
        """The one day of which all baselines are; None when they are of several days or of none that is known."""
        days = {indicator.baseline_on for action in self.actions for indicator in action.indicators}
        return next((day for day in days if not isinstance(day, Unknown)), None) if len(days) == 1 else None

    def action(self, action_id: str) -> Action:
        """Return the action of an id (NotListedError when there is none)."""
        return of_id(self.actions, action_id)

    def of_recipient(self, agency: Agency, recipient: Recipient) -> tuple[Action, ...]:
        """Return the actions in which a recipient of an agency has a part, in the plan's order."""
        return tuple(action for action in self.actions if action.concerns(agency, recipient))
