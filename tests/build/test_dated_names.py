"""A document of a day prints the names that agencies had on that day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from generator.build import naming, subjects
from generator.build.dated import day_of
from generator.build.document import DocumentBuilder
from generator.build.reads import Answers, ReadCatalogue
from generator.build.subjects import Subject
from generator.model.known import Record, Unknown
from generator.model.records.workspace import Workspace
from generator.persian import JalaliDate
from generator.tree.walk import texts
from tests.plans import ROOT, project

R = TypeVar("R", bound=Record)

FORMER, NOW = "نیروی انتظامی استان خراسان رضوی", "فرماندهی انتظامی استان خراسان رضوی"
LETTER, WRITTEN = "golshahr-notify-2-police", JalaliDate(1404, 3, 20)
BEFORE, AFTER = JalaliDate(1404, 3, 19), JalaliDate(1404, 12, 29)
"""Days on which the former name might have ended; the real one is not known."""


def with_day(until: JalaliDate | Unknown) -> Workspace:
    """The data of this repository with the day on which the police took another name."""
    workspace = project().reading.workspace
    assert workspace is not None
    old = workspace.catalogue.agency("police")
    police = _with(old, former=tuple(_with(each, until=until) for each in old.former))
    agencies = tuple(police if each is old else each for each in workspace.catalogue.agencies)
    return _with(workspace, catalogue=_with(workspace.catalogue, agencies=agencies))


def _with(record: R, **changed: object) -> R:
    return record.model_copy(update=changed)


def of_kind(name: str, workspace: Workspace) -> dict[str, Subject]:
    kind = next(each for each in project().kinds if each.id == name)
    return {each.id or each.name: each for each in subjects.find(kind, workspace, with_samples=True)}


@pytest.fixture(scope="module")
def printed() -> Callable[[Subject], str]:
    built = project()
    assert built.style is not None
    builder = DocumentBuilder(built.folders.templates, built.style, pictures=ROOT / "plans" / "pictures")
    return lambda subject: " ".join(each.text for each in texts(builder.tree(subject)[0])).replace("\u00a0", " ")


def test_a_letter_is_to_an_agency_under_the_name_of_its_day(printed: Callable[[Subject], str]) -> None:
    then, now = (printed(of_kind("notification", with_day(until))[LETTER]) for until in (AFTER, BEFORE))

    assert (FORMER in then, NOW in then) == (True, False)
    assert (FORMER in now, NOW in now) == (False, True)


def test_the_last_day_of_a_name_is_a_day_of_it() -> None:
    catalogue = with_day(WRITTEN).catalogue
    names = [catalogue.on(day).agency("police").name for day in (WRITTEN, AFTER)]

    assert names == [FORMER, NOW]
    assert catalogue.on(WRITTEN).named("police") == catalogue.on(WRITTEN).owner("police") == FORMER
    assert catalogue.on(WRITTEN).agency("police").short_name == "نیروی انتظامی"


def test_of_several_former_names_that_of_the_day_is_taken() -> None:
    police = with_day(BEFORE).catalogue.agency("police")
    first = _with(police.former[0], name="شهربانی", short_name="شهربانی", until=JalaliDate(1370, 1, 1))
    twice = _with(police, former=(*police.former, first))

    days = [JalaliDate(1369, 1, 1), JalaliDate(1371, 1, 1), AFTER]
    assert [twice.on(day).short_name for day in days] == ["شهربانی", "نیروی انتظامی", "فرماندهی انتظامی"]


def test_a_name_whose_last_day_is_not_known_is_never_printed() -> None:
    catalogue = with_day(Unknown()).catalogue

    assert catalogue.on(JalaliDate(1390, 1, 1)) is catalogue


@pytest.mark.parametrize("kind", ["contract", "evaluation-report", "minutes", "quarterly-report", "notification"])
def test_the_document_of_a_record_with_a_day_is_of_that_day(kind: str) -> None:
    before, after = (of_kind(kind, with_day(JalaliDate(year, 1, 1))) for year in (1390, 1450))
    dated = [name for name, subject in after.items() if subject.catalogue.agency("police").name == FORMER]

    assert dated
    assert dated == [name for name, subject in after.items() if day_of(subject)]
    assert {subject.catalogue.agency("police").name for subject in before.values()} == {NOW}


def test_a_contract_is_of_the_day_of_its_signing() -> None:
    signed = of_kind("contract", with_day(AFTER))["z3-golshahr/contract"]
    assert day_of(signed) == JalaliDate(1403, 4, 25)


@pytest.mark.parametrize("question", ["agency:police", "owner:police", "organisation:police"])
def test_a_document_that_asked_for_a_name_is_made_again_when_the_day_of_the_former_one_is_known(question: str) -> None:
    before, after = (Answers(with_day(until).catalogue) for until in (Unknown(), BEFORE))

    assert before.digest(question) != after.digest(question)


def test_a_document_of_a_day_notes_what_it_asks_for() -> None:
    letter = of_kind("notification", with_day(AFTER))[LETTER].noting()
    assert isinstance(letter.catalogue, ReadCatalogue)

    assert letter.catalogue.named("police") == FORMER
    assert letter.noted == ("organisation:police",)


def test_an_agency_is_found_in_the_register_by_a_name_that_it_had() -> None:
    known = naming.recipients(project().reading)

    assert naming.find("نیروی انتظامی", known) == ["police"]
    assert naming.find("فرماندهی انتظامی", known) == ["police"]
