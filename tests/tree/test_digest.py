"""The digest of what a document says: changed by every word and number, and by nothing that a reader does not read."""

from __future__ import annotations

import pytest

from generator.persian import NBSP
from generator.tree import nodes
from generator.tree.digest import digest
from generator.tree.nodes import Block, Datum, Document, Ltr, Paragraph, Strong, Text

PARTY = ("contract.employer",)


def of(*blocks: Block, without: tuple[str, ...] = (), apart: str = "") -> str:
    return digest(Document(nodes.Properties("قرارداد"), (nodes.Section(blocks),)), without, apart)


def said(*inlines: nodes.Inline, key: str = "", role: str = "body") -> Paragraph:
    return Paragraph(inlines, role, key)


def fact(text: str, path: str = "contract.employer.name") -> Datum:
    return Datum(path, (Text(text),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(Text("ماده ۶")), said(Text(f"ماده{NBSP}۶"))),
        (said(Text("متن")), said(Text("متن"), role="lead")),
        (said(Text("متن")), said(Text("متن"), key="other")),
        (said(Text("متن تازه")), said(Strong((Text("متن"),)), Text(" تازه"))),
        (said(Text("AB 12")), said(Ltr("AB 12"))),
        (said(Text("12")), said(Text("۱۲"))),
        (said(Text("نام"), fact("الف", "contract.amount")), said(Text("نامالف"))),
    ],
)
def test_looks_and_edges_of_facts_do_not_count(one: Block, other: Block) -> None:
    assert of(one, without=PARTY) == of(other, without=PARTY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(Text("متن")), said(Text("متنی"))),
        (said(fact("الف", "contract.amount")), said(fact("ب", "contract.amount"))),
        (said(fact("الف")), said(fact("الف", "contract.employer.post"))),
        (said(fact("الف", "contract.employers")), said(fact("ب", "contract.employers"))),
        (said(nodes.Blank("نام")), said(nodes.Blank("سمت"))),
        (said(nodes.Footnote((Text("الف"),))), said(nodes.Footnote((Text("ب"),)))),
        (said(nodes.Check("بله")), said(nodes.Check("بله", ticked=True))),
        (nodes.Clause("clause", (), (), label="۱-۱"), nodes.Clause("clause", (), (), label="۱-۲")),
        (nodes.Clause("note", (), ()), nodes.Clause("clause", (), ())),
        (
            nodes.ListBlock((nodes.ListItem((said(Text("الف")), said(Text("ب")))),)),
            nodes.ListBlock((nodes.ListItem((said(Text("الف")),)), nodes.ListItem((said(Text("ب")),)))),
        ),
    ],
)
def test_every_word_number_and_place_counts(one: Block, other: Block) -> None:
    assert of(one, without=PARTY) != of(other, without=PARTY)


def test_a_fact_that_is_left_out_may_change_and_may_be_a_blank() -> None:
    known, unknown = fact("سازمان"), Datum("contract.employer.name", (nodes.Blank("نام کارفرما", "b1"),))
    assert of(said(known), without=PARTY) == of(said(unknown), without=PARTY)
    assert of(said(known)) != of(said(unknown))


def test_the_block_apart_headers_letterheads_and_contents_do_not_count() -> None:
    clause = said(Text("متن"))
    whole = of(clause, apart="notice")
    assert of(said(Text("تأیید شد"), key="notice"), clause, apart="notice") == whole
    assert of(said(Text("تأیید شد"), key="other"), clause, apart="notice") != whole
    assert of(nodes.Letterhead(("سازمان",), (), ()), nodes.Contents(), clause, apart="notice") == whole
    furniture = nodes.Furniture(header_start=(Text("شمارهٔ ۴"),), marks=("نمونه",))
    assert digest(Document(nodes.Properties("دیگر"), (nodes.Section((clause,)),), furniture), (), "notice") == whole
