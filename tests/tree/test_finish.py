"""All passes together, from the reader's tree to what the writers get."""

from __future__ import annotations

from generator.persian import NBSP
from generator.problems.errors import Severity
from generator.tree.nodes import Blank, Cell, Clause, Column, Ltr, Reference, Row, Strong, Table, Text
from generator.tree.passes import finish, tidy
from tests.tree.documents import blocks, document, p
from tests.tree.test_shares import LOOK, advance


def test_a_document_comes_out_finished() -> None:
    made, problems = finish(
        document(
            Clause("article", (Text("تلفن 051-38456789"),), (p("کد ", Text("NGO-2"), " در 3 محله", Blank("نام")),), "amount"),
            Table((Column(), Column()), (), (Row((Cell((p(Reference("amount")),)), Cell(()))),)),
        ),
        LOOK,
        advance,
    )
    assert problems == []
    assert blocks(made) == (
        Clause(
            "article",
            (Text("تلفن "), Ltr("۰۵۱-۳۸۴۵۶۷۸۹")),
            (p("کد ", Ltr("NGO-2"), f" در ۳{NBSP}محله", Blank("نام", "amount/blank-48aa7a1c")),),
            "amount",
            "ماده ۱",
        ),
        Table(
            (Column(929), Column(71)),
            (),
            (Row((Cell((p(Reference("amount", f"ماده{NBSP}۱")),)), Cell(())), "~00000000/~00000000"),),
        ),
    )


def test_finishing_twice_changes_nothing() -> None:
    once, _ = finish(document(p("کد NGO-2، تلفن 051-38456789", Blank("نام")), Clause("article", (), ())), LOOK, advance)
    assert finish(once, LOOK, advance) == (once, [])


def test_the_problems_of_all_passes_are_told_together() -> None:
    wide = Table((Column(),), (), (Row((Cell((p("x" * 40),)),)),))
    _, problems = finish(document(p("الف", key="a"), p(Reference("b"), key="a"), wide, page="narrow"), LOOK, advance)
    assert [(found.code, found.severity) for found in problems] == [
        ("key-repeated", Severity.ERROR),
        ("reference-dangling", Severity.ERROR),
        ("table-too-wide", Severity.WARNING),
    ]


def test_tidying_merges_texts_and_drops_what_is_empty() -> None:
    inlines = (Text("الف"), Text(""), Strong(()), Text(" ب"), Strong((Text("ج"),)), Text("د"))
    assert tidy.merged(inlines) == (Text("الف ب"), Strong((Text("ج"),)), Text("د"))
