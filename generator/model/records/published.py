"""A sentence of the published plan.

`text` is the sentence as published, spelling damage included; `clean` is the same sentence corrected, the one documents print.
Line numbers are those of the published plan.
"""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Lines, Text
from generator.model.known import Record


class Published(Record, title="جملهٔ منتشرشده"):
    """A published sentence: `text` verbatim, `clean` corrected, `lines` of the source."""

    text: Text = Field(
        title="متن منتشرشده",
        description="متن به همان صورت که در سند منتشرشده آمده است، با غلط‌های آن. ویرایش نمی‌شود.",
        examples=["ساماندهی سکونتگاه های غیررسمی"],
    )
    clean: Text = Field(
        title="متن ویراسته",
        description="همان متن با املای درست. در سندها این متن چاپ می‌شود.",
        examples=["ساماندهی سکونتگاه‌های غیررسمی"],
    )
    lines: Lines
