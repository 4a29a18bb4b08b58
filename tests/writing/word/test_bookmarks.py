"""Bookmarks: names, uniqueness, balance, and what they embrace."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.tree.nodes import Paragraph
from generator.writing.word.bookmarks import Bookmarks, bookmark_name
from tests.writing import trees
from tests.writing.word.opened import Opened, W, words


def test_a_name_is_the_key_with_other_characters_as_underscores() -> None:
    assert bookmark_name("z3-golshahr/a07") == "c_z3_golshahr_a07"


def test_a_long_key_is_cut_to_forty_characters_and_stays_its_own() -> None:
    first, second = bookmark_name("a" * 80), bookmark_name("a" * 79 + "b")
    assert len(first) == len(second) == 40
    assert first != second


def test_keys_that_differ_only_in_signs_get_different_names() -> None:
    bookmarks = Bookmarks()
    assert bookmarks.name("a-1") == "c_a_1"
    assert bookmarks.name("a/1") not in ("c_a_1", "C_A_1")
    assert bookmarks.name("a-1") == "c_a_1"


def test_a_key_placed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'same'"):
        Opened(trees.document(trees.paragraph("۱", key="same"), trees.paragraph("۲", key="same")))


@pytest.fixture(scope="module")
def rich() -> Opened:
    return Opened(trees.rich())


def test_every_keyed_element_has_a_bookmark(rich: Opened) -> None:
    keys = (
        "lead", "general", "item-two", "steps", "article-1", "c-1-1", "n-1-2", "office-address", "letter-number", "costs",
        "cost-a", "cost-source", "bar-1", "plan", "swot", "a01/owner", "a01/form", "signatures", "signer-1", "witness",
    )  # fmt: skip
    names = {start.get(W + "name") for start in rich.find("//w:bookmarkStart")}
    assert {bookmark_name(key) for key in keys} <= names


def test_names_and_ids_are_unique_and_every_start_has_its_end_after_it(rich: Opened) -> None:
    marks = rich.find("//w:bookmarkStart | //w:bookmarkEnd")
    starts = [mark for mark in marks if mark.tag == W + "bookmarkStart"]
    assert max(Counter(start.get(W + "name", "").lower() for start in starts).values()) == 1
    assert max(Counter(start.get(W + "id") for start in starts).values()) == 1
    order = [(mark.get(W + "id"), mark.tag == W + "bookmarkStart") for mark in marks]
    assert Counter(order) == Counter([(start.get(W + "id"), kind) for start in starts for kind in (True, False)])
    assert all(order.index((start.get(W + "id"), True)) < order.index((start.get(W + "id"), False)) for start in starts)


def _embraced(opened: Opened, key: str) -> str:
    start = opened.find(f"//w:bookmarkStart[@w:name='{bookmark_name(key)}']")[0]
    identifier = start.get(W + "id")
    text: list[str] = []
    inside = False
    for element in opened.body.iter():
        if element is start:
            inside = True
        elif inside and element.tag == W + "bookmarkEnd" and element.get(W + "id") == identifier:
            return "".join(text)
        elif inside and element.tag == W + "t":
            text.append(words(element.getparent()))
    raise AssertionError("no end")


def test_a_clause_is_embraced_whole(rich: Opened) -> None:
    assert _embraced(rich, "n-1-2") == "تبصره ۲: هزینه آن با مشاور است.پرداخت نقدی نیست."
    assert _embraced(rich, "article-1").startswith("ماده ۱- موضوع") and _embraced(rich, "article-1").endswith("نقدی نیست.")


def test_a_row_is_embraced_in_its_own_first_cell(rich: Opened) -> None:
    assert _embraced(rich, "cost-b") == "۲"


def test_starts_and_ends_of_one_bookmark_lie_in_one_story_cell_or_body(rich: Opened) -> None:
    def cell(mark: object) -> object:
        return next(iter(mark.iterancestors(W + "tc")), None)  # type: ignore[attr-defined]

    ends = {end.get(W + "id"): end for end in rich.find("//w:bookmarkEnd")}
    starts = rich.find("//w:bookmarkStart")
    assert len(starts) > 25
    assert all(cell(start) is cell(ends[start.get(W + "id")]) for start in starts)


def test_ids_come_from_keys_and_not_from_places() -> None:
    def identifier(*blocks: Paragraph) -> str | None:
        return Opened(trees.document(*blocks)).find("//w:bookmarkStart[@w:name='c_kept']")[0].get(W + "id")

    kept = trees.paragraph("ماند", key="kept")
    assert identifier(kept) == identifier(trees.paragraph("پیش از آن", key="before"), kept)
