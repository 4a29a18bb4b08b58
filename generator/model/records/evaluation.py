"""The six-month evaluation of a neighbourhood's plan: committee, progress, SWOT, solutions, what became of earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.fields import Date, HalfYear, Id, Note, Number, Percent, RegisterNumber, Remark, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.evaluation_parts import CriterionFinding, OfficeWork, Session
from generator.model.records.letters import CopyTo
from generator.model.records.neighbourhood import Sampled
from generator.model.records.participatory import Swot
from generator.model.records.pictures import Photograph

SETTLED = ("انجام شد", "منتفی")
"""The outcomes of a solution after which nothing is owed of it."""


class Member(Record, title="عضو کمیته"):
    """A seat of the evaluation committee; the person is unknown until the body names one."""

    id: Id = Field(title="شناسه", description="شناسهٔ عضو.", examples=["m1"])
    represents: Annotated[
        Literal["گروه‌های محلی", "نهادهای محلی", "دبیرخانه", "شورای شهر", "سایر"],
        one_of("گروه‌های محلی", "نهادهای محلی", "دبیرخانه", "شورای شهر", "سایر"),
    ] = Field(title="نمایندگی از", description="جایی که عضو از سوی آن آمده است.", examples=["دبیرخانه"])
    post: Text = Field(title="سمت", description="سمت عضو.", examples=["کارشناس دبیرخانه"])
    name: Known[Text] = Field(
        default=UNKNOWN,
        title="نام و نام خانوادگی",
        description="نام عضو، پس از آنکه مرجع او را تعیین کرد.",
        examples=["نام و نام خانوادگی"],
    )
    agency: Id | None = Field(
        default=None,
        title="دستگاه عضو",
        description="دستگاهی که عضو در آن کار می‌کند، اگر دستگاهی از طرح است؛ گزارش می‌گوید اقدام آن هم ارزیابی شده است.",
        examples=["municipality"],
    )


class Measured(Record, title="مقدار شاخص"):
    """The measured value of an action's indicator at the end of the period."""

    indicator: Id = Field(title="شاخص", description="شناسهٔ شاخص همان اقدام.", examples=["a07-i1"])
    value: Number = Field(title="مقدار", description="مقدار شاخص در پایان دوره.", examples=["۵"])


class Progress(Record, title="پیشرفت اقدام"):
    """The progress of an action at the end of the period: cumulative percentages, money allocated and spent in rials."""

    action: Id = Field(title="اقدام", description="شناسهٔ اقدام از «plan.yaml».", examples=["a07"])
    planned: Percent = Field(
        title="پیشرفت برنامه‌ای", ge=0, le=100, description="پیشرفتی که طبق برنامه باید تا پایان دوره می‌بود.", examples=["۵۰٪"]
    )
    actual: Percent = Field(title="پیشرفت واقعی", ge=0, le=100, description="پیشرفت واقعی تا پایان دوره.", examples=["۴۲٪"])
    allocated: Rials = Field(
        title="تخصیص", description="اعتبار تخصیص‌یافته تا پایان دوره، ریال.", examples=["۴٬۰۰۰ میلیون ریال"]
    )
    spent: Rials = Field(title="هزینه", description="هزینه‌شده تا پایان دوره، ریال.", examples=["۳٬۵۰۰ میلیون ریال"])
    measured: tuple[Measured, ...] = Field(default=(), title="مقدار شاخص‌ها", description="مقدار شاخص‌های اقدام در پایان دوره.")
    reason: Note = Field(
        default="",
        title="علت انحراف",
        description="علت، اگر پیشرفت واقعی با برنامه یکی نیست. برای اقدام عقب‌مانده لازم است.",
        examples=["تغییر کاربری زمین سه ماه طول کشید."],
    )
    remedy: Note = Field(
        default="",
        title="اقدام اصلاحی",
        description="آنچه برای جبران انجام می‌شود. برای اقدام عقب‌مانده لازم است.",
        examples=["کار با دو گروه اجرایی هم‌زمان ادامه می‌یابد."],
    )
    note: Remark = ""

    @property
    def values(self) -> dict[str, Decimal]:
        """The value of each measured indicator by its id."""
        return {measured.indicator: measured.value for measured in self.measured}


