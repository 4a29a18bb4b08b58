"""The sheet of one recipient: the same that the action plan has of it, alone, with what is asked of it first."""

from __future__ import annotations

import pytest

from generator.build import subjects
from generator.tree.nodes import Heading, Keep, ListBlock, Paragraph, Table
from generator.tree.walk import plain_text, walk

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")
EACH = pytest.mark.parametrize("place", PLACES)


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _tables(document):
    return {
        table.key: [plain_text(each.children) for each in _nodes(table, Paragraph)]
        for table in _nodes(document, Table)
        if table.key.startswith(("led/", "helped/", "duties/", "sign/"))
    }


@pytest.fixture(scope="module")
def sheets(builder, project):
    """The sheets of a place by recipient."""

    def find(place):
        kind = next(kind for kind in project.kinds if kind.id == "agency-sheet")
        return {each.id: builder.tree(each)[0] for each in subjects.find(kind, project.workspace) if each.place == place}

    return find


@EACH
def test_each_recipient_has_the_sheet_that_the_plan_has_of_it(sheets, tree, project, place):
    whole = _tables(tree("action-plan", place))
    found = sheets(place)
    assert list(found) == [each.id for agency in project.workspace.catalogue.agencies for each in agency.recipients]
    for recipient, document in found.items():
        own = {key: cells for key, cells in whole.items() if key.partition("/")[2] == recipient}
        assert own and _tables(document) == own


def test_what_is_asked_stands_under_the_name_before_every_table(sheets):
    blocks = sheets("z3-golshahr")["water"].sections[0].blocks
    kinds = [type(block) for block in blocks]
    assert plain_text(blocks[0].children) == "مدیرعامل محترم شرکت آب و فاضلاب مشهد"
    assert kinds[0] is Heading and kinds.index(ListBlock) < kinds.index(Table)
    asked = " ".join(plain_text(each.children) for each in _nodes(blocks[kinds.index(ListBlock)], Paragraph))
    assert "اقدام ۱۷" in asked and "۱۶۸٬۰۰۰ میلیون ریال" in asked


def test_a_sheet_addresses_the_head_as_letters_do(sheets, project):
    contacts = {each.of: each.addressed_as for each in project.workspace.catalogue.contacts.contacts}
    for recipient, document in sheets("z3-golshahr").items():
        assert plain_text(document.sections[0].blocks[0].children) == contacts[recipient]


@EACH
def test_duties_are_on_the_page_of_the_signature_under_them(sheets, place):
    for recipient, document in sheets(place).items():
        last = document.sections[0].blocks[-1]
        assert isinstance(last, Keep)
        assert [block.key for block in last.blocks] == [f"duties/{recipient}", f"sign/{recipient}"]


@EACH
def test_amounts_in_brackets_are_explained_where_there_are_some_and_nowhere_else(sheets, place):
    for document in sheets(place).values():
        words = " ".join(plain_text(each.children) for each in _nodes(document, Paragraph))
        led = [row for table in _nodes(document, Table) if table.key.startswith("led/") for row in table.body]
        shared = any("(" in plain_text(row.cells[3].blocks[-1].children) for row in led)
        assert shared == ("در کمانک" in words)


def test_a_company_without_a_part_is_asked_for_a_proposal_for_its_duty(sheets):
    blocks = sheets("z3-golshahr")["gas"].sections[0].blocks
    (asked,) = [block for block in blocks if isinstance(block, ListBlock)]
    (request,) = [plain_text(each.children) for each in _nodes(asked, Paragraph)]
    assert request.startswith("پیشنهاد اقدام برای یک وظیفه")
