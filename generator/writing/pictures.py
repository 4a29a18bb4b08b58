"""What the writers have in common about pictures from files: their names among the assets, and their size in print."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.style.style import PageForm, Style
from generator.tree.nodes import Document, Picture, Section
from generator.tree.registered import is_code
from generator.tree.walk import every_block, rebuild_blocks
from generator.writing import rooms
from generator.writing.measures import room_of

DOTS_PER_INCH = 150
"""Of a picture whose width is not given: fewer are seen in print, and more make it small."""

_HIGHEST, _HIGHEST_NATURAL = 0.85, 0.5
"""The greatest share of the room on a page that a picture takes, so that captions of several lines fit; and where its width is
not given."""


def asset(picture: Picture) -> str:
    """Return the name of a picture among the assets of a document; no file of a folder has such a name."""
    if is_code(picture):
        return f"/code/{hashlib.sha256(picture.src.encode()).hexdigest()[:16]}"
    return f"/picture/{picture.folder}/{picture.src}"


def pictures(document: Document) -> list[Picture]:
    """Return the pictures from files of a document, in reading order."""
    return [node for node in every_block(document) if isinstance(node, Picture)]


def sized(document: Document, style: Style, dots: Mapping[str, tuple[int, int]]) -> Document:
    """Return the document with the size in print of each picture, by its dots across and down; none is larger than its page."""

    given = rooms.of(document, style)

    def section(each: Section) -> Section:
        page = style.pages[each.page]

        def visit(node: Any) -> Any:
            if not isinstance(node, Picture):
                return rebuild_blocks(node, visit)
            if asset(node) not in dots:
                return node
            return _sized(node, page, given.get(node.key, room_of(page)), *dots[asset(node)])

        return rebuild_blocks(each, visit)

    return replace(document, sections=tuple(section(each) for each in document.sections)) if dots else document


def _sized(picture: Picture, page: PageForm, room: float, across: int, down: int) -> Picture:
    wide = page.text_width * picture.width / 100 if picture.width else min(page.text_width, across * 72 / DOTS_PER_INCH)
    highest = room * (_HIGHEST if picture.width else _HIGHEST_NATURAL)
    high = wide * down / across
    if high > highest:
        wide, high = wide * highest / high, highest
    return replace(picture, wide=round(wide, 2), high=round(high, 2))
