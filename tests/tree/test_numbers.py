"""Numbers of headings, articles, clauses, notes, tables and list items."""

from __future__ import annotations

from generator.tree.nodes import (
    Block,
    Cell,
    Clause,
    Document,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    Properties,
    Row,
    Section,
    Table,
)
from generator.tree.passes import numbers
from generator.tree.walk import walk
from tests.tree.documents import blocks, document, p


def heading(level: int, numbered: bool = True) -> Heading:
    return Heading(level, (), numbered=numbered)


def article(*inner: Block) -> Clause:
    return Clause("article", (), inner)


def clause(*inner: Block) -> Clause:
    return Clause("clause", (), inner)


def note() -> Clause:
    return Clause("note", (), (p("متن"),))


def labels(*given: Block) -> list[str]:
    return [visit.node.label for visit in walk(numbers.run(document(*given))) if isinstance(visit.node, Clause)]


def heading_numbers(made: Document) -> list[str]:
    return [visit.node.number for visit in walk(made) if isinstance(visit.node, Heading)]


def test_headings_are_numbered_with_their_parent_first() -> None:
    made = numbers.run(document(*(heading(level) for level in (1, 2, 2, 3, 3, 2, 1, 2, 3))))
    assert heading_numbers(made) == ["۱", "۱-۱", "۱-۲", "۱-۲-۱", "۱-۲-۲", "۱-۳", "۲", "۲-۱", "۲-۱-۱"]


def test_a_heading_without_a_number_takes_none_and_counts_for_none() -> None:
    made = numbers.run(document(heading(1), heading(1, numbered=False), heading(1), heading(2)))
    assert heading_numbers(made) == ["۱", "", "۲", "۲-۱"]


def test_a_heading_that_skips_a_level_has_no_zero_in_its_number() -> None:
    assert heading_numbers(numbers.run(document(heading(1), heading(3), heading(2)))) == ["۱", "۱-۱", "۱-۱"]
    assert heading_numbers(numbers.run(document(heading(2), heading(2)))) == ["۱", "۲"]


def test_numbering_goes_on_through_sections_and_into_what_is_kept_together() -> None:
    made = numbers.run(Document(Properties("سند"), (Section((heading(1),)), Section((Keep((heading(1),)), heading(2))))))
    assert heading_numbers(made) == ["۱", "۲", "۲-۱"]


def test_articles_and_clauses() -> None:
    assert labels(article(clause(), clause()), article(p("متن")), article(clause(clause(), clause()), clause())) == [
        "ماده ۱", "۱-۱", "۱-۲", "ماده ۲", "ماده ۳", "۳-۱", "۳-۱-۱", "۳-۱-۲", "۳-۲",
    ]  # fmt: skip


def test_a_note_alone_has_no_number() -> None:
    assert labels(article(clause(), note()), article(note())) == ["ماده ۱", "۱-۱", "تبصره", "ماده ۲", "تبصره"]


def test_the_notes_of_an_article_are_counted_through_its_clauses() -> None:
    assert labels(article(clause(note()), clause(), note()), article(clause(note()))) == [
        "ماده ۱", "۱-۱", "تبصره ۱", "۱-۲", "تبصره ۲", "ماده ۲", "۲-۱", "تبصره",
    ]  # fmt: skip


def test_tables_with_a_caption_are_numbered() -> None:
    plain = Table((), (), ())
    inner = Table((), (), (), caption=p("ب").children)
    outer = Table((), (), (Row((Cell((inner,)),)),), caption=p("الف").children)
    made = numbers.run(document(plain, outer, plain, inner))
    found = [visit.node.number for visit in walk(made) if isinstance(visit.node, Table)]
    assert found == ["", "جدول ۱", "جدول ۲", "", "جدول ۳"]


def test_list_items_count_from_one_in_each_list() -> None:
    inner = ListBlock((ListItem((p("ب"),)), ListItem((p("ج"),))))
    made = numbers.run(document(ListBlock((ListItem((p("الف"), inner)), ListItem((p("د"),))), "decimal"), inner))
    found = [visit.node.ordinal for visit in walk(made) if isinstance(visit.node, ListItem)]
    assert found == [1, 1, 2, 2, 1, 2]


def test_numbering_twice_changes_nothing() -> None:
    once = numbers.run(document(heading(1), article(clause(note()), note()), ListBlock((ListItem((p("الف"),)),))))
    assert numbers.run(once) == once
    assert blocks(once) != ()
