"""The bytes of the files of `plans/`, each read once, so that what is digested is what is read as a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.reading import plainfiles
from generator.reading.store import digest
from generator.reading.yamltext.parse import MAX_BYTES, MAX_REGISTER


def most_bytes(key: str) -> int:
    """Return how large the file of a key may be."""
    return MAX_REGISTER if key.startswith("register/") else MAX_BYTES


@dataclass(slots=True)
class Contents:
    """The bytes of files by their keys, kept until they are forgotten."""

    plans: Path
    _kept: dict[str, bytes] = field(default_factory=dict)

    def of(self, key: str) -> bytes | None:
        """Return the bytes of a file, one more than may be at most of a large one; None when it cannot be read."""
        if key not in self._kept:
            try:
                self._kept[key] = plainfiles.read(self.plans / key, most_bytes(key) + 1)
            except OSError:
                return None
        return self._kept[key]

    def digest(self, key: str) -> str:
        """Return the digest of a file, empty when it cannot be read; of one that is too large of the whole."""
        content = self.of(key)
        if content is not None and len(content) > most_bytes(key):
            try:
                return digest(plainfiles.read(self.plans / key))
            except OSError:
                return ""
        return "" if content is None else digest(content)

    def forget(self) -> None:
        """Let the bytes go."""
        self._kept.clear()
