"""Put one entry of a record into the text of its file, and leave every other line as it was typed."""

from __future__ import annotations

import json
from collections.abc import Mapping as Values
from collections.abc import Sequence
from pathlib import Path

from generator.reading.yamltext import Entry, Mapping, Scalar, find, parse, plain

_BOM = "\ufeff"


def put(text: str, file: Path, key: str, values: Values[str, str], order: Sequence[str]) -> str | None:
    """Return the text with `key` and these values in it; None where that cannot be done without touching the rest.

    A new entry comes after the last one that `order`, the keys of the record, has before it. Of one that is there only the
    values change, if each stands in a line of its own; its comments stay.
    """
    body = text.removeprefix(_BOM)
    parsed = parse(body, file)
    if parsed.failed or not isinstance(parsed.node, Mapping) or parsed.node.column != 1:
        return None
    ending = "\r\n" if "\r\n" in body else "\n"
    lines = body.splitlines()
    entries = parsed.node.entries
    if not _one_a_line(entries, lines):
        return None
    at = next((number for number, entry in enumerate(entries) if entry.key.text == key), None)
    if at is None:
        before = set(order[: order.index(key)])
        last = max((number for number, entry in enumerate(entries) if entry.key.text in before), default=0)
        end = _end(entries, last, lines)
        lines[end:end] = _written(key, values)
    else:
        inner = _places(entries[at], values, lines)
        if inner is not None:
            for line, new in inner.items():
                lines[line] = new
        else:
            lines[entries[at].key.line - 1 : _end(entries, at, lines)] = _written(key, values)
    changed = ending.join(lines) + ending
    return text[: len(text) - len(body)] + changed if _holds(body, changed, file, key, values) else None


def _one_a_line(entries: Sequence[Entry], lines: Sequence[str]) -> bool:
    """Whether each entry begins a line, as in any file that people write."""
    return all(entry.key.column == 1 and lines[entry.key.line - 1].startswith(entry.key.text) for entry in entries)


def _end(entries: Sequence[Entry], at: int, lines: Sequence[str]) -> int:
    """Return the line, from 0, behind the last one of an entry: what stands before the next key belongs to that."""
    end = entries[at + 1].key.line - 1 if at + 1 < len(entries) else len(lines)
    while end > entries[at].key.line and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _written(key: str, values: Values[str, str]) -> list[str]:
    return [f"{key}:", *(f"  {name}: {scalar(value)}" for name, value in values.items())]


def _places(entry: Entry, values: Values[str, str], lines: Sequence[str]) -> dict[int, str] | None:
    """Return the lines of an entry with new values, by their numbers from 0; None where they are not written a line each."""
    node = entry.value
    if not isinstance(node, Mapping) or [inner.key.text for inner in node.entries] != [*values]:
        return None
    changed: dict[int, str] = {entry.key.line - 1: lines[entry.key.line - 1]}
    for inner in node.entries:
        line, value = inner.key.line - 1, inner.value
        if not isinstance(value, Scalar) or value.line != inner.key.line or line in changed:
            return None
        before, after = lines[line][: value.column - 1], lines[line][value.column - 1 :]
        old = next((form for form in (value.text, _quoted(value.text)) if after.startswith(form)), None)
        if old is None:
            return None
        wanted = values[inner.key.text]
        changed[line] = before + (old if value.text == wanted else scalar(wanted)) + after.removeprefix(old)
    return changed


def scalar(text: str) -> str:
    """Return a text as YAML reads it back: as it is where that is possible, else in quotes."""
    parsed = parse(f"a: {text}", Path())
    alone = find(parsed.node, ("a",)).node if parsed.node and not parsed.failed else None
    return text if isinstance(alone, Scalar) and alone.text == text else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _holds(before: str, after: str, file: Path, key: str, values: Values[str, str]) -> bool:
    """Whether a text reads as the one before, with that entry, and has every comment that it had."""
    old, new = parse(before, file).node, parse(after, file).node
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return False
    wanted, found = plain(old), plain(new)
    assert isinstance(wanted, dict) and isinstance(found, dict)
    kept = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    return found == {**wanted, key: dict(values)} and all(line in after.splitlines() for line in kept)
