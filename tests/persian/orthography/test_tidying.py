"""What `tidy` corrects, what it leaves alone, and that a second run finds nothing."""

from __future__ import annotations

import random

import pytest

from generator.persian.orthography import spell, tidy
from tests.persian.orthography.clean_persian import units

Z = "\u200c"

CORRECTED = [
    # letters
    ("ي و ك عربي", "ی و ک عربی"),
    ("مديريت شهري مشكل", "مدیریت شهری مشکل"),
    ("علیى", "علیی"),
    ("کتـــاب", "کتاب"),
    ("خانۀ ما", "خانه\u0654 ما"),
    # verbs
    ("می شود", "می‌شود"),
    ("نمی خواهند", "نمی‌خواهند"),
    ("میشود", "می‌شود"),
    ("نمیتواند", "نمی‌تواند"),
    ("میباشد", "می‌باشد"),
    ("باز می گردند", "باز می‌گردند"),
    ("برمی گردد", "برمی‌گردد"),
    ("برمیگردد", "برمی‌گردد"),
    ("می کرده اند", "می‌کرده‌اند"),
    # «ها» and its endings
    ("برنامه های", "برنامه‌های"),
    ("برنامههای", "برنامه‌های"),
    ("گروهها", "گروه‌ها"),
    ("گروه ها", "گروه‌ها"),
    ("شاخصهایی", "شاخص‌هایی"),
    ("خانه هایشان", "خانه‌هایشان"),
    ("کار ها", "کارها"),
    ("اقدام هایمان", "اقدام‌هایمان"),
    ("طرحهای", "طرح‌های"),
    ("پروژه هاست", "پروژه‌هاست"),
    # what follows a silent ه
    ("برنامه ای", "برنامه‌ای"),
    ("حوزهای", "حوزه‌ای"),
    ("شده اند", "شده‌اند"),
    ("شدهاند", "شده‌اند"),
    ("گفته ایم", "گفته‌ایم"),
    ("همهی", "همه\u0654"),
    ("محله ی", "محله\u0654"),
    # comparisons
    ("مهم تر", "مهم‌تر"),
    ("بزرگ ترین", "بزرگ‌ترین"),
    ("قوی ترین", "قوی‌ترین"),
    # compounds
    ("آگاهیرسانی", "آگاهی‌رسانی"),
    ("بیتفاوت", "بی‌تفاوت"),
    ("قرضالحسنه", "قرض‌الحسنه"),
    ("بینالمللی", "بین‌المللی"),
    ("بین المللی", "بین‌المللی"),
    ("حاشیه نشین", "حاشیه‌نشین"),
    ("برنامه ریزی", "برنامه‌ریزی"),
    ("اطلاع رسانی", "اطلاع‌رسانی"),
    ("توانمند سازی", "توانمندسازی"),
    ("دانشآموزان", "دانش‌آموزان"),
    ("کارتنخوابها", "کارتن‌خواب‌ها"),
    ("به روز رسانی", "به‌روزرسانی"),
    ("ابراهیمآباد", "ابراهیم‌آباد"),
    # spaces
    ("فرهنگی ، اجتماعی", "فرهنگی، اجتماعی"),
    ("فرهنگی،اجتماعی", "فرهنگی، اجتماعی"),
    ("هدف : توسعه", "هدف: توسعه"),
    ("هدف:توسعه", "هدف: توسعه"),
    ("پایان یافت .", "پایان یافت."),
    ("پایان یافت.سپس", "پایان یافت. سپس"),
    ("( طرح )", "(طرح)"),
    ("« طرح »", "«طرح»"),
    ("دو  فاصله\u00a0دارد", "دو فاصله دارد"),
    ("آن\u200c\u200cها", "آن‌ها"),
    ("داده\u200c محله", "داده محله"),
    ("آیا می شود ؟", "آیا می‌شود؟"),
    # digits
    ("۱۲ نفر و 15 خانوار", "۱۲ نفر و ۱۵ خانوار"),
    ("سال 1398 و ٤ ماه", "سال ۱۳۹۸ و ۴ ماه"),
    ("مورخ 1398/09/21 ابلاغ شد", "مورخ ۱۳۹۸/۰۹/۲۱ ابلاغ شد"),
    ("مبلغ 1,250,000 ریال", "مبلغ ۱,۲۵۰,۰۰۰ ریال"),
    ("برای 12.", "برای ۱۲."),
]

KEPT = [
    "",
    "حرفهای",
    "کارهای شهر",
    "ابزارها و نهادهای محلی",
    "تنها، انتها، بها و رها",
    "میدان، میان، میراث و میزان",
    "آنها و اینها",
    "بزرگتر و مهمترین",
    "کتابخانه و دانشگاه",
    "بزرگسالان",
    "همکاری، همچنین و همدیگر",
    "صنایع دستی",
    "بخشی از جامعه",
    "به عنوان نمونه",
    "به این ترتیب که می‌بینید",
    "ای کاش",
    "این را همه ای بسا بدانند",
    "خانهٔ ما و خانه‌ی شما",
    "شهرمشهد",
    "پروزه",
    "در در محدوده",
    "زیر ساخت",
    "توان بخشی",
    "قابل دسترسی",
    "دو مرحله‌ای",
    # not Persian, or not prose
    "IPv4 و A4",
    "نسخهٔ 2.0.1 از Word",
    "RFC 1918",
    "https://example.ir/a1/2",
    "z3-golshahr",
    "x ,y",
    "192.168.0.1",
    "file2.docx",
    "دستور 5 MB",
    "ساعت 12:30",
    "ق.م و ه.ش",
    "۱۲،۵۰۰",
    "… و ...",
    "ج.ا.ایران",
    "خط\nتازه ",
]


@pytest.mark.parametrize(("typed", "corrected"), CORRECTED, ids=[typed for typed, _ in CORRECTED])
def test_what_is_sure_is_corrected(typed: str, corrected: str) -> None:
    assert tidy(typed) == corrected


@pytest.mark.parametrize("text", KEPT)
def test_what_is_right_doubtful_or_not_persian_is_kept(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize("corrected", [corrected for _, corrected in CORRECTED])
def test_a_corrected_text_is_kept_as_it_is(corrected: str) -> None:
    assert tidy(corrected) == corrected


def test_spelling_alone_changes_neither_spaces_between_words_nor_half_spaces() -> None:
    assert spell("مي شود ، 12") == "می شود ، 12"


def test_a_second_run_changes_nothing_whatever_was_typed() -> None:
    chance = random.Random(1398)
    slips = [
        " ",
        "",
        Z,
        " ،",
        "،",
        ".",
        " .",
        ":",
        "( ",
        " )",
        "ي",
        "ك",
        "12",
        "\u00a0",
        "  ",
        "ها",
        "های",
        " می ",
        "ه ای",
        "\n",
    ]
    for text in units("mediawiki")[:1500]:
        characters = list(text)
        for _ in range(chance.randint(1, 8)):
            characters[chance.randrange(len(characters))] = chance.choice(slips)
        once = tidy("".join(characters))
        assert tidy(once) == once


def test_letters_are_never_lost_nor_added_but_for_the_ezafe_of_a_silent_he() -> None:
    chance = random.Random(1404)
    for text in units("wordpress")[:800]:
        damaged = "".join(character for character in text if character != Z or chance.random() < 0.5)
        before = [letter for letter in damaged if letter.isalpha()]
        after = [letter for letter in tidy(damaged).replace("\u0654", "ی") if letter.isalpha()]
        assert after == [letter for letter in damaged.replace("\u0654", "ی") if letter.isalpha()] or before == after
