"""An entry of the register as one line of YAML, so that the union of two branches loses none."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

from generator.model.known import Unknown
from generator.model.records.register import Entry, RegisterYear
from generator.reading.yamltext import parse, typed

_BARE = re.compile(r"[0-9]+|[۰-۹]+(/[۰-۹]+)*|[0-9a-f]{64}")
"""What needs no quotation marks."""


def line(entry: Entry) -> str:
    """Return the line of an entry, with its end."""
    left_out = {"by"} if isinstance(entry.by, Unknown) else None
    given = entry.model_dump(mode="json", exclude_defaults=True, exclude=left_out)
    return f"  - {_flow(given)}\n"


def head(year: int) -> str:
    """Return how the file of a year begins."""
    return (
        "# دفتر ثبت سندهای نهایی: هر رویداد یک سطر. فرمان‌ها به آن می‌افزایند؛ سطری را نه تغییر دهید و نه بردارید.\n"
        f"year: {year}\nentries:\n"
    )


def reads_back(text: str, entry: Entry) -> bool:
    """Return whether a line alone is read as the entry that it was made of."""
    parsed = parse(f"year: {entry.date.year}\nentries:\n{text}", Path())
    found = None if parsed.node is None or parsed.failed else typed.load(parsed.node, RegisterYear, Path()).value
    return found is not None and [*map(line, found.entries)] == [text]


def _flow(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            text = str(value)
            return text if _BARE.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in quotation marks, in which YAML finds no end of a line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(each):04x}" if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in quoted)
