"""The styles of a Word package: which there are, and what a paragraph inherits through them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspection.package import Element, Part, W, is_on, value


class Styles:
    """Styles by type and id."""

    def __init__(self, part: Part | None) -> None:
        self._by_id: dict[tuple[str, str], Element] = {}
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

    def _chain(self, identifier: str) -> Iterator[Element]:
        """A paragraph style and those that it is based on; the default one for an empty or unknown id."""
        style = self._by_id.get(("paragraph", identifier), self._default)
        seen: list[Element] = []
        while style is not None and style not in seen:
            seen.append(style)
            yield style
            style = self._by_id.get(("paragraph", value(style.find(W + "basedOn"))))

    def is_bidi(self, paragraph: Element) -> bool:
        """Whether a paragraph is right to left, by itself, by its style, or by the document's defaults."""
        properties = paragraph.find(W + "pPr")
        own = is_on(properties, "bidi")
        if own is not None:
            return own
        for style in self._chain(_style_of(properties)):
            inherited = is_on(style.find(W + "pPr"), "bidi")
            if inherited is not None:
                return inherited
        return bool(is_on(self._defaults, "bidi"))

    def outline_level(self, paragraph: Element) -> int | None:
        """The heading level of a paragraph, from 1; None for what is no heading."""
        properties = paragraph.find(W + "pPr")
        sources = [properties, *(style.find(W + "pPr") for style in self._chain(_style_of(properties)))]
        for source in sources:
            level = None if source is None else source.find(W + "outlineLvl")
            if level is not None:
                return int(value(level)) + 1 if value(level) in "012345678" else None
        return None


def _style_of(properties: Element | None) -> str:
    return value(None if properties is None else properties.find(W + "pStyle"))
