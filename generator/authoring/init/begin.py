"""A new project: the programme's data as published, settings, what an editor needs, and a page for who works in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from generator.authoring.schema import folder as schemas
from generator.build import doctor, packaged
from generator.build.project import Folders
from generator.problems import messages
from generator.problems.errors import MachineError, Place, Problem, UsageError
from generator.problems.messages import problem
from generator.problems.outcome import Outcome
from generator.problems.remedies import FREE_LOOK, of_faces
from generator.problems.sentences.command import OTHER_LOOK
from generator.reading import plainfiles

README = "README.md"

ALLOWED = {".venv", ".git"}
"""What may be in the folder before: the program itself, and a history, beside what systems leave in any folder. Nothing that is
begun has these names."""

_LOOK = "#look: style\n"
"""The line of the settings that a project without the faces of the default look has another one for."""

_IN_CLONE = ".venv/bin/sanad"
"""How the guides call the command, which a clone has in a folder of its own."""


def begin(
    folder: Path, *, with_sample: bool = False, besides: Mapping[Path, str] = MappingProxyType({})
) -> Outcome[list[Path]]:
    """Make a project in a folder that is new or empty, and return its files; no data of a neighbourhood but the sample's.

    `besides` are texts by their paths in it that only this machine needs.
    Where this machine lacks faces of the default look the project begins with the look that needs none, and a warning says so.
    UsageError when there is anything in the folder but what `ALLOWED` names, MachineError when the disk does not let it; then
    nothing is left behind.
    """
    was_there = plainfiles.is_folder(folder)
    _refuse_used(folder)
    try:
        texts = {**_texts(with_sample), **besides}
        texts[Path(packaged.SETTINGS)], warnings = _settings(texts[Path(packaged.SETTINGS)], folder)
        data: dict[Path, str | bytes] = {**texts, **_pictures(with_sample)}
        written = [*schemas.put({folder / name: content for name, content in data.items()})]
        return Outcome.of(sorted([*written, *schemas.write(Folders.under(folder), None)]), warnings)
    except BaseException:  # also when it is interrupted
        _empty(folder, was_there=was_there)
        raise


def guides(source: Path) -> dict[Path, str]:
    """Return the guides for a project that is no clone, by their paths in it."""
    return {Path(name): (source / name).read_text(encoding="utf-8").replace(_IN_CLONE, "sanad") for name in packaged.GUIDES}


def _texts(with_sample: bool) -> dict[Path, str]:
    source = packaged.root()
    copied = [Path(packaged.SETTINGS), Path(packaged.GIT), *map(Path, packaged.EDITOR), *packaged.published(source)]
    copied += packaged.sample(source) if with_sample else []
    page = (files("generator.authoring.init") / "texts" / README).read_text(encoding="utf-8")
    return {name: (source / name).read_text(encoding="utf-8") for name in copied} | guides(source) | {Path(README): page}


def _pictures(with_sample: bool) -> dict[Path, bytes]:
    source = packaged.root()
    return {name: (source / name).read_bytes() for name in packaged.pictures(source)} if with_sample else {}


def _settings(text: str, folder: Path) -> tuple[str, list[Problem]]:
    """Return the settings of a project whose documents can be built on this machine, and what it lacks for the default look."""
    missing = doctor.lacking()
    if not missing or _LOOK not in text:  # in a clone the settings may have been changed
        return text, []
    names, before = "، ".join(missing.values()), text.partition(_LOOK)[0]
    chosen = OTHER_LOOK.format(faces=names, look=FREE_LOOK)
    place = Place(folder / packaged.SETTINGS, before.count("\n") + chosen.count("\n"))
    told = problem("begin-other-look", place, faces=names, look=FREE_LOOK, remedy=of_faces(missing, or_look=False))
    return text.replace(_LOOK, chosen, 1), [told]


def _refuse_used(folder: Path) -> None:
    """Refuse a folder with anything in it: what is there is somebody's work."""
    try:
        used = next((each for each in folder.iterdir() if not _is_allowed(each.name)), None)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise UsageError([problem("begin-not-folder", None, path=folder)]) from None
    except OSError as error:
        raise MachineError([problem("cannot-read", None, path=folder, reason=messages.reason(error))]) from None
    if used is not None:
        raise UsageError([problem("begin-not-empty", None, path=folder, name=used.name)])


def _is_allowed(name: str) -> bool:
    return name in ALLOWED or (plainfiles.is_byproduct(name) and not name.startswith("."))


def _empty(folder: Path, *, was_there: bool) -> None:
    """Take away what was written; all else that is in the folder is from this run."""
    if not was_there:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for each in [each for each in folder.iterdir() if not _is_allowed(each.name)]:
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each, ignore_errors=True)
        else:
            each.unlink(missing_ok=True)
