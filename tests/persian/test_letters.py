"""One spelling of letters, comparison of words, and the order of the alphabet."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from generator.persian import fold, near_matches, normalise, sort_key, to_persian, to_western


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("كمك", "کمک"),
        ("محلۀ ما", "محلهٔ ما"),
        ("ريـــال", "ریال"),
        ("الف\u00a0ب", "الف ب"),
        ("الف \t  ب", "الف ب"),
        ("  الف  ", "الف"),
        ("می\u200c\u200cشود", "می\u200cشود"),
        ("خانه\u200c ها", "خانه ها"),
        ("خانه \u200c ها", "خانه ها"),
        ("\u200cخانه\u200c", "خانه"),
        ("الف\u200bب\ufeffج\u00ad", "الفبج"),
        ("الف \r\n ب", "الف\nب"),
        ("الف\n\n\n\nب", "الف\n\nب"),
        ("آ\u0628", "آب"),
        ("ا\u0653ب", "آب"),
        ("۱۳۹۸ ه\u200d.ش", "۱۳۹۸ ه\u200d.ش"),
        ("m²", "m²"),
        ("۱۲ 12", "۱۲ 12"),
        ("«نقل»", "«نقل»"),
    ],
)
def test_a_text_gets_the_one_spelling_of_its_characters(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_a_normal_text_stays_as_it_is() -> None:
    chance = random.Random(3)
    pieces = [*"اآبيیكکهۀئ \n\t\u200c\u200b\u00a0\u0654\u0653\u0640a²۱", "\r\n", "می\u200cشود"]
    for _ in range(2000):
        once = normalise("".join(chance.choices(pieces, k=12)))
        assert normalise(once) == once == unicodedata.normalize("NFC", once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("برنامه‌ها", "برنامه ها"),
        ("برنامه‌ها", "برنامهها"),
        ("علي", "علی"),
        ("كارگروه", "کارگروه"),
        ("تأمین", "تامین"),
        ("محلهٔ", "محله"),
        ("مُحله", "محله"),
        ("منطقه ۱۲", "منطقه12"),
        ("Start", "start"),
        ("ﻣﺤﻠﻪ", "محله"),
        ("\u200fمحله\u200e", "محله"),
        ("آ\u0628", "ا\u0653ب"),
    ],
)
def test_spellings_that_a_reader_takes_for_the_same_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("آب", "اب"), ("پل", "بل"), ("start_date", "start-date"), ("۱۲", "۲۱")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_misspelt_word_finds_the_one_that_was_meant() -> None:
    kinds = ["action-plan", "action-sheet", "contract", "notification"]
    assert near_matches("acton-plan", kinds)[0] == "action-plan"
    assert near_matches("گلشهر", ["گل‌شهر", "رسالت"]) == ["گل‌شهر"]
    assert near_matches("xyz", kinds) == []
    assert len(near_matches("action", ["action1", "action2", "action3", "action4"])) == 3


def test_digits_change_their_script_and_nothing_else_does() -> None:
    assert to_persian("بند 12 و ٣٤") == "بند ۱۲ و ۳۴"
    assert to_western("بند ۱۲ و ٣٤") == "بند 12 و 34"


def test_names_are_sorted_by_the_persian_alphabet() -> None:
    text = "آ ابر پل تاک ثنا جو چاه خانه دل ژاله سرو شب صدف ضرب طرح ظرف عدد غار فرش قلم کاج گل لاله مار نان وان هما یاس"
    words = re.findall(r"\S+", text)
    assert sorted(random.Random(4).sample(words, len(words)), key=sort_key) == words


def test_numbers_in_names_are_sorted_by_value_and_before_letters() -> None:
    ordered = ["منطقه ۲", "منطقه ۱۰", "منطقه 11", "منطقه الف"]
    assert sorted(random.Random(5).sample(ordered, 4), key=sort_key) == ordered


def test_half_spaces_and_arabic_letters_do_not_move_a_name() -> None:
    assert sorted(["مهرگان", "مهر\u200cآباد", "مهر", "كاج", "گل"], key=sort_key) == [
        "كاج",
        "گل",
        "مهر",
        "مهر\u200cآباد",
        "مهرگان",
    ]
