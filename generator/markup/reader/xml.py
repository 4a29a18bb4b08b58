"""Rendered markup -> plain elements with their template places. No entities, no declarations, limited depth and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat
from xml.parsers.expat import errors as codes

from generator.persian import group, numeral
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem

DEEPEST = 40
"""Nested elements; 300 nested blocks overflow the stack of the PDF writer."""

MOST_ELEMENTS = 200_000

_MARK = "at"


@dataclass(slots=True)
class Characters:
    """A stretch of text as written in the markup."""

    text: str
    place: Place


@dataclass(slots=True)
class Element:
    """An element as written: nothing about it has been checked."""

    name: str
    attributes: dict[str, str]
    place: Place
    content: list[Element | Characters] = field(default_factory=list)
    complete: bool = False
    """Whether its end was read; after a fault in the markup it may not be."""

    @property
    def elements(self) -> list[Element]:
        """The child elements, without the text between them."""
        return [child for child in self.content if type(child) is Element]

    @property
    def texts(self) -> Iterator[Characters]:
        """The stretches of text that are more than white space."""
        return (child for child in self.content if isinstance(child, Characters) and child.text.strip())

    def named(self, name: str) -> list[Element]:
        """Return the child elements of a name."""
        return [child for child in self.elements if child.name == name]


class _Stop(Exception):  # noqa: N818
    """Reading cannot go on; the problem is noted."""


def parse(markup: str, template: Path) -> tuple[Element | None, list[Problem]]:
    """Return the root element, or None when there is none, and the problem that stopped the reading, if one did.

    After such a problem the root holds what was read until then, so that its other problems can be reported too.
    """
    reader = _Reader(markup, template)
    reader.run()
    return reader.root, reader.problems


class _Reader:
    def __init__(self, markup: str, template: Path) -> None:
        self._markup = markup
        self._folder = template.parent.parent
        self._template = template
        self._marked: Place | None = None
        self._places: dict[str, Place] = {}  # by their marks, which a loop of the template repeats
        self._open: list[Element] = []
        self._count = 0
        self.root: Element | None = None
        self.problems: list[Problem] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._declaration
        self._parser.XmlDeclHandler = self._declaration

    def run(self) -> None:
        try:
            self._parser.Parse(self._markup, True)
        except _Stop:
            pass
        except expat.ExpatError as error:
            self.problems.append(self._malformed(error))
        except UnicodeEncodeError:
            self.problems.append(problem("markup-malformed", self._here()))

    def _here(self) -> Place:
        if self._marked is not None:
            return self._marked
        return Place(self._template, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _stop(self, code: str, **values: Any) -> None:
        self.problems.append(problem(code, self._here(), **values))
        raise _Stop

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST:
            self._stop("markup-too-deep", limit=group(DEEPEST))
        if self._count > MOST_ELEMENTS:
            self._stop("markup-too-many", limit=group(MOST_ELEMENTS))
        element = Element(name, attributes, self._here())
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop().complete = True

    def _text(self, text: str) -> None:
        self._open[-1].content.append(Characters(text, self._here()))

    def _instruction(self, target: str, data: str) -> None:
        place = self._places.get(data) if target == _MARK else None
        if place is None:
            name, _, where = data.partition(" ")
            line, _, column = where.partition(" ")
            if target != _MARK or not (line.isdecimal() and column.isdecimal()):
                self._stop("markup-declaration")
            place = self._places[data] = Place(self._folder / name, int(line), int(column))
        self._marked = place

    def _declaration(self, *_: object) -> None:
        self._stop("markup-declaration")

    def _malformed(self, error: expat.ExpatError) -> Problem:
        innermost = self._open[-1] if self._open else None
        rest = self._markup.split("\n")[error.lineno - 1][error.offset :] if error.lineno else ""
        close = _TAG_NAME.match(rest)
        if close and innermost and error.code == _MISMATCH:
            line = numeral(innermost.place.line)
            return problem("markup-tag-mismatch", self._here(), open=innermost.name, close=close[1], line=line)
        if close and innermost is None and rest.startswith("/"):
            return problem("markup-tag-unopened", self._here(), close=close[1])
        if innermost and error.code in _ENDED_EARLY:
            return problem("markup-tag-unclosed", innermost.place, open=innermost.name)
        if error.code == codes.codes[codes.XML_ERROR_NO_ELEMENTS]:
            return problem("markup-empty-document", Place(self._template))
        if error.code == codes.codes[codes.XML_ERROR_UNDEFINED_ENTITY]:
            entity = re.match(r"&?([^;\s<]*)", rest)
            return problem("markup-entity", self._here(), name=entity[1] if entity else "")
        return problem(_CODES.get(error.code, "markup-malformed"), self._here())


_TAG_NAME = re.compile(r"(?:</|/)?([^\s>]*)")
_MISMATCH = codes.codes[codes.XML_ERROR_TAG_MISMATCH]
_ENDED_EARLY = (codes.codes[codes.XML_ERROR_NO_ELEMENTS], codes.codes[codes.XML_ERROR_UNCLOSED_TOKEN])
_CODES = {
    codes.codes[codes.XML_ERROR_DUPLICATE_ATTRIBUTE]: "markup-attribute-twice",
    codes.codes[codes.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "markup-outside-document",
    codes.codes[codes.XML_ERROR_SYNTAX]: "markup-outside-document",
}
