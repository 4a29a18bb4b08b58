"""The posts that letters go to, come from and are signed by, and who holds each of them on a day."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Id, PostalCode, Remark, Telephone, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown, of_id
from generator.model.records.validity import ValidFrom, ValidTo, on_day
from generator.persian import JalaliDate


class Holder(Record, title="دارندهٔ سمت"):
    """A person who holds a post from one day to another; the name stays unknown until somebody tells it."""

    name: Known[Text] = Field(
        default=UNKNOWN, title="نام دارندهٔ سمت", description="نام دارندهٔ سمت.", examples=["نام و نام خانوادگی"]
    )
    honorific: Annotated[Literal["جناب آقای", "سرکار خانم"], one_of("جناب آقای", "سرکار خانم")] | None = Field(
        default=None,
        title="عنوان احترام",
        description="آنچه در نامه پیش از نام نوشته می‌شود؛ تا معلوم نیست، ننویسید.",
        examples=["سرکار خانم"],
    )
    valid_from: ValidFrom = UNKNOWN
    valid_to: ValidTo = None


class Contact(Record, title="مخاطب"):
    """A post of a body, an agency, a recipient, an operator or an office: letters go to the post, whoever holds it.

    `addressed_as` is the line that names it in a letter («مدیرکل محترم …»); `organisation` only where nothing else names it.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ مخاطب. نامه‌ها به آن ارجاع می‌دهند.", examples=["education-head"])
    post: Text = Field(
        title="سمت",
        description="عنوان کامل سمت، چنان که زیر امضا نوشته می‌شود.",
        examples=["مدیرکل آموزش و پرورش استان خراسان رضوی"],
    )
    of: Id = Field(
        title="صاحب سمت",
        description="شناسهٔ مرجع، دستگاه، گیرندهٔ نامه‌های دستگاه، مجری یا دفتری که این سمت از آن است.",
        examples=["education"],
    )
    organisation: Text | None = Field(
        default=None,
        title="نام سازمان",
        description="نام سازمان، چنان که بر پاکت نوشته می‌شود؛ اگر ننویسید، نام صاحب سمت است.",
        examples=["دفتر تسهیلگری محلهٔ گلشهر"],
    )
    addressed_as: Text = Field(
        title="خطاب",
        description="سطر خطاب به این سمت در نامه.",
        examples=["مدیرکل محترم آموزش و پرورش استان خراسان رضوی"],
    )
    address: Known[Text] = Field(
        default=UNKNOWN, title="نشانی مخاطب", description="نشانی برای پاکت.", examples=["مشهد، بولوار بهار"]
    )
    postal_code: Known[PostalCode] = Field(
        default=UNKNOWN, title="کد پستی مخاطب", description="کد پستی، ۱۰ رقم.", examples=["۹۱۳۷۹۱۳۳۱۶"]
    )
    phone: Known[Telephone] = Field(
        default=UNKNOWN, title="تلفن مخاطب", description="تلفن با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۶"]
    )
    fax: Known[Telephone] = Field(
        default=UNKNOWN, title="دورنگار مخاطب", description="دورنگار با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۷"]
    )
    holders: tuple[Holder, ...] = Field(
        default=(), title="دارندگان سمت", description="کسانی که این سمت را داشته‌اند و دارند، هر یک با روزهای آن."
    )
    note: Remark = ""

    def holder(self, on: JalaliDate | Unknown | None = None) -> Holder | None:
        """Return who holds the post on a day, the latest without a day; None when nobody is named for it."""
        return on_day(self.holders, on)

    def salutation(self, on: JalaliDate | Unknown | None = None) -> str:
        """Return the line with the holder's name («جناب آقای …»); empty when name or honorific is not known."""
        holder = self.holder(on)
        known = holder is not None and holder.honorific is not None and not isinstance(holder.name, Unknown)
        return f"{holder.honorific} {holder.name}" if holder and known else ""


class Contacts(Record, title="مخاطبان نامه‌ها"):
    """The posts that letters cite as recipients, copies and signers."""

    contacts: tuple[Contact, ...] = Field(
        default=(), title="مخاطبان", description="سمت‌هایی که نامه به آن‌ها نوشته یا به دست آن‌ها امضا می‌شود."
    )

    def contact(self, contact_id: str) -> Contact:
        """Return the contact of an id (NotListedError when there is none)."""
        return of_id(self.contacts, contact_id)
