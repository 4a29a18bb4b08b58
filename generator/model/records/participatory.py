"""The participatory document of a neighbourhood: how it was made, vision, goals, strategies, SWOT."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Code, Count, Date, Id, Note, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class Gathering(Record, title="نشست یا کارگاه"):
    """A meeting or workshop by which the participatory document was made."""

    id: Id = Field(title="شناسه", description="شناسهٔ جلسه.", examples=["m1"])
    kind: Annotated[
        Literal["جلسه عمومی", "کارگاه", "نشست با دستگاه‌ها", "مصاحبه"],
        one_of("جلسه عمومی", "کارگاه", "نشست با دستگاه‌ها", "مصاحبه"),
    ] = Field(title="نوع", description="نوع جلسه.", examples=["کارگاه"])
    topic: Text = Field(title="موضوع", description="موضوع جلسه.", examples=["اولویت‌بندی نیازها"])
    date: Date = Field(title="تاریخ", description="روز جلسه.", examples=["۱۴۰۳/۱۰/۱۲"])
    participants: Count = Field(title="شمار شرکت‌کنندگان", description="شمار شرکت‌کنندگان.", examples=["۴۲"])
    minutes: Note = Field(
        default="",
        title="شمارهٔ صورتجلسه",
        description="شمارهٔ صورتجلسه؛ اگر هنوز شماره ندارد، ننویسید.",
        examples=["۱۲۳/۴۵"],
    )


class Change(Record, title="تغییر برآمده از گفت‌وگو"):
    """What the talks with residents and agencies changed of what had been proposed; `action` is one of the plan."""

    id: Id = Field(title="شناسه", description="شناسهٔ تغییر.", examples=["ch1"])
    what: Text = Field(title="موضوع تغییر", description="آنچه تغییر کرد.", examples=["محل پایگاه خدمات اجتماعی"])
    before: Text = Field(
        title="پیش از گفت‌وگو", description="آنچه پیش از گفت‌وگو پیشنهاد شده بود.", examples=["ساختمان دفتر تسهیلگری"]
    )
    after: Text = Field(title="پس از گفت‌وگو", description="آنچه پس از گفت‌وگو پذیرفته شد.", examples=["محلی جدا از دفتر"])
    gathering: Id = Field(title="نشست", description="شناسهٔ نشستی که تغییر در آن پذیرفته شد.", examples=["g7"])
    action: Known[Id] = Field(
        default=UNKNOWN, title="اقدام", description="شناسهٔ اقدام از «plan.yaml»، اگر تغییر در اقدامی است.", examples=["a06"]
    )


class Declined(Record, title="خواستهٔ پذیرفته‌نشده"):
    """What residents asked for and did not get, and why: whoever asked reads the answer, not only what was agreed."""

    id: Id = Field(title="شناسه", description="شناسهٔ خواسته.", examples=["dc1"])
    what: Text = Field(title="خواسته", description="آنچه ساکنان خواستند.", examples=["درمانگاه شبانه‌روزی در محله"])
    why: Text = Field(title="علت", description="علت نپذیرفتن، به زبان ساده.", examples=["اعتبار آن در سال ۱۴۰۴ تأمین نشد."])
    gathering: Id = Field(title="نشست", description="شناسهٔ نشستی که خواسته در آن گفته شد.", examples=["g7"])


class Swot(Record, title="قوت‌ها، ضعف‌ها، فرصت‌ها و تهدیدها"):
    """Strengths, weaknesses, opportunities, threats, none of them empty (V7, line 272)."""

    strengths: tuple[Text, ...] = Field(
        title="نقاط قوت", min_length=1, description="نقاط قوت محله.", examples=[["همبستگی همسایگان"]]
    )
    weaknesses: tuple[Text, ...] = Field(
        title="نقاط ضعف", min_length=1, description="نقاط ضعف محله.", examples=[["کمبود فضای سبز"]]
    )
    opportunities: tuple[Text, ...] = Field(
        title="فرصت‌ها", min_length=1, description="فرصت‌های بیرون از محله.", examples=[["آمادگی خیرین برای همکاری"]]
    )
    threats: tuple[Text, ...] = Field(
        title="تهدیدها", min_length=1, description="تهدیدهای بیرون از محله.", examples=[["کاهش اعتبارات عمرانی"]]
    )

    @property
    def points(self) -> tuple[str, ...]:
        """All points of the analysis."""
        return (*self.strengths, *self.weaknesses, *self.opportunities, *self.threats)


class Strategy(Record, title="راهبرد"):
    """A strategy of the participatory document, serving goals of the neighbourhood."""

    id: Id = Field(title="شناسه", description="شناسهٔ راهبرد.", examples=["st1"])
    title: Text = Field(title="راهبرد", description="متن راهبرد.", examples=["گسترش فضاهای آموزشی با مشارکت خیرین"])
    axis: Axis = Field(title="محور", description="محور برنامه.", examples=["اجتماعی"])
    needs: tuple[Id, ...] = Field(
        default=(), title="نیازها", description="شناسهٔ نیازهایی که راهبرد پاسخ آن‌هاست.", examples=[["n01", "n02"]]
    )
    rests_on: tuple[Text, ...] = Field(
        default=(),
        title="نقاط تحلیل",
        description="نقاطی از تحلیل SWOT که راهبرد بر آن‌ها استوار است، هر یک عین عبارت آنجا.",
        examples=[["آمادگی خیرین برای همکاری"]],
    )


class Participatory(Sampled, title="سند مشارکتی"):
    """The participatory document (سند مشارکتی محله): version, method, vision, goals, strategies, SWOT."""

    version: Code = Field(title="ویرایش", description="شماره یا نام ویرایش سند.", examples=["۱"])
    date: Date = Field(title="تاریخ تدوین", description="روز تدوین سند مشارکتی.", examples=["۱۴۰۴/۰۱/۲۰"])
    foreword: Text = Field(
        title="پیشگفتار", description="پیشگفتار سند.", examples=["این سند با همراهی ساکنان محله نوشته شده است."]
    )
    foreword_by: Note = Field(
        default="",
        title="امضای پیشگفتار",
        description="کسانی که پیشگفتار از زبان آن‌هاست: سمت یا گروه، نه نام شخص.",
        examples=["گروه‌های محلی و دفتر تسهیلگری گلشهر"],
    )
    method: Text = Field(
        title="روش تدوین", description="روشی که سند با آن تدوین شده است.", examples=["جلسهٔ عمومی، کارگاه و مصاحبه"]
    )
    gatherings: tuple[Gathering, ...] = Field(
        title="جلسات و کارگاه‌ها", min_length=1, description="جلسات و کارگاه‌هایی که سند در آن‌ها شکل گرفت."
    )
    vision: Text = Field(
        title="چشم‌انداز محله", description="چشم‌انداز محله از نگاه ساکنان.", examples=["محله‌ای امن، آباد و سرزنده"]
    )
    goals: tuple[Text, ...] = Field(
        title="اهداف محله", min_length=1, description="هدف‌های محله.", examples=[["افزایش دسترسی به آموزش"]]
    )
    strategies: tuple[Strategy, ...] = Field(title="راهبردها", min_length=1, description="راهبردهای محله.")
    swot: Swot = Field(title="تحلیل SWOT", description="تحلیل نقاط قوت و ضعف، فرصت‌ها و تهدیدها.")
    changes: tuple[Change, ...] = Field(
        default=(), title="آنچه در گفت‌وگو تغییر کرد", description="تغییرهایی که از نشست‌ها و رأی ساکنان برآمد."
    )
    declined: tuple[Declined, ...] = Field(
        default=(), title="خواسته‌های پذیرفته‌نشده", description="خواسته‌های ساکنان که در برنامه نیامد، هر یک با علت."
    )
