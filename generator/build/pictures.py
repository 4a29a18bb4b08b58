"""The pictures that a document shows from files: where each is, how large it is in print, and why one cannot be shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.persian import quotable
from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.reading import picture_files, plainfiles, store
from generator.reading.picture_files import PictureRefused
from generator.reading.pictures import folder_of
from generator.style.style import Style
from generator.tree.nodes import Document, Letterhead, Picture
from generator.tree.registered import CODES, is_code
from generator.tree.walk import every, rebuild_blocks
from generator.writing import codes, pictures

ABSENT = "absent"
REPLACED = "replaced"
"""No digest of a file: that of one that was written while a document was made."""


def settle(document: Document, plans: Path | None, place: str, style: Style) -> tuple[Document, list[Problem]]:
    """Return the document with the folder and the size of each picture, and a problem for each that cannot be shown.

    A picture whose folder is not named is looked for among those of the document's place, then among the province's.
    """
    dots: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []

    def visit(node: Any) -> Any:
        if not isinstance(node, Picture):
            return rebuild_blocks(node, visit)
        try:
            folder, content = _found(node, plans, place)
        except PictureRefused as refusal:
            problems.append(problem(refusal.code, node.place, name=quotable(node.src), **refusal.values))
            return node
        found = dataclasses.replace(node, folder=folder)
        dots[pictures.asset(found)] = picture_files.dots(content)
        return found

    settled: Document = visit(document)
    return pictures.sized(settled, style, dots), problems


def digests(document: Document, plans: Path | None, place: str) -> dict[str, str]:
    """Return the digests of the files that decide which pictures a settled document shows, by `<neighbourhood>/<name>`.

    A picture of the province is one only as long as the neighbourhood has none of that name.
    """
    shown = [each for each in pictures.pictures(document) if not is_code(each)]
    found = {f"{folder}/{each.src}" for each in shown for folder in (place, each.folder)}
    emblems = {f"/{node.emblem}" for node in every(document) if isinstance(node, Letterhead) and node.emblem}
    return {name: digest(plans, name) for name in sorted(found | emblems)}


def digest(plans: Path | None, name: str) -> str:
    """Return the digest of the file of a picture, `/<name>` in the province's folder; «absent» where there is none."""
    folder, _, file = name.partition("/")
    try:
        return store.digest(plainfiles.read(folder_of(plans, folder) / file)) if plans else ABSENT
    except (OSError, PictureRefused):
        return ABSENT


def load(document: Document, plans: Path | None) -> Mapping[str, bytes]:
    """Return the pictures of a settled document by the names of their assets; PictureRefused for one that cannot be shown."""
    return {pictures.asset(each): _printed(plans, each.folder, each.src) for each in pictures.pictures(document)}


def _found(node: Picture, plans: Path | None, place: str) -> tuple[str, bytes]:
    """Return the folder that a picture is in, and its bytes; what is wrong in the nearer folder is said of that one."""
    if not node.folder:
        try:
            return place, _printed(plans, place, node.src)
        except PictureRefused as refusal:
            if refusal.code != "picture-missing":
                raise
    return node.folder, _printed(plans, node.folder, node.src)


def _printed(plans: Path | None, folder: str, name: str) -> bytes:
    if folder == CODES:
        return codes.png(name)
    if plans is None:
        raise PictureRefused("picture-missing")
    return picture_files.printed(folder_of(plans, folder), name)
