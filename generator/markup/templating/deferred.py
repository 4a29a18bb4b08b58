"""A name of a template whose value is made when the template asks for it, and then once for all of its rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jinja2.runtime import Context
from jinja2.utils import missing


class Deferred:
    """A value that is not made yet; None when its name does not apply, and then the name is not there."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    @cached_property
    def value(self) -> object:
        """The value."""
        return self._make()


class DeferringContext(Context):
    """The names of a template, the deferred ones made when the template asks for them."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value of a name, `missing` when there is none."""
        found = super().resolve_or_missing(key)
        if type(found) is Deferred:
            return missing if found.value is None else found.value
        return found


class Resolved(Mapping[str, object]):
    """Names with their values, each made when it is looked up; to go through all of them makes all."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self._names = names

    def __getitem__(self, name: str) -> object:
        found = self._names[name]
        value = found.value if isinstance(found, Deferred) else found
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if self.get(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
