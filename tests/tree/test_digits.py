"""Persian digits everywhere but in Latin stretches."""

from __future__ import annotations

import pytest

from generator.tree.nodes import (
    Blank,
    Cell,
    Document,
    Furniture,
    LetterField,
    Letterhead,
    Ltr,
    Properties,
    Row,
    Section,
    Table,
    Text,
)
from generator.tree.passes import digits, direction
from tests.tree.documents import blocks, document, p


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("12 محله", "۱۲ محله"),
        ("١٢ محله", "۱۲ محله"),
        ("1398/09/21", "۱۳۹۸/۰۹/۲۱"),
        ("تلفن 051-38456789", "تلفن ۰۵۱-۳۸۴۵۶۷۸۹"),
        ("رشد -5%", "رشد -۵%"),
        ("کد NGO-2 در سال 1403", "کد NGO-2 در سال ۱۴۰۳"),
        ("a07 و https://x.ir/7", "a07 و https://x.ir/7"),
        ("info7@mashhad.ir", "info7@mashhad.ir"),
    ],
)
def test_digits_are_persian_but_in_latin_stretches(written: str, printed: str) -> None:
    (paragraph,) = blocks(digits.run(direction.run(document(p(written)))))
    assert "".join(part.text for part in paragraph.children if isinstance(part, (Text, Ltr))) == printed  # type: ignore[union-attr]


def test_texts_that_are_no_inline_content_get_persian_digits_too() -> None:
    table = Table((), (), (Row((Cell((), label="تا 80٪"),)),), summary="جدول 1")
    letterhead = Letterhead(("معاونت 2",), ("سال 1404",), (LetterField("ردیف 3", (Text("4"),)),))
    made = digits.run(
        Document(
            Properties("سند 1", "موضوع 2", identifier="contract/z3"),
            (Section((p(Blank("نام 5", "blank-1")), table, letterhead)),),
            Furniture(marks=("نسخه 6",), initials=("طرف 7",), footer=(Text("صفحه 8"),)),
        )
    )
    assert made == Document(
        Properties("سند ۱", "موضوع ۲", identifier="contract/z3"),
        (
            Section(
                (
                    p(Blank("نام ۵", "blank-1")),
                    Table((), (), (Row((Cell((), label="تا ۸۰٪"),)),), summary="جدول ۱"),
                    Letterhead(("معاونت ۲",), ("سال ۱۴۰۴",), (LetterField("ردیف ۳", (Text("۴"),)),)),
                )
            ),
        ),
        Furniture(marks=("نسخه ۶",), initials=("طرف ۷",), footer=(Text("صفحه ۸"),)),
    )