class SwotStrategies(Record, title="راهبردها"):
    """The four families of strategies drawn from the SWOT."""

    so: tuple[Text, ...] = Field(
        title="راهبردهای تهاجمی",
        description="راهبردهایی که با نقاط قوت از فرصت‌ها بهره می‌گیرند.",
        examples=[["جلب خیرین با تکیه بر همبستگی محله"]],
    )
    wo: tuple[Text, ...] = Field(
        title="راهبردهای بازنگری",
        description="راهبردهایی که با فرصت‌ها نقاط ضعف را کم می‌کنند.",
        examples=[["ساخت فضای سبز با اعتبارات استانی"]],
    )
    st: tuple[Text, ...] = Field(
        title="راهبردهای تنوع",
        description="راهبردهایی که با نقاط قوت در برابر تهدیدها می‌ایستند.",
        examples=[["اجرای مرحله‌ای با نیروی داوطلب"]],
    )
    wt: tuple[Text, ...] = Field(
        title="راهبردهای تدافعی",
        description="راهبردهایی که نقاط ضعف و تهدیدها را با هم کم می‌کنند.",
        examples=[["اولویت دادن به اقدام‌های کم‌هزینه"]],
    )


class Solution(Record, title="راهکار"):
    """A practical solution of the committee with owner (an agency or a body) and deadline."""

    id: Id = Field(title="شناسه", description="شناسهٔ راهکار.", examples=["s1"])
    title: Text = Field(title="راهکار", description="متن راهکار.", examples=["تسریع در تغییر کاربری زمین"])
    owner: Id = Field(title="مسئول", description="دستگاه یا مرجع مسئول.", examples=["municipality"])
    deadline: Date = Field(title="مهلت", description="آخرین روز انجام راهکار.", examples=["۱۴۰۴/۱۲/۰۱"])
    actions: tuple[Id, ...] = Field(
        default=(),
        title="اقدام‌ها",
        description="اقدام‌هایی از «plan.yaml» که راهکار برای آن‌هاست.",
        examples=[["a07"]],
    )


class FollowUp(Record, title="پیگیری راهکار"):
    """What became of a solution of the evaluation before, and why; `carried_by` is the solution that takes it up again."""

    solution: Id = Field(title="راهکار پیشین", description="شناسهٔ راهکار در ارزیابی پیشین.", examples=["s1"])
    status: Annotated[
        Literal["انجام شد", "در دست انجام", "انجام نشد", "منتفی"],
        one_of("انجام شد", "در دست انجام", "انجام نشد", "منتفی"),
    ] = Field(title="نتیجه", description="نتیجهٔ راهکار تا پایان این دوره.", examples=["انجام شد"])
    done_on: Date | None = Field(
        default=None, title="تاریخ انجام", description="روزی که راهکار انجام شد.", examples=["۱۴۰۴/۰۸/۱۰"]
    )
    reason: Note = Field(
        default="", title="علت", description="علت، اگر راهکار انجام نشده است.", examples=["شیوه‌نامه هنوز ابلاغ نشده است."]
    )
    carried_by: Id | None = Field(
        default=None,
        title="راهکار تازه",
        description="شناسهٔ راهکاری از همین ارزیابی که آن را دنبال می‌کند.",
        examples=["s5"],
    )

    @property
    def is_owed(self) -> bool:
        """Whether the solution is still owed: neither carried out nor dropped, and taken up by no other."""
        return self.status not in SETTLED and self.carried_by is None


