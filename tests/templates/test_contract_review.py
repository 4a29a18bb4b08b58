"""The lawyer's list: every place is that of the contract as printed, every usual term and unverified rate is on it."""

from __future__ import annotations

import re

import pytest

from generator.model.known import Unknown
from generator.tree.nodes import Clause
from generator.tree.walk import plain_text, walk
from tests.templates.test_contract import PLACES, _cells, _nodes, _table, _text


def places(document):
    """How the contract itself numbers each article, clause and note: by its key, as a reference would say it."""
    found = {}
    for visit in walk(document):
        if isinstance(visit.node, Clause):
            article = next((each.label for each in visit.ancestors if isinstance(each, Clause)), "")
            label = visit.node.label
            found[visit.node.key] = {"article": label, "clause": f"بند {label}", "note": f"{label} {article}"}[visit.node.kind]
    return found


@pytest.mark.parametrize("place", PLACES)
def test_each_clause_is_named_by_its_number_in_the_contract(tree, place):
    numbered = places(tree("contract", place))
    rows = _table(tree("contract-review", place), "table-clauses").body
    named = {row.key.removeprefix("table-clauses/"): _cells(row)[1] for row in rows}
    assert len(named) >= 26
    assert named == {key: numbered[key] for key in named}


def test_what_is_asked_of_is_in_every_contract_or_belongs_to_one_that_has_it(tree, project):
    text = (project.folders.templates / "contract-review/clauses.html.j2").read_text(encoding="utf-8")
    asked = set(re.findall(r"^  \('(article-[a-z/-]+)',", text, flags=re.MULTILINE))
    assert len(asked) > 25
    known = set().union(*(places(tree("contract", place)) for place in PLACES))
    assert asked - known == set()
    assert {key for key in asked if key not in places(tree("contract", "z3-golshahr"))} == {"article-payment/advance"}


@pytest.mark.parametrize("place", PLACES)
def test_every_term_that_the_contract_says_is_listed_where_it_says_it(tree, project, place):
    catalogue = project.workspace.catalogue
    contract = tree("contract", place)
    texts = {}
    for visit in walk(contract):
        if isinstance(visit.node, Clause) and visit.node.kind != "article":
            texts[places_of(visit)] = _text(visit.node)
    rows = _table(tree("contract-review", place), "table-terms").body
    listed = {row.key.removeprefix("table-terms/"): _cells(row) for row in rows}
    assert len(listed) >= 27
    for term_id, cells in listed.items():
        term = catalogue.term(term_id)
        assert cells[2:5] == [term.title, term.said, term.basis]
        assert all(term.said in texts[each] for each in cells[1].split("، ")), term_id
    assert [cells[1] for term_id, cells in listed.items() if term_id == "property-return"] == ["بند ۱۵-۵، بند ۱۶-۳"]
    said = {term.id for term in catalogue.terms.terms if any(term.said in text for text in texts.values())}
    assert said >= listed.keys()


def places_of(visit):
    article = next((each.label for each in visit.ancestors if isinstance(each, Clause)), "")
    return f"بند {visit.node.label}" if visit.node.kind == "clause" else f"{visit.node.label} {article}"


def test_rates_that_nobody_has_compared_with_the_law_wait_for_a_day(tree, project):
    """That of a guarantee for an advance is none of a contract that pays none."""
    contract = project.workspace.dossier("z3-golshahr").contract
    rates = [rate for rate in project.workspace.catalogue.legal.in_force(contract.rates_on) if rate.id != "advance-guarantee"]
    rows = _table(tree("contract-review", "z3-golshahr"), "table-rates").body
    waiting = [rate for rate in rates if isinstance(rate.verified_on, Unknown) and not isinstance(rate.value, Unknown)]
    assert [_cells(row)[1] for row in rows] == [rate.title for rate in waiting] and len(rows) > 5
    assert contract.advance is None and "پیش‌پرداخت" not in _text(tree("contract-review", "z3-golshahr"))


def test_the_first_words_say_what_is_asked_and_the_last_are_signed(tree):
    document = tree("contract-review", "z3-golshahr")
    blocks = document.sections[0].blocks
    texts = [plain_text(getattr(block, "children", ())) for block in blocks]
    assert "از کارشناس حقوقی خواسته می‌شود:" in texts[2]
    assert _cells(_table(document, "signed").head[0]) == ["نام و نام خانوادگی", "سمت", "مهر و امضا", "تاریخ"]
    assert "هر تغییر بعدی قرارداد، جز مشخصات طرفین، بررسی دوباره می‌خواهد" in _text(document)
    assert "[[" not in _text(document)


def test_it_says_which_facts_are_missing_and_no_more(tree):
    golshahr, sisabad = (_text(tree("contract-review", place)) for place in ("z3-golshahr", "z8-sisabad"))
    assert "نقشهٔ محدودهٔ اجرا" in sisabad.partition("در پرونده هنوز نیست")[2]
    assert "نقشهٔ محدودهٔ اجرا" not in golshahr.partition("در پرونده هنوز نیست")[2]
    assert "شناسه‌های قرارداد" in sisabad and "شناسه‌های قرارداد" not in golshahr
    assert _nodes(tree("contract-review", "z3-golshahr"), Clause) == []
