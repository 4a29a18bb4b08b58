"""Every type of field: what it accepts and means, what it refuses and why, and that what it prints is read back the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, create_model

from generator.model import fields
from generator.model.known import Record
from generator.reading.yamltext import Entry, Mapping, Scalar, typed
from tests.model.spellings import ACCEPTED, REFUSED, TYPES, printed

ADAPTERS = {name: TypeAdapter(kind) for name, kind in TYPES.items()}
READS = [(name, text, value) for name, values in ACCEPTED.items() for value, texts in values.items() for text in texts]
REFUSALS = [(name, text, code) for name, refused in REFUSED.items() for text, code in refused]


@pytest.mark.parametrize(("name", "text", "value"), READS)
def test_a_spelling_is_read_as_what_it_means(name: str, text: str, value: object) -> None:
    found = ADAPTERS[name].validate_python(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in ACCEPTED.items() for value in values])
def test_a_printed_value_is_read_back_the_same(name: str, value: object) -> None:
    assert ADAPTERS[name].validate_python(printed(name, value)) == value


@pytest.mark.parametrize(("name", "text", "code"), REFUSALS)
def test_a_spelling_is_refused_for_its_own_reason(name: str, text: str, code: str) -> None:
    sheet = create_model("Sheet", __base__=Record, field=(TYPES[name], ...))
    node = Mapping((typed_entry("field", text),), 1, 1)
    record, problems = typed.load(node, sheet, Path("a.yaml"))
    assert record is None
    assert [found.code for found in problems] == [code]


def typed_entry(key: str, text: str) -> Entry:
    return Entry(Scalar(key, 1, 1), Scalar(text, 1, len(key) + 3, quoted=True))


def test_every_type_has_ten_spellings_to_accept_and_ten_to_refuse() -> None:
    for name in TYPES:
        assert sum(len(texts) for texts in ACCEPTED[name].values()) >= 10, name
        assert len({text for text, _ in REFUSED[name]}) >= 10, name


def test_every_type_of_the_models_is_in_the_tables() -> None:
    public = {name for name, kind in vars(fields).items() if hasattr(kind, "__metadata__") and not name.startswith("_")}
    closed_lists = {
        "ParticipationLevel",
        "RoleLevel",
        "FundingSource",
        "Decided",
        "Classification",
    }  # Made like `Axis` and `ActorKind`.
    whole_fields = {"Remark", "Lines", "Neighbourhoods"}  # Made of `Note`, `Count` and `Id`, with their titles.
    assert public - closed_lists - whole_fields <= set(TYPES) | {"V"}
