"""Settings of the secretariat: what stands in letterheads and under letters."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, PostalCode, Telephone, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.persian import JalaliDate


class Signatory(Record):
    """Who signs in a post from one day to another (until further notice without `valid_to`)."""

    id: Id = Field(title="شناسه")
    post: Text = Field(title="سمت")
    name: Known[Text] = Field(default=UNKNOWN, title="نام امضاکننده")
    valid_from: Date = Field(title="از تاریخ")
    valid_to: Date | None = Field(default=None, title="تا تاریخ")

    def holds(self, day: JalaliDate) -> bool:
        """Whether the signature is valid on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Secretariat(Record):
    """Settings of the secretariat: letterhead lines, address, emblem (a picture under `plans/`), director and signatories."""

    name: Text = Field(title="نام دبیرخانه")
    organisation: tuple[Text, ...] = Field(title="سطرهای سربرگ")
    director_post: Text = Field(title="سمت مدیر")
    director: Known[Text] = Field(default=UNKNOWN, title="نام مدیر")
    emblem: Known[Text] = Field(default=UNKNOWN, title="پرونده نشان")
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی دبیرخانه")
    postal_code: Known[PostalCode] = Field(default=UNKNOWN, title="کد پستی دبیرخانه")
    phone: Known[Telephone] = Field(default=UNKNOWN, title="تلفن دبیرخانه")
    signatories: tuple[Signatory, ...] = Field(default=(), title="امضاکنندگان")

    def signatory(self, day: JalaliDate) -> Signatory | None:
        """Who signs on a day, the first of the list that may; None when nobody is named for it."""
        return next((signatory for signatory in self.signatories if signatory.holds(day)), None)
