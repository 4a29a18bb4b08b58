"""A new project: the programme's data as published, settings, what an editor needs, and a page for who works in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from generator.authoring.schema import folder as schemas
from generator.build import packaged
from generator.build.project import Folders
from generator.problems import messages
from generator.problems.errors import MachineError, UsageError
from generator.problems.messages import problem
from generator.reading import plainfiles

README = "README.md"

ALLOWED = {".venv", ".git"}
"""What may be in the folder before: the program itself, and a history, beside what systems leave in any folder. Nothing that is
begun has these names."""

_IN_CLONE = ".venv/bin/sanad"
"""How the guides call the command, which a clone has in a folder of its own."""


def begin(folder: Path, *, with_sample: bool = False) -> list[Path]:
    """Make a project in a folder that is new or empty, and return its files; no data of a neighbourhood but the sample's.

    UsageError when there is anything in the folder but what `ALLOWED` names, MachineError when the disk does not let it; then
    nothing is left behind.
    """
    was_there = plainfiles.is_folder(folder)
    _refuse_used(folder)
    try:
        written = [*schemas.put({folder / name: text for name, text in _texts(with_sample).items()})]
        return sorted([*written, *schemas.write(Folders.under(folder), None)])
    except BaseException:  # also when it is interrupted
        _empty(folder, was_there=was_there)
        raise


def guides(source: Path) -> dict[Path, str]:
    """Return the guides for a project that is no clone, by their paths in it."""
    return {Path(name): (source / name).read_text(encoding="utf-8").replace(_IN_CLONE, "sanad") for name in packaged.GUIDES}


def _texts(with_sample: bool) -> Mapping[Path, str]:
    source = packaged.root()
    copied = [Path(packaged.SETTINGS), *map(Path, packaged.EDITOR), *packaged.published(source)]
    copied += packaged.sample(source) if with_sample else []
    page = (files("generator.authoring.init") / "texts" / README).read_text(encoding="utf-8")
    return {name: (source / name).read_text(encoding="utf-8") for name in copied} | guides(source) | {Path(README): page}


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
