"""Read inline content: one space for any run of white space, none at the edges of a block or a line."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from generator.markup.reader.xml import Characters, Element
from generator.persian import DIRECTION_CONTROLS, NBSP
from generator.tree.nodes import (
    Blank,
    Check,
    Datum,
    Footnote,
    Inline,
    LineBreak,
    PageField,
    Reference,
    SectionTitle,
    Strong,
    Term,
    Text,
)

# Spaces of any width are one space. ZWNJ stays; a no-break space of any width keeps its meaning, but not its width.
_BLANKS = re.compile("[ \t\r\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_UNEVEN = re.compile("[\t\r\n\u1680\u2000-\u200a\u202f\u205f\u3000]|  ")
_NO_BREAK = str.maketrans("\u2007\u202f", NBSP * 2)

# The passes decide direction; what was typed into the data must not reach paper beside that.
_DIRECTION = re.compile(f"[{DIRECTION_CONTROLS}]")


class _Piece(NamedTuple):
    """A text or another node, the number of the `b` that it is in (0: in none), and the element that says which fact it is."""

    node: Inline
    strong: int = 0
    datum: Element | None = None


def one_line(text: str) -> str:
    """Return a text without direction controls, its white space folded and trimmed."""
    return _spaced(_DIRECTION.sub("", text)).strip(" ")


def from_text(text: str) -> tuple[Inline, ...]:
    """Return a text as inline content."""
    return _of_line(one_line(text))


def _of_line(line: str) -> tuple[Inline, ...]:
    return (Text(line),) if line else ()


def text_of(element: Element) -> str:
    """Return the text of an element that holds nothing else."""
    return one_line("".join(child.text for child in element.content if isinstance(child, Characters)))


def read(element: Element) -> tuple[Inline, ...]:
    """Return the inline content of an element."""
    if all(isinstance(child, Characters) for child in element.content):
        return _of_line(text_of(element))  # as in most cells
    inlines: list[Inline] = []
    for _, group in groupby(_folded(_pieces(element)), key=lambda piece: id(piece.datum)):
        pieces = [*group]
        content = _emphasised(pieces)
        datum = pieces[0].datum
        inlines += [Datum(_path(datum), content, place=datum.place)] if datum else content
    return tuple(inlines)


def _emphasised(pieces: list[_Piece]) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for strong, group in groupby(pieces, key=lambda piece: piece.strong):
        nodes = tuple(piece.node for piece in group)
        inlines += [Strong(nodes)] if strong else nodes
    return tuple(inlines)


def _path(datum: Element) -> str:
    """Return the path that a `datum`, or a blank with one, names."""
    return datum.attributes["path" if datum.name == "datum" else "datum"]


def _pieces(element: Element, strong: int = 0, datum: Element | None = None) -> list[_Piece]:
    """Return texts and other nodes in order, each with what it is in."""
    pieces: list[_Piece] = []
    for position, child in enumerate(element.content, start=1):
        if isinstance(child, Characters):
            pieces.append(_Piece(Text(_DIRECTION.sub("", child.text)), strong, datum))
        elif child.name == "b":
            pieces += _pieces(child, strong or position, datum)
        elif child.name == "datum":
            pieces += _pieces(child, strong, child)
        else:
            pieces.append(_Piece(_node(child), strong, child if "datum" in child.attributes else datum))
    return pieces


def _node(element: Element) -> Inline:
    attributes = element.attributes
    match element.name:
        case "br":
            return LineBreak()
        case "blank":
            width = int(attributes.get("width", "24"))
            return Blank(one_line(attributes["prompt"]), attributes.get("key", ""), width, element.place)
        case "check":
            return Check(one_line(attributes["label"]), "ticked" in attributes, attributes.get("key", ""), element.place)
        case "ref":
            return Reference(attributes["to"], place=element.place)
        case "footnote":
            return Footnote(read(element), attributes.get("key", ""), element.place)
        case "term":
            return Term(read(element), attributes.get("key", ""), element.place)
        case "section-title":
            return SectionTitle()
        case "page" | "pages" | "annex-sheets":
            return PageField(element.name)
        case _:
            raise ValueError(f"no node is made of the element {element.name}")


def _folded(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with white space folded across them; texts that become empty are left out."""
    folded: list[_Piece] = []
    at_edge = True
    for piece in pieces:
        if isinstance(piece.node, Text):
            text = _spaced(piece.node.text)
            text = text.lstrip(" ") if at_edge else text
            if not text:
                continue
            at_edge = text.endswith(" ")
            before = folded[-1] if folded else None
            if before and isinstance(before.node, Text) and before.strong == piece.strong and before.datum is piece.datum:
                folded[-1] = before._replace(node=Text(before.node.text + text))
            else:
                folded.append(piece._replace(node=Text(text)))
        else:
            if isinstance(piece.node, (LineBreak, Footnote)):
                _trim_end(folded)
            folded.append(piece)
            at_edge = isinstance(piece.node, LineBreak)
    _trim_end(folded)
    return folded


def _spaced(text: str) -> str:
    return _BLANKS.sub(" ", text).translate(_NO_BREAK) if _UNEVEN.search(text) else text


def _trim_end(pieces: list[_Piece]) -> None:
    if pieces and isinstance(last := pieces[-1].node, Text):
        text = last.text.rstrip(" ")
        if text:
            pieces[-1] = pieces[-1]._replace(node=Text(text))
        else:
            pieces.pop()
