"""Facts that are not yet known, as values of their own, and the record class that all models share."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Tag, model_validator
from pydantic.fields import FieldInfo


class Unknown(BaseModel):
    """A fact not yet known: prints as a blank with `prompt`, is listed as a gap; `reason` and `who` can be told in the data.

    In YAML: an absent key, an empty value, or `{unknown: why, who: whose turn it is}`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str = ""
    who: str = ""
    prompt: str = ""

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


class Record(BaseModel):
    """Base of every record: frozen, refuses keys it does not know, gives each unknown fact its field's title as prompt."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _name_the_unknown(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        named = dict(data)
        for name, field in cls.model_fields.items():
            value = named.get(name)
            if not _may_be_unknown(field):
                continue
            prompt = field.title or name
            if value is None:
                named[name] = Unknown(prompt=prompt)
            elif isinstance(value, dict) and set(value) <= {"unknown", "who"} and "unknown" in value:
                named[name] = Unknown(reason=value["unknown"] or "", who=value.get("who") or "", prompt=prompt)
        return named
