"""Keep together on a line a number and its unit or noun, a name and what belongs to it.

A no-break space (U+00A0) holds them. It is as wide as a space, in lines that are spread too, in Word and in a PDF alike.
`together.toml` lists the words, each list with its reason.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from generator.persian.calendar import MONTHS
from generator.persian.invisible import NBSP

_NUMBER = "[۰-۹]+(?:[٬٫/][۰-۹]+)*"
_AFTER_WORD = r"(?<![\w\u200c])"
_BEFORE_END = r"(?![\w\u200c])"


@cache
def _rules() -> tuple[re.Pattern[str], ...]:
    """Return the patterns whose spaces become no-break spaces, in the order in which they are applied."""
    lists = tomllib.loads((resources.files("generator.persian") / "together.toml").read_text(encoding="utf-8"))
    words = {name: "|".join(map(re.escape, sorted(listed, key=len, reverse=True))) for name, listed in lists.items()}
    months = "|".join(MONTHS)
    scale, counted = rf"(?:{words['scales']})", rf"(?:{words['counted']})"
    return (
        re.compile(rf"{_AFTER_WORD}[۰-۹]{{1,2}} (?:{months}){_BEFORE_END}"),
        re.compile(rf"{_AFTER_WORD}(?:{words['numbered']}) {_NUMBER}{_BEFORE_END}"),
        # A number that follows a no-break space has its noun already.
        re.compile(rf"(?<![\w\u200c{NBSP}٬٫/]){_NUMBER}(?: {scale})?(?: {scale}| {counted}){_BEFORE_END}"),
        re.compile(rf"{_AFTER_WORD}(?:{words['titles']}) (?=[^\W\d_])"),
        re.compile(rf"(?<=[\w»]) \((?:{words['honorifics']})\)"),
    )


# Cells say the same again and again, those of the next document too.
@lru_cache(maxsize=8192)
def with_no_break_spaces(text: str) -> str:
    """Put a no-break space wherever a line of a text must not end; the digits of the text are Persian.

    «۱۲ نفر», «۵ میلیون ریال», «ماده ۵», «۲۱ آذر ۱۳۹۸» (the year may part), «امام خمینی (ره)», «دکتر …».
    """
    if " " not in text:
        return text
    for rule in _rules():
        text = rule.sub(lambda found: found[0].replace(" ", NBSP), text)
    return text


def with_plain_spaces(text: str) -> str:
    """Put plain spaces back, as a text is read, searched and measured."""
    return text.replace(NBSP, " ")
