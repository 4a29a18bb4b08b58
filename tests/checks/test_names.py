"""Names that a reader takes for each other are reported once, at the newcomer; what is known to be two is not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.checks import Case, Names
from generator.checks.names import names_are_unlike
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.workspace import Dossier
from generator.problems.errors import Problem, Severity
from generator.reading.workspace import read
from tests.reading.plans_tree import IDENTITY, PlansTree, reported

OTHER = "neighbourhoods/z2-be/neighbourhood.yaml"
NEW = "neighbourhoods/z2-new/neighbourhood.yaml"
REAL = Path(__file__).parents[2] / "plans"


def named(plans: PlansTree, first: str, second: str) -> PlansTree:
    """The plans with these names in place of those of the two neighbourhoods, neither declared to be another."""
    plans.plant(IDENTITY, "text: الف\nname: الف", f"text: {first}\nname: {first}")
    plans.plant(IDENTITY, "distinct_from: [z2-be]\n", "")
    return plans.plant(OTHER, "text: ب\nname: ب", f"text: {second}\nname: §{second}")


def alike(plans: PlansTree) -> list[Problem]:
    problems = list(plans.read().problems)
    assert {found.code for found in problems} <= {"names-alike"}
    return problems


ALIKE = [
    ("قائم", "قائم"),
    ("کوی مطهری", "شهرک شهید مطهری"),
    ("سیدی", "اکبرآباد سیدی"),
    ("مهدی", "مهدی آباد"),
    ("مهدی‌آباد", "کوشک مهدی"),
    ("محمود آباد", "محمدآباد"),
    ("آزادی", "کوی آزادگان"),
    ("امیرآباد", "امین‌آباد"),
    ("عباس‌پور", "عباسپور"),
    ("رجائی", "شهرک شهید رجایی"),
    ("طبرسی", "طبرسی ۵۶"),
    ("گلشهر", "گلشهر شرقی"),
]
APART = [
    ("شهرک امام علی", "شهرک امام هادی"),
    ("طبرسی ۵۶", "طبرسی ۵۸"),
    ("مهرآباد", "مهر مادر"),
    ("کوی شیخ حسن", "بازه شیخ"),
    ("مهرآباد", "مهدی‌آباد"),
    ("روح‌آباد", "بحرآباد"),
    ("گلشهر", "کوی گلشاد"),
    ("کال زرکش", "جنوب کال نخودک"),
    ("شهرک امید", "امیرآباد"),
    ("شهرک", "کوی"),
]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_names_that_are_alike_are_reported_once_n13(plans: PlansTree, first: str, second: str) -> None:
    problems = alike(named(plans, first, second))
    assert reported(problems, plans.root) == [("names-alike", OTHER, *plans.marked[OTHER])]
    assert problems[0].severity is Severity.WARNING
    assert f"«{first}» (z1-alef)" in problems[0].message


@pytest.mark.parametrize(("first", "second"), APART)
def test_names_that_a_reader_distinguishes_are_left_alone(plans: PlansTree, first: str, second: str) -> None:
    assert alike(named(plans, first, second)) == []


@pytest.mark.parametrize(("key", "other"), [(IDENTITY, "z2-be"), (OTHER, "z1-alef")])
def test_either_neighbourhood_may_say_that_it_is_not_the_other(plans: PlansTree, key: str, other: str) -> None:
    named(plans, "قائم", "قائم")
    plans.files[key] += f"distinct_from: [{other}]\n"
    assert alike(plans) == []


def test_another_name_of_a_neighbourhood_is_compared_too(plans: PlansTree) -> None:
    named(plans, "گلشهر", "قلعه ساختمان").plant(IDENTITY, "lines: [۱۹]", "lines: [۱۹]\naliases: [قلعهٔ ساختمان]")
    assert reported(alike(plans), plans.root) == [("names-alike", OTHER, *plans.marked[OTHER])]


def test_a_neighbourhood_that_the_published_plan_does_not_know_is_the_one_to_look_at(plans: PlansTree) -> None:
    named(plans, "آزادی", "گلشهر").plant(IDENTITY, "lines: [۱۹]", "lines: []").plant(IDENTITY, "name: ", "name: §")
    plans.files[NEW] = "id: z2-new\nzone: z2\nrank: ۲\ntext: آزادگان\nname: آزادگان\nlines: [۲۱]\n"
    assert reported(alike(plans), plans.root) == [("names-alike", IDENTITY, *plans.marked[IDENTITY])]


def test_of_two_published_neighbourhoods_the_renamed_one_is_the_one_to_look_at(plans: PlansTree) -> None:
    named(plans, "گلشهر", "گلشاد").plant(IDENTITY, "name: گلشهر", "name: §گلشاد")
    assert reported(alike(plans), plans.root) == [("names-alike", IDENTITY, *plans.marked[IDENTITY])]


def test_a_newcomer_like_several_is_reported_once_with_all_of_them(plans: PlansTree) -> None:
    named(plans, "مهدی", "مهدی‌آباد")
    plans.files[IDENTITY] += "distinct_from: [z2-be]\n"
    plans.files[NEW] = "id: z2-new\nzone: z2\nrank: ۲\ntext: شهرک مهدی\nname: شهرک مهدی\nlines: []\n"
    (found,) = alike(plans)
    assert found.place is not None and found.place.file.parent.name == "z2-new"
    assert "(z1-alef)" in found.message and "(z2-be)" in found.message


def test_what_the_published_plan_has_twice_is_declared_and_nothing_else_is_alike() -> None:
    reading = read(REAL)
    assert reading.workspace is not None
    declared = {(dossier.id, other) for dossier in reading.workspace.dossiers for other in dossier.neighbourhood.distinct_from}
    assert len(declared) == 11
    assert "names-alike" not in {found.code for found in reading.problems}


WORDS = sorted({word for pair in (*ALIKE, *APART) for name in pair for word in name.split()})


def drawn_cases(count: int) -> list[Case]:
    """Neighbourhoods with names and aliases of the words above, one to eight in each, from a fixed seed."""
    drawn = random.Random(1404)

    def name() -> str:
        return "کوی " + drawn.choice((" ", "\u200c", "")).join(drawn.choices(WORDS, k=drawn.choice((1, 1, 2, 2, 3, 8))))

    def case(at: int) -> Case:
        text = name()
        said = {"id": f"z1-n{at}", "zone": "z1", "rank": str(at + 1), "text": text, "name": text, "lines": []}
        aliases = [name() for _ in range(drawn.choice((0, 0, 1, 2)))]
        neighbourhood = Neighbourhood.model_validate({**said, "aliases": aliases})
        return Case(Dossier(neighbourhood=neighbourhood), Names({}, {}))

    return [case(at) for at in range(count)]


def others_by_id(cases: Sequence[Case]) -> dict[str, str]:
    return {found.record.split("/")[1]: str(found.values["others"]) for found in names_are_unlike(cases)}


def test_among_many_names_the_same_are_alike_as_when_each_two_are_looked_at_alone() -> None:
    cases = drawn_cases(120)
    alone: dict[str, list[str]] = {}
    for at, case in enumerate(cases):
        for other in cases[:at]:
            for id_, others in others_by_id([other, case]).items():
                alone.setdefault(id_, []).append(others)
    assert len(alone) > 60
    assert others_by_id(cases) == {id_: "، ".join(others) for id_, others in alone.items()}
