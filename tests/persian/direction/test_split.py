"""The stretches of a text: what runs from the left, how far it reaches, and what stays in the Persian text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.persian.direction import marked, split, turned

# Stretches are written between ⟦ ⟧.
CASES = [
    # Latin words and the spaces between them
    "به‌روزرسانی برنامه‌های اقدام (⟦Action Plans⟧) محلات",
    "⟦Action Plans 2019⟧ در مشهد",
    "سازمان ⟦UN-Habitat⟧ و بانک جهانی",
    "سامانه ⟦GIS⟧، ⟦GPS⟧ و ⟦RS⟧.",
    "کد ⟦NGO-2⟧ است",
    "برنامه ⟦UN (Habitat) Programme⟧ است",
    "(⟦GIS⟧)",
    "«⟦Best Practice⟧»",
    "استاندارد ⟦ISO 9001:2015⟧ را",
    "گروه ⟦R&D⟧ و ⟦Research & Development⟧",
    "عبارت ⟦Don't⟧ است",
    "⟦COVID-19⟧",
    "برگه ⟦A4⟧ و شبکه ⟦5G⟧",
    "⟦Über Çınar⟧ و ⟦Ωμέγα⟧",
    # signs at the edge of a Latin word
    "زبان ⟦C++⟧ و ⟦C#⟧",
    "چارچوب ⟦.NET⟧ است",
    "زیربنا ۲۵ ⟦m²⟧ و دما ⟦۵°C⟧ و ⟦CO₂⟧ و ⟦x² + y² = z²⟧",
    "گاز ⟦NOₓ⟧ و یون ⟦Ca²⁺⟧ و ⟦SO₄²⁻⟧ و ذرات ⟦PM₂.₅⟧ و ⟦10⁻³⟧",
    "دمای ⟦−۷°C⟧ و ⟦-7 °C⟧ و مختصات ⟦36.2605° N, 59.6168° E⟧",
    "فاصله ⟦CI 95%⟧ و حساب ⟦@office_ir⟧ و ⟦#tag⟧ و دستور ⟦--help⟧",
    "پوشه ⟦docs\\reports\\⟧ و ⟦/home/office/a⟧ و ⟦C:\\Users\\a b\\⟧ و ⟦../x/⟧ و ⟦%APPDATA%\\sanad⟧",
    # sentences, references and formulas in one piece
    "منبع: ⟦Roe, P. (2018). City Form, vol. 4, no. 1, pp. 7–9⟧.",
    "شرکت ⟦Alpha Co. Ltd⟧. در قرارداد (⟦Alpha Co. Ltd.⟧) و «⟦Hello, world!⟧»",
    "نمودار (⟦Fig. 3, p. 12⟧) و فرمول (⟦a+b⟧)",
    "ساعت ۱۸:۰۰ (⟦UTC+3:30⟧) و ⟦GMT+3⟧",
    "رسانایی ⟦W/(m·K)⟧، ⟦y=2x+3⟧، ⟦n→n+1⟧، ⟦t(24)=2.1⟧",
    # digits beside Latin: which script they are of decides
    "سازمان ⟦NGO⟧ ۵ نفر و ⟦Wi-Fi ۵ GHz⟧ و ⟦Windows 10⟧ است",
    # Persian marks end a stretch
    "⟦Excel⟧، ⟦Word⟧ و «⟦GIS⟧»، «⟦GPS⟧»؟",
    # the end of a sentence does not belong to it
    "از ⟦GIS⟧. سپس ⟦Excel⟧؛ آنگاه ⟦Word⟧: پایان",
    "⟦NGO⟧های محلی",
    "⟦NGO⟧\u200cها",
    # addresses
    "نشانی ⟦https://www.mashhad.ir/plan?id=7&lang=fa⟧ را ببینید",
    "نشانی ⟦https://mashhad.ir/⟧.",
    "(⟦https://mashhad.ir/a⟧)",
    "رایانامه ⟦info@mashhad.ir⟧ است",
    "وبگاه ⟦www.mashhad.ir⟧",
    # telephones and other long numbers with hyphens
    "تلفن ⟦۰۵۱-۳۸۴۵۶۷۸۹⟧",
    "تلفن: ⟦051-38456789⟧",
    "تلفن (⟦۰۵۱-۳۸۴۵۶۷۸۹⟧)",
    "همراه ⟦+98 915 123 4567⟧ و ⟦+98-51-38456789⟧",
    "همراه ⟦0915 123 4567⟧",
    "همراه ⟦۰۹۱۵-۱۲۳-۴۵۶۷⟧",
    "کد پستی ⟦۹۱۷۳۵-۱۲۳۴۵⟧",
    # numbers with a sign
    "کاهش ⟦-۵⟧٪ و رشد ⟦+۳٫۵⟧٪",
    "دمای ⟦−۵⟧ درجه",
    "خطای ⟦±۲⟧",
    "(⟦-۵⟧)",
    "⟦-1,250⟧",
    # what needs no help
    "۱۴۰۳–۱۴۰۵",
    "سال‌های ۱۴۰۳-۱۴۰۵ و 1403–1405",
    "بند ۶-۲ و بند ۱-۲-۳",
    "۲-۱",
    "از ۱۰-۲۰ تا ۱۰۰–۲۰۰ نفر",
    "مورخ ۱۳۹۸/۰۹/۲۱",
    "1398-09-21",
    "۱۲٫۵٪ و ۱٬۲۵۰٬۰۰۰ ریال",
    "۱۲/۳۴۵/ص",
    "روز ۱۵ – شنبه - ۵ نفر",
    "نسبت ۱:۲",
    "تلفن ۳۸۴۵۶۷۸۹ داخلی ۱۲",
    "متن فارسی با نیم‌فاصله و «گیومه» (پرانتز)",
    "",
]


def drawn(text: str) -> str:
    """The text with its stretches between ⟦ ⟧."""
    return "".join(f"⟦{part}⟧" if ltr else part for part, ltr in split(text))


@pytest.mark.parametrize("case", CASES)
def test_a_left_to_right_stretch_is_marked_and_nothing_else(case: str) -> None:
    assert drawn(case.replace("⟦", "").replace("⟧", "")) == case


@pytest.mark.parametrize("case", CASES)
def test_no_character_is_added_or_lost_and_no_two_stretches_of_one_direction_touch(case: str) -> None:
    text = case.replace("⟦", "").replace("⟧", "")
    parts = split(text)
    assert "".join(part for part, _ in parts) == text
    assert all(one.ltr != other.ltr for one, other in pairwise(parts))


def test_a_number_that_is_cut_runs_from_the_left_and_one_that_is_not_stays() -> None:
    assert split("در ۱۳۹۸/۰۹/۲۱ و", cuts=[7]) == [("در ", False), ("۱۳۹۸/۰۹/۲۱", True), (" و", False)]
    assert split("در ۱۳۹۸/۰۹/۲۱ و", cuts=[3]) == [("در ۱۳۹۸/۰۹/۲۱ و", False)]


HOSTILE = ["a" * 20_000 + "." * 20_000 + "۱-" * 20_000 + "a.b@" * 20_000]
HOSTILE += [piece * 20_000 for piece in ("(a", "a)", "a/", "a.)", '"a.', "a ۱", "۱.۱", "+98 ", "%a", "..../", "[")]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_long_text_takes_time_in_proportion_to_its_length(hostile: str) -> None:
    # A pattern that tries again from each letter would take minutes.
    assert "".join(part for part, _ in split(hostile)) == hostile


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("الف → ب ⇒ ۵", "الف ← ب ⇐ ۵"),
        ("از A → B به", "از A → B به"),
        ("GIS → سامانه", "GIS ← سامانه"),
        ("→", "→"),
        ("→ ب", "→ ب"),
    ],
)
def test_an_arrow_between_persian_words_points_on(typed: str, printed: str) -> None:
    assert "".join(part for part, _ in turned(split(typed))) == printed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("۶-۲", "۶\u200f-\u200f۲"),
        ("۴۵٪ و %۴۵", "۴۵\u200f٪ و %\u200f۴۵"),
        ("زبان C++ است", "زبان C++\u200e است"),
        ("Excel، Word", "Excel\u200f، Word"),
        ("۰۵۱-۳۸۴۵۶۷۸۹", "\u200e۰۵۱-۳۸۴۵۶۷۸۹\u200e"),
        ("در ۱۳۹۸/۰۹/۲۱ با ۴۵٫۵ و ۱٬۲۰۰ ریال", "در ۱۳۹۸/۰۹/۲۱ با ۴۵٫۵ و ۱٬۲۰۰ ریال"),
    ],
)
def test_marks_stand_where_a_reader_of_text_would_find_another_order(text: str, written: str) -> None:
    assert marked(split(text)) == written
