"""The styles of a Word package, and what a paragraph inherits through them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from generator.inspection.package import Element, Part, W, is_on, value

T = TypeVar("T")


class Styles:
    """Styles by type and id."""

    def __init__(self, part: Part | None) -> None:
        self._by_id: dict[tuple[str, str], Element] = {}
        self._bidi: dict[str, bool] = {}
        self._levels: dict[str, int] = {}
        self._default: Element | None = None
        self._defaults: Element | None = None
        if part is None:
            return
        for style in part.iter("style"):
            self._by_id[value(style, "type"), value(style, "styleId")] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
                self._default = style
        self._defaults = part.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def known(self, kind: str, identifier: str) -> bool:
        """Return whether there is a style of this type and id."""
        return (kind, identifier) in self._by_id

    def _inherited(self, identifier: str, found: dict[str, T], own: Callable[[Element], T | None], otherwise: T) -> T:
        """Return the setting of a paragraph style or of the next that it is based on; of the default one for an unknown id.

        `found` keeps the answers: of a long row of styles each is asked once.
        """
        style = self._by_id.get(("paragraph", identifier), self._default)
        answer, asked = otherwise, dict[str, None]()
        while style is not None and (name := value(style, "styleId")) not in asked:
            given = found.get(name, own(style))
            asked[name] = None
            if given is not None:
                answer = given
                break
            style = self._by_id.get(("paragraph", value(style.find(W + "basedOn"))))
        found |= dict.fromkeys(asked, answer)
        return answer

    def is_bidi(self, paragraph: Element) -> bool:
        """Return whether a paragraph is right to left, by itself, by its style, or by the document's defaults."""
        properties = paragraph.find(W + "pPr")
        own = is_on(properties, "bidi")
        if own is not None:
            return own
        return self._inherited(_style_of(properties), self._bidi, _own_bidi, bool(is_on(self._defaults, "bidi")))

    def outline_level(self, paragraph: Element) -> int | None:
        """Return the heading level of a paragraph, from 1; None for what is no heading."""
        properties = paragraph.find(W + "pPr")
        own = _own_level(paragraph)
        level = self._inherited(_style_of(properties), self._levels, _own_level, 0) if own is None else own
        return level or None


def _own_bidi(style: Element) -> bool | None:
    return is_on(style.find(W + "pPr"), "bidi")


def _own_level(holder: Element) -> int | None:
    """Return the level that a style or paragraph sets, 0 for one that is no heading."""
    node = holder.find(f"{W}pPr/{W}outlineLvl")
    if node is None:
        return None
    return int(value(node)) + 1 if re.fullmatch("[0-8]", value(node)) else 0


def _style_of(properties: Element | None) -> str:
    return value(None if properties is None else properties.find(W + "pStyle"))
