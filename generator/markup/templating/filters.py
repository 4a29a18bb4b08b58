"""Format values as Persian text: the filters of templates, pure functions.

A fact not yet known passes through each of them untouched and is printed as a blank; None and an undefined name pass too,
and are refused where they are printed. A value of another type than the filter's is refused: `TemplateFault`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from jinja2 import Undefined
from markupsafe import Markup, escape

from generator import persian
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.missing import blank, is_missing
from generator.markup.templating.printing import printed

_F = TypeVar("_F", bound=Callable[..., Any])
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_MILLION = 10**6


def _passes_missing(function: _F) -> _F:
    @functools.wraps(function)
    def passing(value: object, *args: Any, **named: Any) -> Any:
        if value is None or isinstance(value, Undefined) or is_missing(value):
            return value
        return function(value, *args, **named)

    return passing  # type: ignore[return-value]


def _refused(name: str, value: object) -> TemplateFault:
    return TemplateFault("template-filter-value", name=name, kind=type(value).__name__)


def _whole(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refused(name, value)


def _decimal(name: str, value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(_whole(name, value))


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@_passes_missing
def money(value: object) -> str:
    """Whole rials, grouped: «۱٬۲۵۰٬۰۰۰٬۰۰۰»."""
    return persian.group(_whole("money", value))


@_passes_missing
def million(value: object) -> str:
    """Whole rials as millions of rials, exact: 1_250_500_000 -> «۱٬۲۵۰٫۵»."""
    return persian.decimal_text(Decimal(_whole("million", value)) / _MILLION)


@_passes_missing
def toman(value: object) -> str:
    """Whole rials as residents count them: 1_250_500_000 -> «۱۲۵٫۰۵ میلیون تومان»."""
    return f"{persian.decimal_text(Decimal(_whole('toman', value)) / _MILLION / 10)} میلیون تومان"


@_passes_missing
def words(value: object) -> str:
    """Return a whole number in words: «یک میلیارد و دویست و پنجاه میلیون»."""
    return persian.in_words(_whole("words", value))


@_passes_missing
def number(value: object, places: int | None = None) -> str:
    """Return a whole number or decimal, grouped: «۱٬۲۳۴٫۵»; with `places`, rounded half up to at most so many decimals."""
    exact = _decimal("number", value)
    return persian.decimal_text(exact if places is None else _rounded(exact, places))


@_passes_missing
def percent(value: object, places: int = 1) -> str:
    """Return a percentage rounded half up to at most `places` decimals: 12.45 -> «۱۲٫۵٪»."""
    return persian.percent_text(_rounded(_decimal("percent", value), places))


@_passes_missing
def share(value: object) -> str:
    """Return a share in percent with one decimal, never without, so that a column of them lines up: 14 -> «۱۴٫۰٪»."""
    return persian.percent_text(_decimal("share", value), 1)


@_passes_missing
def date(value: object) -> str:
    """Return a day or month in figures: «۱۴۰۴/۰۷/۱۵»."""
    if not isinstance(value, (persian.JalaliDate, persian.JalaliMonth)):
        raise _refused("date", value)
    return str(value)


@_passes_missing
def long_date(value: object) -> str:
    """Return a day or month as in prose: «۱۵ مهر ۱۴۰۴»."""
    if not isinstance(value, (persian.JalaliDate, persian.JalaliMonth)):
        raise _refused("long_date", value)
    return value.long()


@_passes_missing
def ordinal(value: object) -> str:
    """Return the ordinal adjective of a number: «دوم»."""
    return persian.ordinal(_whole("ordinal", value))


@_passes_missing
def letters(value: object) -> str:
    """Return the letter that counts an item: 1 -> «الف», 2 -> «ب»."""
    return persian.counting_letter(_whole("letters", value))


def paragraphs(value: object, role: str | None = None) -> object:
    """Return a long text as one `p` a paragraph; an empty line divides paragraphs, a single line break is a space.

    A fact not yet known is a paragraph with a blank.
    """
    if value is None or isinstance(value, Undefined):
        return value
    if not isinstance(role, str | None):
        raise _refused("paragraphs", role)
    opening = f'<p role="{escape(role)}">' if role else "<p>"
    if is_missing(value):
        return Markup(f"{opening}{blank(value.prompt)}</p>")
    if not isinstance(value, str):
        raise _refused("paragraphs", value)
    texts = [" ".join(part.split()) for part in _EMPTY_LINE.split(value)]
    return Markup("").join(Markup(f"{opening}{escape(text)}</p>") for text in texts if text)


@_passes_missing
def join_and(value: object) -> str:
    """Return the members of a list as a phrase: «الف، ب و پ». A member not yet known becomes a blank in its place."""
    if not isinstance(value, list | tuple):
        raise _refused("join_and", value)
    *before, last = [_member(member) for member in value] or [Markup("")]
    return Markup(" و ").join([Markup("، ").join(before), last]) if before else last


def _member(member: object) -> Markup:
    if is_missing(member):
        return blank(member.prompt)
    if isinstance(member, str) or type(member) is int:
        return escape(member)
    raise _refused("join_and", member)


def or_blank(value: object, prompt: str, key: str | None = None, width: int | None = None) -> object:
    """Return the value, or a blank with this prompt when there is none (not known, None or empty text)."""
    if isinstance(value, Undefined):
        return value
    for argument, kinds in ((prompt, str), (key, str | None), (width, int | None)):
        if not isinstance(argument, kinds):
            raise _refused("or_blank", argument)
    return blank(prompt, key, width) if value is None or value == "" or is_missing(value) else value


def datum(value: object, path: str) -> object:
    """Return the printed value, named as the fact of a path; without a path the value alone, and an empty text as it is."""
    if not isinstance(path, str):
        raise _refused("datum", path)
    if value is None or value == "" or isinstance(value, Undefined) or not path:
        return value
    return Markup(f'<datum path="{escape(path)}">{escape(printed(value))}</datum>')


FILTERS: dict[str, Callable[..., object]] = {
    function.__name__: function
    for function in (
        money, million, toman, words, number, percent, share, date, long_date, ordinal, letters, paragraphs, join_and, or_blank,
        datum,
    )
}  # fmt: skip
