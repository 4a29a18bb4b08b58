"""Marks what no page may end within, so that what is higher than its page is found after a compilation.

Typst lets such a thing run off the paper without a word. An invisible mark at its start tells on which page it begins; one that
was found too high is written again without being kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.problems.errors import Place
from generator.writing.typst.literals import string

LABEL = "kept"
"""The label of all marks, each of which has the name of its thing as value."""


class Guards:
    """The marks of one document, by names that are the same each time that it is written."""

    def __init__(self, loose: Collection[str] = ()) -> None:
        self._loose = frozenset(loose)
        self._places: dict[str, Place | None] = {}

    @property
    def places(self) -> Mapping[str, Place | None]:
        """The place in the template of each thing, by name."""
        return self._places

    def mark(self, place: Place | None) -> str:
        """Return the mark of the next thing; nothing for one that was found too high."""
        name = f"u{len(self._places)}"
        self._places[name] = place
        return "" if name in self._loose else f"[#metadata({string(name)})<{LABEL}>]"
