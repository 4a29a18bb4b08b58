"""Checks of the pictures that records name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks import Case, Catalogues, Finding
from generator.model.known import Unknown
from generator.persian import quotable
from generator.reading import picture_files

FOLDER = "pictures"
"""The folder of pictures under `plans/`; a record names a file in it."""


def of_catalogues(parts: Catalogues, plans: Path) -> Iterator[Finding]:
    """Yield the findings about the emblem of the letterhead."""
    emblem = parts.secretariat.emblem if parts.secretariat else None
    if emblem and not isinstance(emblem, Unknown):
        for code, values in _faults(plans, emblem):
            yield Finding(code, "secretariat.yaml", ("emblem",), values)


def of_dossier(case: Case, plans: Path) -> Iterator[Finding]:
    """Yield the findings about the maps of a neighbourhood."""
    for at, sheet in enumerate(case.dossier.profile.maps if case.dossier.profile else ()):
        if not isinstance(sheet.file, Unknown):
            for code, values in _faults(plans, sheet.file):
                yield case.finding(code, "profile", ("maps", at, "file"), **values)


def _faults(plans: Path, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        picture_files.check(plans / FOLDER, name)
    except picture_files.PictureRefused as refusal:
        yield refusal.code, {"name": quotable(name), **refusal.values}
