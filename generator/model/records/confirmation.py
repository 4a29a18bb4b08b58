"""The confirmation of a document's text by somebody who answers for it, such as a lawyer for a contract."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Digest, Text
from generator.model.known import Record


class Confirmation(Record, title="تأیید متن"):
    """When a text was confirmed, by whom, and the digest by which it is known again; `sanad confirm` writes all three."""

    on: Date = Field(title="تاریخ تأیید", description="روزی که متن تأیید شد.", examples=["۱۴۰۴/۰۱/۲۵"])
    by: Text = Field(
        title="تأییدکننده", description="سمت یا نام کسی که متن را خواند و تأیید کرد.", examples=["کارشناس حقوقی استانداری"]
    )
    digest: Digest = Field(
        title="اثر متن",
        description="اثری که متن تأییدشده با آن بازشناخته می‌شود؛ فرمان «sanad confirm» می‌نویسد. دستی ننویسید.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
