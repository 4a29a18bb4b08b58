"""The ledger of `docs/source.md`: every row of the source, and the places that hold it, each of which is looked up."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.model import records
from generator.model.known import Record, Unknown
from generator.model.records.workspace import Dossiers
from generator.problems.sentences import ALL
from tests.plans import ROOT, project

PAGE = ROOT / "docs" / "source.md"
PLANS = ROOT / "plans"

ROW = re.compile(r"^\| (L\d{3}) \| ([\d, -]+) \| (.+?) \| (.*?) \| (.*?) \|$", re.MULTILINE)

Kind = Literal["data", "model", "check"]


@dataclass(frozen=True)
class Place:
    """Where a row is held: a path into a file of `plans/`, a field of a record, or a rule by the code of its sentence."""

    text: str

    @property
    def kind(self) -> Kind:
        """Tell what it names, by its form."""
        if self.text.startswith("check "):
            return "check"
        return "data" if ".yaml" in self.text else "model"

    def wrong(self, lines: Sequence[int]) -> str | None:
        """Say why it names nothing, or nothing of these lines; None when it holds."""
        match self.kind:
            case "check":
                return None if self.text.removeprefix("check ") in _codes() else "no such rule"
            case "model":
                return None if self.text in _fields() else "no such field"
            case "data":
                return self._wrong_data(lines)

    def _wrong_data(self, lines: Sequence[int]) -> str | None:
        pattern, _, path = self.text.partition(" ")
        files = sorted(PLANS.glob(pattern))
        if not files:
            return "no such file"
        for file in files:
            held = at(content(file), path)
            if held is None:
                return f"nothing at this path in {file.relative_to(PLANS)}"
            own = held.get("lines") if isinstance(held, dict) else None
            if own and not set(own) & set(lines):
                return f"of lines {own}"
        return None


@dataclass(frozen=True)
class Row:
    """A row of the ledger; `open` says what of it nothing holds, or why."""

    id: str
    lines: tuple[int, ...]
    says: str
    held: tuple[Place, ...]
    open: str

    @property
    def state(self) -> Literal["data", "check", "part", "not"]:
        """Tell how far it is held: in data, by a rule alone, in part (a field that no record fills is a part), or not."""
        if not self.held:
            return "not"
        fields = {place.text for place in self.held if place.kind == "model"}
        if self.open or (fields and not fields & _filled()):
            return "part"
        return "check" if all(place.kind == "check" for place in self.held) else "data"


def rows() -> tuple[Row, ...]:
    """Read the ledger."""
    return tuple(
        Row(row_id, numbers(lines), says, tuple(Place(place) for place in re.findall(r"`([^`]+)`", held)), left_open.strip())
        for row_id, lines, says, held, left_open in ROW.findall(PAGE.read_text(encoding="utf-8"))
    )


def faults() -> Iterator[str]:
    """Yield every place of the ledger that holds nothing."""
    for row in rows():
        for place in row.held:
            if why := place.wrong(row.lines):
                yield f"{row.id}: {place.text}: {why}"


def unfilled() -> Iterator[str]:
    """Yield the fields that the ledger names and no record of `plans/` has filled."""
    filled = _filled()
    named = {place.text for row in rows() for place in row.held if place.kind == "model"}
    yield from sorted(named - filled)


def numbers(text: str) -> tuple[int, ...]:
    """The line numbers of `286-287, 290`."""
    parts = [[int(end) for end in part.split("-")] for part in text.replace(" ", "").split(",")]
    return tuple(number for part in parts for number in range(part[0], part[-1] + 1))


def at(content: Any, path: str) -> Any:
    """Return what is at a dotted path: keys of mappings, ids or positions in lists; None when nothing is there."""
    for part in filter(None, path.split(".")):
        if isinstance(content, dict):
            content = content.get(part)
        elif isinstance(content, list):
            by_id = {each.get("id"): each for each in content if isinstance(each, dict)}
            content = by_id.get(part, content[int(part)] if part.isdecimal() and int(part) < len(content) else None)
        else:
            return None
    return content


@cache
def content(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for group in ALL for code in group)


@cache
def _fields() -> frozenset[str]:
    """Every field of every record, as `Needs.needs`."""
    for found in pkgutil.iter_modules(records.__path__, f"{records.__name__}."):
        import_module(found.name)
    return frozenset(f"{record.__name__}.{name}" for record in _below(Record) for name in record.model_fields)


def _below(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for each in record.__subclasses__():
        yield from _below(each)


@cache
def _filled() -> frozenset[str]:
    """Every field that some record of `plans/` tells something in."""
    workspace = project().reading.workspace
    assert workspace is not None
    return frozenset(_told(workspace))


def _told(value: object) -> Iterator[str]:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if not isinstance(held, Unknown) and held not in (None, "", ()):
                yield f"{type(value).__name__}.{name}"
                yield from _told(held)
    elif isinstance(value, tuple | Dossiers):
        for each in value:
            yield from _told(each)
