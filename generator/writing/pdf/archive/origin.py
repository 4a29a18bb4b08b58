"""The element of the HTML behind a structure element of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

LEADER = "::leader"
"""The name of the dots between a title and its page."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One element of the HTML, or a part drawn for it.

    `element` tells elements apart; fragments of one on several lines or pages have the same. `name` is its tag with the
    pseudo-element, if it is one («p», «span::footnote-call»); the rest are its attributes.
    """

    element: int
    name: str
    classes: frozenset[str] = frozenset()
    scope: str = ""
    title: str = ""
    summary: str = ""
