"""The Persian guide to the data names every key that the models have, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from generator.model.known import Unknown
from generator.model.records.workspace import Workspace

GUIDE = (Path(__file__).parents[2] / "docs" / "data.fa.md").read_text(encoding="utf-8")
LISTED = set(re.findall(r"^\| `([a-z_]+)` \| ([^|]+) \|", GUIDE, flags=re.MULTILINE))

# Not files of their own: they gather records that are.
CONTAINERS = {"Workspace", "Catalogue", "Dossier"}


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model in seen or model is Unknown:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        for inner in types(field.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from models(inner, seen)


def types(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from types(part)


FIELDS = {
    (name, field.title)
    for model in models(Workspace, set())
    if model.__name__ not in CONTAINERS
    for name, field in model.model_fields.items()
}


@pytest.mark.parametrize("key", sorted(FIELDS, key=str))
def test_a_key_of_the_models_is_in_the_guide_under_its_title(key: tuple[str, str]) -> None:
    assert key in LISTED


def test_the_guide_names_no_key_that_the_models_do_not_have() -> None:
    assert not LISTED - FIELDS
