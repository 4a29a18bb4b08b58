"""The usual deadlines and shares that documents print and lists reckon with; legal rates are in `legal.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Flag, Id, Lines, Number, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.ruling import Ruling
from generator.model.records.validity import ValidFrom, ValidTo, listed_on
from generator.persian import JalaliDate, decimal_text, in_words

Basis = Literal["قانون", "مصوب", "سند", "معمول", "پیشنهاد"]
"""What a term rests on, the strongest first."""

Unit = Annotated[
    Literal["روز", "روز کاری", "ماه", "سال", "درصد", "بار"], one_of("روز", "روز کاری", "ماه", "سال", "درصد", "بار")
]


class Term(Record, title="مهلت یا سهم"):
    """A deadline, share or count; one that changes is several records of one id, one for each interval.

    It rests on a law, a decision or the source, or is usual in such papers; with none of these it is a proposal.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ مهلت یا سهم.", examples=["supervisor-opinion"])
    title: Text = Field(title="عنوان", description="عنوان مهلت یا سهم.", examples=["اعلام نظر ناظر دربارهٔ خروجی"])
    amount: Known[Number] = Field(default=UNKNOWN, title="مقدار مهلت یا سهم", description="مقدار.", examples=["۱۰"])
    unit: Unit = Field(title="واحد", description="واحد مقدار.", examples=["روز کاری"])
    law: Text | None = Field(
        default=None,
        title="مستند قانونی",
        description="قانون و ماده‌ای که مقدار از آن است.",
        examples=["ماده ۲۹ شرایط عمومی پیمان"],
    )
    usual: Flag = Field(
        default=False, title="معمول", description="«بله» یعنی در چنین سندهایی معمول است، نه قانون.", examples=["بله"]
    )
    ruling: Ruling | None = Field(
        default=None, title="تصمیم", description="تصمیمی که مقدار را تعیین کرده است؛ تا گرفته نشده، ننویسید."
    )
    lines: Lines = ()
    valid_from: ValidFrom = UNKNOWN
    valid_to: ValidTo = None
    note: Remark = ""

    @property
    def basis(self) -> Basis:
        """What the term rests on."""
        if self.law is not None:
            return "قانون"
        if self.ruling is not None:
            return "مصوب"
        if self.lines:
            return "سند"
        return "معمول" if self.usual else "پیشنهاد"

    @property
    def said(self) -> str | Unknown:
        """The amount with its unit, as a sentence says it: «پانزده روز کاری»."""
        if isinstance(self.amount, Unknown):
            return Unknown(prompt=self.title)
        whole = self.amount == self.amount.to_integral_value()
        return f"{in_words(int(self.amount)) if whole else decimal_text(self.amount)} {self.unit}"


class Terms(Record, title="مهلت‌ها و سهم‌ها"):
    """The terms, each in one or more intervals."""

    terms: tuple[Term, ...] = Field(
        default=(), title="مهلت‌ها و سهم‌ها", description="مهلت‌ها و سهم‌هایی که سندها می‌نویسند؛ نرخ‌های قانونی در «legal.yaml» است."
    )

    def intervals(self, term_id: str) -> tuple[Term, ...]:
        """Return the intervals of a term; empty when there is no such term."""
        return tuple(term for term in self.terms if term.id == term_id)

    def term(self, term_id: str, on: JalaliDate | Unknown | None = None) -> Term:
        """Return the term in force on a day, the latest without a day (NotListedError when there is none)."""
        return listed_on(self.intervals(term_id), term_id, on)
