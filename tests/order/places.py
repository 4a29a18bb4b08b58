"""Where a document can hold text: each place with the markup that puts a case there, and every case in all its places.

Before each case stands a line with its number, so that it is found on the page whatever else stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.persian import numeral, to_western
from tests.order.cases import EVERYWHERE, WRAPPED, Case, groups
from tests.order.glyphs import Line

_MARKER = "نشانه"
# The number of a note stands at the right of its line.
_NUMBER = re.compile(f"([۰-۹]+) ?{_MARKER[::-1]}(?: ?-[۰-۹0-9]*)?")
# What stands at the left of a title in a table of contents: its page and the dots before it.
_LEADER = re.compile(r"^.*(?:\. ?){4,}")

CONTENTS = "contents"
"""The place where headings stand a second time."""

CHAPTER = "chapter"
"""The place in the footer where the title of the chapter stands again."""

LINE_END = " | "
"""What stands between the lines of a case in a narrow cell."""

FAULTS = {"turned": "وارونه", "bracket": "کمانک"}
"""The first words of the cases that the tests spoil on purpose."""


def marker(number: int) -> str:
    """The text of the line before a case."""
    return f"{_MARKER} {numeral(number)}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a document: the markup around a text and of the numbered line before it.

    `begins` is a pattern of what the place puts at the right of the text, as it is seen from left to right.
    """

    name: str
    before: str
    after: str
    begins: str = ""
    marked_by: str = "<p>{marker}</p>"

    def markup(self, number: int, text: str) -> str:
        """The markup of a text after its number."""
        return (self.marked_by + self.before).format(marker=marker(number)) + text + self.after


_CELL_BELOW = "<tbody><tr><td>خانه</td></tr></tbody></table>"
_SIGNER = "<name>نام</name><post>سمت</post></signer></signatures>"
_HEADED = "<letterhead><organisation>{marker}</organisation>"
PARAGRAPH = Place("", "<p>", "</p>")
TITLE = Place("heading", '<h2 numbered="no">', "</h2>", marked_by='<h2 numbered="no">{marker}</h2>')
NARROW = Place(
    "",
    '<table><columns><column share="250"/><column share="250"/><column share="500"/></columns><tbody><tr><td>{marker}</td><td>',
    "</td><td></td></tr></tbody></table>",
    marked_by="",
)
NOTE = Place("note", "<p>متن<footnote>{marker}<br/>", "</footnote>.</p>", marked_by="")
PLACES = (
    Place("cell", "<table><tbody><tr><td>", "</td></tr></tbody></table>"),
    Place("head", "<table><thead><tr><th>", f"</th></tr></thead>{_CELL_BELOW}"),
    Place("caption", "<table><caption>", f"</caption>{_CELL_BELOW}", f" ?:[۰-۹]+ ?{'جدول'[::-1]}"),
    Place("item", "<ul><li>", "</li></ul>", " ?•?"),
    Place("numbered-item", "<ol><li>", "</li></ol>", "(?: ?-[۰-۹0-9]+)?"),
    Place("bold", "<p><b>", "</b></p>"),
    TITLE,
    Place("numbered-heading", "<h3>", "</h3>", " ?-?[۰-۹]+-[۰-۹]+-[۰-۹]+"),
    Place("second-line", "<p>{marker}<br/>", "</p>", marked_by=""),
    Place("organisation", "<letterhead><organisation>", "</organisation></letterhead>"),
    Place("centre", f"{_HEADED}<centre>", "</centre></letterhead>", marked_by=""),
    Place("field", f'{_HEADED}<field label="نام">', "</field></letterhead>", f" ?:{'نام'[::-1]}", marked_by=""),
    Place("capacity", '<signatures columns="1"><signer capacity="', f'">{_SIGNER}'),
    NOTE,
)


@dataclass(frozen=True, slots=True)
class Stood:
    """A case in a place."""

    name: str
    case: Case
    place: Place

    def is_right(self, text: str, *, spaces: bool) -> bool:
        """Whether it is seen as it must be, with what its place puts at its right; with or without a look at its spaces."""
        if self.place is NARROW:
            return self.case.is_wrapped_into(text.split(LINE_END))
        expected = self.case.seen
        if not spaces:
            text, expected = text.replace(" ", ""), expected.replace(" ", "")
        return text.startswith(expected) and re.fullmatch(self.place.begins, text[len(expected) :]) is not None


