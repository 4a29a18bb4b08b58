"""What the pages of a built file were laid out with: the engine and the faces that the file names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.inspection.defects import shortened

_MOST = 20
"""Faces that are told of a file; a document has five."""


class Layout(NamedTuple):
    """The engine with its version, and the faces by name; empty for what a file does not say."""

    engine: str = ""
    faces: tuple[str, ...] = ()


UNTOLD = Layout()


def first_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names sorted and each once, as many and as long as can be told."""
    return tuple(map(shortened, sorted({name.strip() for name in names} - {""})[:_MOST]))
