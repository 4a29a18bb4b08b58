"""The folder of the schemas in `plans/`, where editors look for them: write it, and see whether it is outdated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.authoring.schema.build import schemas
from generator.authoring.schema.files import FOLDER
from generator.build import output
from generator.build.project import Folders, Project
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading import workspace as reading


def texts(folders: Folders, target: Path | None = None) -> dict[Path, str]:
    """Return the schemas for editors by their files, by default where the files of `plans/` look; DataError without data."""
    data = reading.read(folders.plans)
    if data.workspace is None:
        raise DataError(list(data.problems))
    folder = target or folders.plans / FOLDER
    return {folder / name: text for name, text in schemas(data.workspace.catalogue).items()}


def write(folders: Folders, target: Path | None) -> list[Path]:
    """Write the schemas for editors and return their paths."""
    return put(texts(folders, target))


def put(files: Mapping[Path, str | bytes]) -> list[Path]:
    """Write files with their folders and return their paths; MachineError when the disk does not let it."""
    for folder in {path.parent for path in files}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MachineError([problem("cannot-write", None, path=folder, reason=messages.reason(error))]) from None
    return [output.replace(path, data if isinstance(data, bytes) else data.encode()) for path, data in files.items()]


def outdated(project: Project) -> list[Problem]:
    """Return a warning when the schemas for editors differ from the catalogues; none for a folder without them."""
    folder = project.folders.plans / FOLDER
    if project.workspace is None or not plainfiles.is_folder(folder):
        return []
    wanted = schemas(project.workspace.catalogue)
    old = [name for name, text in wanted.items() if not _holds(folder / name, text)]
    return [problem("schemas-outdated", Place(folder), files="، ".join(old))] if old else []


def _holds(file: Path, text: str) -> bool:
    try:
        return plainfiles.read(file, len(text.encode()) + 1) == text.encode()
    except OSError:
        return False
