"""Keys stand once, and every blank has one."""

from __future__ import annotations

from dataclasses import replace

from generator.tree.nodes import Blank, Cell, Clause, Document, LetterField, Letterhead, Row, Signatures, Signer, Strong, Table
from generator.tree.passes import keys
from generator.tree.walk import walk
from tests.tree.documents import at, document, p


def blank_keys(made: Document) -> list[str]:
    return [visit.node.key for visit in walk(made) if isinstance(visit.node, Blank)]


def named(*blocks: object) -> list[str]:
    made, problems = keys.run(document(*blocks))  # type: ignore[arg-type]
    assert problems == []
    return blank_keys(made)


def test_a_blank_is_named_after_the_nearest_key_around_it() -> None:
    unknown = Blank("نام")
    article = Clause(
        "article",
        (),
        (
            p(unknown, Strong((unknown,))),
            Clause("clause", (), (p(unknown, key="p"), p(unknown)), "c"),
            Table((), (), (Row((Cell((p(unknown),)), Cell((p(unknown),))), "row"), Row((Cell((p(unknown),)),)))),
        ),
        "article-6",
    )
    assert named(p(unknown), article, p(unknown)) == [
        "blank-1",
        "article-6/blank-1",
        "article-6/blank-2",
        "p/blank-1",
        "c/blank-1",
        "row/blank-1",
        "row/blank-2",
        "article-6/blank-3",
        "blank-2",
    ]


def test_blanks_of_letterheads_and_signers_are_named_too() -> None:
    unknown = Blank("نام")
    letterhead = Letterhead((), (), (LetterField("تاریخ", (unknown,)),))
    signatures = Signatures((Signer((), (unknown,), (unknown,), "employer"), Signer((), (unknown,), ())), key="s")
    assert named(letterhead, signatures) == ["blank-1", "employer/blank-1", "employer/blank-2", "s/blank-1"]


def test_a_key_that_was_given_is_kept_and_not_made_again() -> None:
    assert named(p(Blank("نام", "blank-1"), Blank("نام"), Blank("نام", "blank-3"), Blank("نام"))) == [
        "blank-1",
        "blank-2",
        "blank-3",
        "blank-4",
    ]


def test_a_repeated_key_is_told_with_both_places() -> None:
    first, second = (replace(p("الف", key="a"), place=at(line)) for line in (3, 9))
    row = Row((Cell((p(Blank("نام", "a", place=at(12))),)),), "a", at(11))
    _, problems = keys.run(document(first, second, Table((), (), (row,))))
    assert [(found.code, found.place) for found in problems] == [("key-repeated", at(line)) for line in (9, 11, 12)]
    assert all("document.html.j2:3:1" in found.message for found in problems)
