"""The quarterly report of the secretariat (line 287): its observations on a neighbourhood, and its part on the province."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Date, Id, Percent, QuarterYear, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class ActionNote(Record, title="پیشرفت اقدام در فصل"):
    """The progress of an action at the end of the quarter, in words and, if measured, in percent."""

    action: Id = Field(title="اقدام", description="شناسهٔ اقدام از «plan.yaml».", examples=["a07"])
    actual: Percent | None = Field(
        default=None, title="پیشرفت واقعی", description="پیشرفت واقعی، اگر اندازه گرفته شده است.", examples=["۴۲٪"]
    )
    note: Text = Field(title="شرح پیشرفت", description="شرح پیشرفت اقدام.", examples=["پی‌ریزی به پایان رسید."])


class AgencyNote(Record, title="کار دستگاه"):
    """The work of an agency, and the one indicator that the source names (V14, line 102): its use of local capacities."""

    agency: Id = Field(title="دستگاه", description="دستگاه.", examples=["education"])
    note: Text = Field(
        title="شرح پیشرفت", description="آنچه دستگاه در این سه‌ماهه انجام داد.", examples=["معلمان دو کلاس تعیین شدند."]
    )
    capacity_use: Known[Text] = Field(
        default=UNKNOWN,
        title="بهره‌گیری از ظرفیت‌های محله",
        description="بهره‌ای که دستگاه از ظرفیت‌های محله گرفت.",
        examples=["والدین در ادارهٔ کلاس‌ها شریک‌اند."],
    )


class Obstacle(Record, title="مانع"):
    """An obstacle, and who can remove it (an agency or a body)."""

    id: Id = Field(title="شناسه", description="شناسهٔ مانع.", examples=["o1"])
    title: Text = Field(title="مانع", description="مانع.", examples=["تأخیر در تغییر کاربری زمین"])
    owner: Id | None = Field(
        default=None, title="مسئول", description="دستگاه یا مرجعی که می‌تواند مانع را بردارد.", examples=["roads-urban"]
    )


class Proposal(Record, title="پیشنهاد"):
    """A proposal, and to whom it is made (an agency or a body)."""

    id: Id = Field(title="شناسه", description="شناسهٔ پیشنهاد.", examples=["r1"])
    title: Text = Field(title="پیشنهاد", description="پیشنهاد.", examples=["تشکیل جلسهٔ مشترک با شهرداری"])
    owner: Id | None = Field(
        default=None, title="مسئول", description="دستگاه یا مرجعی که پیشنهاد به اوست.", examples=["municipality"]
    )


class _Quarter(Sampled):
    """What both parts of a quarter's report have; the period is also the id (`1404-q1`)."""

    period: QuarterYear = Field(title="دوره", description="سه‌ماهه، همان نام پرونده.", examples=["1404-q1"])
    prepared_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تهیه",
        description="روز تهیهٔ گزارش، پس از پایان دوره. تا نوشته شود گزارش تحویل‌شده شمرده نمی‌شود.",
        examples=["۱۴۰۴/۰۴/۱۰"],
    )
    summary: Text = Field(
        title="خلاصه", description="خلاصهٔ آنچه در این سه‌ماهه گذشت.", examples=["کارهای آموزشی طبق برنامه پیش رفت."]
    )
    obstacles: tuple[Obstacle, ...] = Field(default=(), title="موانع", description="موانع کار.")
    proposals: tuple[Proposal, ...] = Field(default=(), title="پیشنهادها", description="پیشنهادهای دفتر.")
    next_quarter: tuple[Text, ...] = Field(
        default=(), title="برنامهٔ سه‌ماههٔ آینده", description="کارهای سه‌ماههٔ آینده.", examples=[["آغاز ساخت دبستان"]]
    )

    @property
    def id(self) -> str:
        """The period's id, such as `1404-q1`."""
        return self.period.id


class QuarterlyReport(_Quarter, title="گزارش سه‌ماهه"):
    """One quarter's observations on a neighbourhood."""

    actions: tuple[ActionNote, ...] = Field(default=(), title="پیشرفت اقدام‌ها", description="وضع اقدام‌ها در پایان سه‌ماهه.")
    agencies: tuple[AgencyNote, ...] = Field(
        default=(), title="پیشرفت دستگاه‌ها", description="کارهای دستگاه‌ها در این سه‌ماهه. هر دستگاه مسئول یک مورد دارد."
    )


class ProvinceQuarter(_Quarter, title="گزارش سه‌ماههٔ استان"):
    """The province's part of a quarter's report; meetings, decisions, letters and progress are counted from their records."""

    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره گزارش", description="شمارهٔ گزارش که هنگام ثبت داده می‌شود.", examples=["نمونه/۴۱۱"]
    )
    recipient: Known[Id] = Field(
        default=UNKNOWN,
        title="گیرندهٔ گزارش",
        description="شناسهٔ گیرنده در «contacts.yaml». سند منتشرشده نگفته است گزارش به چه کسی داده می‌شود.",
        examples=["governor"],
    )
    letter: Id | None = Field(
        default=None, title="نامهٔ ارسال", description="شناسهٔ نامهٔ ارسال گزارش در پوشهٔ «letters».", examples=["report-1404-q1"]
    )
