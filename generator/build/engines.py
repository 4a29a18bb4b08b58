"""The engine that makes the documents of each kind: one for all, but for the kinds that the settings name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.problems.errors import MachineError
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE, Engine, Format


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

    def demand(self, kinds: Iterable[str], formats: Sequence[Format]) -> None:
        """Refuse to make these kinds where none of them has its engine here: MachineError that says what to install."""
        needed = dict.fromkeys(map(self.of, kinds))
        missing = [[found for name in formats if (found := writers.of(name, engine).missing())] for engine in needed]
        if missing and all(missing):
            raise MachineError([found for each in missing for found in each])
