"""Institutions and associations that can run a facilitation office (lines 175-176)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Id, LegalId, PostalCode, Sheba, Telephone, Text
from generator.model.known import UNKNOWN, Known, Record


class Operator(Record):
    """The institution that runs the office; everything that identifies a real one stays unknown until it is chosen."""

    id: Id = Field(title="شناسه")
    name: Known[Text] = Field(default=UNKNOWN, title="نام مؤسسه یا تشکل مجری")
    legal_form: Known[Text] = Field(default=UNKNOWN, title="نوع شخصیت حقوقی")
    registration_number: Known[Code] = Field(default=UNKNOWN, title="شماره ثبت")
    national_id: Known[LegalId] = Field(default=UNKNOWN, title="شناسه ملی")
    permit: Known[Code] = Field(default=UNKNOWN, title="مجوز فعالیت")
    representative: Known[Text] = Field(default=UNKNOWN, title="نام مدیرعامل")
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی")
    postal_code: Known[PostalCode] = Field(default=UNKNOWN, title="کد پستی")
    phone: Known[Telephone] = Field(default=UNKNOWN, title="تلفن")
    account: Known[Sheba] = Field(default=UNKNOWN, title="شماره حساب (شبا)")


class Operators(Record):
    """The institutions that were found before a call; applicants refer to them."""

    operators: tuple[Operator, ...] = Field(default=(), title="مؤسسات و تشکل‌های مجری")
