"""The profile of a neighbourhood (شناسنامهٔ محله), and what it is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Code, Count, Date, Id, Note, Number, Remark, Text, Year, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled
from generator.model.records.pictures import MapSheet, Photograph


class KeyFigure(Record, title="رقم شناسنامه"):
    """A figure of the profile: value with unit, its year and source."""

    id: Id = Field(title="شناسه", description="شناسهٔ شاخص.", examples=["literacy"])
    title: Text = Field(title="عنوان", description="عنوان شاخص.", examples=["نرخ باسوادی"])
    value: Number = Field(title="مقدار", description="مقدار شاخص؛ فقط عدد.", examples=["۷۸٫۵"])
    unit: Code = Field(title="واحد", description="واحد مقدار.", examples=["درصد"])
    year: Known[Year] = Field(default=UNKNOWN, title="سال", description="سال اندازه‌گیری.", examples=["۱۴۰۲"])
    source: Known[Text] = Field(
        default=UNKNOWN, title="منبع", description="جایی که عدد از آن آمده است.", examples=["سرشماری عمومی نفوس و مسکن"]
    )
    axis: Axis | None = Field(default=None, title="محور", description="محور برنامه.", examples=["اجتماعی"])


class GroupCount(Record, title="شمار یک گروه"):
    """The size of a sensitive group: a count and nothing else, never a name (V17, lines 230-232)."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه.", examples=["disabled"])
    title: Text = Field(title="گروه", description="نام گروه، بی نام هیچ شخصی.", examples=["افراد دارای معلولیت"])
    kind: Annotated[
        Literal["در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار"], one_of("در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار")
    ] = Field(title="دسته", description="دستهٔ گروه.", examples=["کم‌توان"])
    count: Count = Field(title="تعداد", description="شمار افراد گروه.", examples=["۱۴۵"])


class Unemployed(Record, title="بیکاران یک گروه"):
    """The unemployed by one characteristic (V17, line 233): a count and nothing else."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه.", examples=["young"])
    title: Text = Field(title="گروه", description="گروه، بی نام هیچ شخصی.", examples=["۱۵ تا ۲۴ سال"])
    basis: Annotated[Literal["سن", "جنس", "مهارت", "تحصیلات", "سایر"], one_of("سن", "جنس", "مهارت", "تحصیلات", "سایر")] = Field(
        title="مبنای طبقه‌بندی", description="آنچه گروه‌ها بر پایهٔ آن جدا شده‌اند.", examples=["سن"]
    )
    count: Count = Field(title="تعداد", description="شمار بیکاران گروه.", examples=["۴۱۰"])


class AgeGroup(Record, title="گروه سنی"):
    """A step of the age pyramid."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه سنی.", examples=["age-0-14"])
    title: Code = Field(title="گروه سنی", description="گروه سنی.", examples=["۰ تا ۱۴ سال"])
    men: Count = Field(title="مرد", description="شمار مردان.", examples=["۳٬۲۰۰"])
    women: Count = Field(title="زن", description="شمار زنان.", examples=["۳٬۱۰۰"])


class Institution(Record, title="نهاد محله"):
    """A formal or informal institution at work in the neighbourhood (stage 1, item 3)."""

    id: Id = Field(title="شناسه", description="شناسهٔ نهاد.", examples=["mosque"])
    name: Text = Field(title="نام نهاد", description="نام نهاد.", examples=["هیئت امنای مسجد"])
    kind: Annotated[Literal["رسمی", "غیررسمی"], one_of("رسمی", "غیررسمی")] = Field(
        title="نوع", description="نوع نهاد.", examples=["غیررسمی"]
    )
    capabilities: Text = Field(title="توانمندی‌ها", description="توانمندی‌های نهاد.", examples=["گردآوری کمک‌های مردمی"])
    activities: Text = Field(
        title="وظایف و فعالیت‌ها", description="وظایف و فعالیت‌های نهاد.", examples=["برگزاری کلاس‌های تابستانی"]
    )
    resources: Note = Field(default="", title="امکانات", description="امکانات نهاد.", examples=["سالن صد نفره"])


class Asset(Record, title="ظرفیت محله"):
    """A capacity or asset of the residents (line 229), with a count where it is known."""

    id: Id = Field(title="شناسه", description="شناسهٔ ظرفیت.", examples=["tailors"])
    title: Text = Field(title="ظرفیت یا دارایی", description="ظرفیت یا دارایی.", examples=["مهارت خیاطی زنان"])
    kind: Annotated[
        Literal["تحصیل‌کردگان", "مهارت", "دارایی", "همبستگی", "داوطلبان"],
        one_of("تحصیل‌کردگان", "مهارت", "دارایی", "همبستگی", "داوطلبان"),
    ] = Field(title="نوع", description="نوع ظرفیت.", examples=["مهارت"])
    count: Known[Count] = Field(default=UNKNOWN, title="تعداد ظرفیت", description="شمار آن، اگر معلوم است.", examples=["۶۰"])
    note: Remark = ""


