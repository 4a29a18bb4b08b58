"""The facts of a Word file that came back, by their paths: the texts that stand now where the document printed each.

Word keeps the tag of each control, which is the path. LibreOffice drops all tags and keeps the bookmarks; which fact each of
them embraces is in the properties of the file. Nothing in such a file is trusted: what is too much or has another form is left
out, and what is no Word package raises UnreadableError.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.inspection.package import MC, Element, Package, W, value
from generator.persian import DIRECTION_CONTROLS

_PROPERTY = re.compile(r"sanad-facts-([1-9][0-9]{0,3})")
_ENTRY = re.compile(r"(f_[A-Za-z0-9_]{1,38})=([a-z0-9._-]{3,200})")
_PATH = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)+")

_MOST = 2_000
"""Places of facts in a file; the contract of the sample has 94."""
_LONGEST = 4_000
"""Characters of one place; of a longer one the beginning is read."""

_DOTS = re.compile(r"[.…]{3,}")
_PROMPT = re.compile(r"\[[^\[\]]*\]")
_DIRECTION = re.compile(f"[{DIRECTION_CONTROLS}]")
_UNREAD = frozenset((W + "del", W + "moveFrom", W + "rPr", W + "pPr", W + "sdtPr", W + "instrText", MC + "Fallback"))


@dataclass(frozen=True, slots=True)
class Returned:
    """What a Word file says of its facts: by each path the texts of its places, in order, an empty one for a blank not filled.

    `document` is the name of the document and `source` the hash of the records that it was made from, as the file has them.
    `lost` are the paths that the file says it has and that stand nowhere in it.
    """

    document: str
    source: str
    texts: Mapping[str, tuple[str, ...]]
    lost: tuple[str, ...]


def read(data: bytes) -> Returned:
    """Read the facts of a Word file; UnreadableError for what is none."""
    package = Package(data)
    table = _table(package.custom)
    reading = _Reading(table)
    for story in package.stories:
        reading.story(story.root)
    known = dict.fromkeys(table.values())
    by_tag, by_bookmark = _texts(reading.tagged), _texts(reading.marked)
    # A program that drops some tags keeps the bookmarks: what has more places is the whole.
    texts = {path: max(by_tag.get(path, ()), by_bookmark.get(path, ()), key=len) for path in (*known, *by_tag)}
    texts = {path: found for path, found in texts.items() if found}
    custom = package.custom
    return Returned(custom.get("sanad", ""), custom.get("sanad-source", ""), texts, tuple(p for p in known if p not in texts))


def _table(custom: Mapping[str, str]) -> dict[str, str]:
    """Return the path of the fact that each bookmark embraces, as the properties say."""
    numbered = sorted((int(found[1]), text) for name, text in custom.items() if (found := _PROPERTY.fullmatch(name)))
    table: dict[str, str] = {}
    for _, text in numbered:
        for name, path in _ENTRY.findall(text):
            if len(table) < _MOST and _PATH.fullmatch(path):
                table.setdefault(name, path)
    return table


@dataclass(slots=True)
class _Place:
    """A place of a fact that is being read."""

    path: str
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add a text, as long as there is room."""
        if self.length < _LONGEST:
            self.parts.append(text)
            self.length += len(text)

    @property
    def text(self) -> str:
        """What stands there: without dots to write on, direction marks and more than one space; nothing for a prompt."""
        whole = _DOTS.sub(" ", _DIRECTION.sub("", "".join(self.parts)[:_LONGEST]))
        text = "\n".join(filter(None, (" ".join(line.split()) for line in whole.split("\n"))))
        return "" if _PROMPT.fullmatch(text) else text


class _Reading:
    """Goes through the stories of a file once, and notes the text of every place of a fact."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        self.tagged: list[_Place] = []
        self.marked: list[_Place] = []
        self._seen: set[str] = set()

    def story(self, root: Element) -> None:
        """Read a story. A place that it does not close ends with it."""
        open_marks: dict[str, _Place] = {}
        open_controls: list[_Place | None] = []
        for event, element in _walked(root):
            tag = element.tag
            if tag == W + "sdt":
                if event == "start":
                    open_controls.append(self._control(element))
                else:
                    open_controls.pop()
            elif event == "end":
                if tag == W + "p":
                    _add("\n", open_marks, open_controls)
            elif tag == W + "bookmarkStart":
                self._begin(element, open_marks)
            elif tag == W + "bookmarkEnd":
                open_marks.pop(value(element, "id"), None)
            elif tag == W + "t" and element.text:
                _add(element.text, open_marks, open_controls)
            elif tag in (W + "tab", W + "br", W + "cr"):
                _add(" ", open_marks, open_controls)

    def _control(self, element: Element) -> _Place | None:
        """Begin the place that a control has by its tag; None for a control of something else."""
        properties = element.find(W + "sdtPr")
        path = value(None if properties is None else properties.find(W + "tag"))
        if not _PATH.fullmatch(path) or len(self.tagged) >= _MOST:
            return None
        place = _Place(path)
        self.tagged.append(place)
        return place

    def _begin(self, element: Element, open_marks: dict[str, _Place]) -> None:
        name, identifier = value(element, "name"), value(element, "id")
        if name in self._table and name not in self._seen and identifier not in open_marks:
            self._seen.add(name)
            open_marks[identifier] = place = _Place(self._table[name])
            self.marked.append(place)


def _walked(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the start and end of each element that is read, in the order of the document."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if element.tag not in _UNREAD:
            yield event, element
        elif event == "start":
            walker.skip_subtree()


def _add(text: str, marks: Mapping[str, _Place], controls: list[_Place | None]) -> None:
    for place in (*marks.values(), *controls):
        if place is not None:
            place.add(text)


def _texts(places: list[_Place]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in places:
        found[place.path].append(place.text)
    return {path: tuple(texts) for path, texts in found.items()}
