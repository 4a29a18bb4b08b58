"""Checks of the pictures that records name, and of those that none names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.checks import Case, Catalogues, Finding
from generator.checks.fields import fields, records_of
from generator.checks.scope import FieldPath
from generator.model.fields import is_id
from generator.model.known import Unknown
from generator.model.records.pictures import MapSheet, Photograph
from generator.persian import quotable
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading import picture_files
from generator.reading.picture_files import PictureRefused
from generator.reading.records import NEIGHBOURHOODS

FOLDER = "pictures"
"""The folder of pictures under `plans/` or in that of a neighbourhood; a record names a file in it."""


def folder_of(plans: Path, neighbourhood: str = "") -> Path:
    """Return the folder of the pictures of a neighbourhood, or of the province where none is named."""
    if not neighbourhood:
        return plans / FOLDER
    if not is_id(neighbourhood):
        raise PictureRefused("picture-outside")
    return plans / NEIGHBOURHOODS / neighbourhood / FOLDER


def of_catalogues(parts: Catalogues, plans: Path) -> Iterator[Finding]:
    """Yield the findings about the emblem of the letterhead."""
    emblem = parts.secretariat.emblem if parts.secretariat else None
    if emblem and not isinstance(emblem, Unknown):
        for code, values in _faults((folder_of(plans),), emblem):
            yield Finding(code, "secretariat.yaml", ("emblem",), values)


class _Named(NamedTuple):
    """A picture that a record names: where, and the record of the picture."""

    record: str
    path: FieldPath
    picture: Photograph | MapSheet


def of_dossier(case: Case, plans: Path) -> Iterator[Finding]:
    """Yield the findings about the pictures that a neighbourhood's records name: files, descriptions, consent."""
    folders = folder_of(plans, case.dossier.id), folder_of(plans)
    for record, path, picture in _named(case):
        if isinstance(picture.file, Unknown):
            continue
        for code, values in _faults(folders, picture.file):
            yield case.finding(code, record, (*path, "file"), **values)
        if not picture.alt:
            yield case.finding("picture-alt-missing", record, path, name=quotable(picture.file))
        if isinstance(picture, Photograph) and not picture.printable:
            yield case.finding("picture-consent-missing", record, path, name=quotable(picture.file))


def unused(case: Case, plans: Path, files: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file among the pictures of a neighbourhood that no record of it names.

    The province's are left alone, since a template may name them.
    """
    if case.unread:
        return
    used = {picture.file for _, _, picture in _named(case)}
    for name in files:
        if name not in used:
            yield problem("picture-unused", Place(folder_of(plans, case.dossier.id) / name), name=quotable(name))


def _named(case: Case) -> Iterator[_Named]:
    for record, content in records_of(case.dossier):
        for path, value in fields(content):
            for at, entry in enumerate(value if isinstance(value, tuple) else ()):
                if isinstance(entry, Photograph | MapSheet):
                    yield _Named(record, (*path, at), entry)


def _faults(folders: tuple[Path, ...], name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield why a picture cannot be shown; it is looked for in one folder after the other."""
    for number, folder in enumerate(folders, 1):
        try:
            picture_files.check(folder, name)
        except PictureRefused as refusal:
            if refusal.code == "picture-missing" and number < len(folders):
                continue
            yield refusal.code, {"name": quotable(name), **refusal.values}
        return
