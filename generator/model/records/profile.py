"""شناسنامهٔ محله: description, figures, facilities, institutions, assets, and counts of the sensitive groups."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Code, Count, Date, Id, Note, Number, Text, Year, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class Figure(Record):
    """A figure of the profile: value with unit, its year and source."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان")
    value: Number = Field(title="مقدار")
    unit: Code = Field(title="واحد")
    year: Known[Year] = Field(default=UNKNOWN, title="سال")
    source: Known[Text] = Field(default=UNKNOWN, title="منبع")
    axis: Axis | None = Field(default=None, title="محور")


class GroupCount(Record):
    """The size of a sensitive group: a count and nothing else, never a name (V17, lines 230-232)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="گروه")
    kind: Annotated[
        Literal["در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار"], one_of("در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار")
    ] = Field(title="دسته")
    count: Count = Field(title="تعداد")


class Unemployed(Record):
    """The unemployed by one characteristic (V17, line 233): a count and nothing else."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="گروه")
    basis: Annotated[Literal["سن", "جنس", "مهارت", "تحصیلات", "سایر"], one_of("سن", "جنس", "مهارت", "تحصیلات", "سایر")] = Field(
        title="مبنای طبقه‌بندی"
    )
    count: Count = Field(title="تعداد")


class AgeGroup(Record):
    """A step of the age pyramid."""

    id: Id = Field(title="شناسه")
    title: Code = Field(title="گروه سنی")
    men: Count = Field(title="مرد")
    women: Count = Field(title="زن")


class Institution(Record):
    """A formal or informal institution at work in the neighbourhood (stage 1, item 3)."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام نهاد")
    kind: Annotated[Literal["رسمی", "غیررسمی"], one_of("رسمی", "غیررسمی")] = Field(title="نوع")
    capabilities: Text = Field(title="توانمندی‌ها")
    activities: Text = Field(title="وظایف و فعالیت‌ها")
    resources: Note = Field(default="", title="امکانات")


class Asset(Record):
    """A capacity or asset of the residents (line 229), as far as known with a count."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="ظرفیت یا دارایی")
    kind: Annotated[
        Literal["تحصیل‌کردگان", "مهارت", "دارایی", "همبستگی", "داوطلبان"],
        one_of("تحصیل‌کردگان", "مهارت", "دارایی", "همبستگی", "داوطلبان"),
    ] = Field(title="نوع")
    count: Known[Count] = Field(default=UNKNOWN, title="تعداد ظرفیت")
    note: Note = Field(default="", title="توضیح")


class MapSheet(Record):
    """A map of the neighbourhood: a picture under `plans/`, and what changed since the last one (stage 1, item 5)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان نقشه")
    file: Known[Text] = Field(default=UNKNOWN, title="پرونده نقشه")
    drawn_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ نقشه")
    change: Note = Field(default="", title="تغییر نسبت به نقشهٔ پیشین")


class Profile(Sampled):
    """شناسنامهٔ محله: description, figures, facilities, values, capacities, counts of the sensitive groups."""

    surveyed_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ برداشت")
    description: Text = Field(title="معرفی محله")
    boundaries: Text = Field(title="محدوده")
    social: Text = Field(title="وضع اجتماعی")
    economic: Text = Field(title="وضع اقتصادی")
    physical: Text = Field(title="وضع کالبدی")
    environmental: Text = Field(title="وضع زیست‌محیطی")
    households: Count = Field(title="خانوار")
    population: Count = Field(title="جمعیت")
    men: Count = Field(title="مرد")
    women: Count = Field(title="زن")
    figures: tuple[Figure, ...] = Field(title="شاخص‌ها")
    group_counts: tuple[GroupCount, ...] = Field(default=(), title="شمار گروه‌های حساس")
    capacities: tuple[Text, ...] = Field(default=(), title="ظرفیت‌ها")
    cherished: tuple[Text, ...] = Field(default=(), title="ارزش‌های محله")
    area_ha: Known[Number] = Field(default=UNKNOWN, title="وسعت (هکتار)")
    naming: Note = Field(default="", title="وجه تسمیه")
    history: Note = Field(default="", title="قدمت")
    neighbours: Note = Field(default="", title="موقعیت نسبت به محله‌های دیگر")
    land_use: Note = Field(default="", title="کاربری‌های اصلی")
    transport: Note = Field(default="", title="دسترسی به معابر و حمل‌ونقل")
    grain: Note = Field(default="", title="دانه‌بندی")
    age_groups: tuple[AgeGroup, ...] = Field(default=(), title="هرم سنی")
    unemployed: tuple[Unemployed, ...] = Field(default=(), title="شمار بیکاران")
    institutions: tuple[Institution, ...] = Field(default=(), title="نهادهای محله")
    assets: tuple[Asset, ...] = Field(default=(), title="ظرفیت‌ها و دارایی‌ها به تفکیک")
    maps: tuple[MapSheet, ...] = Field(default=(), title="نقشه‌ها")
