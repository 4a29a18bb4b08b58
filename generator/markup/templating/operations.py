"""What templates may do with values: compare, add, cut, loop over, call. Each operation takes known types only and is charged.

An unknown name raises here as it does where it is printed. Another type than an operation's is a TypeError, which becomes a
problem at the template's line.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup, escape

from generator.markup.templating import faults
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.limits import Budget
from generator.markup.templating.missing import is_missing
from generator.markup.templating.printing import DATES, printed

TEXTS = frozenset((str, Markup))
LISTS = frozenset((list, tuple, range))
VIEWS = frozenset((type({}.keys()), type({}.values()), type({}.items())))
CONTAINERS = TEXTS | LISTS | VIEWS | {dict}
"""What a template may loop over. No records: their fields have names."""

NUMBERS = frozenset((int, bool, float, Decimal))
SCALARS = TEXTS | NUMBERS | frozenset(DATES) | {type(None)}
"""Values that compare at once and can be keys."""

Operation = Callable[[Any, Any], Any]

COMPARISONS: dict[str, Operation] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}
"""The comparisons of Jinja2 by its own names for them."""

ARITHMETIC: dict[str, Operation] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}

_KIBI = 10
"""So many bits of a length are worth nothing: a thousand characters go by while one part of a template is carried out."""


class Operations:
    """The operations of one renderer, charged to its budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def members(self, value: Any) -> Any:
        """Return a value that is a list, text or dict, for looping over it or taking it apart."""
        if type(value) in CONTAINERS:
            return value
        if isinstance(value, Undefined):
            raise faults.undefined(value)
        raise TypeError(f"{type(value).__name__} has no members")

    def turns(self, value: Any, work: int, size: int) -> Any:
        """Return the members of a loop, which has so many parts and so many bytes of text in each turn."""
        members = self.members(value)
        self._budget.turns(len(members), work, size)
        return members

    def passed(self, outcome: Any, work: int, size: int) -> bool:
        """Return whether a member of a loop passes its condition, and so has a turn."""
        if not outcome:
            return False
        self._budget.turns(0, work, size)
        return True

    def pairs(self, value: Any, work: int, size: int) -> Any:
        """Return the members of a loop that takes each of them apart."""
        return [self.members(member) for member in self.turns(value, work, size)]

    def begin(self, work: int, size: int) -> None:
        """Charge the body of a template or macro, which is carried out once."""
        self._budget.turns(0, work, size)

    def scalar(self, value: Any) -> Any:
        """Return a value that can be a key, or one of several in a row of comparisons."""
        if type(value) in SCALARS or isinstance(value, Undefined):
            return value
        raise TypeError(f"{type(value).__name__} is no key")

    def compare(self, left: Any, right: Any, how: str) -> Any:
        """Return the outcome of a comparison; lists compare by their members, which are no lists."""
        if how in ("in", "notin"):
            self._search(left, right)
        elif type(left) in SCALARS and type(right) in SCALARS:
            if type(left) in TEXTS:
                self._budget.work(len(left) >> _KIBI)
        else:
            self._comparable(left)
            self._comparable(right)
        return COMPARISONS[how](left, right)

    def _search(self, left: Any, right: Any) -> None:
        if isinstance(left, Undefined):
            raise faults.undefined(left)
        members = self.members(right)
        if type(left) in LISTS or type(left) in VIEWS or type(left) is dict:
            raise TypeError("a list is no member")
        if type(members) is dict:
            self.scalar(left)
        elif type(members) in TEXTS:
            self._budget.work(len(members) >> _KIBI)
        else:
            long = len(left) >> _KIBI if type(left) in TEXTS else 0
            self._budget.work((len(members) >> 3) * (long + 1))

    def _comparable(self, value: Any) -> None:
        if type(value) in LISTS or type(value) in VIEWS or type(value) is dict:
            members = value.values() if type(value) is dict else value
            if any(type(member) in CONTAINERS and type(member) not in TEXTS for member in members):
                raise TypeError("a list of lists does not compare")
            self._budget.work(self.weight(members))

    def weight(self, members: Any) -> int:
        """Return how many parts of a template the members of a list count for when they are gone through."""
        if type(members) is range:
            return len(members) >> 4
        texts = sum(len(member) for member in members if type(member) in TEXTS)
        return (len(members) >> 4) + (texts >> _KIBI)

    def calculate(self, how: str, left: Any, right: Any) -> Any:
        """Return the outcome of an arithmetic operation; texts and lists may be joined and repeated."""
        for value in (left, right):
            if isinstance(value, Undefined):
                raise faults.undefined(value)
        if type(left) in NUMBERS and type(right) in NUMBERS:
            return self._bounded(ARITHMETIC[how](left, right))
        if how == "+" and type(left) in TEXTS and type(right) in TEXTS:
            self._budget.text(len(left) + len(right))
        elif how == "+" and type(left) is type(right) and type(left) in (list, tuple):
            self._budget.items(len(left) + len(right))
        elif how == "*" and type(left) in (int, *TEXTS, list, tuple) and type(right) in (int, *TEXTS, list, tuple):
            self._repeated(left, right)
        elif how == "%" and type(left) in TEXTS:
            raise faults.forbidden("%")
        else:
            raise TypeError(f"{type(left).__name__} {how} {type(right).__name__}")
        return ARITHMETIC[how](left, right)

    def _repeated(self, left: Any, right: Any) -> None:
        times, repeated = (left, right) if type(left) is int else (right, left)
        if type(times) is not int or type(repeated) is int:
            raise TypeError("neither is a number of times")
        charge = self._budget.text if type(repeated) in TEXTS else self._budget.items
        charge(len(repeated) * max(times, 0))

    def _bounded(self, value: Any) -> Any:
        digits = self._budget.limits.digits
        if type(value) is int:
            large = value.bit_length() > 4 * digits
        elif type(value) is Decimal:
            exponent = value.as_tuple().exponent
            large = not isinstance(exponent, int) or exponent < -2 * digits or value.adjusted() > digits
        else:
            large = False
        if large:
            raise TemplateFault("template-number-too-large")
        return value

    def together(self, *values: Any) -> str:
        """Return the outcome of `~`: the values as they would be printed, one after another."""
        return self.joined([printed(value) for value in values], "")

    def joined(self, texts: list[str], between: str) -> str:
        """Return texts with another between them; markup when any of them is, with the others escaped."""
        self._budget.text(sum(map(len, texts)) + len(between) * len(texts))
        if any(type(text) is Markup for text in (between, *texts)):
            return Markup(escape(between)).join(escape(text) for text in texts)
        return between.join(texts)

    def slice(self, value: Any, start: Any, stop: Any, step: Any) -> Any:
        """Return a stretch of a text or list."""
        if isinstance(value, Undefined):
            raise faults.undefined(value)
        if type(value) not in TEXTS | LISTS:
            raise TypeError(f"{type(value).__name__} has no stretch")
        stretch = slice(start, stop, step)
        count = len(range(*stretch.indices(len(value))))
        if type(value) in TEXTS:
            self._budget.text(count)
        elif type(value) is not range:
            self._budget.items(count)
        return value[stretch]

    def range(self, *bounds: Any) -> range:
        """Return the `range` of templates: not longer than a list may be, of small numbers only."""
        numbers: Sequence[int] = [operator.index(bound) for bound in bounds]
        largest = 10**9  # larger steps could make numbers of one hash, over which a set takes for ever
        if any(abs(number) > largest for number in numbers) or len(range(*numbers)) > self._budget.limits.items:
            raise TemplateFault("template-range-too-long")
        return range(*numbers)

    def argument(self, value: Any, kinds: tuple[type, ...]) -> bool:
        """Return whether an argument is of a method's types; a fact not yet known may be of none."""
        if isinstance(value, kinds):
            return True
        if isinstance(value, Undefined):
            raise faults.undefined(value)
        if is_missing(value):
            return False
        raise TypeError(f"{type(value).__name__} is no argument")
