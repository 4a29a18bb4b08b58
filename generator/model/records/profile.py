"""The profile of a neighbourhood (شناسنامهٔ محله); of most neighbourhoods only a part of it is known."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Count, Date, Note, Number, Text
from generator.model.known import UNKNOWN, Known, Unknown
from generator.model.records.neighbourhood import Sampled
from generator.model.records.pictures import MapSheet, Photograph
from generator.model.records.profile_parts import (
    TOPICS,
    Access,
    AgeGroup,
    Asset,
    GroupCount,
    Institution,
    KeyFigure,
    OpenQuestion,
    Unemployed,
)


class Profile(Sampled, title="شناسنامهٔ محله"):
    """The profile of a neighbourhood: description, figures, facilities, values, capacities, counts of the sensitive groups."""

    surveyed_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ برداشت", description="روز برداشت یا به‌روز شدن این داده‌ها.", examples=["۱۴۰۳/۰۸/۲۰"]
    )
    edition: Known[Code] = Field(default=UNKNOWN, title="ویرایش", description="شماره یا نام ویرایش شناسنامه.", examples=["۱"])
    number: Known[Code] = Field(
        default=UNKNOWN, title="شمارهٔ شناسنامه", description="شمارهٔ ثبت شناسنامه در دبیرخانه.", examples=["۱۲۳/۴۵"]
    )
    prepared_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ تهیه", description="روز تهیهٔ شناسنامه، پس از برداشت.", examples=["۱۴۰۳/۰۹/۲۰"]
    )
    author: Known[Text] = Field(
        default=UNKNOWN, title="تهیه‌کننده", description="سمت یا نهاد تهیه‌کننده.", examples=["دفتر تسهیلگری محله"]
    )
    checked_by: Known[Text] = Field(
        default=UNKNOWN, title="بررسی‌کننده", description="سمت کسی که شناسنامه را بررسی کرد.", examples=["کارشناس دبیرخانه"]
    )
    confirmed_by: Known[Text] = Field(
        default=UNKNOWN, title="تأییدکننده", description="سمت کسی که شناسنامه را تأیید کرد.", examples=["مدیرکل"]
    )
    description: Known[Text] = Field(
        default=UNKNOWN,
        title="معرفی محله",
        description="معرفی محله. سطر خالی بند تازه می‌سازد.",
        examples=["محله از دههٔ پنجاه شکل گرفته است."],
    )
    boundaries: Known[Text] = Field(
        default=UNKNOWN,
        title="محدوده",
        description="مرزهای محله از چهار سو.",
        examples=["از شمال به بولوار شهید آوینی و از جنوب به کال زرکش"],
    )
    boundary_change: Note = Field(
        default="",
        title="تغییر محدوده",
        description="تغییر محدوده از زمان برنامهٔ اقدام پیشین.",
        examples=["دو کوچهٔ شرقی به محدوده افزوده شد."],
    )
    social: Known[Text] = Field(
        default=UNKNOWN,
        title="وضع اجتماعی",
        description="وضع اجتماعی محله.",
        examples=["پیوندهای خویشاوندی و همسایگی در محله پررنگ است."],
    )
    economic: Known[Text] = Field(
        default=UNKNOWN,
        title="وضع اقتصادی",
        description="وضع اقتصادی محله.",
        examples=["بیشتر ساکنان کارگر ساختمانی یا دست‌فروش‌اند."],
    )
    physical: Known[Text] = Field(
        default=UNKNOWN,
        title="وضع کالبدی",
        description="وضع کالبدی محله: ساختمان‌ها، معابر و شبکه‌ها.",
        examples=["بیشتر خانه‌ها ریزدانه و کم‌دوام است."],
    )
    environmental: Known[Text] = Field(
        default=UNKNOWN,
        title="وضع زیست‌محیطی",
        description="وضع زیست‌محیطی محله.",
        examples=["آب‌های سطحی در معابر شرقی جمع می‌شود."],
    )
    households: Known[Count] = Field(default=UNKNOWN, title="خانوار", description="شمار خانوارها.", examples=["۶٬۲۰۰"])
    population: Known[Count] = Field(
        default=UNKNOWN, title="جمعیت", description="جمعیت محله، برابر با جمع مرد و زن.", examples=["۲۴٬۸۰۰"]
    )
    men: Known[Count] = Field(default=UNKNOWN, title="مرد", description="شمار مردان.", examples=["۱۲٬۵۰۰"])
    women: Known[Count] = Field(default=UNKNOWN, title="زن", description="شمار زنان.", examples=["۱۲٬۳۰۰"])
    counted_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ شمارش", description="روزی که شمار خانوار و جمعیت از آن است.", examples=["۱۴۰۲/۱۱/۱۵"]
    )
    count_source: Known[Text] = Field(
        default=UNKNOWN,
        title="منبع شمارش",
        description="جایی که شمار خانوار و جمعیت از آن آمده است.",
        examples=["سرشماری عمومی نفوس و مسکن"],
    )
    figures: tuple[KeyFigure, ...] = Field(default=(), title="شاخص‌ها", description="شاخص‌های محله، هر کدام با واحد، سال و منبع.")
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
    access: tuple[Access, ...] = Field(
        default=(), title="دسترسی‌ها", description="دسترسی ساکنان به خدمات: دبستان، درمانگاه، بوستان و مانند آن."
    )
    institutions: tuple[Institution, ...] = Field(default=(), title="نهادهای محله", description="نهادهای رسمی و غیررسمی محله.")
    assets: tuple[Asset, ...] = Field(
        default=(), title="ظرفیت‌ها و دارایی‌ها به تفکیک", description="ظرفیت‌ها و دارایی‌های ساکنان به تفکیک."
    )
    maps: tuple[MapSheet, ...] = Field(default=(), title="نقشه‌ها", description="نقشه‌های محله.")
    photographs: tuple[Photograph, ...] = Field(default=(), title="عکس‌ها", description="عکس‌های محله.")
    open_questions: tuple[OpenQuestion, ...] = Field(
        default=(), title="پرسش‌های باز", description="آنچه هنوز باید بررسی و داده‌اش گردآوری شود."
    )

    @property
    def topics_without_figure(self) -> tuple[str, ...]:
        """The fields of the data of households (line 212) of which no figure is known."""
        known = {figure.topic for figure in self.figures if not isinstance(figure.value, Unknown)}
        return tuple(topic for topic in TOPICS if topic not in known)
