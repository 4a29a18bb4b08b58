"""The engine that makes the documents of each kind: one for all, but for the kinds that the settings name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.writing.writers import DEFAULT_ENGINE, Engine


@dataclass(frozen=True, slots=True)
class Engines:
    """The engine of a build. It lays out the PDF, and its page numbers stand in the contents of the Word file."""

    usual: Engine = DEFAULT_ENGINE
    of_kinds: Mapping[str, Engine] = field(default_factory=dict)
    """The engine of a kind that does not have the usual one, by the id of the kind."""

    def of(self, kind: str) -> Engine:
        """Return the engine of a kind."""
        return self.of_kinds.get(kind, self.usual)

    @property
    def chosen(self) -> tuple[Engine, ...]:
        """The engines that a build may need, the usual one first."""
        return tuple(dict.fromkeys((self.usual, *self.of_kinds.values())))
