"""Folders that hold some faces and no other, for what takes whole folders of faces."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from generator.problems.errors import MachineError
from generator.problems.messages import problem, reason
from generator.style.faces import cache_folder
from generator.style.faces.files import font_paths


def folders_of(files: Iterable[Path]) -> list[Path]:
    """Return folders in which these files are and no other font; MachineError when one that is needed cannot be made.

    A folder that holds nothing else (of a face that travels with the program) is taken as it is; the other files are linked
    into one of the cache.
    """
    files = list(dict.fromkeys(files))
    parents = dict.fromkeys(file.parent for file in files)
    whole = [parent for parent in parents if set(font_paths([parent])) <= set(files)]
    others = [file for file in files if file.parent not in whole]
    try:
        return [*whole, *([_linked(others)] if others else [])]
    except OSError as error:
        raise MachineError([problem("cache-not-writable", None, reason=reason(error))]) from None


def _linked(files: Sequence[Path]) -> Path:
    """Return the folder with these files, which is made once for a look; runs at the same time cannot disturb each other."""
    states = [(file, file.stat()) for file in files]
    described = "\n".join(f"{file}\t{state.st_size}\t{state.st_mtime_ns}" for file, state in states)
    folder = cache_folder() / f"faces-{hashlib.sha256(described.encode()).hexdigest()[:16]}"
    names = [f"{number:02}{file.suffix.lower()}" for number, file in enumerate(files)]
    if _holds(folder, names):
        return folder
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".faces-"))
    for name, file in zip(names, files, strict=True):
        _link(file, made / name)
    if not _holds(folder, names):  # not there, or spoilt
        shutil.rmtree(folder, ignore_errors=True)
    try:
        made.rename(folder)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        if not _holds(folder, names):  # Else another run was faster.
            raise
    return folder


def _holds(folder: Path, names: list[str]) -> bool:
    with suppress(OSError):
        return sorted(file.name for file in folder.iterdir() if file.exists()) == names
    return False


def _link(file: Path, place: Path) -> None:
    if sys.platform == "win32":  # where a link asks for rights that few have
        shutil.copyfile(file, place)
    else:
        place.symlink_to(file)
