"""Bookmarks: a stable, unique name and id for every key of the tree, and for every place of a fact.

A name is `c_` and the key with other characters as `_`, of a blank or a box `b_` and its key; past 40 characters (Word's
limit), or when another key already has it, the name is cut and ends in the CRC-32 of the key. A fact's is `f_` and its path,
with `_2` for the second place of the same fact. Names differ without regard to case, as Word compares them.
"""

from __future__ import annotations

import re
from collections import Counter
from zlib import crc32

BLOCK, BLANK, FACT = "c_", "b_", "f_"
"""How the names of bookmarks begin, by what they embrace."""

_LONGEST = 40
_OTHER = re.compile("[^A-Za-z0-9_]")
_MASK = 0x7FFFFFFF


def bookmark_name(key: str, begins: str = BLOCK) -> str:
    """Return the name of a key's bookmark, as long as no other key of the document has the same."""
    name = begins + _OTHER.sub("_", key)
    return name if len(name) <= _LONGEST else _hashed(name, key)


def _hashed(name: str, key: str) -> str:
    return f"{name[: _LONGEST - 9]}_{crc32(key.encode()):08x}"


class Bookmarks:
    """The bookmarks of one document, named in the order in which their keys are first asked for."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._ids: set[int] = set()
        self._placed: set[str] = set()
        self._places: Counter[str] = Counter()
        self.facts: dict[str, str] = {}
        """The path of the fact that each bookmark of one embraces, in the order of the document."""

    def name(self, key: str, begins: str = BLOCK) -> str:
        """Return the name of a key's bookmark in this document."""
        if key not in self._names:
            name = bookmark_name(key, begins)
            if name.lower() in self._taken:
                name = _hashed(name, key)
            self._taken.add(name.lower())
            self._names[key] = name
        return self._names[key]

    def place(self, key: str, begins: str = BLOCK) -> tuple[str, str]:
        """Return the start and end of a key's bookmark; a key placed twice is a ValueError (keys are unique by then)."""
        if key in self._placed:
            raise ValueError(f"two elements have the key {key!r}")
        self._placed.add(key)
        return self._marks(self.name(key, begins))

    def place_fact(self, path: str) -> tuple[tuple[str, str], int]:
        """Return the start and end of the bookmark of a fact's next place, and which place of it this is."""
        self._places[path] += 1
        place = self._places[path]
        numbered = path if place == 1 else f"{path}_{place}"
        name = FACT + _OTHER.sub("_", numbered)
        if len(name) > _LONGEST or name.lower() in self._taken:
            name = _hashed(name, numbered)
        self._taken.add(name.lower())
        self.facts[name] = path
        return self._marks(name), place

    def _marks(self, name: str) -> tuple[str, str]:
        identifier = crc32(name.encode()) & _MASK
        while identifier in self._ids:
            identifier = (identifier + 1) & _MASK
        self._ids.add(identifier)
        start = f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>'
        return start, f'<w:bookmarkEnd w:id="{identifier}"/>'
