"""What has to be written where keys or their values are missing: each key with its title, as it looks in a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_origin

from pydantic import BaseModel

from generator.reading.yamltext.spots import kinds_of, record_of


def keys(owner: type[BaseModel], names: Iterable[str]) -> str:
    """Return the lines of some keys of a record, in its order: «title: …» (عنوان), «roles:» and below it «- actor: …»."""
    wanted = set(names)
    return "، ".join(_key(owner, name) for name in owner.model_fields if name in wanted)


def required(owner: type[BaseModel]) -> list[str]:
    """Return the keys that a record cannot do without; its first one when it can do without any."""
    needed = [name for name, field in owner.model_fields.items() if field.is_required()]
    return needed or list(owner.model_fields)[:1]


def is_list(annotation: Any) -> bool:
    """Return whether a type is that of a list."""
    return any(get_origin(kind) is tuple for kind in kinds_of(annotation))


def item_of(annotation: Any) -> type[BaseModel] | None:
    """Return the record that each item of a list is; None when they are plain values."""
    found = (record_of(part) for kind in kinds_of(annotation) for part in getattr(kind, "__args__", ()))
    return next((record for record in found if record), None)


def _key(owner: type[BaseModel], name: str) -> str:
    field = owner.model_fields[name]
    title = f" ({field.title})" if field.title else ""
    if record := record_of(field.annotation):
        return f"«{name}:»{title} و زیر آن «{required(record)[0]}: …»"
    if is_list(field.annotation):
        item = item_of(field.annotation)
        return f"«{name}:»{title} و زیر آن «- {required(item)[0]}: …»" if item else f"«{name}: [ … ]»{title}"
    return f"«{name}: …»{title}"
