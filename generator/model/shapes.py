"""The field types as JSON Schema: what an editor may accept before the program reads a file.

An editor types scalars by YAML's own rules, so `rank: 2` is a number there and «۲» a text; both are right. A shape never
refuses what the program accepts, and need not refuse all that it does.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import WithJsonSchema

from generator.persian import ZWNJ, to_western

Shape = dict[str, Any]

_DIGIT = "[0-9۰-۹٠-٩]"
_ALIKE = {"ی": "[یيى]", "ک": "[کك]", " ": f"[ {ZWNJ}]*", ZWNJ: f"[ {ZWNJ}]*"}

TEXT: Shape = {"type": ["string", "number"], "minLength": 1}
NOTE: Shape = {"type": ["string", "number"]}
DIGITS: Shape = {"type": ["string", "number"], "pattern": _DIGIT}
FLAG: Shape = {"anyOf": [{"enum": ["بله", "خیر"]}, {"type": "boolean"}, {"type": "string"}]}


def matching(pattern: str) -> Shape:
    """Return the shape of a text of one form, such as an id; one that is all digits is a number for an editor."""
    return {"type": ["string", "integer"], "pattern": f"^(?:{pattern})$"}


def choice(values: tuple[str, ...], aliases: tuple[str, ...]) -> Shape:
    """Return the shape of a closed list: values are offered, aliases and other spellings of the same letters accepted."""
    numbers = [int(to_western(value)) for value in values if value.isdecimal()]
    spellings = "|".join("".join(_alike(letter) for letter in word) for word in (*values, *aliases))
    return {"anyOf": [{"enum": [*values, *numbers]}, {"type": "string", "pattern": f"^(?:{spellings})$"}]}


def _alike(letter: str) -> str:
    if letter.isdecimal():
        return f"[{letter}{to_western(letter)}]"
    return _ALIKE.get(letter, re.escape(letter))


def seen(shape: Shape) -> Any:
    """Return the shape as the input type of a validator."""
    return Annotated[Any, WithJsonSchema(shape)]
