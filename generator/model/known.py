"""Facts that are not yet known, as values of their own, and the record class that all models share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Protocol, TypeGuard, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Tag, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.persian import Refused, unseen

_CONFIG = ConfigDict(frozen=True, extra="forbid", defer_build=True)
"""What validates a class is made when its first record is read: the processes that write documents read none."""


class Unknown(BaseModel):
    """A fact not yet known: prints as a blank with `prompt`, is listed as a gap; the data can give `reason` and `who`.

    In YAML: an absent key, an empty value, or `{unknown: why, who: whose turn it is}`.
    """

    model_config = _CONFIG

    reason: str = ""
    who: str = ""
    prompt: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_data(cls, data: Any) -> Any:
        if isinstance(data, dict) and "unknown" in data:
            empty = any(part is None or (isinstance(part, str) and unseen(part)) for part in data.values())
            raise PydanticCustomError("unknown-empty" if empty else "unknown-form", "unknown fact in another form")
        return data

    def __bool__(self) -> bool:
        return False


T = TypeVar("T")


def _which(value: object) -> str:
    if value is None or isinstance(value, Unknown):
        return "unknown"
    return "unknown" if isinstance(value, dict) and "unknown" in value else "known"


Known = Annotated[Annotated[T, Tag("known")] | Annotated[Unknown, Tag("unknown")], Discriminator(_which)]
"""`Known[Count]`: a count, or `Unknown`. Such a field never needs to be written in the data."""

UNKNOWN = Unknown()


def _may_be_unknown(field: FieldInfo) -> bool:
    return Unknown in {getattr(arg, "__origin__", arg) for arg in get_args(field.annotation)}


@cache
def _prompts(record: type[BaseModel]) -> dict[str, str]:
    """Return the fields of a record that may be unknown, with the prompts of their blanks."""
    return {name: field.title or name for name, field in record.model_fields.items() if _may_be_unknown(field)}


def _seen(value: object) -> bool:
    return isinstance(value, str) and not unseen(value)


def _has_reason(value: object) -> TypeGuard[dict[str, str | None]]:
    return (
        isinstance(value, dict)
        and "unknown" in value
        and set(value) <= {"unknown", "who"}
        and _seen(value["unknown"])
        and (value.get("who") is None or _seen(value["who"]))
    )


class Record(BaseModel):
    """Base of every record: frozen, refuses keys it does not know, gives each unknown fact its field's title as prompt."""

    model_config = _CONFIG

    moved: ClassVar[Mapping[str, str]] = {}
    """Keys that a file of an older form may have, with the place where they are written now."""

    unprinted: ClassVar[frozenset[str]] = frozenset()
    """Fields that no document may name; another name of the record says of them what may be printed."""

    @model_validator(mode="before")
    @classmethod
    def _name_the_unknown(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        # A key left empty says as much as no key, where there may be none.
        fields = cls.model_fields
        named = {
            name: value for name, value in data.items() if value is not None or name not in fields or fields[name].is_required()
        }
        for name, prompt in _prompts(cls).items():
            value = named.get(name)
            if value is None:
                named[name] = Unknown(prompt=prompt)
            elif _has_reason(value):
                reason, who = str(value["unknown"]).strip(), (value.get("who") or "").strip()
                named[name] = Unknown(reason=reason, who=who, prompt=prompt)
        return named


def title_of(record: type[BaseModel]) -> str:
    """Return the Persian title of a record that is a file of its own, given at its class: `class Call(Sampled, title="…")`."""
    return record.model_config.get("title") or record.__name__


class NotListedError(Refused, KeyError):
    """No record has the id that was asked for; in a template it becomes a problem at the template's line."""

    def __init__(self, record_id: str) -> None:
        super().__init__("record-not-listed", id=record_id)


class UndeclaredError(Refused):
    """A template asks for a record that its kind does not declare; it becomes a problem at the template's line."""

    def __init__(self, name: str) -> None:
        super().__init__("template-record-undeclared", name=name)


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Identified)


def of_id(records: Iterable[R], record_id: str) -> R:
    """Return the record of an id; NotListedError when there is none."""
    for record in records:
        if record.id == record_id:
            return record
    raise NotListedError(record_id)
