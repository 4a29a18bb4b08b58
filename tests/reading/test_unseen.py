"""What nobody sees is told of at its own place, by its Persian name, in every form of writing: in values, keys and ids."""

from __future__ import annotations

import pytest

from generator.persian.invisible import name_of
from generator.problems.errors import Severity
from tests.reading.plans_tree import NEEDS, PLAN, PROFILE, PlansTree, reported

MARKS = {
    "soft hyphen": ("\u00ad", "خط پیوند نرم (U+00AD)"),
    "Arabic letter mark": ("\u061c", "نشانهٔ حرف عربی (U+061C)"),
    "zero-width space": ("\u200b", "فاصلهٔ بی‌پهنا (U+200B)"),
    "ZWJ": ("\u200d", "اتصال مجازی (U+200D)"),
    "LRM": ("\u200e", "نشانهٔ چپ‌به‌راست (U+200E)"),
    "RLM": ("\u200f", "نشانهٔ راست‌به‌چپ (U+200F)"),
    "word joiner": ("\u2060", "پیوند بی‌پهنا (U+2060)"),
    "BOM": ("\ufeff", "نشانهٔ ترتیب بایت (BOM)"),
}
SPACES = {
    "tab": ("\t", "جدول‌بند (Tab)"),
    "NBSP": ("\u00a0", "فاصلهٔ نشکن (U+00A0)"),
    "narrow NBSP": ("\u202f", "فاصلهٔ نشکن باریک (U+202F)"),
    "em space": ("\u2003", "فاصلهٔ ناهم‌اندازه (U+2003)"),
    "ideographic space": ("\u3000", "فاصلهٔ پهن (U+3000)"),
}
UNSEEN = MARKS | SPACES

