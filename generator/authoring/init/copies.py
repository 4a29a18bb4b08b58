"""A packaged template copied into a project to be changed, and what has become of it and of its original since.

A copy says in a comment which fingerprint its original had, so that it can be told when a new version of the program brings
another original. What a project's own templates have goes before what is packaged, kind by kind, look by look, part by part.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from generator.build import packaged
from generator.build.kinds import DECLARATION, Kind, declarations
from generator.build.project import Folders
from generator.problems.errors import Place, Problem, UsageError
from generator.problems.messages import meant, problem
from generator.reading import plainfiles

_LOOKS, _LOOK, _PARTS, _PART = "looks", ".yaml", "_parts", ".html.j2"
_STYLE = f"style{_LOOK}"

_MARK = "رونوشت از نسخهٔ همراه برنامه؛ اثر آن:"
_MARKED = re.compile(rf"^(?:#|\{{#) {_MARK} ([0-9a-f]{{16}})(?: #\}})?\r?$", re.MULTILINE)


class Origin(StrEnum):
    """Where a template comes from: the program, the project, or the project in place of the program's."""

    PACKAGED = "packaged"
    OWN = "own"
    CHANGED = "changed"


ORIGINS = {Origin.PACKAGED: "همراه برنامه", Origin.OWN: "از خود پروژه", Origin.CHANGED: "همراه برنامه، تغییریافته در پروژه"}
"""The origins in Persian."""


class Template(NamedTuple):
    """What can be copied by its name: a kind with its folder, a look or a shared part with its file, relative to templates."""

    name: str
    path: Path

    @property
    def marked(self) -> Path:
        """The file that has the comment of a copy."""
        return self.path if self.path.suffix else self.path / DECLARATION


def copyable(templates: Path) -> dict[str, Template]:
    """Return the kinds, looks and shared parts of a folder of templates by their names."""
    found = [Template(name, Path(name)) for name in declarations(templates)]
    found += [Template(Path(_STYLE).stem, Path(_STYLE))]
    found += [Template(file.stem, Path(_LOOKS, file.name)) for file in sorted((templates / _LOOKS).glob(f"*{_LOOK}"))]
    parts = sorted((templates / _PARTS).glob(f"*{_PART}"))
    found += [Template(file.name.removesuffix(_PART), Path(_PARTS, file.name)) for file in parts]
    return {each.name: each for each in reversed(found)}


def copy(folders: Folders, name: str) -> dict[Path, str]:
    """Return the files of a packaged template as they begin in the project; UsageError for an unknown one or a second copy."""
    source = _source(folders)
    known = copyable(source)
    if name not in known:
        allowed = "، ".join(reversed(known))
        raise UsageError([problem("template-not-packaged", None, given=name, near=meant(name, known), allowed=allowed)])
    template = known[name]
    target = folders.templates / template.path
    if target.exists():
        raise UsageError([problem("start-exists", None, path=target)])
    files = [*_files(source / template.path)]
    texts = {folders.templates / file.relative_to(source): file.read_text(encoding="utf-8") for file in files}
    mark = f"{_MARK} {fingerprint(source / template.path)}"
    first = folders.templates / template.marked
    texts[first] = (f"{{# {mark} #}}\n" if first.suffix == ".j2" else f"# {mark}\n") + texts[first]
    return texts


def outdated(folders: Folders) -> list[Problem]:
    """Warn of each copy whose original is another one now."""
    return [*_outdated(folders.templates, folders.packaged)] if folders.packaged else []


def origin(folders: Folders, kind: Kind) -> Origin:
    """Return where a kind comes from; one of the project that says what the packaged one says counts as that."""
    original = _source(folders) / kind.id
    if not plainfiles.is_folder(original):
        return Origin.OWN
    return Origin.PACKAGED if fingerprint(kind.folder) == fingerprint(original) else Origin.CHANGED


def fingerprint(path: Path) -> str:
    """Return the fingerprint of a template, a folder or a file: of its text, without the comment of a copy."""
    digest = hashlib.sha256()
    for file in _files(path):
        text = _MARKED.sub("", plainfiles.read(file).decode("utf-8", errors="replace")).replace("\r\n", "\n")
        digest.update(f"{file.relative_to(path.parent).as_posix()}\0{text.strip()}\0".encode())
    return digest.hexdigest()[:16]


def _outdated(templates: Path, source: Path) -> Iterator[Problem]:
    for template in copyable(source).values():
        file, original = templates / template.marked, source / template.path
        if not plainfiles.is_file(file):
            continue
        text = plainfiles.read(file).decode("utf-8", errors="replace")
        found, now = _MARKED.search(text), fingerprint(original)
        if found and found[1] != now:
            line = text.count("\n", 0, found.start()) + 1
            place = Place(file, line)
            yield problem("template-original-changed", place, name=template.name, path=original, fingerprint=now)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and not plainfiles.is_byproduct(file.name))


def _source(folders: Folders) -> Path:
    return folders.packaged or packaged.root() / packaged.TEMPLATES
