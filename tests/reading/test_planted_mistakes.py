"""Hundreds of mistakes made from the models, one at a time: each is reported once, by its code, at its line and column."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.reading import records
from generator.reading.workspace import read
from tests.reading.plans_tree import FILES, PlansTree, reported
from tests.reading.planting import WRONG, Mistake, mistakes, model_of

MISTAKES = list(mistakes())
FIRST = {(mistake.key, mistake.code): mistake.name for mistake in reversed(MISTAKES)}.values()
CASES = [
    pytest.param(mistake, id=mistake.name, marks=() if mistake.name in FIRST else pytest.mark.proof) for mistake in MISTAKES
]
"""In every run the first mistake of each sort in each file, in the proofs the same in every field."""


@pytest.fixture(scope="module")
def faultless(tmp_path_factory: pytest.TempPathFactory) -> PlansTree:
    tree = PlansTree(tmp_path_factory.mktemp("planted") / "plans")
    assert tree.read().problems == ()
    return tree


@pytest.mark.parametrize("mistake", CASES)
def test_a_planted_mistake_is_reported_once_at_its_place(faultless: PlansTree, mistake: Mistake) -> None:
    file: Path = faultless.root / mistake.key
    file.write_text(mistake.text, encoding="utf-8")
    try:
        problems = read(faultless.root).problems
    finally:
        file.write_text(FILES[mistake.key], encoding="utf-8")
    assert reported(problems, faultless.root) == [(mistake.code, mistake.key, mistake.line, mistake.column)]


def test_the_mistakes_are_many_and_of_many_kinds() -> None:
    codes = Counter(mistake.code for mistake in MISTAKES)
    assert len(MISTAKES) >= 300
    assert len(codes) >= 25
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)


def test_every_record_type_has_its_mistakes() -> None:
    touched = {model_of(mistake.key) for mistake in MISTAKES}
    kept = {*records.CATALOGUES.values(), *records.OPTIONAL_CATALOGUES.values(), *records.RECORDS.values()}
    assert kept | {model for model, _ in (*records.SERIES.values(), *records.PROVINCE_SERIES.values())} <= touched


def test_every_type_of_field_is_misspelt_in_some_way() -> None:
    planted = {mistake.code for mistake in MISTAKES}
    for name, spellings in WRONG.items():
        assert planted & {code for _, code in spellings}, name
