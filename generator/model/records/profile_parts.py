"""What a profile is made of: figures, counts of sensitive groups, institutions, capacities, access, open questions."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.model.fields import Axis, Code, Count, Date, Id, Note, Number, Percent, Remark, Text, Year, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.counted import Counted

HouseholdTopic = Annotated[
    Literal[
        "جمعیت",
        "سلامت",
        "اشتغال",
        "گروه‌های لازم‌التعلیم",
        "گروه‌های خاص",
        "مهارت‌های حرفه‌ای",
        "پرورش کودکان",
        "توانایی خوداشتغالی",
    ],
    one_of(
        "جمعیت",
        "سلامت",
        "اشتغال",
        "گروه‌های لازم‌التعلیم",
        "گروه‌های خاص",
        "مهارت‌های حرفه‌ای",
        "پرورش کودکان",
        "توانایی خوداشتغالی",
    ),
]
"""The fields of the data of households that the source names (line 212)."""

TOPICS: tuple[str, ...] = get_args(get_args(HouseholdTopic)[0])
"""These fields, in the order of the source."""


class KeyFigure(Record, title="رقم شناسنامه"):
    """A figure of the profile: value with unit, its year and source."""

    id: Id = Field(title="شناسه", description="شناسهٔ شاخص.", examples=["literacy"])
    title: Text = Field(title="عنوان", description="عنوان شاخص.", examples=["نرخ باسوادی"])
    value: Known[Number] = Field(default=UNKNOWN, title="مقدار", description="مقدار شاخص؛ فقط عدد.", examples=["۷۸٫۵"])
    unit: Code = Field(title="واحد", description="واحد مقدار.", examples=["درصد"])
    year: Known[Year] = Field(default=UNKNOWN, title="سال", description="سال اندازه‌گیری.", examples=["۱۴۰۲"])
    source: Known[Text] = Field(
        default=UNKNOWN, title="منبع", description="جایی که عدد از آن آمده است.", examples=["سرشماری عمومی نفوس و مسکن"]
    )
    axis: Axis | None = Field(default=None, title="محور", description="محور برنامه.", examples=["اجتماعی"])
    topic: HouseholdTopic | None = Field(
        default=None,
        title="موضوع دادهٔ خانوار",
        description="موضوعی از داده‌های خانوار که سند نام برده است و این شاخص از آن است.",
        examples=["سلامت"],
    )


class GroupCount(Counted, title="شمار یک گروه"):
    """The size of a sensitive group: a count and nothing else, never a name (V17, lines 230-232)."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه.", examples=["disabled"])
    title: Text = Field(title="گروه", description="نام گروه، بی نام هیچ شخصی.", examples=["افراد دارای معلولیت"])
    kind: Annotated[
        Literal["در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار"], one_of("در معرض آسیب", "آسیب‌دیده", "کم‌توان", "بیکار")
    ] = Field(title="دسته", description="دستهٔ گروه.", examples=["کم‌توان"])
    count: Known[Count] = Field(default=UNKNOWN, title="تعداد", description="شمار افراد گروه.", examples=["۱۴۵"])
    unit: Code = Field(
        default="نفر", title="واحد", description="آنچه شمرده شده است؛ اگر ننویسید «نفر» است.", examples=["خانوار"]
    )
    counted_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ شمارش", description="روزی که این شمار از آن است.", examples=["۱۴۰۲/۱۱/۱۵"]
    )
    source: Known[Text] = Field(
        default=UNKNOWN, title="منبع شمارش", description="جایی که این شمار از آن آمده است.", examples=["برداشت خانوار"]
    )


class Unemployed(Counted, title="بیکاران یک گروه"):
    """The unemployed by one characteristic (V17, line 233): a count and nothing else."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه.", examples=["young"])
    title: Text = Field(title="گروه", description="گروه، بی نام هیچ شخصی.", examples=["۱۵ تا ۲۴ سال"])
    basis: Annotated[Literal["سن", "جنس", "مهارت", "تحصیلات", "سایر"], one_of("سن", "جنس", "مهارت", "تحصیلات", "سایر")] = Field(
        title="مبنای طبقه‌بندی", description="آنچه گروه‌ها بر پایهٔ آن جدا شده‌اند.", examples=["سن"]
    )
    count: Known[Count] = Field(default=UNKNOWN, title="تعداد", description="شمار بیکاران گروه.", examples=["۴۱۰"])


class AgeGroup(Record, title="گروه سنی"):
    """A step of the age pyramid."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه سنی.", examples=["age-0-14"])
    title: Code = Field(title="گروه سنی", description="گروه سنی.", examples=["۰ تا ۱۴ سال"])
    men: Known[Count] = Field(default=UNKNOWN, title="مرد", description="شمار مردان.", examples=["۳٬۲۰۰"])
    women: Known[Count] = Field(default=UNKNOWN, title="زن", description="شمار زنان.", examples=["۳٬۱۰۰"])


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


class Access(Record, title="دسترسی"):
    """How near a service is to the residents: how far away, how long a way, what share of them it reaches."""

    id: Id = Field(title="شناسه", description="شناسهٔ این مورد.", examples=["primary-school"])
    title: Text = Field(title="خدمت", description="خدمت یا مکانی که دسترسی به آن سنجیده شده است.", examples=["دبستان"])
    radius_m: Known[Count] = Field(
        default=UNKNOWN, title="شعاع دسترسی (متر)", description="شعاع دسترسی به متر.", examples=["۸۰۰"]
    )
    minutes: Known[Count] = Field(
        default=UNKNOWN, title="زمان پیاده‌روی (دقیقه)", description="زمان رسیدن با پای پیاده.", examples=["۱۲"]
    )
    covered: Known[Percent] = Field(
        default=UNKNOWN, title="سهم جمعیت زیر پوشش", description="سهم ساکنان در این شعاع.", examples=["۶۵٪"]
    )
    year: Known[Year] = Field(default=UNKNOWN, title="سال", description="سال اندازه‌گیری.", examples=["۱۴۰۲"])
    source: Known[Text] = Field(
        default=UNKNOWN, title="منبع", description="جایی که عدد از آن آمده است.", examples=["برداشت میدانی"]
    )


class OpenQuestion(Record, title="پرسش باز"):
    """A field that still needs a survey, and the data to gather for it (line 214)."""

    id: Id = Field(title="شناسه", description="شناسهٔ پرسش.", examples=["q-home-work"])
    title: Text = Field(title="پرسش", description="آنچه هنوز باید بررسی شود.", examples=["شمار مشاغل خانگی بی‌پروانه"])
    data: Note = Field(default="", title="دادهٔ لازم", description="داده‌ای که باید گردآوری شود.", examples=["برداشت خانه‌به‌خانه"])
    who: Known[Text] = Field(
        default=UNKNOWN, title="گردآورنده", description="کسی که داده را گرد می‌آورد.", examples=["دفتر تسهیلگری"]
    )
