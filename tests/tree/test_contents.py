"""Tables of contents: what they list, under which numbers, and that everything listed can be led to."""

from __future__ import annotations

from dataclasses import replace

from generator.tree import passes
from generator.tree.nodes import (
    Blank,
    Cell,
    Clause,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    LineBreak,
    Ltr,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from generator.tree.passes import contents, keys
from generator.tree.walk import plain_text, walk
from tests.writing import trees
from tests.writing.word.opened import LOOK


def _finished(*blocks: object) -> Document:
    document, problems = passes.finish(trees.document(*blocks), LOOK, lambda text, *_: float(len(text)))  # type: ignore[arg-type]
    assert problems == []
    return document


def _entries(document: Document) -> list[tuple[str, int, str, str]]:
    return [
        (entry.kind, entry.level, entry.number, plain_text(entry.children))
        for visit in walk(document)
        if isinstance(visit.node, Contents)
        for entry in visit.node.entries
    ]


def _captioned(title: str, key: str = "") -> Table:
    return Table(trees.columns(1000), (), (Row((Cell((trees.paragraph("متن"),)),)),), caption=trees.text(title), key=key)


HEADINGS = (
    Heading(1, trees.text("کلیات"), "general"),
    Heading(2, trees.text("اهداف 12")),
    Heading(3, trees.text("ریز")),
    Heading(1, trees.text("پیوست"), numbered=False),
)


def test_headings_are_listed_with_their_numbers_in_persian_in_order() -> None:
    assert _entries(_finished(Contents(), *HEADINGS)) == [
        ("heading", 1, "۱", "کلیات"),
        ("heading", 2, "۱-۱", "اهداف ۱۲"),
        ("heading", 3, "۱-۱-۱", "ریز"),
        ("heading", 1, "", "پیوست"),
    ]


def test_levels_leave_out_deeper_headings() -> None:
    assert [level for _, level, _, _ in _entries(_finished(Contents(levels=2), *HEADINGS))] == [1, 2, 1]


def test_articles_are_listed_when_asked_for() -> None:
    article = Clause("article", trees.text("موضوع"), (trees.paragraph("متن"),))
    assert _entries(_finished(Contents(), article)) == []
    assert _entries(_finished(Contents(articles=True), article)) == [("article", contents.ARTICLE_LEVEL, "ماده ۱", "موضوع")]


def test_a_list_of_tables_has_the_captioned_ones_wherever_they_stand() -> None:
    plain = Table(trees.columns(1000), (), (Row((Cell((_captioned("درونی"),)),)),))
    assert _entries(_finished(Contents("tables"), _captioned("نخست"), plain)) == [
        ("table", 1, "جدول ۱", "نخست"),
        ("table", 1, "جدول ۲", "درونی"),
    ]


def test_a_list_of_figures_has_the_figures() -> None:
    chart = Figure("bars", "costs", (2, 4), trees.text("سهم منابع"), "chart")
    document = contents.run(trees.document(Contents("figures"), Contents("tables"), replace(chart, number="شکل ۱")))
    assert _entries(document) == [("figure", 1, "شکل ۱", "سهم منابع")]


TAKEN = f"table-{keys._sum('یک')}"
"""The key that the table «یک» would have."""


def test_everything_listed_has_a_key_of_its_own_that_no_other_element_has() -> None:
    document = _finished(Contents(), Contents("tables"), *HEADINGS, _captioned("یک"), _captioned("دو", TAKEN))
    targets = [entry.target for visit in walk(document) if isinstance(entry := visit.node, ContentsEntry)]
    keys = [key for visit in walk(document) if (key := getattr(visit.node, "key", ""))]
    assert len(targets) == 6 and all(targets)
    assert sorted(set(targets)) == sorted(targets)
    assert sorted(keys) == sorted(set(keys)) and set(targets) <= set(keys)


def test_without_a_table_of_contents_nothing_is_given_a_key() -> None:
    document = _finished(*HEADINGS)
    assert [key for visit in walk(document) if (key := getattr(visit.node, "key", ""))] == ["general"]


def test_a_title_becomes_one_plain_line() -> None:
    title = (Text("الف "), Strong((Ltr("GIS"),)), LineBreak(), Reference("general", "بخش ۱"), Blank("نام", "name", 5))
    filled = contents.run(trees.document(Contents(), Heading(1, title, "x")))
    (entry,) = (visit.node for visit in walk(filled) if isinstance(visit.node, ContentsEntry))
    assert entry.children == (Text("الف "), Ltr("GIS"), Text(" بخش ۱"), Blank("نام", width=5))
