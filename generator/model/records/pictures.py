"""The pictures that records name: photographs, and map sheets as files."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Flag, Id, Note, Text
from generator.model.known import UNKNOWN, Known, Record

_ALT = (
    "آنچه تصویر نشان می‌دهد، در یک یا دو جمله برای کسی که آن را نمی‌بیند؛ بی آنکه زیرنویس را تکرار کند.",
    ["کوچهٔ باریکی که جوی میان آن سرریز کرده است."],
)


class Photograph(Record, title="عکس"):
    """A photograph in the `pictures` of the neighbourhood's folder or of `plans/`.

    One on which people can be recognised is printed only with their consent.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ عکس.", examples=["alley"])
    file: Text = Field(
        title="پروندهٔ عکس",
        description="نام پروندهٔ «PNG» یا «JPEG» در پوشهٔ «pictures» محله، یا اگر آنجا نیست در «plans/pictures».",
        examples=["alley.jpg"],
    )
    caption: Text = Field(title="زیرنویس", description="آنچه زیر عکس چاپ می‌شود.", examples=["معبر دسترسی شرقی پیش از ساماندهی"])
    alt: Text = Field(title="توصیف عکس", description=_ALT[0], examples=_ALT[1])
    taken_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ عکس", description="روز عکس‌برداری.", examples=["۱۴۰۳/۰۶/۱۲"])
    author: Known[Text] = Field(
        default=UNKNOWN, title="عکاس", description="سازمان یا سمتی که عکس را گرفته است.", examples=["دفتر تسهیلگری گلشهر"]
    )
    people: Flag = Field(
        title="چهرهٔ افراد", description="«بله» اگر کسی در عکس شناخته می‌شود؛ چهره‌های محو شده شمرده نمی‌شود.", examples=["خیر"]
    )
    consent: Note = Field(
        default="",
        title="رضایت",
        description="رضایت کسانی که در عکس شناخته می‌شوند: چه کسی، چگونه و کی گرفته است. بی آن، عکس چاپ نمی‌شود.",
        examples=["برگهٔ رضایت ۱۴ نفر، ۱۴۰۳/۰۶/۱۲، نزد مدیر دفتر"],
    )

    @property
    def printable(self) -> bool:
        """Whether it may be printed: nobody can be recognised, or consent is recorded."""
        return not self.people or bool(self.consent)


class MapSheet(Record, title="نقشه"):
    """A map of the neighbourhood as a picture, and what changed since the last one (stage 1, item 5)."""

    id: Id = Field(title="شناسه", description="شناسهٔ نقشه.", examples=["map-base"])
    title: Text = Field(title="عنوان نقشه", description="عنوان نقشه، که زیر آن چاپ می‌شود.", examples=["نقشهٔ پایهٔ محله"])
    file: Known[Text] = Field(
        default=UNKNOWN,
        title="پرونده نقشه",
        description="نام پروندهٔ تصویر نقشه در پوشهٔ «pictures» محله، یا اگر آنجا نیست در «plans/pictures».",
        examples=["base.png"],
    )
    alt: Note = Field(
        default="",
        title="توصیف نقشه",
        description="آنچه نقشه نشان می‌دهد، برای کسی که آن را نمی‌بیند. همین که پروندهٔ نقشه نوشته شد لازم است.",
        examples=["مرز محله میان بولوار شمالی و کال جنوبی، با سه معبر اصلی."],
    )
    drawn_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ نقشه", description="تاریخ نقشه.", examples=["۱۴۰۳/۰۸/۰۱"])
    author: Note = Field(
        default="", title="تهیه‌کنندهٔ نقشه", description="سازمانی که نقشه را تهیه کرده است.", examples=["شهرداری منطقه"]
    )
    change: Note = Field(
        default="",
        title="تغییر نسبت به نقشهٔ پیشین",
        description="تغییر نسبت به نقشهٔ پیشین.",
        examples=["دو معبر تازه افزوده شد."],
    )
