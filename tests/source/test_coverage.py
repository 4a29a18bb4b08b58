"""The data holds the source: every place of the ledger is there, and few rows are left out."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.source import Place, Row, faults, reach, rows
from tests.source.reach import enforced, printed

AT_LEAST_IN_DATA = 150
AT_MOST_NOT_HELD = 10
AT_LEAST_PRINTED = 150
AT_LEAST_ENFORCED = 25


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


def test_most_rows_stand_in_a_document_and_rules_hold_records_to_what_the_source_demands() -> None:
    assert sum(printed(row) != "not" for row in rows()) >= AT_LEAST_PRINTED
    assert sum(map(enforced, rows())) >= AT_LEAST_ENFORCED


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The words of all documents, in the place of the golden texts."""
    said = ["هدف نخست بهبود کیفیت زندگی ۱٬۲۸۰٬۰۰۰ نفر"]
    monkeypatch.setattr(reach, "_documents", lambda: reach._folded(said[0]))
    yield said


@pytest.mark.parametrize(
    ("text", "is_there"),
    [("بهبود كيفيت زندگي", True), ("کیفیت زندگی بهتر", False), ("1٬280٬000", True), ("۲۸۰", False), ("1٬280٬001", False)],
)
@pytest.mark.usefixtures("documents")
def test_words_are_found_however_they_are_spelt_and_others_are_not(text: str, is_there: bool) -> None:
    assert reach.stands(text) is is_there


def test_a_row_that_leaves_paper_is_told(documents: list[str]) -> None:
    goal = next(row for row in rows() if [place.text for place in row.held] == ["programme.yaml goals.goal-1"])
    assert printed(goal) == "not"
    documents[0] = " ".join(text for place in goal.held for text in reach.words(place))
    assert printed(goal) == "whole"


def test_a_row_is_enforced_by_a_rule_that_the_ledger_names_or_that_cites_its_line() -> None:
    def row(lines: tuple[int, ...], *held: str) -> Row:
        return Row("L000", lines, "", tuple(map(Place, held)), "")

    assert enforced(row((1,), "check no-priority")) and enforced(row((286, 287)))
    assert not enforced(row((1,), "programme.yaml title")) and not enforced(row((286, 290)))
