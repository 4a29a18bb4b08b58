"""Left-to-right stretches: what is marked, how far it reaches, and what stays in the Persian text."""

from __future__ import annotations

import pytest

from generator.tree.nodes import Ltr, Strong, Text
from generator.tree.passes import direction
from tree.documents import blocks, document, p

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
    return "".join(f"⟦{part.text}⟧" if isinstance(part, Ltr) else part.text for part in direction.split(text))


@pytest.mark.parametrize("case", CASES)
def test_a_left_to_right_stretch_is_marked_and_nothing_else(case: str) -> None:
    assert drawn(case.replace("⟦", "").replace("⟧", "")) == case


@pytest.mark.parametrize("case", CASES)
def test_no_character_is_added_or_lost(case: str) -> None:
    text = case.replace("⟦", "").replace("⟧", "")
    assert "".join(part.text for part in direction.split(text)) == text


def test_stretches_are_marked_in_every_inline_place() -> None:
    made = direction.run(document(p("سامانه ", Strong((Text("GIS محله"),)))))
    assert blocks(made) == (p("سامانه ", Strong((Ltr("GIS"), Text(" محله")))),)


def test_a_long_text_takes_time_in_proportion_to_its_length() -> None:
    # A pattern that tries again from each letter would take minutes on either of these.
    hostile = "a" * 20_000 + "." * 20_000 + "۱-" * 20_000 + "a.b@" * 20_000
    assert "".join(part.text for part in direction.split(hostile)) == hostile
