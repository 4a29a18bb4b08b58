"""For each type of field: spellings that it accepts, by what they mean, and spellings that it refuses, by why.

The parsers' own tables in `tests/persian` are longer; these are what a file may write, for the tests of the fields and for the
fuzz over files.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.model import fields
from generator.persian import Half, JalaliDate, JalaliMonth, Quarter, decimal_text, group, numeral, percent_text, to_persian

ACCEPTED: dict[str, dict[object, tuple[str, ...]]] = {
    "Text": {
        "متن": ("متن", " متن", "متن "),
        "می‌شود": ("می‌شود",),
        "a: b": ("a: b",),
        "no": ("no",),
        "طبرسی ۵۶": ("طبرسی ۵۶",),
        "۱۲ نفر": ("۱۲ نفر",),
        "«۱۲٫۵٪» از کل": ("«۱۲٫۵٪» از کل",),
        "a #b": ("a #b",),
        "e5": ("e5",),
        "ب": ("ب",),
    },
    "Code": {
        "متن": ("متن", " متن"),
        "007": ("007", "007 "),
        "۱۲/۴-پ": ("۱۲/۴-پ",),
        "12:30": ("12:30",),
        "1404-02-31": ("1404-02-31",),
        "۱": ("۱",),
        "٪": ("٪",),
        "1e309": ("1e309",),
    },
    "Note": {
        "متن": ("متن", " متن", "متن "),
        "007": ("007",),
        "12:30": ("12:30",),
        "«۱۲٫۵٪»": ("«۱۲٫۵٪»",),
        "a #b": ("a #b",),
        "'": ("'",),
        "–": ("–", " –"),
    },
    "Id": {
        **{name: (name,) for name in ("z3-golshahr", "a07", "1404-h1", "0", "a", "a-b-c", "9a", "office-1", "a--b", "x" * 64)},
        "welfare": (" welfare ",),
    },
    "DutyPartId": {
        name: (name,)
        for name in (
            "municipality/6/2",
            "gas/2/1",
            "roads-urban/4/1",
            "a/0/0",
            "a/10/12",
            "social-security/1/4",
            "medical-university/1/3",
            "1/1/1",
            "utilities/1/4",
            "labour/2/2",
        )
    },
    "DecisionId": {
        name: (name,)
        for name in ("hq-2/d1", "a/b", "review/d2", "sc-1/d10", "7/1", "wg-1/d1", "hq-12/needs", "x/0", "m-1403/d-2", "z/z")
    },
    "Digest": {name: (name,) for name in (letter * 64 for letter in "0123456789abcdef")},
    "DutyId": {
        name: (name,)
        for name in (
            "municipality/6",
            "gas/2",
            "roads-urban/9",
            "a/0",
            "a/10",
            "social-security/2",
            "medical-university/1",
            "1/1",
            "a-b-c/3",
            "police/02",
        )
    },
    "Count": {
        1250: ("1250", "۱۲۵۰", "١٢٥٠", "1,250", "۱٬۲۵۰", "۱،۲۵۰", "۱,۲۵۰", "001250", "\u200e1250\u200e"),
        0: ("0", "۰", "۰۰"),
        1234567: ("1,234,567", "۱٬۲۳۴٬۵۶۷"),
    },
    "Number": {
        Decimal("12.5"): ("12.5", "۱۲٫۵", "۱۲/۵", "۱۲.۵", "12٫5", "012.5"),
        Decimal("-3.25"): ("-3.25", "−۳٫۲۵", "–۳٫۲۵"),
        Decimal("1234.5"): ("1,234.5", "۱٬۲۳۴٫۵"),
        Decimal("36.297"): ("36.297",),
    },
    "Percent": {
        Decimal("12.5"): ("12.5", "۱۲٫۵", "۱۲٫۵٪", "۱۲٫۵ ٪", "12.5 %", "٪۱۲٫۵", "۱۲/۵ درصد", "۱۲٫۵درصد"),
        Decimal(0): ("۰", "0%"),
        Decimal(100): ("۱۰۰٪",),
    },
    "Rials": {
        1_250_000_000: (
            "1250000000",
            "۱٬۲۵۰٬۰۰۰٬۰۰۰ ریال",
            "۱٬۲۵۰٬۰۰۰٬۰۰۰ ريال",
            "1,250,000,000 rials",
            "۱۲۵۰ میلیون ریال",
            "۱٬۲۵۰ میلیون‌ریال",
            "۱٫۲۵ میلیارد ریال",
            "۱/۲۵ میلیارد ریال",
            "۱ میلیارد و ۲۵۰ میلیون ریال",
        ),
        500_000: ("۵۰۰هزار ریال",),
        0: ("۰",),
    },
    "Flag": {True: ("بله", "بلی", "بلي", "آری", "true", "Yes"), False: ("خیر", "خير", "نه", "false", "No", "NO")},
    "Date": {
        JalaliDate(1398, 9, 21): (
            "۱۳۹۸/۰۹/۲۱",
            "1398-9-21",
            "1398.09.21",
            "13980921",
            "۲۱ آذر ۱۳۹۸",
            "21 آذرماه 1398",
            "بیست‌ویکم آذر ۱۳۹۸",
            "پنج‌شنبه، ۲۱ آذر ۱۳۹۸",
            "۱۳۹۸ آذر ۲۱",
            "مورخ ۱۳۹۸/۰۹/۲۱",
        ),
        JalaliDate(1403, 12, 30): ("۳۰ اسفند ۱۴۰۳", "1403/12/30"),
    },
    "Month": {
        JalaliMonth(1397, 11): (
            "بهمن 1397",
            "بهمن‌ماه ۱۳۹۷",
            "بهمن ماه سال ۱۳۹۷",
            "بهمنماه ۱۳۹۷",
            "۱۳۹۷/۱۱",
            "1397-11",
            "1397 / 11",
            "۱۳۹۷ بهمن",
            "١٣٩٧/١١",
        ),
        JalaliMonth(1404, 1): ("فروردین ۱۴۰۴", "1404/1"),
    },
    "HalfYear": {
        Half(1404, 1): ("1404-h1", "1404-H1", "۱۴۰۴-h1", "شش‌ماههٔ اول سال ۱۴۰۴", "شش ماهه نخست 1404", "۶ ماهه اول ۱۴۰۴"),
        Half(1404, 2): ("1404-h2", "نیمه دوم ۱۴۰۴", "نیمسال دوم ۱۴۰۴", "۱۴۰۴، شش‌ماههٔ دوم"),
    },
    "QuarterYear": {
        Quarter(1404, 3): (
            "1404-q3",
            "1404-Q3",
            "1404/q3",
            "سه‌ماههٔ سوم سال ۱۴۰۴",
            "پاییز ۱۴۰۴",
            "پائیز 1404",
            "فصل پاییز سال ۱۴۰۴",
        ),
        Quarter(1404, 1): ("1404-q1", "سال ۱۴۰۴ سه ماهه اول", "بهار ۱۴۰۴"),
    },
    "Year": {
        1404: ("1404", "۱۴۰۴", "١٤٠٤", "سال 1404", "سال ۱۴۰۴", "سال‌۱۴۰۴", " ۱۴۰۴ ", "\u200e1404"),
        1301: ("1301",),
        1480: ("۱۴۸۰",),
    },
    "LegalId": {
        "10380284790": (
            "10380284790",
            "۱۰۳۸۰۲۸۴۷۹۰",
            "١٠٣٨٠٢٨٤٧٩٠",
            "1038-0284790",
            "103 8028 4790",
            "۱۰۳۸۰۲۸۴۷۹۰\u200f",
            "10380_284790",
        ),
        "14007650912": ("14007650912", "۱۴۰۰–۷۶۵۰۹۱۲"),
        "10861677542": ("10861677542",),
    },
    "EconomicCode": {
        "411112345678": (
            "411112345678",
            "۴۱۱۱۱۲۳۴۵۶۷۸",
            "٤١١١١٢٣٤٥٦٧٨",
            "4111-1234-5678",
            "4111 1234 5678",
            "۴۱۱۱–۱۲۳۴–۵۶۷۸",
            "411112345678\u200e",
        ),
        "41111234567812": ("41111234567812", "۴۱۱۱۱۲۳۴۵۶۷۸۱۲"),
        "10380284790": ("10380284790",),
    },
    "Sheba": {
        "IR062960000000100324200001": (
            "IR062960000000100324200001",
            "ir062960000000100324200001",
            "Ir062960000000100324200001",
            "IR06 2960 0000 0010 0324 2000 01",
            "IR06-2960-0000-0010-0324-2000-01",
            "IR۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱",
            "IR٠٦٢٩٦٠٠٠٠٠٠٠١٠٠٣٢٤٢٠٠٠٠١",
            "IR 062960000000100324200001",
            "IR062960000000100324200001\u200e",
            "ir06–2960–0000–0010–0324–2000–01",
        )
    },
    "Telephone": {
        "05132123456": (
            "051-32123456",
            "۰۵۱ ۳۲۱۲ ۳۴۵۶",
            "(051) 32123456",
            "+98 51 32123456",
            "0098-51-32123456",
            "05132123456",
            "051/32123456",
        ),
        "09151234567": ("09151234567", "۰۹۱۵۱۲۳۴۵۶۷", "+989151234567", "0915 123 4567"),
    },
    "PostalCode": {
        "9137913316": (
            "9137913316",
            "۹۱۳۷۹۱۳۳۱۶",
            "٩١٣٧٩١٣٣١٦",
            "91379-13316",
            "۹۱۳۷۹-۱۳۳۱۶",
            "91379 13316",
            "91379–13316",
            "91379_13316",
            "9137913316\u200e",
        ),
        "1234567891": ("1234567891",),
    },
    "RegisterNumber": {
        "1404/ق/12": ("1404/ق/12", "۱۴۰۴/ق/۱۲", "١٤٠٤/ق/١٢", " 1404/ق/12", "1404 / ق / 12", "۱۴۰۴/ق/12", "1404/ق/12\u200e"),
        "1404/دع/10001": ("1404/دع/10001", "۱۴۰۴/دع/۱۰۰۰۱"),
        "1399/پی/1": ("1399/پی/1", "1399/پي/1"),
    },
    "KindCode": {
        "ق": ("ق", " ق", "ق "),
        "پی": ("پی", " پی "),
        "دع": ("دع", " دع"),
        "آ": ("آ",),
        "گزا": ("گزا", "گزا "),
    },
    "Axis": {
        "اجتماعی": ("اجتماعی", "اجتماعي", "اجتماعی ", "اجتـماعی"),
        "اقتصادی": ("اقتصادی", "اقتصادي", " اقتصادی"),
        "محیطی": ("محیطی", "كالبدي", "کالبدی", "زیست محیطی", "زیست‌محیطی"),
    },
    "ActorKind": {
        "مردم": ("مردم",),
        "گروه محلی": ("گروه محلی", "گروه‌محلی", "گروه محلي"),
        "نهاد حاکمیتی": ("نهاد حاکمیتی", "نهاد حاكميتي"),
        "نهاد بین‌المللی": ("نهاد بین‌المللی", "نهاد بین المللی", "نهاد بين‌المللي"),
        "خیرین": ("خیرین", "خيرين"),
    },
}

INVISIBLE = (
    "\u200c", "\u200e", "\u2060", "\u00ad", "\u034f", "\u115f", "\u3164", "\u2800", "\u180e", "\ufe0f", " \u200b ", "\u0654",
)  # fmt: skip
"""Texts of which nothing can be seen."""

REFUSED: dict[str, tuple[tuple[str, str], ...]] = {
    "Text": tuple(
        (blank, "value-empty") for blank in ("", " ", "  ", "   ", "\t", "\u00a0", "\u2003", " \t", "\u3000", "\u2009")
    )
    + tuple((text, "text-invisible") for text in INVISIBLE)
    + (("=1+1", "text-formula"), (" =A1", "text-formula"))
    + tuple(
        (text, "text-no-words") for text in ("007", "۰", "12:30", "۱۴۰۴/۱۲/۲۹", "1e309", "-2.5E-3", "NaN", "inf", "–", "'")
    ),
    "Code": (
        ("", "value-empty"),
        (" ", "value-empty"),
        ("=1+1", "text-formula"),
        *((text, "text-invisible") for text in INVISIBLE),
    ),
    "Note": (("=1+1", "text-formula"), *((text, "text-invisible") for text in INVISIBLE)),
    "Id": tuple(
        (text, "bad-id")
        for text in (
            "Z3",
            "z3_golshahr",
            "women-draft",
            "a-sample",
            "-a",
            "محله",
            "a b",
            "a/b",
            "a.b",
            "x" * 65,
            "a07!",
            "۱۲",
            "é",
            "a—b",
            "con",
            "nul",
            "com1",
        )
    ),
    "DutyPartId": tuple(
        (text, "bad-duty-part-id")
        for text in ("gas", "gas/1", "gas/1/", "/1/2", "gas/1/two", "gas/1/123", "Gas/1/2", "gas/۱/۲", "gas-1-2", "gas/1/2/3")
    ),
    "DecisionId": tuple(
        (text, "bad-decision-id")
        for text in (
            "hq-2",
            "hq-2/",
            "/d1",
            "hq 2/d1",
            "HQ-2/d1",
            "hq-2/d1/x",
            "hq-2\\d1",
            "ستاد/۱",
            "hq-2/۱",
            "hq_2/d1",
            "-a/b",
        )
    ),
    "Digest": tuple(
        (text, "bad-digest")
        for text in (
            "a" * 63,
            "a" * 65,
            "A" * 64,
            "g" * 64,
            "۱" * 64,
            "a" * 32,
            f"{'a' * 32} {'b' * 31}",
            f"0x{'a' * 62}",
            "متن",
            "sha256",
        )
    ),
    "DutyId": tuple(
        (text, "bad-duty-id")
        for text in ("gas", "gas/", "/2", "gas/two", "gas/123", "Gas/2", "gas/۲", "gas-2", "gas / 2", "gas/2/1", "گاز/۲")
    ),
    "Count": (
        ("-5", "number-negative"),
        ("−۵", "number-negative"),
        ("۱۲٫۵", "number-not-whole"),
        ("12.0", "number-not-whole"),
        ("زیاد", "number-not-understood"),
        ("1e3", "number-with-words"),
        ("۱۲ نفر", "number-with-words"),
        ("1,25", "number-grouping"),
        ("1.250.000", "number-not-understood"),
        ("1" * 16, "number-too-large"),
        ("۵ تا ۷", "number-with-words"),
    ),
    "Number": (
        ("نیم", "number-not-understood"),
        (".5", "number-not-understood"),
        ("5.", "number-not-understood"),
        ("12/5", "number-slash-ambiguous"),
        ("۱۲/۳۴۵", "number-point-ambiguous"),
        ("۱۲.۳۴۵", "number-point-ambiguous"),
        ("1,25.5", "number-grouping"),
        ("0.1234567891", "number-too-fine"),
        ("1e-3", "number-with-words"),
        (".inf", "number-not-understood"),
        (".nan", "number-not-understood"),
    ),
    "Percent": (
        ("101", "number-above"),
        ("۱۰۰٫۱٪", "number-above"),
        ("-1", "number-below"),
        ("٪", "number-not-understood"),
        ("12%%", "number-not-understood"),
        ("12‰", "number-not-understood"),
        ("دوازده درصد", "number-not-understood"),
        ("7/12", "number-slash-ambiguous"),
        ("۱۲-۱۵٪", "number-not-understood"),
        ("12 در هزار", "number-with-words"),
    ),
    "Rials": (
        ("ریال", "rials-not-understood"),
        ("یک میلیون ریال", "rials-not-understood"),
        ("۱۲۵۰ میلیون", "rials-unit-missing"),
        ("۱۲۵ میلیون تومان", "money-toman"),
        ("۱۲۵ همت", "money-toman"),
        ("100 دلار", "money-foreign"),
        ("-100", "number-negative"),
        ("1.5", "rials-not-whole"),
        ("1,25 ریال", "number-grouping"),
        ("۱۰۰۰ هزار میلیارد ریال", "number-too-large"),
    ),
    "Flag": tuple((text, "flag-not-understood") for text in ("شاید", "1", "۰", "on", "off", "y", "n", "دارد", "+", "بله خیر")),
    "Date": (
        ("1404-02-32", "day-out-of-range"),
        ("1404-07-31", "day-out-of-month"),
        ("1404/12/30", "day-out-of-month"),
        ("1404/13/01", "month-out-of-range"),
        ("1397/11", "date-without-day"),
        ("21/9/1398", "date-day-first"),
        ("2019-12-12", "date-gregorian"),
        ("98/1/1", "year-two-digits"),
        ("شنبه ۲۱ آذر ۱۳۹۸", "weekday-wrong"),
        ("فردا", "date-not-understood"),
        ("1598/1/1", "year-out-of-range"),
    ),
    "Month": (
        ("بهمن", "month-not-understood"),
        ("۱۳۹۷", "month-not-understood"),
        ("ماه ۱۱ سال ۱۳۹۷", "month-not-understood"),
        ("۱۳۹۷/۱۱/۰۱", "month-with-day"),
        ("۱ بهمن ۱۳۹۷", "month-with-day"),
        ("11/1397", "date-day-first"),
        ("97/11", "year-two-digits"),
        ("1397/13", "month-out-of-range"),
        ("1397/0", "month-out-of-range"),
        ("2019/02", "year-gregorian"),
        ("1201/02", "year-out-of-range"),
    ),
    "HalfYear": (
        ("1404-q1", "period-not-half"),
        ("1404", "period-not-half"),
        ("پاییز ۱۴۰۴", "period-not-half"),
        ("1404-h3", "half-out-of-range"),
        ("1404-h0", "half-out-of-range"),
        ("1404-h", "period-not-understood"),
        ("h1-1404", "period-not-understood"),
        ("شش‌ماههٔ اول", "period-not-understood"),
        ("شش‌ماههٔ اول ۹۸", "year-two-digits"),
        ("2025-h1", "year-gregorian"),
    ),
    "QuarterYear": (
        ("1404-h1", "period-not-quarter"),
        ("۱۴۰۴", "period-not-quarter"),
        ("1404-q5", "quarter-out-of-range"),
        ("1404-q0", "quarter-out-of-range"),
        ("1404-q", "period-not-understood"),
        ("سه‌ماههٔ ۱۴۰۴", "period-not-understood"),
        ("بهار", "period-not-understood"),
        ("بهار ۹۸", "year-two-digits"),
        ("2025-q1", "year-gregorian"),
        ("1104-q1", "year-out-of-range"),
    ),
    "Year": (
        ("1404-h1", "period-not-year"),
        ("1404-q1", "period-not-year"),
        ("بهار ۱۴۰۴", "period-not-year"),
        ("98", "year-two-digits"),
        ("2025", "year-gregorian"),
        ("سال ۲۰۲۵", "year-gregorian"),
        ("1299", "year-out-of-range"),
        ("1300", "year-out-of-reach"),
        ("۱۴۸۱", "year-out-of-reach"),
        ("1500", "year-out-of-range"),
        ("14045", "period-not-understood"),
        ("امسال", "period-not-understood"),
        ("1404/01", "period-not-understood"),
    ),
    "LegalId": (
        *(
            (text, "legal-id-form")
            for text in ("1038028479", "103802847901", "1038028479x", "شناسه", "۱۰۳۸۰۲۸۴۷۹²", "+10380284790")
        ),
        *((text, "legal-id-control") for text in ("10380284791", "10380284970", "11111111111", "01380284790")),
    ),
    "EconomicCode": (
        *(
            (text, "economic-code-form")
            for text in ("4111", "4111123456781", "111111111111", "41111234567x", "کد", "4111112345678122", "0", "41.111234567")
        ),
        *((text, "legal-id-control") for text in ("41111234567", "10380284791")),
    ),
    "Sheba": (
        *(
            (text, "sheba-form")
            for text in (
                "IR06296000000010032420000",
                "GB062960000000100324200001",
                "IR",
                "123",
                "حساب",
                "IR06296000000010032420000x",
            )
        ),
        ("062960000000100324200001", "sheba-without-ir"),
        *(
            (text, "sheba-control")
            for text in ("IR062960000000100324200002", "IR602960000000100324200001", "IR062960000000100324200010")
        ),
    ),
    "Telephone": (
        *(
            (text, "telephone-form")
            for text in (
                "123",
                "تلفن",
                "0513212345",
                "051321234567",
                "+1 51 32123456",
                "0915123456",
                "00000000000",
                "051-x2123456",
            )
        ),
        *((text, "telephone-without-area") for text in ("32123456", "۳۲۱۲۳۴۵۶")),
    ),
    "PostalCode": (
        *((text, "postal-code-form") for text in ("123", "91379", "91379133166", "کدپستی", "913791331x", "9137.913316")),
        *((text, "postal-code-impossible") for text in ("0137913316", "1111111111", "۰۰۰۰۰۰۰۰۰۱", "9999999999")),
    ),
    "RegisterNumber": tuple(
        (text, "register-number-form")
        for text in (
            "1404",
            "1404/ق",
            "ق/12",
            "1404/12",
            "1404-ق-12",
            "404/ق/12",
            "1404/ق/0",
            "1404/ق/012",
            "1404/q/12",
            "1404/قققق/1",
            "1504/ق/1",
        )
    ),
    "KindCode": tuple(
        (text, "bad-kind-code") for text in ("q", "۱", "قققق", "ق۱", "ق ب", "ق-", "ي", "ك", "ق/", "قرارداد", "«ق»")
    ),
    "Axis": tuple(
        (text, "not-in-list")
        for text in ("فرهنگی", "social", "اجتماع", "اجتماعی و اقتصادی", "۱", "محیط", "کالبد", "-", "اقتصاد", "همه")
    ),
    "ActorKind": tuple(
        (text, "not-in-list")
        for text in ("شهرداری", "دستگاه", "گروه", "نهاد", "مردم محله", "people", "۱", "خیر", "بخش عمومی", "سایر")
    ),
}

PRINTED: dict[str, Callable[[Any], str]] = {
    "Count": group,
    "Number": decimal_text,
    "Percent": percent_text,
    "Rials": lambda amount: f"{group(amount)} ریال",
    "Flag": lambda flag: "بله" if flag else "خیر",
    "Year": lambda year: numeral(year),
    **dict.fromkeys(("LegalId", "EconomicCode", "Telephone", "PostalCode", "Sheba", "RegisterNumber"), to_persian),
}
"""How a value is printed where `str` is not how."""


def printed(name: str, value: object) -> str:
    """A value as documents print it."""
    return PRINTED.get(name, str)(value)


TYPES: dict[str, Any] = {name: getattr(fields, name) for name in ACCEPTED}
