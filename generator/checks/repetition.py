"""Rules over lists: no id, line of the letterhead or row of a table twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.fields import fields, own_records
from generator.checks.scope import CATALOGUES, Case, Catalogues, FieldPath, Finding, ProvinceCase
from generator.persian import fold, quotable, to_persian

_CITED = re.compile(r"[a-z0-9][a-z0-9/-]*")
"""An item of a list of ids."""

_NAMED = frozenset({"id", "action", "agency", "indicator", "letter"})
"""Fields that identify an entry; other rules compare such entries."""


def entries_stand_once(case: Case | ProvinceCase) -> Iterator[Finding]:
    """An item twice in one list would be counted twice in totals and printed twice in tables."""
    for name, record in own_records(case):
        yield from _of_record(case.key(name), record)


def entries_of_catalogues_stand_once(parts: Catalogues) -> Iterator[Finding]:
    """A line of the letterhead, a district of a zone or an alias twice in its list is a slip of copying."""
    for name in CATALOGUES:
        record = getattr(parts, name)
        yield from _of_record(f"{name}.yaml", record) if record else ()
    for agency in parts.agencies:
        yield from _of_record(f"agencies/{agency.id}.yaml", agency)


def _of_record(key: str, record: BaseModel) -> Iterator[Finding]:
    for path, value in fields(record):
        if not isinstance(value, tuple):
            continue
        seen: set[object] = set()
        for at, entry in enumerate(value):
            if any(name in _NAMED for name in getattr(type(entry), "model_fields", ())):
                continue
            compared = fold(entry) if isinstance(entry, str) else entry
            if compared in seen:
                yield _repeated(key, (*path, at), entry)
            seen.add(compared)


def _repeated(key: str, path: FieldPath, entry: object) -> Finding:
    if isinstance(entry, str) and _CITED.fullmatch(entry):
        return Finding("reference-twice", key, path, {"id": entry})
    if isinstance(entry, BaseModel):
        return Finding("entry-twice", key, path)
    return Finding("item-twice", key, path, {"text": quotable(to_persian(str(entry)))})
