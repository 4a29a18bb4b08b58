"""What residents are given: plain, large, short, with whom to ask; nothing unknown is left to them as dots."""

from __future__ import annotations

import dataclasses

import pytest

from generator.persian import group
from generator.style import looks
from generator.tree.nodes import Blank, Map, Paragraph, Table
from generator.tree.walk import plain_text, walk
from generator.writing import writers
from generator.writing.drawing import figures
from generator.writing.writers import DEFAULT_ENGINE, Supplies
from tests.engines import OTHERS
from tests.measures import measured
from tests.templates.conftest import ROOT

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")
KINDS = ("residents-leaflet", "residents-poster")
PAGES = {"residents-leaflet": 4, "residents-poster": 1}
LOOKS = ("style", "amiri")
LEAST, MOST_WORDS, MEAN_WORDS = 13, 25, 14
OFFICIAL = ("مذکور", "فوق‌الذکر", "ذی‌ربط", "می‌باشد")


@pytest.fixture(scope="module")
def look():
    """A look of the project by its name."""
    return lambda name: looks.load(ROOT / "templates" / "fa", name).value


@pytest.fixture
def changed(builder, subject_of):
    """The tree of a kind with some records, or parts of the catalogue, changed."""

    def make(kind, catalogue=None, **records):
        subject = subject_of(kind, PLACES[0])
        dossier = subject.dossier.model_copy(update=records)
        other = subject.catalogue.model_copy(update=catalogue or {})
        return builder.tree(dataclasses.replace(subject, dossier=dossier, catalogue=other))[0]

    return make


def tables(document):
    """The rows of each table, as the texts of their cells."""
    found = {visit.node.key: visit.node for visit in walk(document) if isinstance(visit.node, Table)}
    return {
        key: [
            [" ".join(plain_text(v.node.children) for v in walk(cell) if isinstance(v.node, Paragraph)) for cell in row.cells]
            for row in table.body
        ]
        for key, table in found.items()
    }


def said(document):
    """All that is said, a paragraph a line."""
    return "\n".join(plain_text(visit.node.children) for visit in walk(document) if isinstance(visit.node, Paragraph))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", LOOKS)
def test_nothing_but_captions_is_small_and_no_sentence_is_long(tree, look, kind, place, name):
    found = measured(tree(kind, place), look(name))
    small = [run.text for run in found.body if run.where != "caption" and found.look.roles[run.role].size < LEAST]
    assert small == []
    assert found.mean() <= MEAN_WORDS
    assert found.mean("running", "item", "cell") <= MEAN_WORDS
    assert found.over(MOST_WORDS) == []


@pytest.mark.parametrize("name", LOOKS)
def test_the_map_on_the_wall_is_lettered_as_large_as_the_text_around_it(tree, look, name):
    drawn, problems = figures.draw_all(tree("residents-poster", PLACES[0]), look(name))
    assert problems == []
    assert min(shape.size for shape in drawn["poster-map"].shapes if shape.text) >= LEAST


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_plain_and_leaves_no_blank(tree, kind, place):
    document = tree(kind, place)
    assert [word for word in OFFICIAL if word in said(document)] == []
    assert "ریال" not in said(document)
    assert not any(isinstance(visit.node, Blank) for visit in walk(document))


@pytest.mark.parametrize(
    ("kind", "place", "engine"),
    [
        *((kind, place, DEFAULT_ENGINE) for kind in KINDS for place in PLACES),
        *((kind, PLACES[0], engine) for kind in KINDS for engine in OTHERS),
    ],
)
def test_it_has_no_more_pages_than_people_read(tree, builder, kind, place, engine):
    writer, document = writers.of("pdf", engine), tree(kind, place)
    assert writer.write(document, builder.style, Supplies(builder.assets(document, writer.pictures))).page_count <= PAGES[kind]


@pytest.mark.parametrize("place", PLACES)
def test_the_document_opens_with_the_leaflet(tree, place):
    document, leaflet = tables(tree("participatory-document", place)), tables(tree("residents-leaflet", place))
    assert {key: document[key] for key in leaflet} == leaflet
    assert list(document)[: len(leaflet) + 2] == ["cover-title", "cover-facts", *leaflet]


