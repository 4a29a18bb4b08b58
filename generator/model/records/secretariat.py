"""Settings of the secretariat, for letterheads and the ends of letters."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, PostalCode, Telephone, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.persian import JalaliDate


class Signatory(Record, title="امضاکننده"):
    """A person who signs in a post from one day to another (until further notice without `valid_to`)."""

    id: Id = Field(title="شناسه", description="شناسهٔ امضاکننده.", examples=["director"])
    post: Text = Field(title="سمت", description="سمتی که زیر امضا نوشته می‌شود.", examples=["دبیر طرح"])
    name: Known[Text] = Field(
        default=UNKNOWN, title="نام امضاکننده", description="نام امضاکننده.", examples=["نام و نام خانوادگی"]
    )
    valid_from: Date = Field(title="از تاریخ", description="روزی که امضا از آن معتبر است.", examples=["۱۴۰۴/۰۱/۰۱"])
    valid_to: Date | None = Field(
        default=None,
        title="تا تاریخ",
        description="آخرین روز اعتبار امضا؛ اگر هنوز معتبر است، ننویسید.",
        examples=["۱۴۰۵/۱۲/۲۹"],
    )

    def holds(self, day: JalaliDate) -> bool:
        """Return whether the signature is valid on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Secretariat(Record, title="دبیرخانه و سربرگ"):
    """Settings of the secretariat: letterhead lines, address, emblem (a picture under `plans/`), director and signatories."""

    name: Text = Field(title="نام دبیرخانه", description="نام دبیرخانه.", examples=["دبیرخانهٔ طرح جامع توانمندسازی"])
    organisation: tuple[Text, ...] = Field(
        title="سطرهای سربرگ",
        description="سطرهای سربرگ نامه‌ها، از بالا به پایین.",
        examples=[["استانداری خراسان رضوی", "دبیرخانهٔ طرح"]],
    )
    director_post: Text = Field(
        title="سمت مدیر", description="سمت مدیر دبیرخانه، چنان که زیر امضا نوشته می‌شود.", examples=["دبیر طرح"]
    )
    director: Known[Text] = Field(
        default=UNKNOWN, title="نام مدیر", description="نام مدیر دبیرخانه.", examples=["نام و نام خانوادگی"]
    )
    emblem: Known[Text] = Field(
        default=UNKNOWN, title="پرونده نشان", description="نام پروندهٔ نشان دبیرخانه برای سربرگ.", examples=["emblem.png"]
    )
    address: Known[Text] = Field(
        default=UNKNOWN, title="نشانی دبیرخانه", description="نشانی دبیرخانه برای سربرگ.", examples=["مشهد، بولوار بهار"]
    )
    postal_code: Known[PostalCode] = Field(
        default=UNKNOWN, title="کد پستی دبیرخانه", description="کد پستی دبیرخانه، ۱۰ رقم.", examples=["۹۱۳۷۹۱۳۳۱۶"]
    )
    phone: Known[Telephone] = Field(
        default=UNKNOWN, title="تلفن دبیرخانه", description="تلفن دبیرخانه با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۶"]
    )
    signatories: tuple[Signatory, ...] = Field(
        default=(), title="امضاکنندگان", description="کسانی که نامه‌ها را امضا می‌کنند، هر کدام با تاریخ."
    )

    def signatory(self, day: JalaliDate) -> Signatory | None:
        """Return who signs on a day, the first in the list; None when nobody is named for it."""
        return next((signatory for signatory in self.signatories if signatory.holds(day)), None)
