"""The log of a facilitation office: what was done for whom, and the heads of its networks as counts, never by name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Count, Date, Id, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled

_KINDS = (
    "جلسهٔ عمومی",
    "کارگاه",
    "دورهٔ آموزشی",
    "اطلاعیه",
    "نشریهٔ محلی",
    "جشنواره یا نمایشگاه",
    "شبکهٔ مجازی",
    "شفاف‌سازی",
    "معرفی و ارجاع",
    "گزارش اعضا",
    "پیگیری مجوز یا ثبت",
    "به‌رسمیت‌شناسی گروه",
    "سایر",
)
ActivityKind = Annotated[
    Literal[
        "جلسهٔ عمومی",
        "کارگاه",
        "دورهٔ آموزشی",
        "اطلاعیه",
        "نشریهٔ محلی",
        "جشنواره یا نمایشگاه",
        "شبکهٔ مجازی",
        "شفاف‌سازی",
        "معرفی و ارجاع",
        "گزارش اعضا",
        "پیگیری مجوز یا ثبت",
        "به‌رسمیت‌شناسی گروه",
        "سایر",
    ],
    one_of(*_KINDS),
]


class Activity(Record, title="فعالیت"):
    """Something that the office did (lines 223-225, 240, 244-251, 255): when, for which service, with how many people."""

    id: Id = Field(title="شناسه", description="شناسهٔ فعالیت.", examples=["workshop-water"])
    kind: ActivityKind = Field(title="نوع", description="نوع فعالیت.", examples=["کارگاه"])
    title: Text = Field(title="عنوان", description="عنوان فعالیت.", examples=["کارگاه نیازسنجی آب و فاضلاب"])
    services: tuple[Id, ...] = Field(
        default=(),
        title="بندهای شرح خدمات",
        description="بندهایی از شرح خدمات که این فعالیت برای آن‌هاست.",
        examples=[["s2-4-2"]],
    )
    date: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ فعالیت", description="روز فعالیت یا آغاز آن.", examples=["۱۴۰۳/۰۷/۱۲"]
    )
    end: Date | None = Field(
        default=None, title="پایان فعالیت", description="روز پایان، اگر بیش از یک روز بود.", examples=["۱۴۰۳/۰۷/۲۶"]
    )
    place: Text | None = Field(default=None, title="محل", description="محل برگزاری یا انتشار.", examples=["دفتر تسهیلگری"])
    audience: Text | None = Field(
        default=None, title="مخاطبان", description="گروه مخاطبان، نه نام اشخاص.", examples=["زنان سرپرست خانوار"]
    )
    participants: Known[Count] = Field(
        default=UNKNOWN, title="شمار شرکت‌کنندگان", description="شمار شرکت‌کنندگان یا نسخه‌ها.", examples=["۳۵"]
    )
    certificates: Count | None = Field(
        default=None, title="شمار گواهی‌ها", description="شمار گواهی‌های آموزشی که داده شد.", examples=["۲۰"]
    )
    groups: tuple[Id, ...] = Field(
        default=(), title="گروه‌های محلی", description="شناسهٔ گروه‌هایی که در آن نقش داشتند.", examples=[["parents"]]
    )
    agencies: tuple[Id, ...] = Field(
        default=(), title="دستگاه‌ها", description="دستگاه‌ها و مراجعی که طرف آن بودند.", examples=[["education"]]
    )
    outcome: Text | None = Field(
        default=None, title="نتیجه", description="نتیجهٔ فعالیت.", examples=["تشکیل گروه پیگیری فاضلاب"]
    )
    feedback: Text | None = Field(
        default=None, title="بازخورد", description="بازخورد ساکنان، بی نام اشخاص.", examples=["درخواست تکرار در عصر"]
    )
    note: Remark = ""


class NetworkHeads(Record, title="سرگروه‌های شبکه"):
    """How many heads («سرگروه») one part of the communication network has, and how many people they reach (line 224)."""

    id: Id = Field(title="شناسه", description="شناسهٔ این بخش از شبکه.", examples=["women"])
    audience: Annotated[
        Literal["جوانان", "دانش‌آموزان", "زنان", "مردان", "سالمندان"],
        one_of("جوانان", "دانش‌آموزان", "زنان", "مردان", "سالمندان"),
    ] = Field(title="گروه مخاطب", description="گروهی از ساکنان که سرگروه‌ها با آن در پیوندند.", examples=["زنان"])
    heads: Count = Field(title="شمار سرگروه‌ها", description="شمار سرگروه‌ها، بی نام.", examples=["۶"])
    task: Text = Field(title="نقش سرگروه‌ها", description="آنچه سرگروه‌ها می‌کنند.", examples=["رساندن خبر نشست‌ها"])
    reached: Known[Count] = Field(
        default=UNKNOWN, title="شمار افراد زیر پوشش", description="شمار کسانی که از این راه خبر می‌گیرند.", examples=["۱۲۰"]
    )
    channel: Text | None = Field(default=None, title="راه ارتباط", description="راه ارتباط.", examples=["نشست هفتگی"])


class Activities(Sampled, title="فعالیت‌های دفتر"):
    """The activities of the office in the order of their days, and its network."""

    activities: tuple[Activity, ...] = Field(default=(), title="فعالیت‌ها", description="فعالیت‌های دفتر، به ترتیب تاریخ.")
    network: tuple[NetworkHeads, ...] = Field(
        default=(), title="شبکهٔ ارتباطی", description="سرگروه‌های شبکهٔ ارتباطی محله، به شمار و نقش."
    )
