"""The agencies with their duties and the recipients of their letters."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Count, Date, DutyId, DutyPartId, Id, Lines, Note, Remark, Text
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.published import Published
from generator.persian import JalaliDate


class DutyPart(Record, title="بخش وظیفه"):
    """A part of a duty paragraph that can be carried out by itself, in the words of the paragraph."""

    id: DutyPartId = Field(title="شناسه", description="شناسهٔ بخش: شناسهٔ وظیفه، «/» و شماره.", examples=["municipality/6/2"])
    quote: Text = Field(title="متن بخش", description="بخش، عین عبارت متن ویراستهٔ وظیفه.", examples=["تعریض معابر"])


class DutyPartner(Record, title="همکار وظیفه"):
    """A partner that a duty paragraph names, in its words; `owner` is the agency or body that is meant."""

    quote: Text = Field(title="متن همکار", description="همکار، عین عبارت متن ویراستهٔ وظیفه.", examples=["با هماهنگی شهرداری"])
    owner: Id | None = Field(
        default=None, title="دستگاه یا مرجع", description="دستگاه یا مرجعی که منظور است.", examples=["municipality"]
    )


class Duty(Published, title="وظیفه"):
    """A duty paragraph of an agency; `id` is the reference that actions cite (`municipality/6`)."""

    text: Text = Field(
        title="متن منتشرشده",
        description="متن وظیفه به همان صورت که در سند آمده است.",
        examples=["ایجاد فضای سبز و امکانات ورزشی"],
    )
    clean: Text = Field(
        title="متن ویراسته",
        description="متن وظیفه با املای درست. در سندها این متن چاپ می‌شود.",
        examples=["ایجاد فضای سبز و امکانات ورزشی"],
    )
    id: DutyId = Field(
        title="شناسه وظیفه",
        description="شناسهٔ وظیفه: شناسهٔ دستگاه، «/» و شماره. پس از حذف دوباره به کار نمی‌رود.",
        examples=["municipality/6"],
    )
    priority: Note = Field(
        default="",
        title="اولویت ویژه",
        description="عبارتی از متن ویراسته که وظیفه را اولویت‌دار می‌کند؛ اگر متن نگفته است، ننویسید.",
        examples=["با اولویت ویژه"],
    )
    partners: tuple[DutyPartner, ...] = Field(
        default=(), title="همکاران", description="همکارانی که متن نام برده است؛ اگر نام نبرده است، ننویسید."
    )
    budget: Note = Field(
        default="",
        title="ماهیت اعتباری",
        description="عبارتی از متن ویراسته که از اعتبار می‌گوید؛ اگر متن نگفته است، ننویسید.",
        examples=["اعتبارات مربوط به اشتغال‌زایی"],
    )
    parts: tuple[DutyPart, ...] = Field(
        default=(), title="بخش‌ها", description="بخش‌های جداشدنی وظیفه؛ وظیفه‌ای که یک کار است بخشی ندارد."
    )
    needs_review: Note = Field(
        default="",
        title="نیازمند بررسی",
        description="اگر این وظیفه باید بررسی شود، علت آن.",
        examples=["به نظر می‌رسد این وظیفه از دستگاه دیگری است."],
    )


class Recipient(Record, title="گیرنده"):
    """Who receives an agency's letters; «شرکت‌های خدمات‌رسان» are three companies, every other agency is one."""

    id: Id = Field(title="شناسه", description="شناسهٔ گیرنده؛ یکتا در میان همهٔ دستگاه‌ها.", examples=["gas"])
    name: Text = Field(
        title="نام گیرنده", description="نام گیرنده، چنان که بر نامه نوشته می‌شود.", examples=["شرکت گاز استان خراسان رضوی"]
    )
    head_title: Text = Field(title="عنوان مدیر", description="عنوان کسی که نامه خطاب به اوست.", examples=["مدیرعامل"])


class FormerName(Record, title="نام پیشین"):
    """A name that an agency had until a day; papers of an earlier day print it, once that day is known."""

    name: Text = Field(
        title="نام پیشین",
        description="نام کامل دستگاه تا آن روز.",
        examples=["نیروی انتظامی استان خراسان رضوی"],
    )
    short_name: Text = Field(title="نام کوتاه پیشین", description="نام کوتاه دستگاه تا آن روز.", examples=["نیروی انتظامی"])
    until: Known[Date] = Field(
        default=UNKNOWN,
        title="تا تاریخ",
        description="آخرین روزی که این نام برقرار بوده است. تا دانسته نشود، هیچ سندی این نام را نمی‌نویسد.",
        examples=["۱۴۰۰/۰۹/۳۰"],
    )
    law: Note = Field(
        default="",
        title="مستند تغییر نام",
        description="قانون یا مصوبه‌ای که نام را تغییر داده است؛ اگر نمی‌دانید، ننویسید.",
        examples=["ماده ۱ قانون تأسیس"],
    )
    note: Remark = ""


class Agency(Record, title="دستگاه و وظایف آن"):
    """An agency with its duties. `text` is the name as published, `name` as documents print it."""

    id: Id = Field(title="شناسه", description="شناسهٔ دستگاه، همان نام پرونده.", examples=["education"])
    order: Count = Field(title="ترتیب", description="جای دستگاه در فهرست‌ها و جدول‌ها.", examples=["۴"])
    text: Text = Field(
        title="نام منتشرشده",
        description="نام دستگاه به همان صورت که در سند منتشرشده آمده است؛ برای دستگاهی که در آن سند نیست همان نام.",
        examples=["اداره کل آموزش و پرورش:"],
    )
    name: Text = Field(
        title="نام",
        description="نام کامل دستگاه، چنان که در سندها چاپ می‌شود.",
        examples=["اداره کل آموزش و پرورش استان خراسان رضوی"],
    )
    short_name: Text = Field(title="نام کوتاه", description="نام کوتاه دستگاه برای جدول‌ها.", examples=["آموزش و پرورش"])
    lines: Lines
    duties: tuple[Duty, ...] = Field(
        title="وظایف", min_length=1, description="وظایف دستگاه، به ترتیب سند. هر اقدام دست‌کم به یک وظیفه ارجاع می‌دهد."
    )
    recipients: tuple[Recipient, ...] = Field(
        title="گیرندگان", min_length=1, description="گیرندگان نامه‌های این دستگاه. بیشتر دستگاه‌ها یک گیرنده دارند."
    )
    former: tuple[FormerName, ...] = Field(
        default=(), title="نام‌های پیشین", description="نام‌هایی که دستگاه پیش‌تر داشته است؛ اگر نام آن تغییر نکرده است، ننویسید."
    )
    note: Remark = ""

    def on(self, day: JalaliDate) -> Agency:
        """Return the agency under the names of a day; a recipient with the agency's own name has that of the day too."""
        ended = [(each.until, each) for each in self.former if not isinstance(each.until, Unknown) and day <= each.until]
        if not ended:
            return self
        then = min(ended, key=lambda each: each[0])[1]
        recipients = tuple(
            each.model_copy(update={"name": then.name}) if each.name == self.name else each for each in self.recipients
        )
        return self.model_copy(update={"name": then.name, "short_name": then.short_name, "recipients": recipients})
