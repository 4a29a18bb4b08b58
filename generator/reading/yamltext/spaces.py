"""Characters that look like a space, or like nothing, where YAML needs a plain space: copied from a web page or from Word.

YAML takes them for letters, so an indent of them is none and «title:» with one after it is no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_NO_BREAK = "\u00a0\u2007\u202f"
_WIDE = "\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_WITHOUT_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u2060\ufeff"

CLASS = f"{_NO_BREAK}{_WIDE}{_WITHOUT_WIDTH}"
"""The odd spaces, for a class of a regular expression."""

ODD = re.compile(f"[{CLASS}]")

# The indent of a line with the dashes of its items, then, where there is one, a key, its colon and what follows that at once.
_INDENT = rf"(?:[ {CLASS}]|-(?=[ {CLASS}]))*"
_KEY = rf"(?:[\w\-]+[ {CLASS}]*|\"[^\"\n]*\"|'[^'\n]*'):[{CLASS}]*"
_STRUCTURE = re.compile(rf"^{_INDENT}(?:{_KEY})?(?=\S)", re.MULTILINE)
_AT_ENTRY = re.compile(rf"(?:[a-z][a-z0-9_]*:|-)([{CLASS}])")
_BEFORE_COMMENT = re.compile(rf"([{CLASS}])[ {CLASS}]*#[ {CLASS}]")
_AT_KEY_ENDS = re.compile(rf"^[{CLASS}]|[{CLASS}](?=[{CLASS}]*$)")
_LINE_START = re.compile(rf"\n[ \t{CLASS}]*")
_BEFORE_ITEM = re.compile(rf"[ {CLASS}]*(?:-[ {CLASS}]+)*")


def are_odd(text: str) -> bool:
    """Return whether there is an odd space anywhere that may keep a line from being an entry or a comment."""
    return _AT_ENTRY.search(text) is not None or _BEFORE_COMMENT.search(text) is not None


def of_structure(text: str, end: int) -> list[int]:
    """Return the indexes of the odd spaces among those that YAML reads as structure, up to the end of the line at `end`."""
    line_end = text.find("\n", end)
    stop = line_end if line_end >= 0 else len(text)
    lines = (found for found in _STRUCTURE.finditer(text, 0, stop) if ODD.search(found[0]))
    return [found.start() + odd.start() for found in lines for odd in ODD.finditer(found[0])]


def first_of_lines(text: str, indexes: Iterable[int]) -> list[int]:
    """Return the first of the indexes in each line."""
    firsts: dict[int, int] = {}
    for index in indexes:
        firsts.setdefault(text.rfind("\n", 0, index), index)
    return [*firsts.values()]


def repaired(text: str, indexes: Iterable[int]) -> str:
    """Put plain spaces there and keep the length; what has no width in an indent moves to the end of its line."""
    for index in sorted(indexes, reverse=True):
        before = ODD.sub("", text[text.rfind("\n", 0, index) + 1 : index])
        if re.match(f"[{_WITHOUT_WIDTH}]", text[index]) and not before.strip(" -"):
            line_end = text.find("\n", index)
            line_end = line_end if line_end >= 0 else len(text)
            text = f"{text[:index]}{text[index + 1 : line_end]} {text[line_end:]}"
        else:
            text = f"{text[:index]} {text[index + 1 :]}"
    return text


def of_plain(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the indexes of odd spaces that keep a line of the plain `text[start:end]` from being an entry or a comment."""
    line_start = text.rfind("\n", 0, start) + 1
    starts = [start] if _BEFORE_ITEM.fullmatch(text, line_start, start) else []
    starts += [found.end() for found in _LINE_START.finditer(text, start, end)]
    for index in starts:
        if found := _AT_ENTRY.match(text, index, end):
            yield found.start(1)
    if found := _BEFORE_COMMENT.search(text, start, min(end + 1, len(text))):
        yield found.start(1)


def of_key(key: str) -> int | None:
    """Return the position of an odd space at an end of a key, None when there is none."""
    found = _AT_KEY_ENDS.search(key)
    return found.start() if found else None


def without(key: str) -> str:
    """Return a key without the odd spaces at its ends."""
    return re.sub(rf"^[ {CLASS}]+|[ {CLASS}]+$", "", key)
