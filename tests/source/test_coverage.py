"""The data holds the source: every place of the ledger is there, and few rows are left out."""

from collections import Counter

from tests.source import Place, faults, rows

AT_LEAST_IN_DATA = 150
AT_MOST_NOT_HELD = 10


def test_every_place_that_the_ledger_names_is_there_and_of_its_lines() -> None:
    assert [*faults()] == []


def test_the_ledger_has_every_row_of_the_source_once_in_its_order() -> None:
    assert [row.id for row in rows()] == [f"L{number:03}" for number in range(1, 203)]
    lines = [row.lines[0] for row in rows()]
    assert lines == sorted(lines)


def test_most_rows_are_held_in_data_and_few_not_at_all() -> None:
    counts = Counter(row.state for row in rows())
    assert counts["data"] >= AT_LEAST_IN_DATA
    assert counts["not"] <= AT_MOST_NOT_HELD


def test_a_row_that_is_not_wholly_held_says_why() -> None:
    assert [row.id for row in rows() if row.state == "not" and not row.open] == []


def test_a_place_that_holds_nothing_is_told() -> None:
    wrong = [
        "programme.yaml goals.goal-9",
        "programme.yaml goals.goal-1",
        "nothing.yaml",
        "Needs.wishes",
        "check nothing-at-all",
    ]
    assert [Place(text).wrong([128]) for text in wrong] == [
        "nothing at this path in programme.yaml",
        "of lines [127]",
        "no such file",
        "no such field",
        "no such rule",
    ]
