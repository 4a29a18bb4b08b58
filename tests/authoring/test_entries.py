"""An entry is put into the text of a file, and every other line stays as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.entries import put, scalar
from generator.reading.yamltext import parse, plain

ORDER = ("id", "number", "basis", "seen", "start", "parts")
VALUES = {"on": "۱۴۰۴/۰۱/۲۵", "by": "کارشناس: حقوقی", "digest": "ab"}
WRITTEN = 'seen:\n  on: ۱۴۰۴/۰۱/۲۵\n  by: "کارشناس: حقوقی"\n  digest: ab\n'


def done(text: str) -> str | None:
    return put(text, Path("contract.yaml"), "seen", VALUES, ORDER)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("# سر\nid: a\nbasis: [x]  # دو\n\n# آغاز\nstart: ۱\n", "# سر\nid: a\nbasis: [x]  # دو\n", "\n# آغاز\nstart: ۱\n"),
        ("id: a\nparts:\n  - id: b\n", "id: a\n", "parts:\n  - id: b\n"),
        ("start: ۱\nid: a\n", "start: ۱\nid: a\n", ""),
        ("id: a\nbasis:\n- x\n- y\n# پایان\n", "id: a\nbasis:\n- x\n- y\n", "# پایان\n"),
        ("id: a\nnumber: >\n  چند\n  سطر\nstart: ۱", "id: a\nnumber: >\n  چند\n  سطر\n", "start: ۱\n"),
    ],
)
def test_a_new_entry_comes_after_those_before_it_in_the_record(text: str, before: str, after: str) -> None:
    assert done(text) == before + WRITTEN + after


def test_the_values_of_an_entry_change_and_its_comments_stay() -> None:
    text = "id: a\nseen:  # نامهٔ ۴۵\n  on: ۱۴۰۳/۰۱/۰۱ # روز\n  # که بود\n  by: 'دیگری'\n  digest: ab\nstart: ۱\n"
    changed = done(text.replace("'دیگری'", "دیگری"))
    assert changed == text.replace("۱۴۰۳/۰۱/۰۱", "۱۴۰۴/۰۱/۲۵").replace("'دیگری'", '"کارشناس: حقوقی"')


@pytest.mark.parametrize("entry", ["seen: {on: ۱۴۰۳/۰۱/۰۱, by: کسی, digest: ab}\n", "seen:\n  unknown: هنوز نه\n", "seen:\n"])
def test_an_entry_of_another_form_is_written_anew(entry: str) -> None:
    assert done(f"id: a\n{entry}# آغاز\nstart: ۱\n") == f"id: a\n{WRITTEN}# آغاز\nstart: ۱\n"


def test_what_is_written_already_is_left_to_the_byte() -> None:
    text = f"\ufeffid: a\n{WRITTEN}start: ۱\n"
    assert done(text) == text


def test_the_line_ends_of_windows_stay() -> None:
    changed = done("id: a\r\nstart: ۱\r\n")
    assert changed == "id: a\r\n" + WRITTEN.replace("\n", "\r\n") + "start: ۱\r\n"


@pytest.mark.parametrize(
    "text",
    ["{id: a, start: ۱}\n", "  id: a\n  start: ۱\n", "- a\n", "id: a\nseen:\n  # که بود؟\n  unknown: هنوز نه\n", "id: [a\n"],
)
def test_a_file_that_would_lose_something_is_not_changed(text: str) -> None:
    assert done(text) is None


@pytest.mark.parametrize("text", ["ساده", "دو: نقطه", "با # نشان", '"گیومه"', "- خط", "پایان:", "~", "a\\b"])
def test_a_text_is_written_so_that_it_is_read_back(text: str) -> None:
    read = parse(f"a: {scalar(text)}\n", Path("a.yaml"))
    assert read.node is not None and plain(read.node) == {"a": text}
