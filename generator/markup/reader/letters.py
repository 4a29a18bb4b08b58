"""The parts of a letter: what it follows, who signs it, who is given a copy."""

from __future__ import annotations

from itertools import groupby

from generator.markup.reader import inline
from generator.markup.reader.xml import Element
from generator.tree import nodes
from generator.tree.nodes import Inline, Text

RELATIONS = {"پیرو": "پیرو ", "عطف": "عطف به ", "بازگشت": "بازگشت به "}
"""How a letter stands to one before it, and the words that begin the line."""

KINDS = {
    "نامه": "نامهٔ",
    "بخشنامه": "بخشنامهٔ",
    "جلسه": "جلسهٔ",
    "صورتجلسه": "صورتجلسهٔ",
    "مصوبه": "مصوبهٔ",
}
"""What may be referred to, and as the line has it before a number or date."""

_NUMBER, _DATE = "شمارهٔ ", "مورخ "
_COPIES = "رونوشت:"


def reference(element: Element) -> nodes.LetterReference:
    """Return what a letter refers to: «پیرو نامهٔ شمارهٔ ۱۲ مورخ ۱۴۰۴/۰۲/۱۰ و مصوبهٔ شمارهٔ ۳ …», a line for each relation."""
    lines = groupby(element.named("cited"), key=lambda cited: cited.attributes["relation"])
    blocks = tuple(_line(relation, [*cited]) for relation, cited in lines)
    return nodes.LetterReference(blocks, element.attributes.get("key", ""), element.place)


def _line(relation: str, cited: list[Element]) -> nodes.Paragraph:
    content: list[Inline] = [Text(RELATIONS[relation])]
    for position, each in enumerate(cited):
        if position:
            content.append(Text(" و " if position == len(cited) - 1 else "، "))
        content += _cited(each)
    return nodes.Paragraph(tuple(content), "reference", place=cited[0].place)


def _cited(element: Element) -> list[Inline]:
    content: list[Inline] = [Text(KINDS[element.attributes.get("kind", "نامه")])]
    for part, before in (("number", _NUMBER), ("date", _DATE), ("by", "")):
        for child in element.named(f"cited-{part}"):
            content += [Text(f" {before}"), *inline.read(child)]
    return content


def signature(element: Element) -> nodes.Signatures:
    """Return the signature of a letter."""
    name, post = (next((inline.read(child) for child in element.named(part)), ()) for part in ("name", "post"))
    signer = nodes.Signer((), name, post, place=element.place)
    return nodes.Signatures((signer,), 1, element.attributes.get("key", ""), letter=True, place=element.place)


def copies(element: Element) -> nodes.Copies:
    """Return who is given a copy, each with what for."""
    heading = nodes.Paragraph((Text(_COPIES),), "copies-title", place=element.place)
    items = tuple(_copy(copy) for copy in element.named("copy"))
    recipients = nodes.ListBlock(items, role="copies", place=element.place)
    return nodes.Copies((heading, recipients), element.attributes.get("key", ""), element.place)


def _copy(element: Element) -> nodes.ListItem:
    content = inline.read(element)
    if purpose := inline.one_line(element.attributes.get("purpose", "")):
        content = (*content, Text(f" {purpose}"))
    return nodes.ListItem(
        (nodes.Paragraph(content, place=element.place),), key=element.attributes.get("key", ""), place=element.place
    )
