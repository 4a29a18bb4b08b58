"""Read inline content: one space for any run of white space, none at the edges of a block or a line."""

from __future__ import annotations

import re
from itertools import groupby

from generator.markup.reader.xml import Characters, Element
from generator.persian import DIRECTION_CONTROLS, NBSP
from generator.tree.nodes import Blank, Footnote, Inline, LineBreak, PageField, Reference, SectionTitle, Strong, Term, Text

# Spaces of any width are one space. ZWNJ stays; a no-break space of any width keeps its meaning, but not its width.
_BLANKS = re.compile("[ \t\r\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_UNEVEN = re.compile("[\t\r\n\u1680\u2000-\u200a\u202f\u205f\u3000]|  ")
_NO_BREAK = str.maketrans("\u2007\u202f", NBSP * 2)

# The passes decide direction; what was typed into the data must not reach paper beside that.
_DIRECTION = re.compile(f"[{DIRECTION_CONTROLS}]")


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
    pieces = _folded(_pieces(element, strong=0))
    inlines: list[Inline] = []
    for strong, group in groupby(pieces, key=lambda piece: piece[1]):
        nodes = tuple(node for node, _ in group)
        inlines += [Strong(nodes)] if strong else nodes
    return tuple(inlines)


def _pieces(element: Element, strong: int) -> list[tuple[Inline, int]]:
    """Return texts and other nodes in order, each with the number of the `b` it is in (0: in none)."""
    pieces: list[tuple[Inline, int]] = []
    for position, child in enumerate(element.content, start=1):
        if isinstance(child, Characters):
            pieces.append((Text(_DIRECTION.sub("", child.text)), strong))
        elif child.name == "b":
            pieces += _pieces(child, strong or position)
        else:
            pieces.append((_node(child), strong))
    return pieces


def _node(element: Element) -> Inline:
    attributes = element.attributes
    match element.name:
        case "br":
            return LineBreak()
        case "blank":
            width = int(attributes.get("width", "24"))
            return Blank(one_line(attributes["prompt"]), attributes.get("key", ""), width, element.place)
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


def _folded(pieces: list[tuple[Inline, int]]) -> list[tuple[Inline, int]]:
    """Return the pieces with white space folded across them; texts that become empty are left out."""
    folded: list[tuple[Inline, int]] = []
    at_edge = True
    for node, strong in pieces:
        if isinstance(node, Text):
            text = _spaced(node.text)
            text = text.lstrip(" ") if at_edge else text
            if not text:
                continue
            at_edge = text.endswith(" ")
            if folded and folded[-1][1] == strong and isinstance(before := folded[-1][0], Text):
                folded[-1] = (Text(before.text + text), strong)
            else:
                folded.append((Text(text), strong))
        else:
            if isinstance(node, (LineBreak, Footnote)):
                _trim_end(folded)
            folded.append((node, strong))
            at_edge = isinstance(node, LineBreak)
    _trim_end(folded)
    return folded


def _spaced(text: str) -> str:
    return _BLANKS.sub(" ", text).translate(_NO_BREAK) if _UNEVEN.search(text) else text


def _trim_end(pieces: list[tuple[Inline, int]]) -> None:
    if pieces and isinstance(last := pieces[-1][0], Text):
        text = last.text.rstrip(" ")
        if text:
            pieces[-1] = (Text(text), pieces[-1][1])
        else:
            pieces.pop()
