"""Institutions and associations that can run a facilitation office (lines 175-176)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Id, LegalId, PostalCode, Sheba, Telephone, Text
from generator.model.known import UNKNOWN, Known, Record


class Operator(Record, title="مجری"):
    """The institution that runs the office; everything that identifies a real one stays unknown until it is chosen."""

    id: Id = Field(title="شناسه", description="شناسهٔ مجری.", examples=["operator"])
    name: Known[Text] = Field(
        default=UNKNOWN,
        title="نام مؤسسه یا تشکل مجری",
        description="نام مؤسسه یا تشکل مجری، چنان که ثبت شده است.",
        examples=["مؤسسهٔ توانمندسازان"],
    )
    legal_form: Known[Text] = Field(
        default=UNKNOWN, title="نوع شخصیت حقوقی", description="نوع شخصیت حقوقی مجری.", examples=["مؤسسهٔ غیرتجاری"]
    )
    registration_number: Known[Code] = Field(
        default=UNKNOWN, title="شماره ثبت", description="شمارهٔ ثبت مجری.", examples=["۱۲۳۴"]
    )
    national_id: Known[LegalId] = Field(
        default=UNKNOWN,
        title="شناسه ملی",
        description="شناسهٔ ملی مجری، ۱۱ رقم. شناسهٔ ساختگی ننویسید.",
        examples=["۱۰۳۸۰۲۸۴۷۹۰"],
    )
    permit: Known[Code] = Field(
        default=UNKNOWN, title="مجوز فعالیت", description="مجوز فعالیت مجری.", examples=["مجوز وزارت کشور"]
    )
    representative: Known[Text] = Field(
        default=UNKNOWN, title="نام مدیرعامل", description="نام مدیرعامل مجری.", examples=["نام و نام خانوادگی"]
    )
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی", description="نشانی مجری.", examples=["مشهد، بولوار وکیل‌آباد"])
    postal_code: Known[PostalCode] = Field(
        default=UNKNOWN, title="کد پستی", description="کد پستی مجری، ۱۰ رقم.", examples=["۹۱۳۷۹۱۳۳۱۶"]
    )
    phone: Known[Telephone] = Field(
        default=UNKNOWN, title="تلفن", description="تلفن مجری با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۶"]
    )
    account: Known[Sheba] = Field(
        default=UNKNOWN,
        title="شماره حساب (شبا)",
        description="شمارهٔ شبای مجری: «IR» و ۲۴ رقم. شمارهٔ ساختگی ننویسید.",
        examples=["IR062960000000100324200001"],
    )


class Operators(Record, title="مجریان دفاتر تسهیلگری"):
    """The institutions that were found before a call; applicants refer to them."""

    operators: tuple[Operator, ...] = Field(
        default=(), title="مؤسسات و تشکل‌های مجری", description="مؤسسات و تشکل‌هایی که پیش از فراخوان شناسایی شده‌اند."
    )
