"""Problems for programs: one JSON list, each problem an object of plain values."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problems.errors import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """The problems as a JSON list; `file`, `line` and `column` are null where there is no place."""
    return json.dumps([_row(found) for found in problems], ensure_ascii=False, indent=1)


def _row(found: Problem) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "file": str(found.place.file) if found.place else None,
        "line": found.place.line if found.place else None,
        "column": found.place.column if found.place else None,
        "where": found.where,
        "message": found.message,
        "hint": found.hint,
    }
