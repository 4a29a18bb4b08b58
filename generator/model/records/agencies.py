"""The agencies with their duties and the recipients of their letters."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Count, DutyId, Id, Lines, Note, Remark, Text
from generator.model.known import Record
from generator.model.records.published import Published


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
    note: Remark = ""
