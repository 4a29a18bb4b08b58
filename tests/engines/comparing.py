"""In what two PDFs of one document differ: words, cells, links, pictures, outline, pages, properties, attached files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from math import ceil

from tests.engines.reading import Entry, Said, Table, Word, Words
from tests.textlayer.words import HALF_SPACE

PAGES_FOR_ONE = 15
"""For each so many pages one may be more or fewer."""

_LATIN = re.compile("[A-Za-z0-9]+")
_AROUND = 3
"""Words shown before and after the place where two texts part."""


def differences(one: Said, other: Said) -> list[str]:
    """What differs, each in a line: what stands in the one file, and in the other; none when both say the same."""
    return [
        *_texts("block", one.blocks, other.blocks),
        *_tables(one.tables, other.tables),
        *_texts("link", one.links, other.links),
        *_lists("picture", one.pictures, other.pictures),
        *_outlines(one, other),
        *_pages(one, other),
        *_entries("property", one.properties, other.properties),
        *_entries("file", one.files, other.files),
    ]


def apart(pages: int) -> int:
    """How many pages more or fewer another engine may take for a document of so many."""
    return ceil(pages / PAGES_FOR_ONE)


def parting(one: Words, other: Words) -> tuple[int, int] | None:
    """Where two texts cease to say the same words in the same order; None when they do not.

    What only the end of a line parts may be one word in the other text.
    """
    first, second = _folded(one), _folded(other)
    at, to = 0, 0
    while at < len(first) and to < len(second):
        begun = at, to
        left, right = _ordered(first[at].text), _ordered(second[to].text)
        at, to = at + 1, to + 1
        while left.rstrip(HALF_SPACE) != right.rstrip(HALF_SPACE):
            if at < len(first) and first[at].loose and right.startswith(left):
                left, at = left + _ordered(first[at].text), at + 1
            elif to < len(second) and second[to].loose and left.startswith(right):
                right, to = right + _ordered(second[to].text), to + 1
            else:
                return begun
    return None if (at, to) == (len(first), len(second)) else (at, to)


def _ordered(word: str) -> str:
    """Return a word with its hamza before the half-space, which pdfium turns round at the end of a line."""
    return word.replace(f"{HALF_SPACE}\N{ARABIC HAMZA ABOVE}", f"\N{ARABIC HAMZA ABOVE}{HALF_SPACE}")


def _folded(words: Words) -> Words:
    """A text with its Latin letters at the end, in the order of the alphabet.

    Where Latin words stand in a Persian line pdfium reads them from the last one, and «A4» from its end: by its lines, which
    are others in the other file.
    """
    latin = "".join(sorted("".join(word.text for word in words if _LATIN.fullmatch(word.text))))
    persian = tuple(word for word in words if not _LATIN.fullmatch(word.text))
    return (*persian, Word(latin)) if latin else words


def _texts(what: str, one: Sequence[Words], other: Sequence[Words]) -> Iterator[str]:
    """Texts one by one where there are as many; else all that they say, since a block may be two in the other file."""
    if len(one) != len(other):
        if what != "block":
            yield f"{what}s: {len(one)} / {len(other)}"
        one, other = ([tuple(word for text in map(_folded, texts) for word in text)] for texts in (one, other))
    for number, (left, right) in enumerate(zip(one, other, strict=True), 1):
        if (place := parting(left, right)) is not None:
            yield f"{what} {number}: {_shown(_folded(left), place[0])} / {_shown(_folded(right), place[1])}"


def _shown(words: Words, at: int) -> str:
    return "«" + " ".join(word.text for word in words[max(0, at - _AROUND) : at + _AROUND + 1]) + "»"


def _tables(one: Sequence[Table], other: Sequence[Table]) -> Iterator[str]:
    yield from _lists("tables", [len(one)], [len(other)])
    for number, (left, right) in enumerate(zip(one, other, strict=False), 1):
        shapes = ([[(cell.colspan, cell.rowspan) for cell in row] for row in table] for table in (left, right))
        yield from _lists(f"table {number}, the columns and rows of the cells of row", *shapes)
        for row, cells in enumerate(zip(left, right, strict=False), 1):
            for column, (mine, theirs) in enumerate(zip(*cells, strict=False), 1):
                yield from _texts(f"table {number}, row {row}, cell {column}:", [mine.words], [theirs.words])


def _outlines(one: Said, other: Said) -> Iterator[str]:
    def shown(entries: Sequence[Entry]) -> list[str]:
        return [f"{'  ' * each.depth}{each.title}" for each in entries]

    yield from _lists("entry of the outline", shown(one.outline), shown(other.outline))
    most = apart(len(one.pages))
    for left, right in zip(one.outline, other.outline, strict=False):
        if abs(left.page - right.page) > most:
            yield f"the page of «{left.title}»: {left.page + 1} / {right.page + 1}"


def _pages(one: Said, other: Said) -> Iterator[str]:
    if abs(len(one.pages) - len(other.pages)) > apart(len(one.pages)):
        yield f"pages: {len(one.pages)} / {len(other.pages)}"
    forms = ([form for form, _ in groupby(said.pages)] for said in (one, other))
    yield from _lists("form of page", *forms)


def _lists(what: str, one: Sequence[object], other: Sequence[object]) -> Iterator[str]:
    for number, (left, right) in enumerate(zip_longest(one, other), 1):
        if left != right:
            yield f"{what} {number}: {left} / {right}"


def _entries(what: str, one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    for name in sorted({*one, *other}):
        if one.get(name) != other.get(name):
            yield f"{what} {name}: {one.get(name)!r:.200} / {other.get(name)!r:.200}"