class Profile(Sampled, title="شناسنامهٔ محله"):
    """The profile of a neighbourhood: description, figures, facilities, values, capacities, counts of the sensitive groups."""

    surveyed_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ برداشت", description="روز برداشت یا به‌روز شدن این داده‌ها.", examples=["۱۴۰۳/۰۸/۲۰"]
    )
    description: Text = Field(
        title="معرفی محله", description="معرفی محله. سطر خالی بند تازه می‌سازد.", examples=["محله از دههٔ پنجاه شکل گرفته است."]
    )
    boundaries: Text = Field(
        title="محدوده", description="مرزهای محله از چهار سو.", examples=["از شمال به بولوار شهید آوینی و از جنوب به کال زرکش"]
    )
    social: Text = Field(
        title="وضع اجتماعی", description="وضع اجتماعی محله.", examples=["پیوندهای خویشاوندی و همسایگی در محله پررنگ است."]
    )
    economic: Text = Field(
        title="وضع اقتصادی", description="وضع اقتصادی محله.", examples=["بیشتر ساکنان کارگر ساختمانی یا دست‌فروش‌اند."]
    )
    physical: Text = Field(
        title="وضع کالبدی",
        description="وضع کالبدی محله: ساختمان‌ها، معابر و شبکه‌ها.",
        examples=["بیشتر خانه‌ها ریزدانه و کم‌دوام است."],
    )
    environmental: Text = Field(
        title="وضع زیست‌محیطی", description="وضع زیست‌محیطی محله.", examples=["آب‌های سطحی در معابر شرقی جمع می‌شود."]
    )
    households: Count = Field(title="خانوار", description="شمار خانوارها.", examples=["۶٬۲۰۰"])
    population: Count = Field(title="جمعیت", description="جمعیت محله، برابر با جمع مرد و زن.", examples=["۲۴٬۸۰۰"])
    men: Count = Field(title="مرد", description="شمار مردان.", examples=["۱۲٬۵۰۰"])
    women: Count = Field(title="زن", description="شمار زنان.", examples=["۱۲٬۳۰۰"])
    figures: tuple[KeyFigure, ...] = Field(title="شاخص‌ها", description="شاخص‌های محله، هر کدام با واحد، سال و منبع.")
    group_counts: tuple[GroupCount, ...] = Field(
        default=(), title="شمار گروه‌های حساس", description="شمار گروه‌های حساس. فقط عدد نوشته می‌شود، هرگز نام کسی."
    )
    capacities: tuple[Text, ...] = Field(
        default=(), title="ظرفیت‌ها", description="ظرفیت‌ها و دارایی‌های محله.", examples=[["زمین بایر برای فضای ورزشی"]]
    )
    cherished: tuple[Text, ...] = Field(
        default=(), title="ارزش‌های محله", description="چیزهایی که مردم محله ارج می‌نهند.", examples=[["مسجد قدیمی محله"]]
    )
    area_ha: Known[Number] = Field(default=UNKNOWN, title="وسعت (هکتار)", description="وسعت محله به هکتار.", examples=["۱۲۰"])
    naming: Note = Field(
        default="", title="وجه تسمیه", description="وجه تسمیهٔ محله.", examples=["نام محله از باغ‌های گل آن آمده است."]
    )
    history: Note = Field(default="", title="قدمت", description="قدمت محله.", examples=["حدود پنجاه سال"])
    neighbours: Note = Field(
        default="",
        title="موقعیت نسبت به محله‌های دیگر",
        description="جای محله نسبت به محله‌های دیگر.",
        examples=["میان شهرک شهید رجایی و التیمور"],
    )
    land_use: Note = Field(
        default="",
        title="کاربری‌های اصلی",
        description="کاربری‌های اصلی زمین در محله.",
        examples=["بیشتر مسکونی، با کارگاه‌های کوچک"],
    )
    transport: Note = Field(
        default="",
        title="دسترسی به معابر و حمل‌ونقل",
        description="دسترسی به معابر و حمل‌ونقل همگانی.",
        examples=["دو خط اتوبوس از حاشیهٔ محله می‌گذرد."],
    )
    grain: Note = Field(
        default="", title="دانه‌بندی", description="اندازهٔ قطعه‌های مسکونی.", examples=["ریزدانه، بیشتر زیر صد متر مربع"]
    )
    age_groups: tuple[AgeGroup, ...] = Field(default=(), title="هرم سنی", description="هرم سنی محله.")
    unemployed: tuple[Unemployed, ...] = Field(
        default=(), title="شمار بیکاران", description="شمار بیکاران به تفکیک. فقط عدد نوشته می‌شود."
    )
    institutions: tuple[Institution, ...] = Field(default=(), title="نهادهای محله", description="نهادهای رسمی و غیررسمی محله.")
    assets: tuple[Asset, ...] = Field(
        default=(), title="ظرفیت‌ها و دارایی‌ها به تفکیک", description="ظرفیت‌ها و دارایی‌های ساکنان به تفکیک."
    )
    maps: tuple[MapSheet, ...] = Field(default=(), title="نقشه‌ها", description="نقشه‌های محله.")
    photographs: tuple[Photograph, ...] = Field(default=(), title="عکس‌ها", description="عکس‌های محله.")
