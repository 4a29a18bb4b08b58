"""The faces that go into Word files: the Persian ones that the look names there, as far as `sanad.yaml` asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.build.settings import Embedded
from generator.problems.errors import DataError, Place, Problem
from generator.problems.messages import problem
from generator.reading import yamltext
from generator.style import faces
from generator.style.faces import Face, Family, licences
from generator.style.style import Style

KEY = "embed_faces"


def chosen(style: Style, asked: Embedded, file: Path | None) -> dict[str, Face]:
    """Return the faces to put into the files of a look, by family; DataError when one of all that are asked for cannot be.

    `file` is that of the settings, where the key stands.
    """
    if asked == "none":
        return {}
    families = tuple(dict.fromkeys(stack.word for stack in style.stacks.values()))
    found = faces.find_faces(map(Family, families))
    free = {family: found[family] for family in families if family in found and licences.may_travel(found[family])}
    if asked == "all" and (refused := [family for family in families if family not in free]):
        raise DataError(list(_refusals(refused, file)))
    return free


def _refusals(families: list[str], file: Path | None) -> Iterator[Problem]:
    for family in families:
        yield problem("face-not-embedded", _place(file), family=family)


def _place(file: Path | None) -> Place | None:
    node = yamltext.read(file).node if file else None
    return None if node is None or file is None else yamltext.find(node, (KEY,)).key_place(file)
