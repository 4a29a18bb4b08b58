"""What a word is, what is hard about it for a reader of PDFs, and words that the end of a line divides."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

HALF_SPACE = "\u200c"
JOINER = "\u200d"
HAMZA = "\u0654"

_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5"
_MARK = "\u064b-\u065f\u0670"
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\u0640]")
"""Marks of direction, the hyphen that only shows at a line's end, and the stroke that lengthens a word: none is looked for."""

_BLANK = re.compile(r"[^\S\n]")
_HALF_SPACES = re.compile(f"{HALF_SPACE}+")

WORD = re.compile(
    rf"[{_LETTER}][{_LETTER}{_MARK}{HALF_SPACE}{JOINER}]*"
    r"|[۰-۹]+(?:[٬٫/:.][۰-۹]+)*(?:٪(?![۰-۹]))?"
    r"|[A-Za-z]+|[0-9]+"
)
"""A run of Persian letters with their marks, half-spaces and joiners; a number with the signs inside it and its percent sign;
a run of Latin letters, or of the digits beside them: pdfium turns «A4» round in a Persian line, whatever stands in the file.

A dash between two numbers is none of these signs: «۱۲-۱۵» runs to the left, a telephone number to the right, and no reader can
know which of them it reads.
"""

KINDS = {
    "half-space": re.compile(HALF_SPACE),
    "lam-alef": re.compile(f"ل[{_MARK}]*[اآأإ]"),
    "hamza": re.compile(HAMZA),
    "ZWJ": re.compile(JOINER),
    "number": re.compile("^[۰-۹]"),
    "percentage": re.compile("٪$"),
    "Latin": re.compile("^[A-Za-z0-9]"),
}
"""What a word is counted under besides «all»: by what it has or is."""


def cleaned(text: str) -> str:
    """A text without direction marks, in one spelling of composed letters, all its spaces plain; line ends stay.

    Half-spaces one after another are one, as they look.
    """
    text = _DIRECTION.sub("", unicodedata.normalize("NFC", text).replace("\u06c0", f"ه{HAMZA}"))
    return _HALF_SPACES.sub(HALF_SPACE, _BLANK.sub(" ", text))


def words(text: str) -> Iterator[str]:
    """The words of a text in order, without half-spaces at their ends, which nothing shows."""
    return (found.rstrip(HALF_SPACE) for found in WORD.findall(cleaned(text)))


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in texts."""
    return Counter(word for text in texts for word in words(text))


def divided(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the end of each line divides, if it divides a word: the last piece of the line, the first of the next one."""
    last = ""
    for line in filter(None, (cleaned(line).strip() for line in lines)):
        found = [*WORD.finditer(line)]
        if found and last and found[0].start() == 0:
            yield last, found[0][0]
        last = found[-1][0] if found and found[-1].end() == len(line) else ""
