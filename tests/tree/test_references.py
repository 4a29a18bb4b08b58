"""Cross-references: the words they print, and those that lead nowhere."""

from __future__ import annotations

import pytest

from generator.tree.nodes import Block, Clause, Heading, ListBlock, ListItem, Reference, Row, Table, Text
from generator.tree.passes import numbers, references
from generator.tree.walk import walk
from tests.tree.documents import at, document, p

CONTRACT = (
    Heading(1, (Text("مقدمه"),), "intro", numbered=False),
    Heading(1, (Text("پیوست ۱ – شرح خدمات"),), "annex", numbered=False),
    Heading(1, (Text("کلیات"),), "general"),
    Heading(2, (Text("تعاریف"),), "terms"),
    Clause(
        "article",
        (Text("مبلغ"),),
        (
            Clause("clause", (), (p("الف"),), "advance"),
            Clause("clause", (), (Clause("note", (), (p("ب"),), "late"), Clause("note", (), (p("ج"),), "later")), "rest"),
        ),
        "amount",
    ),
    Clause("article", (), (Clause("note", (), (p("د"),), "only"),), "end"),
    Table((), (), (Row((), "row"),), caption=(Text("اقساط"),), key="instalments"),
    Table((), (), (), key="bare"),
    ListBlock((ListItem((p("ه"),)), ListItem((p("و"),), key="second")), "decimal"),
    ListBlock((ListItem((p("ه"),)), ListItem((p("و"),), key="lettered")), "letters"),
    ListBlock((ListItem((p("ز"),), key="bullet"),)),
    p("ح", key="paragraph"),
)


def resolve(*targets: str) -> tuple[list[str], list[str]]:
    """The texts of references to targets, and the codes of the problems."""
    places: list[Block] = [p(Reference(target, place=at(line))) for line, target in enumerate(targets, start=1)]
    made, problems = references.run(numbers.run(document(*CONTRACT, *places)))
    texts = [visit.node.text for visit in walk(made) if isinstance(visit.node, Reference)]
    return texts, [found.code for found in problems]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("general", "بخش ۱"),
        ("terms", "بخش ۱-۱"),
        ("intro", "«مقدمه»"),
        ("annex", "پیوست ۱"),
        ("amount", "ماده ۱"),
        ("advance", "بند ۱-۱"),
        ("late", "تبصره ۱ ماده ۱"),
        ("later", "تبصره ۲ ماده ۱"),
        ("only", "تبصره ماده ۲"),
        ("instalments", "جدول ۱"),
        ("second", "مورد ۲"),
        ("lettered", "مورد «ب»"),
    ],
)
def test_a_reference_prints_the_number_of_its_target(target: str, text: str) -> None:
    assert resolve(target) == ([text], [])


@pytest.mark.parametrize("target", ["bare", "bullet", "row", "paragraph"])
def test_a_reference_to_what_has_no_number_is_refused(target: str) -> None:
    assert resolve(target) == ([""], ["reference-without-number"])


def test_references_that_lead_nowhere_are_told_with_place_and_near_match() -> None:
    made, problems = references.run(
        document(Heading(1, (), "article-copies"), p(Reference("article-copy", place=at(7)), Reference("?", place=at(8))))
    )
    assert [(found.code, found.place, found.hint[:24]) for found in problems] == [
        ("reference-dangling", at(7), "منظورتان «article-copies»"[:24]),
        ("reference-dangling", at(8), problems[1].hint[:24]),
    ]
    assert made.sections[0].blocks[0] == Heading(1, (), "article-copies")
