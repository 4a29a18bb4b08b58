"""Filters over lists and texts, with the names and arguments that Jinja2 gives them; each result is a list or a value.

Jinja2's own take any object that can be iterated and call what they find in it; these take the containers of templates only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from jinja2 import Undefined

from generator.markup.templating import faults
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.limits import Budget
from generator.markup.templating.operations import NUMBERS, TEXTS, Operations
from generator.markup.templating.printing import printed

Getter = Callable[[Any, Any], Any]
Functions = Mapping[str, Callable[..., Any]]


class ListFilters:
    """The filters of one renderer.

    `getitem` reads an attribute; `filters` and `tests` are those that `map` and `select` may name.
    """

    def __init__(self, operations: Operations, budget: Budget, getitem: Getter, filters: Functions, tests: Functions) -> None:
        self._operations = operations
        self._budget = budget
        self._getitem = getitem
        self._filters = filters
        self._tests = tests

    def named(self) -> dict[str, Callable[..., Any]]:
        """Return the filters by their names in templates."""
        return {
            "length": self.length, "first": self.first, "last": self.last, "list": self.listed, "reverse": self.reverse,
            "join": self.join, "sum": self.sum, "sort": self.sort, "unique": self.unique, "min": self.min, "max": self.max,
            "map": self.map, "select": self.select, "reject": self.reject, "selectattr": self.selectattr,
            "rejectattr": self.rejectattr, "default": self.default, "abs": self.abs, "trim": self.trim,
            "replace": self.replace,
        }  # fmt: skip

    def _members(self, value: Any) -> list[Any]:
        members = self._operations.members(value)
        self._budget.items(len(members))
        return list(members)

    def length(self, value: Any) -> int:
        """Return how many members a list, or characters a text, has."""
        return len(self._operations.members(value))

    def first(self, value: Any) -> Any:
        """Return the first member; None when there is none."""
        return next(iter(self._operations.members(value)), None)

    def last(self, value: Any) -> Any:
        """Return the last member; None when there is none."""
        return next(iter(self._members(value)[::-1]), None)

    def listed(self, value: Any) -> list[Any]:
        """Return the members as a list."""
        return self._members(value)

    def reverse(self, value: Any) -> Any:
        """Return the members in the other order."""
        return self._members(value)[::-1]

    def join(self, value: Any, d: Any = "", attribute: Any = None) -> str:
        """Return the members as one text with `d` between them; a fact not yet known is a blank in its place."""
        texts = [printed(self._at(member, attribute)) for member in self._members(value)]
        return self._operations.joined(texts, printed(d))

    def sum(self, value: Any, attribute: Any = None, start: Any = 0) -> Any:
        """Return the sum of numbers, or the lists one after another when `start` is one."""
        members = [self._at(member, attribute) for member in self._members(value)]
        if type(start) not in (list, tuple):
            return reduce(lambda left, right: self._operations.calculate("+", left, right), members, start)
        together = [*start]
        for member in members:
            if type(member) is not type(start):
                raise TypeError("a list and another value have no sum")
            self._budget.items(len(member))
            self._budget.items(len(together) + len(member))
            together += member
        return type(start)(together)

    def sort(self, value: Any, reverse: Any = False, case_sensitive: Any = False, attribute: Any = None) -> list[Any]:
        """Return the members in the order of their values or of an attribute; several attributes have commas between them."""
        paths = attribute.split(",") if isinstance(attribute, str) else [attribute]
        members = self._members(value)
        keys = [tuple(self._key(self._at(member, path), case_sensitive) for path in paths) for member in members]
        self._charge_order([key for several in keys for key in several])
        order = sorted(range(len(members)), key=keys.__getitem__, reverse=bool(reverse))
        return [members[place] for place in order]

    def unique(self, value: Any, case_sensitive: Any = False, attribute: Any = None) -> list[Any]:
        """Return the members without those whose value, or attribute, came before."""
        seen: dict[Any, Any] = {}
        for member in self._members(value):
            key = self._key(self._at(member, attribute), case_sensitive)
            self._budget.work(len(key) >> 10 if isinstance(key, str) else 0)
            seen.setdefault(key, member)
        return [*seen.values()]

    def min(self, value: Any, case_sensitive: Any = False, attribute: Any = None) -> Any:
        """Return the member with the least value or attribute."""
        return self.first(self.sort(value, False, case_sensitive, attribute))

    def max(self, value: Any, case_sensitive: Any = False, attribute: Any = None) -> Any:
        """Return the member with the greatest value or attribute."""
        return self.first(self.sort(value, True, case_sensitive, attribute))

    def map(self, value: Any, name: Any = None, *arguments: Any, attribute: Any = None, default: Any = None) -> list[Any]:
        """Return an attribute of each member (`attribute`), or what a filter makes of each."""
        members = self._members(value)
        if attribute is not None:
            found = [self._at(member, attribute) for member in members]
            return [default if default is not None and isinstance(each, Undefined) else each for each in found]
        if not isinstance(name, str):
            raise TypeError("no name of a filter")
        if name not in self._filters:
            raise TemplateFault("template-filter-unknown", known=self._filters, name=name)
        return [self._filters[name](member, *arguments) for member in members]

    def select(self, value: Any, *test: Any) -> list[Any]:
        """Return the members that pass a test; without one those that are not empty."""
        return [member for member in self._members(value) if self._passes(member, *test)]

    def reject(self, value: Any, *test: Any) -> list[Any]:
        """Return the members that do not pass a test."""
        return [member for member in self._members(value) if not self._passes(member, *test)]

    def selectattr(self, value: Any, attribute: Any, *test: Any) -> list[Any]:
        """Return the members an attribute of which passes a test."""
        return [member for member in self._members(value) if self._passes(self._at(member, attribute), *test)]

    def rejectattr(self, value: Any, attribute: Any, *test: Any) -> list[Any]:
        """Return the members an attribute of which does not pass a test."""
        return [member for member in self._members(value) if not self._passes(self._at(member, attribute), *test)]

    def default(self, value: Any, default_value: Any = "", boolean: Any = False) -> Any:
        """Return the value, or another when its name is not defined (with `boolean`: or it is empty)."""
        return default_value if isinstance(value, Undefined) or (boolean and not value) else value

    def abs(self, value: Any) -> Any:
        """Return a number without its sign."""
        if type(value) not in NUMBERS:
            raise TypeError("no number")
        return abs(value)

    def trim(self, value: Any) -> str:
        """Return a text without the white space at its ends."""
        return self._text(value).strip()

    def replace(self, value: Any, old: Any, new: Any) -> str:
        """Return a text with another in place of each stretch of it that is the same as `old`."""
        text, old, new = self._text(value), self._text(old), self._text(new)
        count = text.count(old)
        self._budget.text(len(text) + count * max(len(new) - len(old), 0))
        return text.replace(old, new)

    def _text(self, value: Any) -> str:
        if isinstance(value, Undefined):
            raise faults.undefined(value)
        if type(value) not in TEXTS:
            raise TypeError("no text")
        self._budget.text(len(value))
        text: str = value
        return text

    def _at(self, member: Any, path: Any) -> Any:
        """Return the value at a path of attributes (`need.title`) of a member; the member itself without one."""
        if path is None:
            return member
        self._budget.work(5)
        parts = path.split(".") if isinstance(path, str) else [path]
        return reduce(lambda value, part: self._getitem(value, int(part) if str(part).isdecimal() else part), parts, member)

    def _passes(self, value: Any, name: Any = None, *arguments: Any) -> bool:
        if name is None:
            return bool(value)
        if not isinstance(name, str):
            raise TypeError("no name of a test")
        if name not in self._tests:
            raise TemplateFault("template-test-unknown", name=name)
        self._budget.work(2)
        return bool(self._tests[name](value, *arguments))

    def _key(self, value: Any, case_sensitive: Any) -> Any:
        if isinstance(value, Undefined):
            raise faults.undefined(value)
        key = self._operations.scalar(value)
        return key if case_sensitive or type(key) not in TEXTS else key.lower()

    def _charge_order(self, keys: Any) -> None:
        self._budget.work(self._operations.weight(keys) * max(len(keys).bit_length(), 1))
