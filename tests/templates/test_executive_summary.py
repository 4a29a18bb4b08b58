"""The summary for an official: on one page exactly, after the contents, with the numbers of the tables that it sums up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.tree.nodes import Contents, Heading, PageBreak, Paragraph, Reference, Section, Table, Text
from generator.tree.walk import map_inlines, plain_text, walk
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE
from tests.engines import OTHERS

KINDS = {
    "action-plan": ("table-by-axis", "table-by-source"),
}
PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")
EACH = pytest.mark.parametrize(("kind", "place"), [(kind, place) for kind in KINDS for place in PLACES])
KEY = "executive-summary"


def summary(document):
    """The blocks from the heading of the summary to the end of its page, and those before."""
    (section, at) = next(
        (section, at)
        for section in document.sections
        for at, block in enumerate(section.blocks)
        if isinstance(block, Heading) and block.key == KEY
    )
    end = next(at + offset for offset, block in enumerate(section.blocks[at:]) if isinstance(block, PageBreak))
    return section.blocks[at:end], section.blocks[:at]


def unlinked(inlines):
    """References as text: what they lead to is not on this page."""
    return tuple(Text(node.text) if isinstance(node, Reference) else node for node in inlines)


def cells(row):
    return [" ".join(plain_text(v.node.children) for v in walk(cell) if isinstance(v.node, Paragraph)) for cell in row.cells]


def tables(document):
    return {visit.node.key: visit.node for visit in walk(document) if isinstance(visit.node, Table)}


@pytest.mark.parametrize(
    ("kind", "place", "engine"),
    [
        *((kind, place, DEFAULT_ENGINE) for kind in KINDS for place in PLACES),
        *((kind, PLACES[0], engine) for kind in KINDS for engine in OTHERS),
    ],
)
def test_it_fills_one_page(tree, builder, kind, place, engine):
    document = tree(kind, place)
    blocks, _ = summary(document)
    alone = replace(document, sections=(Section(blocks, document.sections[0].page),), cover=False)
    assert writers.of("pdf", engine).write(map_inlines(alone, unlinked), builder.style).page_count == 1


@EACH
def test_it_stands_on_its_own_page_after_the_contents(tree, kind, place):
    _, before = summary(tree(kind, place))
    assert isinstance(before[-1], PageBreak)
    assert any(isinstance(block, Contents) for block in before)


@EACH
def test_axes_and_sources_say_what_the_tables_of_money_say(tree, kind, place):
    found = tables(tree(kind, place))
    axes, sources = (found[key] for key in KINDS[kind])
    counted, money = (cells(row) for row in found["executive-axes"].body)
    assert counted[1:-1] == [cells(row)[2] for row in axes.body]
    assert money[1:-1] == [cells(row)[3] for row in axes.body]
    assert money[-1] == cells(axes.foot[0])[-2]
    amounts, shares = (cells(row) for row in found["executive-sources"].body)
    assert [(amount, share) for amount, share in zip(amounts[1:-1], shares[1:-1], strict=True)] == [
        tuple(cells(row)[3:]) for row in sources.body
    ]
    assert shares[-1] == "۱۰۰٪"


@EACH
def test_the_needs_are_the_most_pressing_and_name_actions_of_the_plan(tree, subject_of, kind, place):
    dossier = subject_of(kind, place).dossier
    rows = [cells(row) for row in tables(tree(kind, place))["executive-needs"].body]
    titles = {need.title: need for need in dossier.needs.needs}
    assert len(rows) >= 3
    assert {titles[row[0]].priority for row in rows} == {min(need.priority for need in dossier.needs.needs)}
    assert all(row[3] != "—" for row in rows)