FORMS = {
    "plain": "social: فضای سب§ز",
    "single quotes": "social: 'it''s فضای سب§ز'",
    "double quotes": 'social: "فضای سب§ز"',
    "literal block": "social: |\n  سطر نخست\n  فضای سب§ز",
    "folded block": "social: >-\n  سطر نخست\n\n    فضای سب§ز",
    "plain over lines": "social: سطر نخست\n  فضای سب§ز",
}
"""How a text can be written; a character goes where the mark is, within a word that joins there."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", UNSEEN)
def test_a_character_of_a_text_that_is_not_seen_is_told_of_at_its_place_by_its_name(
    plans: PlansTree, kind: str, form: str
) -> None:
    character, name = UNSEEN[kind]
    problems = plans.plant(PROFILE, "social: اجتماعی", FORMS[form].replace("§", f"§{character}")).read().problems
    (found,) = problems
    code = "text-stray-mark" if kind in MARKS else "text-stray-space"
    assert reported(problems, plans.root) == [(code, PROFILE, *plans.marked[PROFILE])]
    assert (found.severity, found.where) == (Severity.WARNING, "وضع اجتماعی")
    assert name in found.message
    assert name_of(character) == name


@pytest.mark.parametrize(("escape", "name"), [("\\t", "Tab"), ("\\u200f", "راست‌به‌چپ"), ("\\_", "نشکن"), ("\\xad", "نرم")])
def test_one_that_an_escape_writes_is_told_of_at_the_escape(plans: PlansTree, escape: str, name: str) -> None:
    problems = plans.plant(PROFILE, "social: اجتماعی", f'social: "وضع \\\\ §{escape} محله"').read().problems
    assert [(line, column) for _, _, line, column in reported(problems, plans.root)] == [plans.marked[PROFILE]]
    assert name in problems[0].message


def test_several_of_a_value_are_told_of_each_at_its_own_place(plans: PlansTree) -> None:
    text = "social: کمبود\u200f فضای\u00a0آموزشی و \u200eدبستان\u200dها و\u00a0راه"
    found = plans.plant(PROFILE, "social: اجتماعی", text).read().problems
    assert [(problem.code, problem.place.column) for problem in found if problem.place] == [
        ("text-stray-mark", text.index("\u200f") + 1),
        ("text-stray-space", text.index("\u00a0") + 1),
        ("text-stray-mark", text.index("\u200e") + 1),
        ("text-stray-mark", text.index("\u200d") + 1),
    ]
    assert "، ۲ بار" in found[1].message


@pytest.mark.parametrize("kind", UNSEEN)
def test_one_in_a_number_a_date_or_a_closed_list_is_told_of_too(plans: PlansTree, kind: str) -> None:
    character, _ = UNSEEN[kind]
    plans.plant(PLAN, "start: ۱۴۰۳/۰۷", f'start: "۱۴۰۳/۰۷§{character}"')
    found = [(code, place) for code, _, *place in reported(plans.read().problems, plans.root)]
    code = "text-stray-mark" if kind in MARKS else "text-stray-space"
    assert found[-1] == (code, [*plans.marked[PLAN]])
    assert {code for code, _ in found[:-1]} <= {"month-not-understood"}


KEPT = {
    "half-spaces": "social: برنامه‌های محله و HTML‌ها و a‌b",
    "ZWJ that shapes a letter": "social: سال ۱۳۹۸ ه\u200d.ش",
    "ZWJ that joins a picture": "social: خانواده 👨\u200d👩\u200d👧",
    "in comments": "social: اجتماعی  # یاد\u200fداشت\u00a0و\tجز آن",
    "text as published": "economic: x",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_a_text_needs_or_nobody_prints_is_not_told_of(plans: PlansTree, text: str) -> None:
    key = text.partition(":")[0]
    old = next(line for line in plans.files[PROFILE].split("\n") if line.startswith(f"{key}:"))
    assert plans.plant(PROFILE, old, text).read().problems == ()


def test_a_published_text_keeps_them(plans: PlansTree) -> None:
    key = "agencies/welfare.yaml"
    assert plans.plant(key, "text: بهزیستی", "text: به\u200fزیستی\u00a0").read().problems == ()


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"'])
@pytest.mark.parametrize("kind", [*MARKS, "half-space"])
def test_a_key_is_told_to_be_typed_anew_at_the_character(plans: PlansTree, kind: str, form: str) -> None:
    character = MARKS[kind][0] if kind in MARKS else "\u200c"
    for spoilt in (f"§{character}location", f"loca§{character}tion", f"location§{character}"):
        planted = PlansTree(plans.root).plant(PLAN, "location: محله", f"{form.format(spoilt)}: محله")
        problems = planted.read().problems
        assert reported(problems, plans.root) == [("yaml-key-unseen", PLAN, *planted.marked[PLAN])]
        assert name_of(character) in problems[0].message
        assert "دوباره بنویسید: «location:»" in problems[0].hint


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"', "|\n      {}", ">-\n      {}"])
@pytest.mark.parametrize("kind", [*MARKS, "half-space"])
def test_an_id_is_told_to_be_typed_anew_at_the_character(plans: PlansTree, kind: str, form: str) -> None:
    character = MARKS[kind][0] if kind in MARKS else "\u200c"
    for spoilt in (f"§{character}welfare", f"wel§{character}fare", f"welfare§{character}"):
        planted = PlansTree(plans.root).plant(PLAN, "lead: welfare", f"lead: {form.format(spoilt)}")
        problems = planted.read().problems
        assert reported(problems, plans.root) == [("id-unseen", PLAN, *planted.marked[PLAN])]
        assert name_of(character) in problems[0].message
        assert "دوباره بنویسید: «welfare»" in problems[0].hint


def test_an_id_in_a_list_and_a_duty_are_ids_too(plans: PlansTree) -> None:
    plans.plant(PLAN, "partners: [welfare]", "partners: [wel\u200ffare]").plant(PLAN, "[welfare/1]", "[welfare/\u200e1]")
    found = plans.read().problems
    assert [(problem.code, "welfare" in problem.hint) for problem in found] == [("id-unseen", True), ("id-unseen", True)]


def test_a_file_full_of_them_is_told_of_in_bounded_words(plans: PlansTree) -> None:
    line = "  - {id: n%d, title: اش\u200fتغال, axis: اقتصادی, priority: ۱, evidence: ک, agencies: [welfare], proposal: آ}\n"
    plans.plant(NEEDS, "issues:", "".join(line % number for number in range(100, 300)) + "issues:")
    found = plans.read().problems
    assert len(found) == 51
    assert found[-1].code == "text-stray-more"
    assert "۱۵۰" in found[-1].message
