"""The levels of headings in the file: one by one from the first, as those of the text relate to each other (ISO 14289-1)."""

from __future__ import annotations


class Levels:
    """Counts the levels of the headings of one document."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def below(self, level: int) -> int:
        """Return the level in the file of the next heading, which is of this level in the tree."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return len(self._above)
