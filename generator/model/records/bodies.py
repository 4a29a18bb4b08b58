"""The bodies that decide or take part: committees, councils, offices."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Decided, Flag, Id, Lines, Remark, Text
from generator.model.known import UNKNOWN, Known, Record


class Alias(Record, title="نام دیگر مرجع"):
    """Another name of a body in the source."""

    name: Text = Field(title="نام", description="نام دیگر.", examples=["ستاد استانی"])
    lines: Lines


class Body(Record, title="مرجع"):
    """An actor of the programme: committee, office, council. `members` are bodies or roles, never invented persons.

    `decides` are the matters that it approves (lines 286-287); `confirms_actions` when action cards need its
    confirmation (line 262).
    """

    id: Id = Field(title="شناسه", description="شناسهٔ مرجع. مصوبه‌ها و تأییدها به آن ارجاع می‌دهند.", examples=["secretariat"])
    name: Text = Field(title="نام", description="نام مرجع.", examples=["دبیرخانهٔ طرح"])
    role: Text = Field(
        title="نقش", description="نقش مرجع در طرح، یک یا دو جمله.", examples=["پیگیری مصوبه‌ها و هماهنگی دستگاه‌ها"]
    )
    aliases: tuple[Alias, ...] = Field(
        default=(), title="نام‌های دیگر", description="نام‌های دیگری که سند برای این مرجع به کار برده است."
    )
    chair: Known[Text] = Field(default=UNKNOWN, title="رئیس", description="رئیس مرجع: سمت، نه نام شخص.", examples=["استاندار"])
    secretary: Known[Text] = Field(
        default=UNKNOWN, title="دبیر", description="دبیر مرجع: سمت، نه نام شخص.", examples=["مدیرکل راه و شهرسازی"]
    )
    members: Known[tuple[Text, ...]] = Field(
        default=UNKNOWN, title="اعضا", description="اعضای مرجع: سمت یا نهاد، نه نام شخص.", examples=[["فرماندار", "شهردار"]]
    )
    parent: Known[Id] = Field(
        default=UNKNOWN, title="مرجع بالاتر", description="شناسهٔ مرجع بالاتر در همین پرونده.", examples=["headquarters"]
    )
    statements: tuple[Id, ...] = Field(
        default=(),
        title="پرسش‌های باز",
        description="شناسهٔ پرسش‌هایی در «statements.yaml» که آنچه اینجا نوشته شده بر پاسخ آن‌ها استوار است.",
        examples=[["strategic-committee-chair"]],
    )
    note: Remark = ""
    decides: tuple[Decided, ...] = Field(
        default=(), title="موضوع‌هایی که تصویب می‌کند", description="آنچه این مرجع تصویب می‌کند.", examples=[["برنامه اقدام"]]
    )
    confirms_actions: Flag = Field(
        default=False,
        title="تأییدکنندهٔ شناسنامهٔ اقدام",
        description="«بله» یعنی این مرجع شناسنامهٔ اقدام‌ها را تأیید می‌کند.",
        examples=["بله"],
    )


class Bodies(Record, title="مراجع و نهادها"):
    """All bodies with their aliases."""

    bodies: tuple[Body, ...] = Field(title="مراجع", description="مراجع و نهادهایی که سند از آن‌ها نام برده است.")
