"""Files made at random of right and wrong spellings, in every style that YAML has: accepted exactly as the tables say.

The styles, layouts and comments are those that an editor might use; some break the YAML of a value that begins with a mark of
its own (`%`, `-`, `[`), and then the file is refused as YAML.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import Field, create_model

from generator.model.known import Record
from generator.reading.yamltext import parse, typed
from tests.model.spellings import ACCEPTED, REFUSED, TYPES, printed

FILE = Path("a.yaml")
ROUNDS = 400

FIELDS: dict[str, Any] = {name.lower(): (kind | None, Field(default=None)) for name, kind in TYPES.items()}
Inner = create_model("Inner", __base__=Record, **FIELDS)
Outer = create_model("Outer", __base__=Record, inner=(Inner, ...), listed=(tuple[Inner, ...], Field(default=())))

RIGHT = {name: [(text, value) for value, texts in values.items() for text in texts] for name, values in ACCEPTED.items()}


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    return json.dumps(text)  # Persian letters as \u06xx


def _plain(text: str) -> str:
    return text


STYLES: tuple[Callable[[str], str], ...] = (_plain, _plain, _single, _double, _escaped)


def _other_unquoted(text: str, flow: bool) -> bool:
    """Whether YAML reads an unquoted text as another one: as no value, up to a `#`, in braces up to a comma."""
    return (
        text.strip(" \t") in ("", "~", "null")
        or " #" in text
        or "\t" in text
        or (flow and any(mark in text for mark in ",[]{}"))
    )


def _block(entries: list[tuple[str, str]], indent: str, chance: random.Random) -> str:
    lines = []
    for name, value in entries:
        comment = chance.choice(("", "", "  # توضیح"))
        lines.append(f"{indent}{name}:{' ' * chance.randrange(1, 4)}{value}{comment}")
    if chance.random() < 0.3:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(("", f"{indent}# یادداشت")))
    return "\n".join(lines) + "\n"


def _flow(entries: list[tuple[str, str]], chance: random.Random) -> str:
    separator = chance.choice((", ", ",\n    "))
    return "{" + separator.join(f"{name}: {value}" for name, value in entries) + "}"


def _file(chance: random.Random) -> tuple[str, dict[tuple[str, str], tuple[str, object]]]:
    """A file of two records, and for each of its fields what it should be read as: a value, or a code that refuses it."""
    expected: dict[tuple[str, str], tuple[str, object]] = {}
    records = []
    flows = {record: chance.random() < 0.5 for record in ("inner", "listed")}
    for record, flow in flows.items():
        entries = []
        for name in chance.sample(sorted(TYPES), chance.randrange(1, 4)):
            right = chance.random() < 0.6
            text, meaning = chance.choice(RIGHT[name] if right else REFUSED[name])
            style = chance.choice(STYLES)
            written = (_double if style is _plain and _other_unquoted(text, flow) else style)(text)
            entries.append((name.lower(), written))
            expected[record, name] = ("value" if right else "code", meaning)
        records.append(entries)
    first, second = records
    if flows["inner"]:
        text = f"inner: {_flow(first, chance)}\n"
    else:
        text = "inner:\n" + _block(first, "  " * chance.randrange(1, 3), chance)
    text += f"listed:\n  - {_flow(second, chance)}\n" if flows["listed"] else _listed(second, chance)
    return chance.choice(("", "# سرآغاز\n", "---\n")) + text, expected


def _listed(entries: list[tuple[str, str]], chance: random.Random) -> str:
    block = _block(entries, "    ", chance).split("\n")
    at = next(at for at, line in enumerate(block) if line.strip() and not line.lstrip().startswith("#"))
    block[at] = f"  - {block[at].lstrip()}"
    return "listed:\n" + "\n".join(block)


def _scans(text: str) -> bool:
    try:
        return isinstance(yaml.load(text, Loader=yaml.CBaseLoader), dict)
    except (yaml.YAMLError, ValueError):
        return False


@pytest.mark.parametrize("seed", range(4))
def test_a_file_is_accepted_exactly_as_the_tables_say(seed: int) -> None:
    chance = random.Random(seed)
    scanned = accepted = refused = 0
    for _ in range(ROUNDS):
        text, expected = _file(chance)
        parsed = parse(text, FILE)
        if not _scans(text) or parsed.failed:
            # What YAML itself refuses must be told; what only this project refuses has its own tests.
            assert parsed.problems, text
            continue
        scanned += 1
        assert parsed.node is not None
        loaded, problems = typed.load(parsed.node, Outer, FILE)
        codes = sorted(str(meaning) for kind, meaning in expected.values() if kind == "code")
        assert sorted(found.code for found in problems) == codes, text
        if loaded is None:
            refused += 1
            continue
        accepted += 1
        for (record, name), (_, value) in expected.items():
            _assert_read(loaded, record, name, value)
    assert scanned >= ROUNDS / 2
    assert min(accepted, refused) >= ROUNDS / 10


def _assert_read(loaded: Any, record: str, name: str, value: object) -> None:
    """The field has its value, and what it prints is the value again."""
    held = loaded.inner if record == "inner" else loaded.listed[0]
    found = getattr(held, name.lower())
    assert found == value, (name, found, value)
    again = Inner.model_validate({name.lower(): printed(name, found)})
    assert getattr(again, name.lower()) == value
