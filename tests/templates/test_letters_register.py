"""The register of letters and the list of what arrived: every letter once, in its order, and what is missing first."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.project import Project
from generator.model.known import Unknown
from generator.model.records.letters import Delivery, Letter
from generator.model.records.workspace import ProvinceDossier, Workspace
from generator.persian import JalaliDate
from generator.tree.nodes import Cell, Document, Paragraph, Table
from generator.tree.walk import plain_text, walk

DAY = JalaliDate(1404, 5, 10)


def letter(name: str, **given: object) -> Letter:
    return Letter(id=name, direction="صادره", subject=f"موضوع {name}", sender="دبیرخانه", recipient="مدیرکل", **given)


def whole(project: Project) -> Workspace:
    assert project.workspace is not None
    return project.workspace


def province_of(project: Project) -> ProvinceDossier:
    province = whole(project).province
    assert province is not None
    return province


def made(project: Project, builder: DocumentBuilder, kind: str, letters: Sequence[Letter] | None = None) -> Document:
    """The document of a kind over the letters of the samples, or over others."""
    workspace = whole(project)
    if letters is not None:
        province = province_of(project).model_copy(update={"letters": tuple(letters)})
        workspace = workspace.model_copy(update={"province": province})
    (found,) = subjects.find(next(each for each in project.kinds if each.id == kind), workspace, with_samples=True)
    return builder.tree(found)[0]


def tables(document: Document) -> dict[str, list[list[str]]]:
    """The cells of the body of each table by its key."""

    def cell(each: Cell) -> str:
        return " ".join(plain_text(block.children) for block in each.blocks if isinstance(block, Paragraph))

    found = (visit.node for visit in walk(document) if isinstance(visit.node, Table))
    return {table.key: [[cell(each) for each in row.cells] for row in table.body] for table in found}


def rows(document: Document, key: str) -> list[list[str]]:
    """The cells of the body of a table."""
    return tables(document)[key]


def said(document: Document) -> str:
    return " ".join(plain_text(visit.node.children) for visit in walk(document) if isinstance(visit.node, Paragraph))


def test_every_letter_stands_once_by_its_date_and_those_without_one_at_the_end(
    project: Project, builder: DocumentBuilder
) -> None:
    found = rows(made(project, builder, "letters-register"), "letters")
    letters = province_of(project).letters

    assert len(found) == len(letters) > 40
    dates = [row[2] for row in found if row[2] != "بی‌تاریخ"]
    assert dates == sorted(dates) and len(dates) == sum(not isinstance(each.date, Unknown) for each in letters)
    assert [row[2] for row in found[len(dates) :]] == ["بی‌تاریخ"] * (len(letters) - len(dates))


def test_what_a_letter_follows_is_named_by_its_number(project: Project, builder: DocumentBuilder) -> None:
    first = letter("first", number="۱۲", date=DAY)
    second = letter("second", date=DAY, references=[{"kind": "پیرو", "letter": "first"}, {"kind": "عطف", "number": "۹"}])
    found = rows(made(project, builder, "letters-register", [first, second]), "letters")

    assert [row[7] for row in found] == ["—", "پیرو ۱۲؛ عطف ۹"]
    assert [row[1] for row in found] == ["۱۲", "بی‌شماره"]


@pytest.mark.parametrize(("kind", "words"), [("letters-register", "هنوز نامه‌ای"), ("distribution-list", "هنوز نامهٔ صادره‌ای")])
def test_where_there_is_no_letter_it_is_said(project: Project, builder: DocumentBuilder, kind: str, words: str) -> None:
    document = made(project, builder, kind, [])
    assert words in said(document)
    assert {*tables(document)} <= {"key-figures"}


def test_of_sixty_recipients_those_whom_a_letter_has_not_reached_stand_first(
    project: Project, builder: DocumentBuilder
) -> None:
    posts = [each.id for each in whole(project).catalogue.contacts.contacts]
    sixty = [letter(f"n{at}", number=f"۱/{at}", date=DAY, recipients=[posts[at % len(posts)]]) for at in range(60)]
    reached = Delivery(contact=posts[7], how="پیک", date=DAY, receipt="۷۷")
    sixty[7] = sixty[7].model_copy(update={"delivery": (reached,)})
    document = made(project, builder, "distribution-list", sixty)

    assert len(rows(document, "table-waiting")) == 59
    ((number, *_, how, day, receipt),) = rows(document, "table-delivered")
    assert (number, how, day, receipt) == ("۱/۷", "پیک", str(DAY), "۷۷")


def test_a_circular_is_waited_for_from_each_of_its_recipients(project: Project, builder: DocumentBuilder) -> None:
    one, other, *_ = (each.id for each in whole(project).catalogue.contacts.contacts)
    circular = letter("circular", number="۵", date=DAY, recipients=[one, other])
    circular = circular.model_copy(
        update={"delivery": (Delivery(contact=one, how="پست", date=DAY), Delivery(contact=other, how="پست"))}
    )
    document = made(project, builder, "distribution-list", [circular])

    assert [row[3] for row in rows(document, "table-waiting")] == [whole(project).catalogue.contact(other).addressed_as]
    assert [row[6] for row in rows(document, "table-delivered")] == ["—"]


def test_when_all_has_arrived_it_is_said(project: Project, builder: DocumentBuilder) -> None:
    sent = letter("sent", number="۵", date=DAY).model_copy(update={"delivery": (Delivery(how="پست", date=DAY),)})
    assert "همهٔ نامه‌های صادره به گیرندگان رسیده است" in said(made(project, builder, "distribution-list", [sent]))
