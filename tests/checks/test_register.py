"""The rules over the register: each planted mistake is named at its line, and a faultless register is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.problems.errors import Severity
from generator.reading import workspace as reading
from tests.reading.plans_tree import PlansTree

DIGEST = "a" * 64


def issued(number: str, date: str = "۱۴۰۴/۰۱/۱۰", **other: object) -> str:
    """The line of a final."""
    given: dict[str, Any] = {"document": "z1-alef/" + number.replace("/", "-"), "version": 1, "digest": DIGEST} | other
    rest = ", ".join(f'{name}: "{value}"' for name, value in given.items())
    common = f"kind: note, title: یادداشت, files: {{pdf: {DIGEST}}}, pages: ۱"
    return f"  - {{entry: صدور, number: {number}, date: {date}, {common}, {rest}}}\n"


def later(entry: str, of: str, date: str = "۱۴۰۴/۰۱/۲۰", **other: str) -> str:
    """The line of what was written down of a final."""
    rest = "".join(f', {name}: "{value}"' for name, value in other.items())
    return f'  - {{entry: "{entry}", of: {of}, date: {date}{rest}}}\n'


ONE, TWO = issued("1404/ن/1"), issued("1404/ن/2")
GOOD = {
    "two finals": ONE + TWO,
    "each kind counts by itself": ONE + issued("1404/قر/1") + TWO,
    "each series counts by itself": ONE + issued("1404/ن/10001") + TWO + issued("1404/ن/10002"),
    "Persian digits": issued("۱۴۰۴/ن/۱") + TWO,
    "all that can be written down": ONE
    + later("شمارهٔ دفتر", "1404/ن/1", number="۱۲۳/الف")
    + later("تصحیح", "1404/ن/1", text="سطر دوم")
    + later("امضا", "۱۴۰۴/ن/۱", file="a.pdf", sha256=DIGEST)
    + later("ابطال", "1404/ن/1", reason="اشتباه"),
}
WRONG = {
    "a number twice": (ONE + ONE, "register-number-twice", 4),
    "a number lost": (ONE + issued("1404/ن/3"), "register-number-out-of-order", 4),
    "a first line lost": (TWO, "register-number-out-of-order", 3),
    "a day before the last": (ONE + issued("1404/ن/2", "۱۴۰۴/۰۱/۰۹"), "register-date-back", 4),
    "a day of another year": (issued("1404/ن/1", "۱۴۰۵/۰۱/۰۹"), "register-other-year", 3),
    "a number of another year": (issued("1403/ن/1"), "register-other-year", 3),
    "a final that was never issued": (ONE + later("ابطال", "1404/ن/2", reason="اشتباه"), "register-number-unknown", 4),
    "two numbers of the office": (
        ONE + later("شمارهٔ دفتر", "1404/ن/1", number="۱") + later("شمارهٔ دفتر", "1404/ن/1", number="۲"),
        "register-office-twice",
        5,
    ),
    "void twice": (
        ONE + later("ابطال", "1404/ن/1", reason="اشتباه") + later("ابطال", "1404/ن/1", reason="دیگر"),
        "register-void-twice",
        5,
    ),
    "one version twice": (ONE + issued("1404/ن/2", document="z1-alef/1404-ن-1"), "register-version-twice", 4),
    "a key that is missing": (ONE + later("ابطال", "1404/ن/1"), "register-entry-keys", 4),
    "a key of another sort": (ONE + later("تصحیح", "1404/ن/1", text="آ", version="۱"), "register-entry-keys", 4),
    "a number of no form": (issued("1404-ن-1"), "register-number-form", 3),
}


def told(root: Path, lines: str) -> list[tuple[str, int]]:
    """What is told of a register with these lines, by code and line."""
    plans = root / "plans"
    PlansTree(plans).read()
    (plans / "register").mkdir()
    file = plans / "register" / "1404.yaml"
    file.write_text(f"year: 1404\nentries:\n{lines}", encoding="utf-8")
    found = [each for each in reading.read(plans).problems if each.place and each.place.file == file]
    return [(each.code, each.place.line) for each in found if each.place]


@pytest.mark.parametrize("name", GOOD)
def test_a_faultless_register_is_told_nothing(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, GOOD[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_planted_mistake_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    lines, code, line = WRONG[name]

    assert told(tmp_path, lines) == [(code, line)]


def test_two_lines_that_were_exchanged_are_both_told(tmp_path: Path) -> None:
    assert told(tmp_path, TWO + ONE) == [("register-number-out-of-order", 3), ("register-number-out-of-order", 4)]


def test_an_error_in_the_register_breaks_no_neighbourhood(tmp_path: Path) -> None:
    told(tmp_path, ONE + ONE)

    read = reading.read(tmp_path / "plans")

    assert read.workspace is not None and read.workspace.dossiers
    assert read.broken == {} and any(each.severity is Severity.ERROR for each in read.problems)
