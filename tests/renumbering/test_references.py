"""What is a reference to the contract, what to a law, and what is no reference."""

from __future__ import annotations

import pytest

from generator import renumbering
from generator.renumbering import references
from generator.renumbering.references import Whose
from tests.renumbering.contracts import lines
from tests.renumbering.editing import Edited


def judged(text: str) -> list[tuple[str, str]]:
    found = [*references.find(text)]
    return [
        (text[each.start : each.end], whose.value) for each, whose in zip(found, references.whose(text, found), strict=True)
    ]


@pytest.mark.parametrize("text", [
    "مطابق ماده 12",
    "مادهٔ 12",
    "مادۀ 12",
    "ماده (12)",
    "بند 6-2",
    "بند 6-2 ماده 6",
    "بند «ب» ماده 6",
    "تبصره 2 ماده 7",
    "تبصره ماده 7",
    "تبصرهٔ 2 از ماده 7",
    "تبصره 2 این ماده",
    "ماده 2 پیوست 1",
    "مواد 5 تا 8",
    "ماده‌های 5، 6 و 8",
    "جدول شماره 2",
    "پیوست‌های 1 و 2",
    "ماده 4 مکرر",
])  # fmt: skip
def test_a_reference_to_the_contract_is_one_reference_and_whole(text: str) -> None:
    (found,) = judged(f"برابر {text} است.".replace("برابر مطابق ", "مطابق "))
    assert found == (text.removeprefix("مطابق "), Whose.OURS.value)


@pytest.mark.parametrize("text", [
    "ماده 38 قانون تأمین اجتماعی",
    "ماده (38) قانون تأمین اجتماعی",
    "ماده 29 شرایط عمومی پیمان",
    "مواد 10 و 12 آیین‌نامهٔ تضمین",
    "تبصره 1 ماده 3 لایحهٔ قانونی",
    "بند 3 ماده 5 این قانون",
    "ماده 10 همان آئین نامه",
    "ماده 3 بخشنامهٔ 14/3",
    "ماده 3 دستورالعمل",
    "ماده 7 قرارداد شمارهٔ 12",
])  # fmt: skip
def test_a_reference_to_a_law_is_left_alone(text: str) -> None:
    assert {whose for _, whose in judged(f"برابر {text} عمل می‌شود.")} == {Whose.LAW.value}


@pytest.mark.parametrize(("text", "whose"), [
    ("برابر قانون کار، ماده 12 است", Whose.UNSURE),
    ("برابر قانون کار و ماده 12 این قرارداد است", Whose.OURS),
    ("برابر ماده 7 و ماده 38 قانون است", Whose.UNSURE),
    ("برابر ماده 7 و ماده 8 این قرارداد است", Whose.OURS),
    ("قانون کار جاری است. ماده 12 را ببینید", Whose.OURS),
    ("برابر قانون کار و پیوست 2 است", Whose.OURS),
    ("برابر قانون کار و بند 6-2 است", Whose.OURS),
])  # fmt: skip
def test_a_law_named_near_in_the_sentence_leaves_a_doubt_unless_the_words_settle_it(text: str, whose: Whose) -> None:
    assert judged(text)[0][1] == whose.value


@pytest.mark.parametrize(
    "text", ["اصل 139", "آماده 5 نفر", "ماده 1/5", "پایبند 3", "بندر 2", "ماده مربوط", "تبصره", "مورد 0٫5"]
)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert judged(text) == []


def test_a_number_after_and_is_a_reference_unless_it_counts_something() -> None:
    assert judged("ماده 2 و 3 را ببینید") == [("ماده 2 و 3", "ours")]
    assert judged("ماده 2 و 3 روز بعد") == [("ماده 2", "ours")]


@pytest.mark.parametrize(("before", "after"), [
    ("در ۴ ماده و ۳ تبصره", "در ۵ ماده و ۳ تبصره"),
    ("در چهار (۴) ماده، سه تبصره", "در پنج (۵) ماده، سه تبصره"),
    ("مشتمل بر چهار ماده است", "مشتمل بر پنج ماده است"),
    ("دو ماده از قانون", "دو ماده از قانون"),
    ("در سه مرحله و دو بند", "در سه مرحله و دو بند"),
])  # fmt: skip
def test_a_count_is_put_right_as_it_was_written(before: str, after: str) -> None:
    file = Edited()
    file.type("۱-۱-", f" {before}.")
    file.add("Article", "ماده – نو", before="ماده ۴")
    assert lines(renumbering.renumber(file.data).data)[1].endswith(f" {after}.")
