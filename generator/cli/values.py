"""The types of values on the command line; what is refused is refused in Persian."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from generator.persian import JalaliDate, Refused, numeral, parse_date
from generator.problems.errors import UsageError
from generator.problems.messages import meant, problem


class _File(click.Path):
    def coerce_path_result(self, value: Any) -> Any:
        """Return the path; of a quoted folder that ends with a backslash Windows leaves a quotation mark, which no name has."""
        return super().coerce_path_result(value.rstrip('"') if sys.platform == "win32" and isinstance(value, str) else value)


FILE = _File(path_type=Path, readable=False)
"""A path as it is written; the part that opens it reports in Persian when it cannot."""


class OneOf(click.ParamType[str]):
    """One of several values; `code` is the sentence that refuses another."""

    name = "value"

    def __init__(self, values: Sequence[str], code: str) -> None:
        self.values, self.code = tuple(values), code

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return the value; UsageError with the one that was meant."""
        if value not in self.values:
            allowed = " و ".join(self.values)
            raise UsageError([problem(self.code, None, given=value, allowed=allowed, near=meant(value, self.values))])
        return str(value)

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Return the values that begin so."""
        return [CompletionItem(value) for value in self.values if value.startswith(incomplete)]


class Number(click.ParamType[int]):
    """A number from one on, of processes or days."""

    name = "number"

    def __init__(self, most: int = 64) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """Return the number, written in Persian or Western digits; UsageError for none or one out of bounds."""
        if isinstance(value, int):
            return value
        if not value.isdecimal() or not 1 <= int(value) <= self.most:
            option = param.opts[0] if param else ""
            raise UsageError([problem("bad-number", None, given=value, option=option, most=numeral(self.most))])
        return int(value)


def day_of(given: str | None) -> JalaliDate:
    """Return the day that was written, today when none was; UsageError for what is no day."""
    if given is None:
        return JalaliDate.from_gregorian(datetime.date.today())
    try:
        return parse_date(given)
    except Refused as refused:
        raise UsageError([problem(refused.code, None, where="", **refused.values)]) from None
