"""The damage of the published plan (`fixtures/text_fixes.yaml`), half of whose forms were set aside while rules were written.

A form is held out when the first byte of the SHA-256 of its raw spelling is odd. Kinds of the list: `zwnj`, a half-space
dropped or typed as a space, is corrected; `space`, words glued together, and `typo` and `dup` are reported and never changed;
`var`, another accepted spelling, is left alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.persian.orthography import suspicions, tidy

FORMS = yaml.safe_load((Path(__file__).parent / "fixtures" / "text_fixes.yaml").read_text(encoding="utf-8"))


def _is_set_aside(form: dict[str, str]) -> bool:
    return hashlib.sha256(form["raw"].encode()).digest()[0] % 2 == 1


SET_ASIDE = [form for form in FORMS if _is_set_aside(form)]
DEVELOPED = [form for form in FORMS if not _is_set_aside(form)]
HALVES = pytest.mark.parametrize("half", [SET_ASIDE, DEVELOPED], ids=["set aside", "developed"])

Form = dict[str, str]


def _is_corrected(form: Form) -> bool:
    return tidy(form["raw"].strip()) == form["clean"].strip()


def _is_reported(form: Form) -> bool:
    return bool(suspicions(tidy(form["raw"].strip())))


def _share(forms: list[Form], holds: Callable[[Form], bool]) -> float:
    return sum(map(holds, forms)) / len(forms)


def _of(half: list[Form], *kinds: str) -> list[Form]:
    return [form for form in half if form["kind"] in kinds]


def test_both_halves_hold_forms_of_every_kind() -> None:
    assert len(FORMS) == 123
    for half in (SET_ASIDE, DEVELOPED):
        assert {form["kind"] for form in half} == {"zwnj", "space", "typo", "var", "dup"}


def test_at_least_95_in_100_half_spaces_set_aside_are_corrected() -> None:
    assert _share(_of(SET_ASIDE, "zwnj"), _is_corrected) >= 0.95


def test_at_least_85_in_100_half_spaces_developed_on_are_corrected() -> None:
    assert _share(_of(DEVELOPED, "zwnj"), _is_corrected) >= 0.85


@HALVES
def test_a_half_space_that_is_not_corrected_is_reported_but_for_names(half: list[Form]) -> None:
    missed = [form["raw"] for form in _of(half, "zwnj") if not _is_corrected(form) and not _is_reported(form)]
    assert set(missed) <= {"عباسپور"}


@HALVES
def test_at_least_60_in_100_glued_words_and_typos_are_reported(half: list[Form]) -> None:
    assert _share(_of(half, "space", "typo", "dup"), _is_reported) >= 0.6


@HALVES
def test_at_least_85_in_100_glued_words_are_reported(half: list[Form]) -> None:
    assert _share(_of(half, "space"), _is_reported) >= 0.85


@pytest.mark.parametrize("form", _of(FORMS, "space", "typo"), ids=lambda form: form["raw"].strip())
def test_glued_words_and_typos_keep_their_letters_and_are_not_split(form: Form) -> None:
    raw, corrected = form["raw"].strip(), tidy(form["raw"].strip())
    assert corrected.replace("\u200c", "").replace(" ", "") == raw.replace("\u200c", "").replace(" ", "")
    assert corrected.count(" ") <= raw.count(" ")


def test_a_word_of_two_readings_is_reported_with_both() -> None:
    assert tidy("حرفهای") == "حرفهای"
    (doubt,) = suspicions("حرفهای")
    assert doubt.kind == "ambiguous"
    assert set(doubt.suggestions) == {"حرفه‌ای", "حرف‌های"}


@pytest.mark.parametrize(
    ("glued", "split"),
    [
        ("بادستگاههاونهادهای", "با دستگاه‌ها و نهادهای"),
        ("شهرمشهد", "شهر مشهد"),
        ("وبرنامه", "و برنامه"),
        ("ازقلمروخویشاوندی", "از قلمرو خویشاوندی"),
        ("بصورت", "به صورت"),
    ],
)
def test_glued_words_are_reported_with_their_parts(glued: str, split: str) -> None:
    (doubt,) = suspicions(tidy(glued))
    assert (doubt.kind, doubt.suggestions) == ("glued", (split,))


@pytest.mark.parametrize(("typed", "meant"), [("پروزه", "پروژه"), ("خاکتستری", "خاکستری"), ("اجهت", "جهت")])
def test_a_typo_is_reported_with_the_word_meant(typed: str, meant: str) -> None:
    (doubt,) = suspicions(tidy(typed))
    assert doubt.kind == "typo"
    assert meant in doubt.suggestions


def test_a_doubled_word_is_reported() -> None:
    (doubt,) = suspicions("در در محدوده")
    assert (doubt.kind, doubt.word, doubt.start, doubt.end) == ("doubled", "در", 0, 5)


def test_a_word_said_twice_on_purpose_is_not_reported() -> None:
    assert suspicions("کم کم کار رفته رفته بهتر شد") == []
