"""Correct spaces around punctuation, and digits, in Persian text. Text in other letters stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.persian import ZWNJ, to_persian
from generator.persian.orthography.lexicon import SUFFIXES, is_word

_LETTER = "ء-غف-يپچژکگی"
_WORD = f"[{_LETTER}\u0654\u200c]"

_RUN_OF_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_IDLE_HALF_SPACE = re.compile("(?<=[\\s\u200c])\u200c+|\u200c+(?=[\\s،؛:.؟!»)])|^\u200c+|\u200c+$")
_SPACE_BEFORE = re.compile(r"(?<=[^\s(«]) +(?=[،؛»)]|[.:؟!](?=[\s»)]|$))")
_SPACE_AFTER_OPENING = re.compile(r"(?<=[«(]) +(?=[^\s«(])")
_NO_SPACE_AFTER_COMMA = re.compile(f"(?<={_WORD})([،؛])(?=[{_LETTER}])|(?<=[»)])([،؛])(?=[{_LETTER}])")
_NO_SPACE_AFTER_MARK = re.compile(f"(?<={_WORD}{_WORD})([:؟!])(?=[{_LETTER}]{{2}})")
_NO_SPACE_AFTER_STOP = re.compile(f"({_WORD}+)\\.([{_LETTER}]{{2,}})(?![{_LETTER}]*\\.[{_LETTER}])")

_DIGIT = "[0-9٠-٩]"
_NUMBER = re.compile(f"{_DIGIT}+(?:[.,/٫٬]{_DIGIT}+)*")
# Not numbers of three parts with full stops: versions, addresses, numbered headings.
_AMOUNT = re.compile(
    f"{_DIGIT}+(?:[.,٫]{_DIGIT}+)?|{_DIGIT}{{1,3}}(?:[,٬]{_DIGIT}{{3}})+|{_DIGIT}{{2,4}}/{_DIGIT}{{1,2}}/{_DIGIT}{{1,2}}"
)
_ATTACHED = re.compile(r"[\w@#$%&=+~^*<>{}|\\/:.\-–]")


def spaced(text: str) -> str:
    """Put spaces where Persian has them: none before «،» and its like, one after."""
    text = _RUN_OF_SPACES.sub(" ", text)
    text = _IDLE_HALF_SPACE.sub("", text)
    text = _SPACE_BEFORE.sub("", text)
    text = _SPACE_AFTER_OPENING.sub("", text)
    text = _NO_SPACE_AFTER_COMMA.sub(lambda mark: f"{mark[1] or mark[2]} ", text)
    text = _NO_SPACE_AFTER_MARK.sub(r"\1 ", text)
    return _NO_SPACE_AFTER_STOP.sub(_stopped, text)


def _stopped(found: re.Match[str]) -> str:
    """Put a space after a full stop between two words, not within an abbreviation or a file name."""
    ends = found[1].split(ZWNJ)[-1]
    between_words = len(found[1]) > 1 and (is_word(ends) or ends in SUFFIXES) and is_word(found[2])
    return f"{found[1]}. {found[2]}" if between_words else found[0]


def with_persian_digits(text: str) -> str:
    """Change numbers among Persian words to Persian digits; «IPv4» and «A4» stay."""
    return _NUMBER.sub(lambda number: _digits(text, number), text)


def _digits(text: str, number: re.Match[str]) -> str:
    if not _AMOUNT.fullmatch(number[0]):
        return number[0]
    start, end = number.span()
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if (before and _ATTACHED.match(before)) or (after and _ATTACHED.match(after) and not _ends_a_sentence(text, end)):
        return number[0]
    left = _nearest(reversed(text[:start]))
    right = _nearest(text[end:])
    among_persian = (left or right) and all(letter is None or letter >= "\u0600" for letter in (left, right))
    return to_persian(number[0]) if among_persian else number[0]


def _ends_a_sentence(text: str, end: int) -> bool:
    return text[end] in ".:" and not text[end + 1 : end + 2].strip()


def _nearest(characters: Iterable[str]) -> str | None:
    return next((letter for letter in characters if letter.isalpha()), None)
