"""Every refusal of pydantic has a code, a place and a Persian sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Date
from generator.model.known import UNKNOWN, Known, Record
from generator.problems.errors import Problem
from generator.reading.yamltext import parse, typed

FILE = Path("a.yaml")
MARK = "§"


class Entry(BaseModel):
    """An entry without an id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(title="نام")
    size: Annotated[float, Field(gt=0, lt=10)] = 1


class Sheet(BaseModel):
    """A model with one field of each kind that a look or a kind of document uses."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(title="عنوان", min_length=1, max_length=10)
    align: Literal["start", "end"] = Field(default="start", title="چینش")
    colour: Annotated[str, Field(pattern="^[0-9a-f]{6}$")] = Field(default="000000", title="رنگ")
    bold: bool = Field(default=False, title="سیاه")
    count: int = Field(default=0, title="شمار")
    tags: tuple[str, ...] = Field(default=(), title="برچسب‌ها", max_length=2)
    entries: tuple[Entry, ...] = Field(default=(), title="درایه‌ها")
    named: dict[str, Entry] = Field(default={}, title="نام‌دارها")
    used: str = Field(default="", title="به‌کاررفته")

    @model_validator(mode="after")
    def _used_is_named(self) -> Sheet:
        if self.used and self.used not in self.named:
            context = {"value": self.used, "allowed": [*self.named, "text"], "path": ("used",)}
            raise PydanticCustomError("style-unknown-name", "{value}", context)
        return self


def _problems(text: str, model: type[BaseModel] = Sheet) -> list[Problem]:
    node = parse(text, FILE).node
    assert node is not None
    loaded, problems = typed.load(node, model, FILE)
    assert (loaded is None) == bool(problems)
    return problems


REFUSALS = {
    "empty text": ("title: §''", "value-empty"),
    "long text": ("title: §abcdefghijkl", "text-too-long"),
    "word outside a literal": ("title: a\nalign: §middle", "not-in-list"),
    "text against a pattern": ("title: a\ncolour: §red", "value-pattern"),
    "neither yes nor no": ("title: a\nbold: §perhaps", "flag-not-understood"),
    "no whole number": ("title: a\ncount: §many", "number-not-understood"),
    "a list too long": ("title: a\n§tags: [a, b, c]", "too-many"),
    "a list among texts": ("title: a\ntags: [a, §[b]]", "value-not-scalar"),
    "no list": ("title: a\nentries: §b", "expected-list"),
    "no record in a list": ("title: a\nentries: [§b]", "expected-mapping"),
    "no record of names": ("title: a\nnamed: §b", "expected-mapping"),
    "a key missing in an entry": ("title: a\nentries:\n  - §size: 1", "missing-key"),
    "a key missing under a name": ("title: a\nnamed:\n  §first: {size: 1}", "missing-key"),
    "a number not above its bound": ("title: a\nentries:\n  - {name: b, size: §0}", "number-not-above"),
    "a number not below its bound": ("title: a\nentries:\n  - {name: b, size: §10}", "number-not-below"),
    "a key too many under a name": ("title: a\nnamed: {first: {name: b, §zzz: c}}", "unknown-key"),
    "an error of the model with a path": ("title: a\nused: §body", "style-unknown-name"),
}


@pytest.mark.parametrize(("text", "code"), REFUSALS.values(), ids=REFUSALS)
def test_each_refusal_has_its_code_and_place_and_is_reported_in_persian(text: str, code: str) -> None:
    before = text[: text.index(MARK)]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    (found,) = _problems(text.replace(MARK, ""))
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == (code, *place)
    words = re.sub(r"«[^»]*»|\([^)]*\)|[\^$\[\]{}0-9a-f-]+", "", f"{found.message} {found.hint}")
    if code != "unknown-key":  # Its hint lists the keys, which are English.
        assert not re.search("[A-Za-z]", words)


def test_a_whole_record_is_loaded_without_problems() -> None:
    node = parse("title: a\nnamed: {b: {name: c}}\nentries: [{name: d, size: 2}]\nused: b", FILE).node
    assert node is not None
    sheet, problems = typed.load(node, Sheet, FILE)
    assert problems == ()
    assert sheet is not None
    assert (sheet.named["b"].name, sheet.entries[0].size) == ("c", 2)


def test_a_list_where_a_record_should_be_is_reported_at_its_start() -> None:
    (found,) = _problems("- a\n- b\n")
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == ("expected-mapping", 1, 1)


def test_an_entry_is_named_by_its_first_field_or_else_by_its_position() -> None:
    first, second = _problems("title: a\nentries:\n  - {name: b, size: x}\n  - {size: 1}\n")
    assert first.where == "درایه‌ها ← b ← size"
    assert second.where == "درایه‌ها ← مورد ۲"


def test_problems_stand_in_the_order_of_the_file() -> None:
    problems = _problems("count: a\nbold: b\ntitle: ''\nalign: c\n")
    assert [found.place.line for found in problems if found.place] == [1, 2, 3, 4]


def test_a_misspelt_key_explains_the_missing_one() -> None:
    (found,) = _problems("titel: a\n")
    assert (found.code, found.hint) == ("unknown-key", "منظورتان «title (عنوان)» بود؟")


def test_a_misspelt_key_does_not_hide_another_missing_one() -> None:
    class Pair(BaseModel):
        model_config = ConfigDict(extra="forbid")

        first: str
        second: str

    assert sorted(found.code for found in _problems("frist: a\n", Pair)) == ["missing-key", "unknown-key"]


def test_the_tags_of_a_known_fact_are_no_part_of_the_path() -> None:
    class Fact(Record):
        date: Known[Date] = Field(default=UNKNOWN, title="تاریخ")

    (found,) = _problems("date: ۱۴۰۴/۱۳/۰۱\n", Fact)
    assert (found.code, found.where) == ("month-out-of-range", "تاریخ")


def test_a_long_value_is_cut_where_it_is_quoted() -> None:
    (found,) = _problems(f"title: a\nalign: {'ا' * 200}\n")
    assert "…" in found.message
    assert len(found.message) < 150
