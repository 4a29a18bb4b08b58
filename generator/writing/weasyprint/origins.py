"""Records the element of the HTML behind each structure element of a PDF; WeasyPrint does not keep it.

WeasyPrint 70 builds the structure page by page from its boxes (`weasyprint.pdf.tags`). While it does, the element of the HTML
behind each box is noted here, by the number of the structure element in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

from generator.writing.weasyprint.archive.elements import LEADER, Origin

_original = tags._build_box_tree
_DIRECTION = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


@dataclass
class _Recorder:
    found: dict[int, Origin]
    elements: dict[int, int]
    """The number of each element of the HTML, by its address; boxes keep the elements alive."""

    def note(self, number: int, box: Any) -> None:
        if box.element is None or number in self.found:
            return
        attributes = box.element.attrib
        self.found[number] = Origin(
            self.elements.setdefault(id(box.element), len(self.elements)),
            LEADER if box.is_leader else box.element_tag,
            frozenset(attributes.get("class", "").split()),
            scope=attributes.get("scope", ""),
            title=attributes.get("title", ""),
            summary=attributes.get("aria-label", ""),
        )


_recorder: _Recorder | None = None


@contextmanager
def recorded() -> Iterator[Mapping[int, Origin]]:
    """Record the origins of the PDF that is written in the block: number of the structure element -> origin."""
    global _recorder
    _recorder = _Recorder({}, {})
    try:
        yield _recorder.found
    finally:
        _recorder = None


def _build_box_tree(box: Any, *rest: Any) -> Iterator[Any]:
    inner = box._box if isinstance(box, AbsolutePlaceholder) else box
    for element in _original(box, *rest):
        if _recorder is not None:
            _recorder.note(element.number, inner)
        if inner.link_annotation:
            # The target's key stands there, which tells nobody anything.
            inner.link_annotation["Contents"] = pydyf.String(_text(inner.element))
        yield element


def _text(element: Any) -> str:
    return "".join(element.itertext()).translate(_DIRECTION).strip()


tags._build_box_tree = _build_box_tree
