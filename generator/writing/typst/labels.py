"""The labels of a source: one for each key of the tree that stands somewhere, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.tree.nodes import Document
from generator.tree.passes.keys import is_made
from generator.tree.walk import every


class Labels:
    """The labels of one document; a key that stands in two places has its first one."""

    def __init__(self, document: Document) -> None:
        keys = dict.fromkeys(_keys(document.sections))
        self._labels = {key: f"k{number}" for number, key in enumerate(keys)}
        self._taken: dict[str, str] = {}

    def known(self, key: str) -> str:
        """Return the label of a key that stands somewhere in the document; empty for any other."""
        return self._labels.get(key, "")

    def take(self, key: str) -> str:
        """Return the label to be put behind an element; nothing without a key, or a second time."""
        label = self._labels.get(key, "")
        if not label or key in self._taken:
            return ""
        self._taken[key] = label
        return f"<{label}>"

    def anchor(self, key: str) -> str:
        """Return an invisible element with the label of a key."""
        label = self.take(key)
        return f"[#metadata(none){label}]" if label else ""

    def left(self, nodes: Iterable[Any]) -> list[str]:
        """Return the keys in nodes that have no place yet."""
        return [key for key in _keys(nodes) if key not in self._taken]

    @property
    def taken(self) -> Mapping[str, str]:
        """The labels that stand in the source, by their keys."""
        return self._taken


def _keys(nodes: Iterable[Any]) -> Iterator[str]:
    found = (getattr(each, "key", "") for node in nodes for each in every(node))
    return (key for key in found if key and not is_made(key))
