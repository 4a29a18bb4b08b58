"""Plain (unquoted) values that YAML accepts but reads otherwise than their writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.reading.yamltext.spaces import CLASS

CURLY = {"“": "”", "„": "“", "‟": "”", "‘": "’", "‚": "‘", "«": "»", "‹": "›"}
"""Marks that people take for the quotes of YAML, with those that close them."""

_PERSIAN_SEPARATOR = re.compile("[،؛]")
_COMMENT = re.compile(r"([ \t]+)#(.?)")
# An odd space after the key or the dash is `spaces`' to tell.
_KEY_WITHOUT_SPACE = re.compile(rf"[a-z][a-z0-9_]+:(?=[^\s/:{CLASS}])")
_DASH_WITHOUT_SPACE = re.compile(rf"-[^\s{CLASS}-]")
_SUSPECT = re.compile(f"{_KEY_WITHOUT_SPACE.pattern}|{_DASH_WITHOUT_SPACE.pattern}")
_OTHER_DASH = re.compile("[–—−•▪ـ][ \t]")
_LINE_START = re.compile(r"\n\s*")
_BEFORE_ITEM = re.compile(r"\s*(?:-[ \t]+)*")
_ITEM = re.compile(r"\s*(?:-[ \t]+)+")
_NEXT_ITEM = re.compile(r"(?<=[^\W\d_][ \t])-(?=[ \t]+[^\W\d_])")
"""A dash between two words."""


def of_plain(text: str, start: int, end: int, in_list: bool) -> Iterator[tuple[str, int]]:
    """Yield the likely misreadings of the plain value `text[start:end]`: message codes and the indexes they point at.

    `in_list` when the value stands in a list in brackets.
    """
    if in_list and (found := _PERSIAN_SEPARATOR.search(text, start, end)):
        yield "yaml-persian-comma", found.start()
    if in_list and text[start] in CURLY and text.find(CURLY[text[start]], start, end) < 0:
        yield "yaml-curly-quotes", start
    if text[end : end + 1] in (" ", "\t"):
        yield from _cut(text, end)
    if text.find("-", start, end) >= 0 and (found := _NEXT_ITEM.search(text, start, end)):
        line_start = text.rfind("\n", 0, start) + 1
        if _ITEM.fullmatch(text, line_start, start):
            yield "yaml-two-items", found.start()
    yield from _missing_spaces(text, start, end)


def named(code: str, mark: str, value: str) -> dict[str, str]:
    """Return the values of the sentence about a misreading that a mark in a value brings about."""
    if code == "yaml-curly-quotes":
        return {"opening": mark, "closing": CURLY[mark], "mark": ","}
    if code == "yaml-persian-comma":
        return {"mended": re.sub(r"\s*[،؛]\s*", ", ", value)}
    return {"mark": mark}


def _cut(text: str, end: int) -> Iterator[tuple[str, int]]:
    """Yield a `#` that ends the value. Two spaces before it and one after it say that a comment is meant."""
    found = _COMMENT.match(text, end)
    if found and not (len(found[1]) >= 2 and found[2] in ("", " ", "\t", "#")):
        yield "yaml-text-cut", found.end(1)


def _missing_spaces(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the lines of the value that look like an entry, but for the space after «:» or «-»."""
    one_line = text.find("\n", start, end) < 0
    if one_line and not _SUSPECT.match(text, start, end):
        return
    line_start = text.rfind("\n", 0, start) + 1
    starts = [start] if _BEFORE_ITEM.fullmatch(text, line_start, start) else []
    if not one_line:
        starts += [found.end() for found in _LINE_START.finditer(text, start, end)]
    for index in starts:
        if _KEY_WITHOUT_SPACE.match(text, index, end):
            yield "yaml-no-space-after-colon", text.index(":", index)
        elif _DASH_WITHOUT_SPACE.match(text, index, end) and not text[line_start:index].rstrip(" ").endswith("-"):
            yield "yaml-no-space-after-dash", index
        elif len(starts) > 1 and _OTHER_DASH.match(text, index, end):
            yield "yaml-list-mark", index
