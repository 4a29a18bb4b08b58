"""Mistakes that newcomers and offices made with these files: what is said is what a layman has to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.errors import Problem, Severity
from tests.reading.plans_tree import (
    APPROVALS,
    CONTRACT,
    FIRST,
    IDENTITY,
    LETTER,
    MEETING,
    NEEDS,
    OFFICE,
    PLAN,
    PlansTree,
    reported,
)


def one(plans: PlansTree, key: str, old: str, new: str) -> Problem:
    """The one problem of a planted mistake, which is at the mark."""
    problems = plans.plant(key, old, new).read().problems
    assert [(file, line, column) for _, file, line, column in reported(problems, plans.root)] == [(key, *plans.marked[key])]
    return problems[0]


NAMES = {
    "agency": (PLAN, "lead: welfare", "lead: §شهرداری مشهد", "«municipality»"),
    "agency by its short name, spelt otherwise": (PLAN, "partners: [welfare]", "partners: [§بهزيستي]", "«welfare»"),
    "need": (PLAN, "needs: [n01]", "needs: [§پسماند]", "«n02»"),
    "need of an issue": (NEEDS, "needs: [n02]", "needs: [§پسماند]", "«n02»"),
    "zone": (IDENTITY, "zone: z1", "zone: §ب", "«z2»"),
    "neighbourhood": (IDENTITY, "[z2-be]", "[§ب]", "«z2-be»"),
    "group": (PLAN, "group: women", "group: §زنان", "«women»"),
    "body": (APPROVALS, "body: committee", "body: §کمیته راهبردی", "«committee»"),
    "body by another name": (APPROVALS, "body: committee", "body: §کمیته", "«committee»"),
    "agency or body": (CONTRACT, "supervisor: secretariat", "supervisor: §دبیرخانه", "«secretariat»"),
    "rate": (CONTRACT, "rate: performance-guarantee", "rate: §تضمین انجام تعهدات", "«performance-guarantee»"),
    "approval": (CONTRACT, "basis: [office]", "basis: [§دفتر]", "«office»"),
    "action": (FIRST, "action: a02", "action: §ساماندهی پسماند", "«a02»"),
    "letter": (LETTER, "letter: invite", "letter: §دعوت به جلسه", "«invite»"),
    "who is represented": (MEETING, "represents: committee", "represents: §کمیته راهبردی", "«committee»"),
}


@pytest.mark.parametrize(("key", "old", "new", "ids"), NAMES.values(), ids=NAMES)
def test_a_known_name_in_the_place_of_an_id_is_answered_with_its_id(
    plans: PlansTree, key: str, old: str, new: str, ids: str
) -> None:
    found = one(plans, key, old, new)
    assert (found.code, found.severity) == ("id-is-name", Severity.ERROR)
    assert found.hint == f"بنویسید: {ids}."


def test_a_name_of_several_is_answered_with_all_of_them(plans: PlansTree) -> None:
    plans.plant(NEEDS, "title: پسماند", "title: اشتغال")
    assert one(plans, PLAN, "needs: [n01]", "needs: [§اشتغال]").hint == "بنویسید: «n01» یا «n02»."


def test_a_name_is_found_in_a_file_that_has_a_mistake_itself(plans: PlansTree) -> None:
    plans.plant(NEEDS, "priority: ۲", "priority: کم").plant(PLAN, "needs: [n01]", "needs: [پسماند]")
    assert [found.code for found in plans.read().problems] == ["number-not-understood", "id-is-name"]


def test_a_name_that_is_nearly_known_is_answered_with_the_nearest_and_another_with_all(plans: PlansTree) -> None:
    near = one(plans, PLAN, "lead: welfare", "lead: §شهرداری مشد")
    assert (near.code, near.hint) == ("id-not-known", "منظورتان «municipality (شهرداری مشهد)» بود؟")
    far = one(PlansTree(plans.root), PLAN, "lead: welfare", "lead: §آتش‌نشانی")
    assert far.hint == "یکی از این‌ها را بنویسید: «municipality (شهرداری مشهد)»، «welfare (اداره کل بهزیستی)»."


def test_an_id_of_its_own_is_no_name_of_another(plans: PlansTree) -> None:
    assert one(plans, OFFICE, "id: office\n", "id: §دفتر الف\n").code == "bad-id"


AMOUNTS = {
    "budget": (PLAN, "amount: ۲۰۰ میلیون ریال", "amount: §۵۰۰۰", "amount: ۵٬۰۰۰ میلیون ریال"),
    "budget in Western digits": (PLAN, "amount: ۳۰۰ میلیون ریال", "amount: §300", "amount: ۳۰۰ میلیون ریال"),
    "contract": (CONTRACT, "amount: ۱۲۰۰ میلیون ریال", "amount: §۱٬۲۰۰", "amount: ۱٬۲۰۰ میلیون ریال"),
    "guarantee": (CONTRACT, "stated: ۱۲۰ میلیون ریال", "stated: §۱۲۰", "stated: ۱۲۰ میلیون ریال"),
    "amendment": (CONTRACT, "amount: ۱۴۰۰ میلیون ریال", "amount: §۱۴۰۰", "amount: ۱٬۴۰۰ میلیون ریال"),
    "stated total": (PLAN, "stated_total: ۸۰۰ میلیون ریال", "stated_total: §۸۰۰", "stated_total: ۸۰۰ میلیون ریال"),
    "evaluation": (FIRST, "spent: ۳۰۰ میلیون ریال", "spent: §۳۰۰", "spent: ۳۰۰ میلیون ریال"),
}


@pytest.mark.parametrize(("key", "old", "new", "line"), AMOUNTS.values(), ids=AMOUNTS)
def test_a_bare_amount_under_a_million_is_asked_about_with_the_lines_to_write(
    plans: PlansTree, key: str, old: str, new: str, line: str
) -> None:
    problems = plans.plant(key, old, new).read().problems
    (found,) = [problem for problem in problems if problem.code == "amount-bare"]
    assert found.severity is Severity.WARNING
    assert found.place and (found.place.line, found.place.column) == plans.marked[key]
    rials = line.replace(" میلیون", "")
    assert f"«{line}» یا" in found.hint
    assert f"«{rials}»" in found.hint
    assert "ریال یا" in found.message and found.message.endswith("؟")


@pytest.mark.parametrize("amount", ["۵۰۰۰ ریال", "۰", "۲۵۰ هزار ریال", "۱٬۰۰۰٬۰۰۰", "۵۰۰٬۰۰۰٬۰۰۰"])
def test_an_amount_with_its_unit_nothing_and_what_may_be_rials_are_not_asked_about(plans: PlansTree, amount: str) -> None:
    problems = plans.plant(FIRST, "spent: ۳۰۰ میلیون ریال", f"spent: {amount}").read().problems
    assert not [found for found in problems if found.code == "amount-bare"]


def test_a_bare_amount_that_is_a_thousandth_of_its_like_is_asked_about(plans: PlansTree) -> None:
    line = "      - {id: b%d, title: مربی, source: خیرین, amount: %s}\n"
    more = "".join(line % (at, "۲۰ میلیارد ریال") for at in (3, 4, 5)) + line % (6, "§۲٬۰۰۰٬۰۰۰") + line % (7, "۲ میلیون ریال")
    plans.plant(PLAN, "    start: ۱۴۰۳/۰۷\n    end: ۱۴۰۴/۰۶", f"{more}    start: ۱۴۰۳/۰۷\n    end: ۱۴۰۴/۰۶")
    plans.plant(PLAN, "۳۰۰ میلیون ریال", "۲۰ میلیارد ریال")
    (found,) = [problem for problem in plans.read().problems if problem.code == "amount-bare"]
    assert found.place and (found.place.line, found.place.column) == plans.marked[PLAN]


def test_several_missing_keys_are_one_problem_with_their_lines_in_order(plans: PlansTree) -> None:
    text = plans.files[PLAN]
    start, end = text.index("    goals: [goal-1]"), text.index("  - id: a02")
    plans.files[PLAN] = f"{text[:start]}    lead: welfare\n{text[end:]}"
    found = next(problem for problem in plans.read().problems if problem.code == "missing-keys")
    assert found.place and (found.place.line, found.place.column) == (10, 5)
    assert (found.where, found.message) == ("اقدام‌ها ← a01", "۱۱ کلید لازم نوشته نشده است.")
    lines = [
        "«goals: [ … ]» (اهداف طرح)",
        "«needs: [ … ]»",
        "«description: …» (شرح)",
        "«roles:» (نقش مردم و گروه‌ها) و زیر آن «- actor: …»",
    ]
    places = [found.hint.index(line) for line in [*lines, "«start: …» (شروع)", "«end: …» (پایان)"]]
    assert places == sorted(places)


EMPTY = {
    "a block": (OFFICE, "operator: {id: operator}", "§operator:", "block-empty", "«id: …» (شناسه)"),
    "a list of blocks": (NEEDS, None, "§needs:\n", "list-empty", "«- id: …»"),
    "a list of texts": (MEETING, "agenda: [گزارش نیازها]", "§agenda:", "list-empty", "«- …»"),
}


@pytest.mark.parametrize(("key", "old", "new", "code", "said"), EMPTY.values(), ids=EMPTY)
def test_where_keys_or_a_list_belong_an_empty_value_is_answered_with_them(
    plans: PlansTree, key: str, old: str | None, new: str, code: str, said: str
) -> None:
    found = [
        each
        for each in plans.plant(key, old or plans.files[key], new).read().problems
        if each.place and each.place.file.name in key
    ]
    assert [(each.code, each.place and (each.place.line, each.place.column)) for each in found[:1]] == [
        (code, plans.marked[key])
    ]
    assert said in found[0].hint


CELLS = {
    "a title": (
        "title: اشتغال, axis: اقتصادی, priority: ۱, evidence",
        "title: نبود پارک§\tمحیطی\t۱\t۲۵۰۰, axis: اقتصادی, priority: ۱, evidence",
        "«title: نبود پارک»؛ «axis: محیطی»؛ «priority: ۱»؛ «affected: ۲۵۰۰»",
    ),
    "a title with a text after it": (
        "title: اشتغال, axis: اقتصادی, priority: ۱, evidence",
        "title: نبود پارک§\tمحیطی\tکارگاه محله, axis: اقتصادی, priority: ۱, evidence",
        "«title: نبود پارک»؛ «axis: محیطی»؛ «evidence: کارگاه محله»",
    ),
}


@pytest.mark.parametrize(("old", "new", "lines"), CELLS.values(), ids=CELLS)
def test_cells_pasted_into_one_value_are_answered_with_the_key_of_each(
    plans: PlansTree, old: str, new: str, lines: str
) -> None:
    found = one(plans, NEEDS, old, new)
    assert (found.code, found.severity) == ("text-cells", Severity.WARNING)
    assert lines in found.hint


@pytest.mark.parametrize(
    "new", ["needs:\n  §نبود پارک\tمحیطی\t۱\n", "needs:\n  - §نبود پارک\tمحیطی\t۱\n", "needs:\n§نبود پارک\tمحیطی\t۱\n"]
)
def test_rows_pasted_in_the_place_of_items_are_told_to_be_written_as_items(plans: PlansTree, new: str) -> None:
    found = plans.plant(NEEDS, plans.files[NEEDS], new).read().problems
    assert reported(found, plans.root)[0][1:] == (NEEDS, *plans.marked[NEEDS])
    assert found[0].code in ("rows-pasted", "yaml-rows-pasted")
    assert found[0].code == "yaml-rows-pasted" or "«title: نبود پارک»، «axis: محیطی»، «priority: ۱»" in found[0].hint
    assert {each.code for each in found[1:]} <= {"record-needed"}


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (PLAN, "duties: [municipality/1, welfare/2]", "duties: [municipality/1§، welfare/2]"),
        (PLAN, "needs: [n01]", "needs: [n01§؛ n02]"),
    ],
)
def test_a_persian_comma_in_a_list_of_ids_is_the_only_thing_said(plans: PlansTree, key: str, old: str, new: str) -> None:
    assert one(plans, key, old, new).code == "yaml-persian-comma"


def test_a_file_that_notepad_saved_as_ansi_is_told_by_that_name(plans: PlansTree) -> None:
    plans.read()
    file: Path = plans.root / NEEDS
    text = plans.files[NEEDS].translate({ord("ی"): "ي", **{ord(digit): str(at) for at, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")}})
    plans.files = {}
    file.write_bytes(text.encode("cp1256"))
    found = [each for each in plans.read().problems if each.place and each.place.file == file]
    assert [each.code for each in found] == ["yaml-windows-1256"]
    assert "ANSI" in found[0].message
    file.write_bytes(b"needs: \xff\xfe\xe9t\xe9\n")
    assert [each.code for each in plans.read().problems if each.place and each.place.file == file] == ["yaml-not-utf8"]


def test_what_a_warning_quotes_of_a_text_is_whole_words(plans: PlansTree) -> None:
    (found,) = plans.plant(NEEDS, "title: اشتغال", "title: ساکنان و خانه ها که ویران می شود").read().problems
    assert "«ساکنان و خانه ها که ویران»" in found.message or "«ساکنان و خانه ها که ویران می»" in found.message
