"""The files of documents as pages to look at: read when somebody looks, drawn page by page when they come into view."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from generator.reading import plainfiles

if TYPE_CHECKING:  # It loads Typst and pikepdf, for which the problems do not wait.
    from generator.writing.typst.pictures import PageSize

K = TypeVar("K")
V = TypeVar("V")

_PAPERS, _PICTURES = 4, 64
"""How many are kept; a picture takes some 250 KB."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The bytes of a file at a moment, their digest, and the sizes of its pages; none where they cannot be drawn."""

    data: bytes
    digest: str
    pages: tuple[PageSize, ...]


@dataclass
class Papers:
    """Reads and draws for several threads, one after the other."""

    _papers: OrderedDict[str, Paper] = field(default_factory=OrderedDict)
    _pictures: OrderedDict[tuple[str, int], bytes] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, file: Path) -> Paper | None:
        """Return a file as it is now; None when it cannot be read."""
        from generator.writing.typst import pictures

        try:
            data = plainfiles.read(file)
        except OSError:
            return None
        digest = hashlib.sha256(data).hexdigest()
        with self._lock:
            if digest not in self._papers:
                try:
                    pages = tuple(pictures.sizes(data))
                except pictures.UnseenError:
                    pages = ()
                _keep(self._papers, digest, Paper(data, digest, pages), _PAPERS)
            return self._papers[digest]

    def picture(self, paper: Paper, number: int) -> bytes | None:
        """Return a page of a paper, counted from one, as PNG; None where there is none to be drawn."""
        from generator.writing.typst import pictures

        key = paper.digest, number
        with self._lock:
            if key not in self._pictures:
                if not 1 <= number <= len(paper.pages):
                    return None
                try:
                    made = pictures.drawn(paper.data, number, paper.pages[number - 1])
                except pictures.UnseenError:
                    return None
                _keep(self._pictures, key, made, _PICTURES)
            return self._pictures[key]


def _keep(kept: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)