@cache
def flowing() -> tuple[Stood, ...]:
    """Every case in a paragraph or a narrow cell, those to be spoiled, and those of every place, one after another."""
    alone = [
        Stood(case.name, case, NARROW if name == WRAPPED else PARAGRAPH) for name, group in groups().items() for case in group
    ]
    everywhere = [Stood(f"{case.name}/{place.name}", case, place) for place in PLACES for case in groups()[EVERYWHERE]]
    spoiled = [Stood(name, Case(name, f"{word} (GIS)", f"{word} (⟦GIS⟧)"), PARAGRAPH) for name, word in FAULTS.items()]
    return (*alone, *spoiled, *everywhere)


@cache
def listed() -> tuple[Stood, ...]:
    """The cases in headings once more, as they stand in the table of contents."""
    return tuple(Stood(f"{case.name}/{CONTENTS}", case, TITLE) for case in groups()[EVERYWHERE])


def flow() -> str:
    """The markup of the document in which all of them stand; the notes on a page of their own, so that none comes between."""
    texts = [(stood.place, stood.place.markup(number, stood.case.markup)) for number, stood in enumerate(flowing(), 1)]
    body, notes = ("".join(text for place, text in texts if (place is NOTE) is wanted) for wanted in (False, True))
    return (
        '<document title="آزمون"><section page="portrait"><contents levels="2"/><page-break/><h1>سرآغاز</h1><h2>آغاز</h2>'
        f'<h2 numbered="no" key="latin-title">Action Plan 2019</h2>{body}<page-break/>{notes}</section></document>'
    )


@cache
def framing() -> tuple[Stood, ...]:
    """Cases in the header at both sides and in the footer, and all in the title of the chapter, which the footer repeats."""
    cases = groups()[EVERYWHERE]
    both = Case(f"{EVERYWHERE}/all", "؛ ".join(case.markup for case in cases), "؛ ".join(case.shown for case in cases))
    names = ("header-start", "header-end", "footer", CHAPTER)
    return tuple(
        Stood(f"{case.name}/{name}", case, Place(name, "", "")) for case, name in zip((*cases[:3], both), names, strict=True)
    )


def frame() -> str:
    """The markup of the document with these."""
    start, end, footer, chapter = (stood.case.markup for stood in framing())
    lines = [f"{marker(number)}<br/>{text}" for number, text in enumerate((start, end, footer, "<section-title/>"), 1)]
    return (
        f'<document title="آزمون"><furniture><header-start>{lines[0]}</header-start><header-end>{lines[1]}</header-end>'
        f'<footer>{lines[2]}<br/>{lines[3]}</footer></furniture><section page="portrait">'
        f'<h1 numbered="no">{chapter}</h1><p>{marker(0)}</p></section></document>'
    )


def found(lines: Iterable[Line], stood: Sequence[Stood]) -> dict[str, Line]:
    """What stands after the number of each case, by its name: its line, or all its lines where its place is narrow."""
    texts: dict[str, Line] = {}
    for number, in_contents, after in _after_numbers(lines):
        if after and 0 < number <= len(stood):
            one = stood[number - 1]
            whole = Line(LINE_END.join(line.text for line in after))
            texts[f"{one.case.name}/{CONTENTS}" if in_contents else one.name] = whole if one.place is NARROW else after[0]
    return texts


def _after_numbers(lines: Iterable[Line]) -> Iterator[tuple[int, bool, list[Line]]]:
    """Each number that stands in a line of its own, whether in the table of contents, and the lines up to the next."""
    number, in_contents, after = 0, False, list[Line]()
    for line in (*lines, Line(marker(0)[::-1])):
        text, leaders = _LEADER.subn("", line.text)
        if marked := _NUMBER.fullmatch(text.strip()):
            yield number, in_contents, after
            number, in_contents, after = int(to_western(marked[1])), bool(leaders), []
        else:
            after.append(Line(text.strip(), line.glyphs))
