"""Find each character of a value in the text of its file, to correct a value without writing it anew."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.reading.yamltext.build import LOADER

_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])")
_ESCAPED_BREAK = re.compile(r"\\(?:\r\n?|\n)[ \t]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")

# In a value without quotes these would end it, begin a comment, or make it an item or a key.
_ENDS_PLAIN = re.compile(r":(?=\s|$)|\s#|^[-?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """The part of the file's text, from `start` to before `end`, for one character of a value."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LocatedValue:
    """A value with its place: its text, its style (`None` plain, quotes or a block mark), the span of each character.

    `breaks` are the positions in the value that are line breaks in the file.
    """

    text: str
    style: str | None
    start: int
    end: int
    spans: tuple[SourceSpan, ...]
    breaks: frozenset[int]

    def pieces(self) -> Iterator[tuple[int, str]]:
        """Yield the parts of the value on each line of the file, with where they begin in the value."""
        begin = 0
        for position in (*sorted(self.breaks), len(self.text)):
            if position > begin:
                yield begin, self.text[begin:position]
            begin = position + 1


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of the file becomes `text`."""

    start: int
    end: int
    text: str


def scalars(text: str) -> dict[tuple[int, int], LocatedValue]:
    """Return the values of a file by line and column from 1; values whose characters cannot be placed are left out."""
    placed: dict[tuple[int, int], LocatedValue] = {}
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            # The stubs allow every mark to be None, which no parsed event has.
            start: Any = event.start_mark
            end: Any = event.end_mark
            found = _place(text, event.value, event.style or None, start.index, end.index)
            if found is not None:
                placed[start.line + 1, start.column + 1] = found
    return placed


def edits(placed: LocatedValue, corrected: dict[int, str]) -> list[Edit] | None:
    """Return the edits that replace a value by corrected pieces, given by where they begin; None when none can.

    A value without quotes is put in quotes where the correction would end it, if it is on one line.
    """
    found: list[Edit] = []
    for begin, piece in placed.pieces():
        new = corrected.get(begin, piece)
        if placed.style is None and _ENDS_PLAIN.search(new):
            return _quoted(placed, new) if not placed.breaks else None
        matcher = difflib.SequenceMatcher(None, piece, new, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                start, end = _range(placed, begin + i1, begin + i2)
                found.append(Edit(start, end, new[j1:j2]))
    return found


def applied(text: str, changes: list[Edit]) -> str:
    """Return the text with all edits done; they must not overlap."""
    for change in sorted(changes, key=lambda edit: edit.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _quoted(placed: LocatedValue, new: str) -> list[Edit] | None:
    return None if '"' in new or "\\" in new else [Edit(placed.start, placed.end, f'"{new}"')]


def _range(placed: LocatedValue, first: int, last: int) -> tuple[int, int]:
    if first < last:
        return placed.spans[first].start, placed.spans[last - 1].end
    at = placed.spans[first - 1].end if first else placed.spans[0].start
    return at, at


def _place(text: str, value: str, style: str | None, start: int, end: int) -> LocatedValue | None:
    walk = _block(text, value, start, end) if style in ("|", ">") else _flow(text, style, start, end)
    spans: list[SourceSpan] = []
    breaks: set[int] = set()
    for character, span, is_break in walk:
        if len(spans) >= len(value) or (character is not None and value[len(spans)] != character):
            return None
        if is_break:
            breaks.add(len(spans))
        spans.append(span)
    return LocatedValue(value, style, start, end, tuple(spans), frozenset(breaks)) if len(spans) == len(value) else None


Step = tuple[str | None, SourceSpan, bool]


def _flow(text: str, style: str | None, start: int, end: int) -> Iterator[Step]:
    """Yield the characters of a plain or quoted value; None for one that an escape wrote."""
    at, stop = (start + 1, end - 1) if style else (start, end)
    while at < stop:
        if style == '"' and (found := _ESCAPED_BREAK.match(text, at, stop)):
            at = found.end()
            continue
        if found := _BREAK.match(text, at, stop):
            lines = max(len(re.findall(r"\r\n?|\n", found[0])) - 1, 1)
            for _ in range(lines):
                yield None, SourceSpan(found.start(), found.end()), True
            at = found.end()
            continue
        length, character = 1, text[at]
        if style == "'" and text.startswith("''", at):
            length = 2
        elif style == '"' and (found := _ESCAPE.match(text, at, stop)):
            length, character = len(found[0]), ""
        yield character or None, SourceSpan(at, at + length), False
        at += length


def _block(text: str, value: str, start: int, end: int) -> Iterator[Step]:
    """Yield the characters of a value in a block: each line without its indentation, with a break between lines."""
    lines = [found for found in _LINE.finditer(text, start, end) if found[0]][1:]
    filled = [(found.start(), found[0].rstrip("\r\n")) for found in lines if found[0].strip()]
    if not filled:
        return
    indent = min(len(line) - len(line.lstrip(" ")) for _, line in filled)
    done = 0
    previous = filled[0][0]
    for offset, line in filled:
        content = line[indent:]
        at = value.find(content, done)
        if at < 0 or value[done:at].strip():
            return
        begin = offset + indent
        for _ in range(at - done):
            yield None, SourceSpan(previous, begin), True
        for index, character in enumerate(content):
            yield character, SourceSpan(begin + index, begin + index + 1), False
        previous = begin + len(content)
        done = at + len(content)
    for _ in range(len(value) - done):
        yield None, SourceSpan(previous, end), True
