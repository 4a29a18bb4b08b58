"""The styles of a Word package: which there are, and what a paragraph inherits through them."""

from __future__ import annotations

import re

from generator.inspection.package import Element, Part, W, is_on, value


class Styles:
    """Styles by type and id."""

    def __init__(self, part: Part | None) -> None:
        self._by_id: dict[tuple[str, str], Element] = {}
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._bidi: dict[str, bool] = {}
        self._levels: dict[str, int | None] = {}
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
        """Whether there is a style of this type and id."""
        return (kind, identifier) in self._by_id

    def _chain(self, identifier: str) -> tuple[Element, ...]:
        """A paragraph style and those that it is based on; the default one for an empty or unknown id."""
        if identifier not in self._chains:
            style = self._by_id.get(("paragraph", identifier), self._default)
            chain: dict[Element, None] = {}
            while style is not None and style not in chain:
                chain[style] = None
                style = self._by_id.get(("paragraph", value(style.find(W + "basedOn"))))
            self._chains[identifier] = tuple(chain)
        return self._chains[identifier]

    def is_bidi(self, paragraph: Element) -> bool:
        """Whether a paragraph is right to left, by itself, by its style, or by the document's defaults."""
        properties = paragraph.find(W + "pPr")
        own = is_on(properties, "bidi")
        return own if own is not None else self._is_bidi(_style_of(properties))

    def _is_bidi(self, identifier: str) -> bool:
        if identifier not in self._bidi:
            inherited = (is_on(style.find(W + "pPr"), "bidi") for style in self._chain(identifier))
            found = next((each for each in inherited if each is not None), None)
            self._bidi[identifier] = bool(is_on(self._defaults, "bidi")) if found is None else found
        return self._bidi[identifier]

    def outline_level(self, paragraph: Element) -> int | None:
        """The heading level of a paragraph, from 1; None for what is no heading."""
        properties = paragraph.find(W + "pPr")
        own = None if properties is None else properties.find(W + "outlineLvl")
        return _level(own) if own is not None else self._outline_level(_style_of(properties))

    def _outline_level(self, identifier: str) -> int | None:
        if identifier not in self._levels:
            groups = (style.find(W + "pPr") for style in self._chain(identifier))
            found = (group.find(W + "outlineLvl") for group in groups if group is not None)
            level = next((each for each in found if each is not None), None)
            self._levels[identifier] = None if level is None else _level(level)
        return self._levels[identifier]


def _level(node: Element) -> int | None:
    return int(value(node)) + 1 if re.fullmatch("[0-8]", value(node)) else None


def _style_of(properties: Element | None) -> str:
    return value(None if properties is None else properties.find(W + "pStyle"))
