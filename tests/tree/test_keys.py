"""Keys stand once, and whatever a returned file must be found by has one, which says nothing of its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.tree.nodes import (
    Blank,
    Block,
    Cell,
    Clause,
    Contents,
    Datum,
    Document,
    Heading,
    LetterField,
    Letterhead,
    ListBlock,
    ListItem,
    Row,
    Signatures,
    Signer,
    Strong,
    Table,
    Text,
)
from generator.tree.passes import keys
from generator.tree.walk import every, plain_text, walk
from tests.tree.documents import at, document, p

UNKNOWN = Blank("نام")
NAME = f"blank-{keys._sum('نام')}"


def run(*blocks: Block) -> Document:
    made, problems = keys.run(document(*blocks))
    assert problems == []
    return made


def blank_keys(*blocks: Block) -> list[str]:
    return [visit.node.key for visit in walk(run(*blocks)) if isinstance(visit.node, Blank)]


def test_a_blank_is_named_after_the_nearest_key_around_it_and_its_prompt() -> None:
    article = Clause(
        "article",
        (),
        (
            p(UNKNOWN, Strong((UNKNOWN,))),
            Clause("clause", (), (p(UNKNOWN, key="p"), p(UNKNOWN)), "c"),
            Table((), (), (Row((Cell((p(UNKNOWN),)), Cell((p(Blank("سمت")),))), "row"),)),
        ),
        "article-6",
    )
    assert blank_keys(p(UNKNOWN), article, p(UNKNOWN)) == [
        NAME,
        f"article-6/{NAME}",
        f"article-6/{NAME}-2",
        f"p/{NAME}",
        f"c/{NAME}",
        f"row/{NAME}",
        f"row/blank-{keys._sum('سمت')}",
        f"{NAME}-2",
    ]


def test_blanks_of_letterheads_and_signers_are_named_too() -> None:
    letterhead = Letterhead((), (), (LetterField("تاریخ", (UNKNOWN,)),))
    signatures = Signatures((Signer((), (UNKNOWN,), (UNKNOWN,), "employer"), Signer((), (UNKNOWN,), ())), key="s")
    assert blank_keys(letterhead, signatures) == [NAME, f"employer/{NAME}", f"employer/{NAME}-2", f"s/{NAME}"]


def test_a_key_that_was_given_is_kept_and_not_made_again() -> None:
    assert blank_keys(p(Blank("نام", NAME), UNKNOWN, Blank("نام", f"{NAME}-3"), UNKNOWN)) == [
        NAME,
        f"{NAME}-2",
        f"{NAME}-3",
        f"{NAME}-4",
    ]


def test_a_blank_for_a_fact_has_no_key_but_its_path() -> None:
    assert blank_keys(p(Datum("contract.number", (UNKNOWN,)), UNKNOWN)) == ["", NAME]


def test_a_repeated_key_is_told_with_both_places() -> None:
    first, second = (replace(p("الف", key="a"), place=at(line)) for line in (3, 9))
    row = Row((Cell((p(Blank("نام", "a", place=at(12))),)),), "a", at(11))
    _, problems = keys.run(document(first, second, Table((), (), (row,))))
    assert [(found.code, found.place) for found in problems] == [("key-repeated", at(line)) for line in (9, 11, 12)]
    assert all("document.html.j2:3:1" in found.message for found in problems)


def item(*words: str) -> ListItem:
    return ListItem(tuple(p(word) for word in words))


def row(*cells: str) -> Row:
    return Row(tuple(Cell((p(cell),)) for cell in cells))


def clause(word: str, *blocks: Block, kind: str = "clause") -> Clause:
    return Clause(kind, (), (p(word), *blocks))  # type: ignore[arg-type]


def named(made: Document) -> dict[str, str]:
    """The keys of clauses, items, rows and headings by their words."""
    return {
        plain_text(next(each.children for each in every(node) if hasattr(each, "children"))): node.key
        for node in every(made)
        if isinstance(node, Clause | ListItem | Row | Heading)
    }


def elements(*before: int) -> tuple[Block, ...]:
    """An article, a list, a table and a heading, with something put before each at these places."""

    def put(at: int, *nodes: Any, new: Any) -> tuple[Any, ...]:
        return (new, *nodes) if at in before else nodes

    ordered = ListBlock(put(0, item("نخست"), item("دوم"), new=item("پیش از همه")), "letters")
    clauses: tuple[Block, ...] = put(1, clause("بند", ordered), clause("تبصره", kind="note"), new=clause("بند تازه"))
    table = Table((), (row("ردیف", "عنوان"),), put(2, row("آب"), row("برق"), new=row("گاز")), key="t")
    return put(
        3,
        Clause("article", (Text("موضوع"),), clauses, "article-subject"),
        Clause("article", (Text("بی کلید"),), (p("متن"),)),
        table,
        Heading(1, (Text("عنوان"),)),
        Contents(),
        new=Heading(1, (Text("عنوان تازه"),)),
    )


@pytest.mark.parametrize("place", range(4))
def test_what_is_put_before_an_element_changes_no_key(place: int) -> None:
    keyed, changed = named(run(*elements())), named(run(*elements(place)))
    assert len(changed) > len(keyed) > 8
    assert all(key and changed[words] == key for words, key in keyed.items())


def test_a_made_key_has_the_key_around_it_and_the_words_without_facts_and_row_numbers() -> None:
    def made(number: str, amount: str) -> list[str]:
        price = Clause("clause", (), (p("مبلغ ", Datum("contract.amount", (Text(amount),)), " ریال"),))
        table = Table((), (), (row(number, "تجهیز دفتر", amount),), key="t")
        found = run(Clause("article", (), (price, table), "article-amount"))
        return [node.key for node in every(found) if isinstance(node, Row) or (isinstance(node, Clause) and node is not price)]

    first, again = made("۱", "۱۲۰"), made("۲", "۳۴۰")
    assert first == again
    assert [re.sub("[0-9a-f]{8}", "…", key) for key in first] == ["article-amount", "article-amount/~…", "t/~…"]


def test_a_row_with_labels_is_named_by_them_alone() -> None:
    def made(value: str) -> str:
        cells = (Cell((p("محله"),), tone="label"), Cell((p(value),)))
        return next(node.key for node in every(run(Table((), (), (Row(cells),), key="t"))) if isinstance(node, Row))

    assert made("گلشهر") == made("طرق")


def test_equal_elements_of_one_place_are_counted() -> None:
    found = [node.key for node in every(run(ListBlock((item("آب"), item("آب"))))) if isinstance(node, ListItem)]
    assert found[1] == f"{found[0]}-2"


def test_what_a_contents_lists_has_a_key_that_it_can_lead_to() -> None:
    articles = [node.key for node in every(run(*elements())) if isinstance(node, Clause) and node.kind == "article"]
    assert articles[0] == "article-subject" and articles[1].startswith("clause-")
    assert not any(map(keys.is_made, articles))


def test_each_element_without_a_key_of_its_own_is_told_where_a_kind_asks_for_them() -> None:
    blocks = (
        replace(clause("بند"), place=at(4)),
        Clause("note", (), (p("تبصره"),), "given"),
        ListBlock((replace(item("مورد"), place=at(5)),)),
        Table((), (), (replace(row("ردیف"), place=at(6)),)),
    )
    found = keys.missing(document(Clause("article", (), blocks, "a")))
    assert [(each.code, each.place) for each in found] == [("key-missing", at(line)) for line in (4, 5, 6)]
    assert all(name in each.message for name, each in zip(("clause", "li", "tr"), found, strict=True))
