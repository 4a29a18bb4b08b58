"""The tables of the province and of the zones of Mashhad."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Count, Id, Lines, Percent, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record


class CityRow(Record, title="سطر شهر"):
    """A row of the province table; shares as printed, and corrected where the print is visibly wrong (then `note` says why)."""

    id: Id = Field(title="شناسه", description="شناسهٔ شهر.", examples=["mashhad"])
    name: Text = Field(title="شهر", description="نام شهر.", examples=["مشهد مقدس"])
    neighbourhoods: Count = Field(title="تعداد محلات", description="شمار محلات اسکان غیررسمی شهر.", examples=["۶۶"])
    area_ha: Count = Field(title="مساحت (هکتار)", description="مساحت این محلات به هکتار.", examples=["۳٬۷۷۲"])
    area_share: Percent = Field(
        title="نسبت مساحت به کل شهر (چاپی)",
        description="نسبت مساحت این محلات به مساحت شهر، چنان که چاپ شده است.",
        examples=["۱۳٪"],
    )
    population: Count = Field(title="جمعیت", description="جمعیت این محلات، نفر.", examples=["۱٬۲۸۰٬۰۰۰"])
    population_share_printed: Percent = Field(
        title="درصد جمعیت (چاپی)",
        description="درصد جمعیت، چنان که چاپ شده است؛ سند رقم‌های اعشاری را وارونه چاپ کرده است.",
        examples=["۲٫۳۲٪"],
    )
    population_share: Known[Percent] = Field(
        default=UNKNOWN,
        title="درصد جمعیت (اصلاح‌شده)",
        description="درصد جمعیت، پس از اصلاح رقم‌های وارونه. علت اصلاح در «note» می‌آید.",
        examples=["۳۲٫۲٪"],
    )
    note: Remark = ""
    lines: Lines


class Province(Record, title="جدول شهرهای استان"):
    """The province table: five cities and the stated total."""

    cities: tuple[CityRow, ...] = Field(title="شهرها", description="شهرهای جدول استان، به ترتیب سند.")
    stated_total: CityRow = Field(
        title="جمع اعلام‌شده", description="سطر جمع، چنان که سند چاپ کرده است. با جمع سطرها سنجیده می‌شود."
    )


class Zone(Record, title="پهنه"):
    """One of the eight zones; its neighbourhoods name it, in the order of their rank."""

    id: Id = Field(title="شناسه", description="شناسهٔ پهنه. شناسهٔ هر محله با شناسهٔ پهنهٔ آن آغاز می‌شود.", examples=["z3"])
    number: Count = Field(title="شمارهٔ پهنه", description="شمارهٔ پهنه در سند.", examples=["۳"])
    name: Text = Field(title="نام", description="نام پهنه.", examples=["گلشهر"])
    area_ha: Count = Field(title="مساحت (هکتار)", description="مساحت پهنه به هکتار.", examples=["۳۴۳"])
    municipal_districts: tuple[Count, ...] = Field(
        title="منطقه شهرداری", description="شمارهٔ منطقه‌های شهرداری که پهنه در آن‌هاست.", examples=[["۵"]]
    )
    population: Count = Field(title="جمعیت", description="جمعیت پهنه، نفر.", examples=["۹۰٬۴۶۹"])
    position: Annotated[Literal["داخل محدوده", "داخل محدوده و حریم شهر"], one_of("داخل محدوده", "داخل محدوده و حریم شهر")] = (
        Field(title="موقعیت نسبت به شهر", description="جای پهنه نسبت به محدودهٔ شهر.", examples=["داخل محدوده"])
    )
    direction: Text = Field(title="موقعیت جغرافیایی", description="جای پهنه در شهر.", examples=["شمال شرق"])
    lines: Lines


class Zones(Record, title="پهنه‌ها"):
    """The zones table with the totals stated under it."""

    zones: tuple[Zone, ...] = Field(title="پهنه‌ها", description="هشت پهنهٔ اسکان غیررسمی شهر مشهد.")
    stated_area_ha: Count = Field(
        title="جمع مساحت اعلام‌شده", description="جمع مساحت پهنه‌ها که زیر جدول سند آمده است، هکتار.", examples=["۳٬۷۷۲"]
    )
    stated_population: Count = Field(
        title="جمع جمعیت اعلام‌شده", description="جمع جمعیت پهنه‌ها که زیر جدول سند آمده است، نفر.", examples=["۱٬۲۵۰٬۰۰۰"]
    )
    stated_neighbourhoods: Count = Field(
        title="جمع محلات اعلام‌شده", description="جمع شمار محلات که زیر جدول سند آمده است.", examples=["۶۶"]
    )
    population_note: Text = Field(
        title="توضیح جمعیت",
        description="توضیحی که سند برای جمعیت نوشته است.",
        examples=["جمعیت اتباع بیگانه نیز به آمار افزوده شده است."],
    )
