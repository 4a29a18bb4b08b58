"""Nodes: text stays text, places are right, and a path leads to the place a message should name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.errors import Place
from generator.reading.yamltext import Entry, Mapping, Null, Scalar, Sequence, find, parse, plain

FILE = Path("plan.yaml")

TEXT = """\
title: برنامهٔ اقدام
actions:
  - id: a01
    duties: [roads-urban/1, "gas/2"]
    note:
  - id: a02
    from: 1398-09-21
"""


def _root(text: str = TEXT) -> Mapping:
    node = parse(text, FILE).node
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "007",
        "1.10",
        "12:30",
        "1398-09-21",
        "1404-02-31",
        "1e3",
        "0x10",
        "0o7",
        "0912345",
        "true",
        ".inf",
        "=",
        "1_000",
    ],
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert plain(_root(f"a: {text}\n")) == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_null(text: str) -> None:
    assert _root(f"a: {text}\n").get("a") == Null(1, 4 if text else 3)


@pytest.mark.parametrize("text", ['""', "''", '"~"', "'null'"])
def test_an_empty_value_in_quotes_is_text(text: str) -> None:
    value = _root(f"a: {text}\n").get("a")
    assert isinstance(value, Scalar) and value.quoted and value.text == text[1:-1]


def test_blocks_and_quotes_are_unfolded_as_yaml_says() -> None:
    text = "a: >-\n  سطر یک\n  سطر دو\n\n  بند\nb: |\n  یک\n  دو\nc: 'it''s'\nd: \"\\u06f1\\n\"\ne: چند\n  سطر\n"
    assert plain(_root(text)) == {
        "a": "سطر یک سطر دو\nبند",
        "b": "یک\nدو\n",
        "c": "it's",
        "d": "۱\n",
        "e": "چند سطر",
    }


def test_every_node_knows_its_line_and_column_in_characters() -> None:
    assert _root("الف: ب\n😀: [ج, {د: ه}]\n") == Mapping(
        (
            Entry(Scalar("الف", 1, 1), Scalar("ب", 1, 6)),
            Entry(
                Scalar("😀", 2, 1),
                Sequence((Scalar("ج", 2, 5), Mapping((Entry(Scalar("د", 2, 9), Scalar("ه", 2, 12)),), 2, 8)), 2, 4),
            ),
        ),
        1,
        1,
    )


def test_windows_line_ends_count_as_one() -> None:
    node = find(_root("a: 1\r\nb:\r\n  c: 2\r\n"), ["b", "c"])
    assert (node.line, node.column) == (3, 6)


def test_an_empty_file_has_no_node_and_no_problem() -> None:
    for text in ("", "\n\n", "# توضیح\n", "---\n", "~\n"):
        assert parse(text, FILE).node is None
        assert parse(text, FILE).problems == ()


def test_a_wrong_entry_is_left_out_and_the_rest_is_read() -> None:
    assert plain(_root("a: 1\na: 2\nb: {<<: x, c: 3}\nd: *x\n[e]: 4\nf: 5\n")) == {
        "a": "1",
        "b": {"c": "3"},
        "d": None,
        "f": "5",
    }


@pytest.mark.parametrize(
    ("path", "line", "column", "missing"),
    [
        ([], 1, 1, ()),
        (["title"], 1, 8, ()),
        (["actions"], 2, 1, ()),
        (["actions", 0], 3, 5, ()),
        (["actions", 0, "id"], 3, 9, ()),
        (["actions", 0, "duties", 1], 4, 29, ()),
        (["actions", 0, "note"], 5, 5, ()),
        (["actions", 1, "from"], 7, 11, ()),
        (["actions", 1, "to"], 6, 5, ("to",)),
        (["actions", 2, "id"], 2, 1, (2, "id")),
        (["actions", "id"], 2, 1, ("id",)),
        (["title", "x"], 1, 1, ("x",)),
        (["absent", 0], 1, 1, ("absent", 0)),
        (["actions", -1], 2, 1, (-1,)),
    ],
)
def test_a_path_leads_to_the_nearest_place_that_exists(
    path: list[str | int], line: int, column: int, missing: tuple[str | int, ...]
) -> None:
    found = find(_root(), path)
    assert (found.line, found.column, found.missing) == (line, column, missing)
    assert found.place(FILE) == Place(FILE, line, column)


def test_a_key_that_should_not_be_there_has_its_own_place() -> None:
    assert find(_root(), ["actions", 1, "from"]).key_place(FILE) == Place(FILE, 7, 5)
    assert find(_root(), []).key_place(FILE) == Place(FILE, 1, 1)


def test_a_message_points_at_the_key_when_the_value_is_more_than_one_text() -> None:
    root = _root()
    assert find(root, ["actions"]).is_key
    assert find(root, ["title", "x"]).is_key
    assert not find(root, ["title"]).is_key
    assert not find(root, ["actions", 0]).is_key
