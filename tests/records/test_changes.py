"""A new version ends with what is another in its records since the last one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import changes, differing
from generator.build.changes import Change
from generator.inspection import texts
from tests.records.small import NAME, Small

CONTRACT = "neighbourhoods/z1-alef/contract.yaml"
IDENTITY = "neighbourhoods/z1-alef/neighbourhood.yaml"


def test_a_new_version_ends_with_a_table_of_what_is_another_in_its_records(tmp_path: Path) -> None:
    small = Small(tmp_path)
    small.issue()
    small.edit(f"plans/{IDENTITY}", "name: الف", "name: الف نو")

    small.issue("1404/03/01")

    said = [each.plain for each in texts.read(small.final("docx").read_bytes()).blocks]
    at = next(at for at, text in enumerate(said) if "تغییرها نسبت به نسخهٔ ۱ (شمارهٔ ۱۴۰۴/ی/۱، ۱۴۰۴/۰۲/۱۰)" in text)
    assert said[at + 5 :][:4] == ["۱", "هویت محله، نام", "الف", "الف نو"]
    assert "شمارهٔ ثبت در دفتر طرح: ۱۴۰۴/ی/۲، نسخهٔ ۲، ۱۴۰۴/۰۳/۰۱" in said[-1]
    assert [each.about for each in small.register.issued] == ["1404/ی/1", "1404/ی/2"]


def test_the_same_text_is_no_new_version_whatever_is_another_in_the_records(tmp_path: Path) -> None:
    small = Small(tmp_path)
    small.issue()
    before = small.final("pdf").read_bytes()
    small.edit(f"plans/{IDENTITY}", "distinct_from: [z2-be]", "distinct_from: []")

    small.issue("1404/03/01")

    assert len(small.register.issued) == 1
    assert small.final("pdf").read_bytes() == before


def test_changes_are_told_since_the_last_final_and_between_two(tmp_path: Path) -> None:
    small = Small(tmp_path)
    assert differing.of_document(small.folders, NAME) is None
    small.issue()
    small.edit(f"plans/{IDENTITY}", "name: الف", "name: الف نو")
    expected = (Change("هویت محله", "نام", "الف", "الف نو"),)

    now = differing.of_document(small.folders, NAME)
    assert now is not None
    assert (now.new, now.changes) == (None, expected)
    small.issue("1404/03/01")
    between = differing.of_numbers(small.folders, "1404/ی/2", "1404/ی/1")
    assert between is not None
    assert (between.old.about, between.changes) == ("1404/ی/1", expected)
    assert differing.of_numbers(small.folders, "1404/ی/1", "1404/ی/9") is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: الف", "name:   الف  # همان", []),
        ("rank: ۱", "rank: ۲", [("رتبه در پهنه", "۱", "۲")]),
        ("distinct_from: [z2-be]", "distinct_from: [z2-be, z2-pe]", [("محله‌های دیگر با نام نزدیک", "z2-be", "z2-be، z2-pe")]),
        ("lines: [۱۰]", "lines: [۱۰]\naliases: [کهن]", [("نام‌های دیگر", "—", "کهن")]),
    ],
)
def test_what_is_meant_is_compared_and_not_how_it_is_typed(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    text = "id: z1-alef\nzone: z1\nrank: ۱\ntext: الف\nname: الف\nlines: [۱۰]\ndistinct_from: [z2-be]\n"
    assert old in text

    found = changes.between({IDENTITY: text.encode()}, {IDENTITY: text.replace(old, new).encode()})

    assert [(each.what, each.before, each.after) for each in found] == expected


def test_entries_of_a_list_are_the_same_by_their_ids() -> None:
    def meeting(*decisions: str) -> dict[str, bytes]:
        text = (
            "id: m\ntitle: جلسه\nagenda: [گزارش]\nattendance: [{id: chair, post: رئیس}]\nchair: chair\nsecretary: chair\n"
            f"decisions: [{', '.join(decisions)}]\n"
        )
        return {"meetings/m.yaml": text.encode()}

    one, two, three = (
        f"{{id: {name}, title: {title}, owner: welfare, deadline: {day}}}"
        for name, title, day in (("d1", "نخست", "۱۴۰۴/۰۱/۱۰"), ("d2", "دوم", "۱۴۰۴/۰۱/۱۰"), ("d1", "نخست", "۱۴۰۴/۰۲/۱۰"))
    )

    found = changes.between(meeting(one, two), meeting(three))

    assert [(each.record, each.what, each.before, each.after) for each in found] == [
        ("جلسه و صورتجلسه «جلسه»", "مصوبه‌ها «نخست» ← مهلت مصوبه", "۱۴۰۴/۰۱/۱۰", "۱۴۰۴/۰۲/۱۰"),
        ("جلسه و صورتجلسه «جلسه»", "مصوبه‌ها «دوم»", "بود", "برداشته شد"),
    ]


def test_a_record_that_came_or_went_is_one_change() -> None:
    text = b"id: z1-alef\nzone: z1\nrank: 1\ntext: a\nname: a\nlines: [10]\n"

    assert changes.between({}, {IDENTITY: text}) == (Change("هویت محله", "", "—", "افزوده شد"),)
    assert changes.between({IDENTITY: text}, {}) == (Change("هویت محله", "", "بود", "—"),)
