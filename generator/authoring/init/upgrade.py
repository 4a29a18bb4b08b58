"""An older project brought up to this version: schemas, the settings of the editor, the guides. Its data is never touched."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.authoring.init.begin import guides
from generator.authoring.schema import folder as schemas
from generator.authoring.schema.files import FOLDER
from generator.build import packaged
from generator.build.project import Folders
from generator.problems.errors import Place, Problem, UsageError
from generator.problems.messages import problem
from generator.problems.outcome import Outcome
from generator.reading import plainfiles

_SCHEMAS = "yaml.schemas"
_TASKS = "tasks"


def upgrade(root: Path, besides: Mapping[Path, str] = MappingProxyType({})) -> Outcome[list[Path]]:
    """Renew what the program has put into the project at `root`; the files that were outdated, and those it had to leave.

    What people have set in the editor's files stays. UsageError when it is no project, DataError when its data cannot be
    read, which the schemas are made from.
    """
    folders, source = Folders.under(root), packaged.root()
    if not plainfiles.is_folder(folders.plans):
        raise UsageError([problem("no-folder", None, path=folders.plans)])
    texts = schemas.texts(folders)
    problems: list[Problem] = []
    if plainfiles.real(root) != source:  # A clone has the originals.
        texts |= {root / name: text for name, text in (guides(source) | {**besides}).items()}
        if not os.path.lexists(root / packaged.SETTINGS):
            texts[root / packaged.SETTINGS] = (source / packaged.SETTINGS).read_text(encoding="utf-8")
        texts[root / packaged.GIT] = _attributes(root / packaged.GIT, source / packaged.GIT)
        for name in packaged.EDITOR:
            text, refused = _editor(root / name, source / name)
            texts |= {root / name: text} if text else {}
            problems += refused
    return Outcome.of(schemas.put({file: text for file, text in texts.items() if not _says(file, text)}), problems)


def _says(file: Path, text: str) -> bool:
    try:
        return plainfiles.read(file) == text.encode()
    except OSError:
        return False


def _attributes(file: Path, original: Path) -> str:
    """Return how git is to merge, with what people have written there."""
    wanted = original.read_text(encoding="utf-8")
    try:
        there = plainfiles.read(file).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return wanted
    return there if wanted.splitlines()[-1] in there.splitlines() else f"{there.rstrip()}\n{wanted}".lstrip()


def _editor(file: Path, original: Path) -> Outcome[str]:
    """Return a file of the editor's settings with what it lacks of the original; a warning for one that is no plain JSON."""
    text = original.read_text(encoding="utf-8")
    if not os.path.lexists(file):
        return Outcome(text)
    try:
        theirs = json.loads(plainfiles.read(file))
    except (OSError, ValueError) as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        return Outcome.of(None, [problem("editor-settings-foreign", Place(file, line, column), path=original)])
    ours = json.loads(text)
    if not isinstance(theirs, dict):
        return Outcome.of(None, [problem("editor-settings-foreign", Place(file), path=original)])
    joined = _joined(theirs, ours)
    return Outcome(json.dumps(joined, ensure_ascii=False, indent=2) + "\n" if joined != theirs else _as_it_is(file))


def _as_it_is(file: Path) -> str:
    return plainfiles.read(file).decode()


def _joined(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """Lay settings over those of the program; the schemas of the data and the program's tasks are the program's."""
    joined = dict(theirs)
    for name, value in ours.items():
        present = theirs.get(name)
        if name == _SCHEMAS and isinstance(present, Mapping):
            own = {schema: pattern for schema, pattern in present.items() if f"/{FOLDER}/" not in schema}
            joined[name] = {**value, **own}
        elif name == _TASKS and isinstance(present, list):
            labels = {task["label"] for task in value}
            joined[name] = [*value, *(each for each in present if not (isinstance(each, dict) and each.get("label") in labels))]
        else:
            joined[name] = _kept(present, value) if name in theirs else value
    return joined


def _kept(theirs: Any, ours: Any) -> Any:
    """Keep a setting as somebody has made it, with what is new inside."""
    if isinstance(theirs, Mapping) and isinstance(ours, Mapping):
        return {**ours, **{name: _kept(value, ours[name]) if name in ours else value for name, value in theirs.items()}}
    if isinstance(theirs, Sequence) and isinstance(ours, Sequence) and not isinstance(theirs, str):
        return [*theirs, *(each for each in ours if each not in theirs)]
    return theirs
