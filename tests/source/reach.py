"""How far a row of the source gets: its words stand in a document, or a rule holds records to it.

What stands in a document is looked up in the golden trees, the approved text of one document of each kind. Only what has words
of its own can be found so: texts of some length, and numbers of at least three digits. A row of a field is printed where what
some record of `plans/` says in that field stands in a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from generator.model.known import Record, Unknown
from generator.model.records.workspace import Dossiers
from generator.persian import JalaliDate, fold, to_western
from tests.goldens import EVERY, golden
from tests.plans import ROOT, project
from tests.source import PLANS, Place, Row, at, content, numbers

Printed = Literal["whole", "part", "not"]

_SIGNS = re.compile(r"⟦[^⟦⟧:]*: |[⟧⟨⟩*⍽⏎]|\s+")
_NOT_PRINTED = {"id", "lines", "text", "source", "aliases", "kind", "note", "sample"}
"""Keys of a record that name it or say where it is from, the text as it was published, and remarks of the editors."""
_SHORTEST = 4
"""Letters below which a text may stand anywhere by chance, and digits of a number less one."""
_ID = re.compile("[a-z0-9/-]+")
_WIDEST = 5
"""Lines of a citation; of more it says where a rule is from, not what it holds."""
_CITED = re.compile(r"\((?:V\d+, )?lines? ([\d, -]+)\)")


def printed(row: Row) -> Printed:
    """Tell whether what holds a row stands in documents: all of its words, some, or none."""
    found = [stands(text) for place in row.held for text in words(place)]
    return "whole" if found and all(found) else "part" if any(found) else "not"


def enforced(row: Row) -> bool:
    """Tell whether a rule holds records to a row: the ledger names it, or rules cite all of its lines.

    A citation is a hint at what a rule is about, and no proof that it holds records to all that the line says.
    """
    return any(place.kind == "check" for place in row.held) or set(row.lines) <= _cited()


def words(place: Place) -> Iterator[str]:
    """Yield what a place says: the texts and numbers at a path of a file, or in a field of the records of `plans/`."""
    if place.kind == "data":
        pattern, _, path = place.text.partition(" ")
        for file in sorted(PLANS.glob(pattern)):
            yield from _leaves(at(content(file), path))
    elif place.kind == "model":
        yield from _of_fields().get(place.text, ())


def stands(text: str) -> bool:
    """Tell whether a text stands in a document, however it is spelt, and is no part of a longer number."""
    wanted = re.escape(_folded(text))
    first, last = (r"(?<![\d٬])" if wanted[:1].isdecimal() else ""), (r"(?![\d٬])" if wanted[-1:].isdecimal() else "")
    return bool(re.search(f"{first}{wanted}{last}", _documents()))


def _leaves(value: Any) -> Iterator[str]:
    """Yield the texts and numbers below a value that can be told from others."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in _NOT_PRINTED:
                yield from _leaves(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each)
    elif isinstance(value, Record):
        yield from _leaves({name: getattr(value, name) for name in type(value).model_fields})
    elif value is not None and not isinstance(value, bool | Unknown):
        text = f"{value:,}".replace(",", "٬") if isinstance(value, int) else str(value)
        if _ID.fullmatch(text):  # It names another record, which is printed by its name.
            return
        if isinstance(value, JalaliDate) or len(re.sub(r"\W", "", text)) >= _SHORTEST - isinstance(value, int):
            yield text


@cache
def _of_fields() -> dict[str, list[str]]:
    """What the records of `plans/` say in each field, as `Needs.needs`."""
    workspace = project().reading.workspace
    assert workspace is not None
    found: dict[str, list[str]] = {}
    _collect(workspace, found)
    return found


def _collect(value: object, found: dict[str, list[str]]) -> None:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            held = getattr(value, name)
            found.setdefault(f"{type(value).__name__}.{name}", []).extend(_leaves(held))
            _collect(held, found)
    elif isinstance(value, tuple | Dossiers):
        for each in value:
            _collect(each, found)


@cache
def _documents() -> str:
    return "\n".join(_folded(golden(name).read_text(encoding="utf-8")) for name in EVERY)


def _folded(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", to_western(fold(text))).split())


@cache
def _cited() -> frozenset[int]:
    """The lines of the source that some rule cites by itself or among few."""
    folder = ROOT / "generator" / "checks"
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.py")))
    cited = (numbers(found) for text in texts for found in _CITED.findall(text))
    return frozenset(number for found in cited if len(found) <= _WIDEST for number in found)