class Evaluation(Sampled, title="ارزیابی شش‌ماهه"):
    """One six-month evaluation; the period is also its id (`1404-h1`). The next year has a record of its own."""

    moved: ClassVar[Mapping[str, str]] = {"next_year": "programmes/سال.yaml"}

    period: HalfYear = Field(title="دوره", description="دورهٔ شش‌ماهه، همان نام پرونده.", examples=["1404-h1"])
    prepared_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تهیه",
        description="روز تهیهٔ ارزیابی، پس از پایان دوره. تا نوشته شود گزارش تحویل‌شده شمرده نمی‌شود.",
        examples=["۱۴۰۴/۰۸/۱۵"],
    )
    against: RegisterNumber | None = Field(
        default=None,
        title="نسخهٔ برنامه",
        description="شمارهٔ ثبت نسخه‌ای از برنامهٔ اقدام که پیشرفت در برابر آن سنجیده می‌شود؛ اگر ننویسید، برنامهٔ کنونی.",
        examples=["1404/ب/1"],
    )
    session: Session = Field(
        default=Session(), title="جلسهٔ تصویب گزارش", description="جلسه‌ای که کمیتهٔ ارزیاب در آن گزارش را تصویب کرد."
    )
    introduction: Text = Field(title="مقدمه", description="مقدمهٔ گزارش.", examples=["این گزارش پیشرفت نیمهٔ اول سال را می‌سنجد."])
    method: Text = Field(title="روش ارزیابی", description="روش ارزیابی.", examples=["بازدید، گفت‌وگو با ساکنان و بررسی اسناد"])
    surveys: tuple[Id, ...] = Field(
        default=(),
        title="نظرسنجی‌ها",
        description="شناسهٔ نظرسنجی‌هایی از پوشهٔ «surveys» که ارزیابی بر آن‌ها تکیه دارد.",
        examples=[["satisfaction-1404"]],
    )
    limits: tuple[Text, ...] = Field(
        default=(),
        title="محدودیت‌های داده‌ها",
        description="آنچه داده‌های این ارزیابی نشان نمی‌دهد یا از آن مطمئن نمی‌توان بود.",
        examples=[["هزینهٔ دو دستگاه هنوز با اسناد تطبیق نیافته است."]],
    )
    committee: tuple[Member, ...] = Field(
        title="کمیته ارزیاب",
        min_length=1,
        description="اعضای کمیتهٔ ارزیاب. از گروه‌های محلی، دبیرخانه و شورای شهر دست‌کم یک عضو دارد.",
    )
    progress: tuple[Progress, ...] = Field(title="پیشرفت اقدام‌ها", min_length=1, description="پیشرفت همهٔ اقدام‌های برنامه.")
    criteria: tuple[CriterionFinding, ...] = Field(
        default=(),
        title="یافته‌ها به تفکیک معیار",
        description="یافتهٔ کمیته برای هر معیار: تناسب، اثربخشی، کارایی، پایداری.",
    )
    office: OfficeWork = Field(
        default=OfficeWork(), title="عملکرد دفتر تسهیلگری", description="حضور نیروهای دفتر و نظر کمیته دربارهٔ کار آن."
    )
    photographs: tuple[Photograph, ...] = Field(
        default=(), title="مستندات تصویری", description="عکس‌هایی که کار انجام‌شده را نشان می‌دهد."
    )
    swot: Swot = Field(title="تحلیل SWOT", description="تحلیل نقاط قوت و ضعف، فرصت‌ها و تهدیدها در پایان دوره.")
    strategies: SwotStrategies = Field(title="راهبردها", description="راهبردهای برآمده از تحلیل.")
    solutions: tuple[Solution, ...] = Field(
        title="راهکارها", min_length=1, description="راهکارهای کمیته، هر کدام با مسئول و مهلت."
    )
    follow_up: tuple[FollowUp, ...] = Field(
        default=(), title="پیگیری راهکارهای پیشین", description="نتیجهٔ هر راهکار ارزیابی پیشین."
    )
    conclusion: Text = Field(title="جمع‌بندی", description="جمع‌بندی گزارش.", examples=["بیشتر اقدام‌ها طبق برنامه پیش رفته است."])

    copies: tuple[CopyTo, ...] = Field(
        default=(), title="گیرندگان رونوشت", description="کسانی که افزون بر دبیرخانه نسخه‌ای از گزارش می‌گیرند."
    )

    @property
    def id(self) -> str:
        """The period's id, such as `1404-h1`."""
        return self.period.id

    def of(self, action_id: str) -> Progress | None:
        """Return the progress of an action, or None when this evaluation does not cover it."""
        return {line.action: line for line in self.progress}.get(action_id)
