"""Facts not yet known, as templates meet them: they print as a blank to be filled by hand."""

from __future__ import annotations

from typing import Protocol, TypeGuard

from jinja2 import Undefined
from markupsafe import Markup, escape


class Missing(Protocol):
    """A fact that is not known; `prompt` says in Persian what belongs there, `reason` why it is absent (may be empty)."""

    @property
    def prompt(self) -> str: ...

    @property
    def reason(self) -> str: ...


UNNAMED = "تکمیل شود"


def is_missing(value: object) -> TypeGuard[Missing]:
    """Return whether a value is a fact not yet known; both attributes are asked for, as a record may have a `prompt` alone."""
    if isinstance(value, (str, int, Undefined)):
        return False
    return hasattr(value, "prompt") and hasattr(value, "reason")


def blank(prompt: str, key: str | None = None, width: int | None = None) -> Markup:
    """Return the `blank` element of `docs/markup.md`."""
    attributes = {"prompt": prompt or UNNAMED, "key": key, "width": width}
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value is not None)
    return Markup(f"<blank{written}/>")
