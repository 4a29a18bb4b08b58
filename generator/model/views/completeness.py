"""How complete the records of a neighbourhood are: of each its known facts, its unknown ones, and the texts still to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.citations import OPTIONAL_LINKS
from generator.model.known import Unknown
from generator.model.paths import types_of
from generator.model.records.workspace import Dossier
from generator.model.views.delivered import TO_WRITE


class _Fact(Enum):
    KNOWN = auto()
    UNKNOWN = auto()
    TO_WRITE = auto()


class Completeness(NamedTuple):
    """A record (`plan`, `evaluations/1404-h1`) with the counts of its facts; a record that is not there has none.

    Facts are the values that a record must have, or may not know yet; what may be left out counts when it is given.
    """

    record: str
    known: int = 0
    unknown: int = 0
    to_write: int = 0
    is_there: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether the record is there, and nothing in it is unknown or still to be written."""
        return self.is_there and not self.unknown and not self.to_write


def completeness(dossier: Dossier) -> tuple[Completeness, ...]:
    """Return every record of a dossier in the order of its kinds; a record that is missing, or a series without any, once."""
    return tuple(_records(dossier))


def _records(dossier: Dossier) -> Iterator[Completeness]:
    for name in type(dossier).model_fields:
        value = getattr(dossier, name)
        if not value:
            yield Completeness(name, is_there=False)
        elif isinstance(value, tuple):
            yield from (_counted(f"{name}/{record.id}", record) for record in value)
        else:
            yield _counted(name, value)


def _counted(name: str, record: BaseModel) -> Completeness:
    found = Counter(_facts(record))
    return Completeness(name, found[_Fact.KNOWN], found[_Fact.UNKNOWN], found[_Fact.TO_WRITE])


def _facts(record: BaseModel) -> Iterator[_Fact]:
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Unknown):
            if name not in OPTIONAL_LINKS:
                yield _Fact.UNKNOWN
        elif _holds_records(value):
            for entry in value if isinstance(value, tuple) else (value,):
                yield from _facts(entry)
        elif _is_begun(value):
            yield _Fact.TO_WRITE
        elif _is_fact(field) or value != field.default:
            yield _Fact.KNOWN


def _holds_records(value: object) -> bool:
    return isinstance(value, BaseModel) or (isinstance(value, tuple) and any(isinstance(entry, BaseModel) for entry in value))


def _is_begun(value: object) -> bool:
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and text.startswith(TO_WRITE) for text in texts)


def _is_fact(field: FieldInfo) -> bool:
    return field.is_required() or Unknown in types_of(field)
