"""`sanad format` takes what nobody sees out of values, in every form of writing, and touches nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring import formatting

KEY = "neighbourhoods/z3-golshahr/profile.yaml"
MARKS = "\u00ad\u061c\u200b\u200d\u200e\u200f\u2060\ufeff"
SPACES = "\t\u00a0\u202f\u2003\u3000"

FORMS = {
    "plain": "social: فضای سب{0}ز{1}محله  # یاد\u200fداشت\u00a0و\tجز آن\neconomic: x\n",
    "single quotes": "social: 'it''s سب{0}ز{1}محله'\n",
    "double quotes": 'social: "سب{0}ز{1}\\"محله\\""\n',
    "literal block": "social: |\n  سطر نخست\n  سب{0}ز{1}محله\n\neconomic: x\n",
    "folded block": "social: >-\n  سطر نخست\n  سب{0}ز{1}محله\n",
    "plain over lines": "social: سطر نخست\n  سب{0}ز{1}محله\n",
    "list in brackets": "capacities: [سب{0}ز{1}محله, 'ب' ,x]\n",
}


def _formatted(folder: Path, text: str, key: str = KEY) -> str:
    file = folder / key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    result = formatting.run(folder, write=True)
    assert not result.errors
    assert formatting.run(folder, write=True).diffs == []
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("mark", MARKS, ids=ascii)
@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_a_mark_goes_and_a_space_becomes_a_plain_one_at_its_place(tmp_path: Path, form: str, mark: str, space: str) -> None:
    assert _formatted(tmp_path, form.format(mark, space)) == form.format("", " ")


@pytest.mark.parametrize(("escape", "left"), [("\\u200f", ""), ("\\t", " "), ("\\_", " "), ("\\xad", "")])
def test_one_that_an_escape_writes_goes_with_its_escape(tmp_path: Path, escape: str, left: str) -> None:
    assert _formatted(tmp_path, f'social: "سب{escape}ز محله"\n') == f'social: "سب{left}ز محله"\n'


ENDS = {
    "plain": ("social: \u00a0سبز\u200f\neconomic: x\n", "social: سبز\neconomic: x\n"),
    "block": ("social: |\n  \u00a0سبز\u00a0\n  محله\n", "social: |\n  سبز\n  محله\n"),
    "lines": ("social: سبز\u00a0\n  \u200fمحله\n", "social: سبز\n  محله\n"),
}


@pytest.mark.parametrize(("before", "after"), ENDS.values(), ids=ENDS)
def test_at_the_ends_of_lines_no_space_is_left(tmp_path: Path, before: str, after: str) -> None:
    assert _formatted(tmp_path, before) == after


OTHERS = {
    "numbers": ("households: ۱\u200f۲۰\n", "households: ۱۲۰\n"),
    "dates": ("surveyed_on: \u200e۱۳۹۸/۹/۲۱\n", "surveyed_on: ۱۳۹۸/۹/۲۱\n"),
    "ids": ("figures:\n  - {id: f\u200f1, title: x}\n", "figures:\n  - {id: f1, title: x}\n"),
    "closed lists": (
        "group_counts: [{id: a, title: x, kind: در\u00a0معرض آسیب\u200d، count: ۱}]\n".replace("\u200d،", ","),
        "group_counts: [{id: a, title: x, kind: در معرض آسیب, count: ۱}]\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), OTHERS.values(), ids=OTHERS)
def test_values_that_are_no_free_text_lose_them_and_change_in_nothing_else(tmp_path: Path, before: str, after: str) -> None:
    assert _formatted(tmp_path, before) == after


KEPT = {
    "ZWJ that shapes a letter": "social: سال ۱۳۹۸ ه\u200d.ش\n",
    "half-spaces": "social: برنامه‌های محله\n",
    "comments": "# یاد\u200fداشت\nsocial: خوب  # \u00a0\tنه\n",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_needed_or_not_printed_stays(tmp_path: Path, text: str) -> None:
    assert _formatted(tmp_path, text) == text


def test_text_as_published_keeps_them(tmp_path: Path) -> None:
    text = "id: z3-golshahr\ntext: گل\u200fشهر\u00a0\nname: گلشهر\n"
    assert _formatted(tmp_path, text, "neighbourhoods/z3-golshahr/neighbourhood.yaml") == text


def test_cells_of_a_table_are_left_to_people_and_told_of(tmp_path: Path) -> None:
    text = "needs:\n  - id: n01\n    title: نبود فضای سبز\tمحیطی\t۱\t۲۵۰۰\n    evidence: کار\tگاه\n"
    after = _formatted(tmp_path, text, "neighbourhoods/z3-golshahr/needs.yaml")
    assert after == text.replace("کار\tگاه", "کار گاه")
    (found,) = formatting.run(tmp_path).warnings
    assert (found.code, found.place and (found.place.line, found.place.column)) == ("text-cells", (3, 25))
