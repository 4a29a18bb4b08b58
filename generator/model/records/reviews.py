"""What an agency runs, has done and proposes in a neighbourhood, as it answered before the joint plan (lines 158, 189, 218)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Date, Id, Month, Note, Remark, Rials, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class AgencyWork(Record, title="برنامه یا اقدام دستگاه"):
    """A programme that an agency runs, or a work that it has done, with its credit and the needs that it answers."""

    id: Id = Field(title="شناسه", description="شناسهٔ این مورد.", examples=["w1"])
    title: Text = Field(title="عنوان", description="عنوان برنامه یا اقدام.", examples=["تجهیز دبستان‌های محله"])
    start: Known[Month] = Field(default=UNKNOWN, title="شروع", description="ماه شروع.", examples=["مهر ۱۴۰۲"])
    end: Known[Month] = Field(default=UNKNOWN, title="پایان", description="ماه پایان.", examples=["شهریور ۱۴۰۳"])
    approved: Known[Rials] = Field(
        default=UNKNOWN, title="اعتبار مصوب", description="اعتبار مصوب به ریال.", examples=["۱۲٬۰۰۰ میلیون ریال"]
    )
    allocated: Known[Rials] = Field(
        default=UNKNOWN, title="اعتبار تخصیص‌یافته", description="اعتبار تخصیص‌یافته به ریال.", examples=["۴٬۰۰۰ میلیون ریال"]
    )
    needs: tuple[Id, ...] = Field(
        default=(),
        title="نیازهای مرتبط",
        description="نیازهایی از «needs.yaml» که به آن‌ها پاسخ می‌دهد.",
        examples=[["n01"]],
    )
    note: Remark = ""


class Challenge(Record, title="چالش"):
    """A challenge that an agency meets in the neighbourhood."""

    id: Id = Field(title="شناسه", description="شناسهٔ چالش.", examples=["h1"])
    title: Text = Field(title="چالش", description="چالش.", examples=["نبود زمین با کاربری آموزشی"])


class AgencyProposal(Record, title="پیشنهاد دستگاه"):
    """What an agency proposes for the joint plan, and the needs that it would answer."""

    id: Id = Field(title="شناسه", description="شناسهٔ پیشنهاد.", examples=["r1"])
    title: Text = Field(title="پیشنهاد", description="پیشنهاد دستگاه.", examples=["ساخت دبستان با همکاری خیرین"])
    needs: tuple[Id, ...] = Field(
        default=(),
        title="نیازهای مرتبط",
        description="نیازهایی از «needs.yaml» که به آن‌ها پاسخ می‌دهد.",
        examples=[["n01"]],
    )


class AgencyReview(Sampled, title="بررسی برنامه‌های دستگاه"):
    """The review of one agency's programmes; the agency is also its id. Without a reply `no_reply` says so and why."""

    agency: Id = Field(title="دستگاه", description="دستگاه، همان نام پرونده.", examples=["education"])
    inquiry: Id | None = Field(
        default=None, title="نامهٔ استعلام", description="شناسهٔ نامه‌ای که از دستگاه پرسید.", examples=["inquiry-education"]
    )
    asked_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ استعلام", description="روزی که از دستگاه پرسیده شد.", examples=["۱۴۰۳/۰۷/۱۵"]
    )
    reply: Id | None = Field(
        default=None, title="نامهٔ پاسخ", description="شناسهٔ نامهٔ پاسخ، اگر در دفتر نامه‌ها هست.", examples=["reply-education"]
    )
    reply_number: Known[Code] = Field(default=UNKNOWN, title="شمارهٔ پاسخ", description="شمارهٔ نامهٔ پاسخ.", examples=["۱۲۳/۴۵"])
    replied_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ پاسخ", description="تاریخ نامهٔ پاسخ.", examples=["۱۴۰۳/۰۸/۰۵"]
    )
    no_reply: Note = Field(
        default="",
        title="بی‌پاسخ",
        description="اگر دستگاه پاسخ نداده است، آنچه در این باره گفتنی است.",
        examples=["تا پایان مهلت پاسخی نرسید."],
    )
    running: tuple[AgencyWork, ...] = Field(
        default=(), title="برنامه‌های جاری", description="برنامه‌هایی که دستگاه در محله در دست اجرا دارد."
    )
    done: tuple[AgencyWork, ...] = Field(
        default=(), title="اقدام‌های انجام‌شده", description="کارهایی که دستگاه در محله به پایان رسانده است."
    )
    challenges: tuple[Challenge, ...] = Field(default=(), title="چالش‌ها", description="چالش‌های دستگاه در محله.")
    proposals: tuple[AgencyProposal, ...] = Field(
        default=(), title="پیشنهادها", description="پیشنهادهای دستگاه برای برنامهٔ اقدام."
    )

    @property
    def id(self) -> str:
        """The id of the agency, which is also the file's name."""
        return self.agency