@pytest.mark.parametrize("place", PLACES)
def test_each_action_says_what_where_when_and_who_answers(project, tree, place):
    plan = project.workspace.dossier(place).plan
    rows = tables(tree("residents-leaflet", place))["residents-works"]
    said_of = {row[0]: row[1:] for row in rows if len(row) > 1}
    for action in plan.actions:
        where, when, who = said_of[action.in_plain_words]
        assert where == action.location
        assert when.endswith(action.end.long())
        assert when.split(" ")[0] == action.start.long().split(" ")[0]
        assert who


def test_amounts_are_in_million_tomans(project, tree):
    plan = project.workspace.dossier(PLACES[0]).plan
    figures = tables(tree("residents-leaflet", PLACES[0]))["residents-figures"]
    assert f"{group(plan.total // 10**7)} میلیون تومان هزینهٔ همهٔ کارها" in figures[0]


def test_what_changed_and_what_was_declined_is_told_with_its_reason(project, tree):
    document = project.workspace.dossier(PLACES[0]).participatory
    found = tables(tree("residents-leaflet", PLACES[0]))
    assert found["residents-changes"] == [[each.what, each.before, each.after] for each in document.changes]
    assert found["residents-declined"] == [[each.what, each.why] for each in document.declined]


def test_an_office_whose_address_is_known_is_given_and_one_that_is_not_is_asked_for(project, tree, changed):
    assert "نشانی و تلفن دفتر هنوز به ما نرسیده است. آن را از دفتر امور اجتماعی" in said(tree("residents-leaflet", PLACES[0]))
    office = project.workspace.dossier(PLACES[0]).office
    known = office.model_copy(update={"address": "خیابان نمونه", "phone": "۰۵۱-۳۲۱۲۳۴۵۶", "hours": "شنبه تا چهارشنبه"})
    text = said(changed("residents-leaflet", office=known))
    assert "نشانی: خیابان نمونه" in text
    assert "تلفن: ۰۵۱-۳۲۱۲۳۴۵۶" in text
    assert "ساعت کار: شنبه تا چهارشنبه" in text
    assert "دفتر هنوز به ما نرسیده است" not in text


def test_telephones_of_agencies_are_a_table_once_they_are_known(project, changed):
    contacts = project.workspace.catalogue.contacts
    told = [each.model_copy(update={"phone": "۰۵۱-۳۲۱۲۳۴۵۶"}) if each.of == "education" else each for each in contacts.contacts]
    catalogue = {"contacts": contacts.model_copy(update={"contacts": tuple(told)})}
    document = changed("residents-leaflet", catalogue)
    (row,) = tables(document)["residents-agencies"]
    assert row[1:] == ["۰۵۱-۳۲۱۲۳۴۵۶", "از دفتر بپرسید"]
    assert "تلفن دیگر دستگاه‌ها هنوز به ما نرسیده است" in said(document)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({}, "هنوز تصمیم نگرفته‌اند که اعتراض‌ها را چه کسی بررسی کند"),
        ({"answer": "دبیرخانهٔ طرح"}, "به دبیرخانهٔ طرح بدهید. این راه پیشنهاد است و هنوز تصویب نشده است."),
    ],
    ids=["open", "proposed"],
)
def test_the_way_to_object_is_told_with_its_standing(project, changed, kind, update, expected):
    statements = project.workspace.catalogue.statements
    named = [each.model_copy(update=update) if each.id == "resident-objections" else each for each in statements.statements]
    catalogue = {"statements": statements.model_copy(update={"statements": tuple(named)})}
    assert expected in said(changed(kind, catalogue))


@pytest.mark.parametrize("kind", KINDS)
def test_a_neighbourhood_of_which_little_is_known_has_them_too(project, changed, kind):
    document = project.workspace.dossier(PLACES[0]).participatory.model_copy(update={"changes": (), "declined": ()})
    made = changed(
        kind, {"statements": type(project.workspace.catalogue.statements)()}, participatory=document, office=None, map=None
    )
    assert not any(isinstance(visit.node, Blank | Map) for visit in walk(made))
    assert "محله هنوز دفتر تسهیلگری ندارد" in said(made)
