"""The questions that the published plan leaves open, with the answer that holds and who gave it."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Id, Lines, Remark, Text
from generator.model.known import Record, of_id
from generator.model.records.ruling import Ruling, Standing, standing


class Statement(Record, title="پرسش باز سند"):
    """A question that the source leaves open: without an answer it is open, with one a proposal until a body decides."""

    id: Id = Field(title="شناسه", description="شناسهٔ پرسش.", examples=["quarterly-report-recipient"])
    question: Text = Field(
        title="پرسش", description="آنچه سند روشن نکرده است.", examples=["گزارش سه‌ماهه به کدام مرجع داده می‌شود؟"]
    )
    lines: Lines = ()
    readings: tuple[Text, ...] = Field(
        default=(),
        title="خوانش‌های ممکن",
        description="پاسخ‌هایی که متن سند راه می‌دهد.",
        examples=[["شناسنامهٔ نیازها", "برنامهٔ اقدام"]],
    )
    answer: Text | None = Field(
        default=None,
        title="پاسخ",
        description="پاسخی که سندها بر آن استوارند؛ تا کسی پاسخ نداده است، ننویسید.",
        examples=["ستاد بازآفرینی پایدار محلات هدف استان"],
    )
    ruling: Ruling | None = Field(
        default=None, title="تصمیم", description="تصمیمی که پاسخ را قطعی کرده است؛ تا گرفته نشده، پاسخ پیشنهاد است."
    )
    note: Remark = ""

    @property
    def state(self) -> Standing:
        """Whether it is open, proposed or decided."""
        return standing(self.answer, self.ruling)


class Statements(Record, title="پرسش‌های باز سند"):
    """What the source does not decide."""

    statements: tuple[Statement, ...] = Field(
        default=(), title="پرسش‌های باز", description="آنچه سند منتشرشده روشن نکرده است، هر یک با وضع پاسخ آن."
    )

    def statement(self, statement_id: str) -> Statement:
        """Return the statement of an id (NotListedError when there is none)."""
        return of_id(self.statements, statement_id)
