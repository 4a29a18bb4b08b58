"""The pictures that records name: each is under `plans/pictures/`, can be opened, and is no larger than a page can use.

A picture that cannot be drawn must stop a document, so it is looked at here, where the record that names it has a place.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from generator.checks import Case, Catalogues, Finding
from generator.model.known import Unknown
from generator.persian import group

FOLDER = "pictures"
"""The folder of pictures under `plans/`; a record names a file in it."""

FORMATS = ("PNG", "JPEG")
MAX_BYTES = 5 * 2**20
MAX_SIDE = 6000
"""Pixels of the longer side: A4 at 300 dots an inch has 3508, and a picture of 12,000 × 12,000 takes a gigabyte."""


def of_catalogues(parts: Catalogues, plans: Path) -> Iterator[Finding]:
    """What is wrong with the emblem of the letterhead."""
    emblem = parts.secretariat.emblem if parts.secretariat else None
    if emblem and not isinstance(emblem, Unknown):
        for code, values in _faults(plans, emblem):
            yield Finding(code, "secretariat.yaml", ("emblem",), values)


def of_dossier(case: Case, plans: Path) -> Iterator[Finding]:
    """What is wrong with the maps of a neighbourhood."""
    for at, sheet in enumerate(case.dossier.profile.maps if case.dossier.profile else ()):
        if not isinstance(sheet.file, Unknown):
            for code, values in _faults(plans, sheet.file):
                yield case.finding(code, "profile", ("maps", at, "file"), **values)


def _faults(plans: Path, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    file = plans / FOLDER / name
    if Path(name).is_absolute() or ".." in Path(name).parts or "\\" in name:
        yield "picture-outside", {"name": name}
    elif not file.is_file():
        yield "picture-missing", {"name": name}
    elif file.stat().st_size > MAX_BYTES:
        yield "picture-too-large", {"name": name, "limit": f"{group(MAX_BYTES // 2**20)} مگابایت"}
    else:
        yield from _of_content(file, name)


def _of_content(file: Path, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Only the header is read, so that a picture made to fill the memory is refused before it does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as picture:
                width, height = picture.size
                picture.verify()
    except Image.DecompressionBombError:
        width = height = MAX_SIDE + 1
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        yield "picture-unreadable", {"name": name}
        return
    if max(width, height) > MAX_SIDE:
        yield "picture-too-large", {"name": name, "limit": f"{group(MAX_SIDE)} نقطه در هر ضلع"}
