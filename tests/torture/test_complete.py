"""Whether the torture document still holds all that can be written, by the rules of the reader and by the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.markup.reader.rules import INLINES, RULES, FromLook, OneOf
from generator.markup.reader.xml import Element
from tests.torture.conftest import Torture

GUIDE = (Path(__file__).parents[2] / "docs" / "markup.md").read_text(encoding="utf-8")
_HEAD = "| element | attributes | becomes |\n|---|---|---|\n"
_KINDS = "| `kind` | `columns` after the names | shows |\n|---|---|---|\n"
_CODE = re.compile("`([^`]+)`")
_WORD = re.compile(r"[a-z][a-z0-9-]*")

SAID_BESIDES = {
    ("annex", "section"),
    ("annex-sheets", "field"),
    ("annex-sheets", "p"),
    ("section", "pages"),
    ("section", "kind.yaml"),
    ("letterhead", "plans/pictures"),
    ("feature", "map"),
    ("check", "footnote"),
    ("outline", "chart"),
    ("outline", "zones"),
    ("ref", "term"),
    ("signatures", "name"),
    ("signatures", "post"),
    ("term", "footnote"),
    ("page", "furniture"),
    ("section-title", "furniture"),
    ("section-title", "h1"),
}
"""What the guide names in the row of an element though it is no attribute, value or child of it."""


def elements(root: Element) -> Iterator[Element]:
    """An element and all in it."""
    yield root
    for child in root.elements:
        yield from elements(child)


def rows(guide: str, head: str) -> list[list[str]]:
    """The cells of the rows of a table of the guide."""
    (body,) = re.findall(rf"^{re.escape(head)}((?:\|.*\n)+)", guide, flags=re.MULTILINE)
    return [line.strip("|").split("|") for line in body.splitlines()]


def named(cell: str) -> set[str]:
    """The names in backquotes; of a piece of markup its element and its attributes."""
    pieces = ([code] if "=" not in code else re.findall(r"^[\w-]+|[\w-]+(?==)", code) for code in _CODE.findall(cell))
    return {name for found in pieces for name in found if not name[0].isdigit()}


def used(root: Element) -> dict[str, set[str]]:
    """For each element of a document: its name, its attributes and their values, its children and the same of these."""
    own: dict[str, set[str]] = {}
    children: dict[str, set[str]] = {}
    for element in elements(root):
        own.setdefault(element.name, {element.name}).update(element.attributes, element.attributes.values())
        children.setdefault(element.name, set()).update(child.name for child in element.elements)
    return {name: said.union(*(own[child] for child in children[name])) for name, said in own.items()}


def unused(guide: str, root: Element) -> set[tuple[str, str]]:
    """What the guide names in the row of an element and a document does not hold there, each with that element."""
    held = used(root)
    missing = []
    for first, *others in rows(guide, _HEAD):
        names = sorted(named(first))
        there = set[str]().union(*(held.get(name, ()) for name in names))
        missing += [(name, word) for name in names[:1] for word in sorted(named("".join(others)) - there)]
        missing += [(name, name) for name in names if name not in held]
    missing += [("chart", kind) for first, *_ in rows(guide, _KINDS) for kind in named(first) - held["chart"]]
    return set(missing)


def test_it_holds_every_element_wherever_the_markup_lets_it_stand(torture: Torture) -> None:
    allowed = {(name, child) for name, rule in RULES.items() for child in rule.children}
    allowed |= {(name, child) for name, rule in RULES.items() if rule.content == "either" for child in INLINES}

    assert allowed - {(element.name, child.name) for element in elements(torture.root) for child in element.elements} == set()


def test_it_holds_every_attribute_and_every_value_and_name_of_the_look_that_one_can_have(torture: Torture) -> None:
    missing = []
    for name, rule in RULES.items():
        for attribute, wanted in rule.attributes:
            given = {element.attributes.get(attribute, "") for element in elements(torture.root) if element.name == name}
            if isinstance(wanted, (OneOf, FromLook)):
                values = wanted.values if isinstance(wanted, OneOf) else wanted.names(torture.look)
                missing += [(name, attribute, value) for value in values if value not in given]
            elif given <= {""}:
                missing.append((name, attribute, ""))

    assert missing == []


def test_it_holds_all_that_the_guide_to_the_markup_names(torture: Torture) -> None:
    assert unused(GUIDE, torture.root) == SAID_BESIDES


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("| `br` | | line end |\n", "| `br` | | line end |\n| `seal` | `shape` (`round`) | a seal |\n", "seal"),
        ("| `br` | | line end |\n", "| `br` | `clear` | line end |\n", "clear"),
        ("(`decimal` default, `letters`)", "(`decimal` default, `letters`, `roman`)", "roman"),
        ("`threat` `label`", "`threat` `label` `doubt`", "doubt"),
        ("each with `name` and `post`", "each with `name`, `post` and `date`", "date"),
        ("| `gantt` |", "| `flow` | cells | boxes |\n| `gantt` |", "flow"),
    ],
)
def test_what_the_guide_names_and_it_lacks_is_seen(torture: Torture, old: str, new: str, missing: str) -> None:
    assert GUIDE.count(old) == 1

    assert missing in {word for _, word in unused(GUIDE.replace(old, new), torture.root) - SAID_BESIDES}


def test_the_guide_names_every_element_with_its_attributes() -> None:
    said = {name: named("".join(cells)) for cells in rows(GUIDE, _HEAD) for name in named(cells[0])}
    children = {child for names in said.values() for child in names if child in RULES}

    assert set(RULES) - children == set()
    missing = [(name, attribute) for name in said for attribute, _ in RULES[name].attributes if attribute not in said[name]]
    assert missing == []
