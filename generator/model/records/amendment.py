"""A later change of a contract (الحاقیه): why, resting on what, and each thing that it changes."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Date, Id, Note, Rials, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.contract_parts import Funding, Guarantee, Instalment, StaffLine
from generator.model.records.resolving import Resolution


class ArticleChange(Record, title="مادهٔ تغییریافته"):
    """An article or a clause of the contract, as it was and as it is from the amendment on."""

    id: Id = Field(title="شناسه", description="شناسهٔ این تغییر.", examples=["term"])
    article: Text = Field(title="ماده یا بند", description="ماده یا بندی که تغییر می‌کند.", examples=["مادهٔ مدت قرارداد، بند ۱"])
    old: Text = Field(title="متن پیشین", description="متن پیش از الحاقیه.", examples=["مدت قرارداد هجده ماه است."])
    new: Text = Field(title="متن تازه", description="متن پس از الحاقیه.", examples=["مدت قرارداد بیست و چهار ماه است."])


class Amendment(Record, title="الحاقیه"):
    """A later change (الحاقیه) of the amount, the end, the services or the staff; what it leaves out does not change.

    Its instalments share out what it adds to the amount, and their months are counted as those of the contract; its staff lines
    take the place of those with their ids.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ الحاقیه.", examples=["am1"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره الحاقیه", description="شمارهٔ الحاقیه.", examples=["۴۵/ق/۱"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ الحاقیه", description="تاریخ الحاقیه.", examples=["۱۴۰۴/۰۸/۱۰"])
    subject: Text = Field(title="موضوع الحاقیه", description="موضوع الحاقیه.", examples=["تمدید مدت قرارداد"])
    amount: Rials | None = Field(
        default=None,
        title="مبلغ قرارداد پس از الحاقیه",
        description="مبلغ قرارداد پس از الحاقیه، اگر تغییر می‌کند.",
        examples=["۱۳٬۰۰۰ میلیون ریال"],
    )
    end: Date | None = Field(
        default=None,
        title="تاریخ پایان پس از الحاقیه",
        description="آخرین روز قرارداد پس از الحاقیه، اگر تغییر می‌کند.",
        examples=["۱۴۰۵/۰۴/۳۱"],
    )
    reason: Known[Text] = Field(
        default=UNKNOWN,
        title="دلیل الحاقیه",
        description="دلیلی که ناظر و کارفرما برای تغییر پذیرفته‌اند.",
        examples=["ادامهٔ خدمات تا پایان تدوین سند مشارکتی"],
    )
    approval: Resolution = Field(
        default=Resolution(),
        title="تأیید الحاقیه",
        description="صورتجلسه یا مصوبه‌ای که پیش از امضای الحاقیه با آن موافقت کرده است.",
    )
    funding: Funding | None = Field(
        default=None, title="تأمین اعتبار افزایش", description="محل تأمین اعتبار افزایش مبلغ، اگر مبلغ افزایش می‌یابد."
    )
    scope: Note = Field(
        default="",
        title="تغییر خدمات",
        description="آنچه به شرح خدمات افزوده یا از آن کاسته می‌شود، اگر تغییر می‌کند.",
        examples=["شش ماه پشتیبانی گروه‌های محلی افزوده می‌شود."],
    )
    staff: tuple[StaffLine, ...] = Field(
        default=(),
        title="نیروی انسانی پس از الحاقیه",
        description="سطرهایی که تازه‌اند، یا با همان شناسه جای سطر پیشین را می‌گیرند.",
    )
    instalments: tuple[Instalment, ...] = Field(
        default=(),
        title="اقساط افزایش مبلغ",
        description="اقساط مبلغی که الحاقیه می‌افزاید؛ جمع درصدها ۱۰۰ است و ماه‌ها از آغاز قرارداد شمرده می‌شود.",
    )
    guarantees: tuple[Guarantee, ...] = Field(
        default=(),
        title="تضمین‌های تکمیلی",
        description="تضمین‌هایی که مجری برای افزایش مبلغ می‌سپارد؛ نرخ بر مبلغ افزوده حساب می‌شود.",
    )
    articles: tuple[ArticleChange, ...] = Field(
        default=(), title="ماده‌های تغییریافته", description="ماده‌ها و بندهایی که تغییر می‌کنند، متن پیشین و متن تازهٔ هر یک."
    )

    @property
    def changes(self) -> bool:
        """Whether it changes anything of the contract."""
        return any((self.amount is not None, self.end, self.scope, self.staff, self.guarantees, self.articles))
