"""Find the files of a face, by the family name written in the file and not by the file's name.

They are looked for in the folders of SANAD_FONTS, then among the free faces that travel with the program, then on the machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

FOLDERS_VARIABLE = "SANAD_FONTS"

_REGULAR, _BOLD = 400, 700  # OS/2 usWeightClass
_BOLD_FROM = 600
_NORMAL_WIDTH = 5  # OS/2 usWidthClass; condensed cuts often carry the same family name
_FIRST_LETTERS = 4
_OBLIQUE = 1 << 0 | 1 << 9  # OS/2 fsSelection bits ITALIC and OBLIQUE


@dataclass(frozen=True, slots=True)
class Family:
    """A family that a look asks for, and those of the same design that stand in for it where it is missing."""

    name: str
    stand_ins: tuple[str, ...] = ()
    single: bool = False
    """Whether one weight is all that it has, in which every text is drawn."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its own name and those of its stand-ins, the best first."""
        return (self.name, *self.stand_ins)


@dataclass(frozen=True, slots=True)
class Face:
    """The upright files found for a family, and the family name inside them; a weight that was not found is None."""

    family: str
    name: str
    regular: Path | None
    bold: Path | None

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(file for file in (self.regular, self.bold) if file is not None)

    def has(self, bold: bool) -> bool:
        """Return whether there is a file of this weight."""
        return (self.bold if bold else self.regular) is not None

    def file(self, bold: bool) -> Path | None:
        """Return the file that text of this weight is drawn with: the other weight where a family has only one."""
        return (self.bold or self.regular) if bold else (self.regular or self.bold)


@dataclass(frozen=True, slots=True)
class _Found:
    family: str
    weight: int
    width: int
    revision: float
    path: Path

    @property
    def bold(self) -> bool:
        return self.weight >= _BOLD_FROM

    @property
    def rank(self) -> tuple[int, int, float, str]:
        """The order of preference: the nearest to the plain cut of its weight first, among equals the newest revision."""
        wanted = _BOLD if self.bold else _REGULAR
        return abs(self.width - _NORMAL_WIDTH), abs(self.weight - wanted), -self.revision, str(self.path)


def own_folders() -> tuple[Path, ...]:
    """Return the folders named by the environment variable SANAD_FONTS; what is in them goes before all others."""
    named = os.environ.get(FOLDERS_VARIABLE, "")
    return tuple(Path(name).expanduser().absolute() for name in named.split(os.pathsep) if name.strip())


def packaged_folders() -> tuple[Path, ...]:
    """Return the folder of the free faces that travel with the program: a folder for each family, its licence beside it."""
    return (Path(__file__).resolve().with_name("free"),)


def machine_folders() -> tuple[Path, ...]:
    """Return the folders where Linux, macOS or Windows keeps faces."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return (
            home / "Library" / "Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
            Path("/opt/homebrew/share/fonts"),
        )
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return Path(data) / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


class Origin(StrEnum):
    """Where a file of a face was found."""

    OWN = "own"
    PACKAGED = "packaged"
    MACHINE = "machine"


def origin(file: Path) -> Origin:
    """Return where a file was found: in a folder of SANAD_FONTS, in the program, or on the machine."""
    if any(map(file.is_relative_to, own_folders())):
        return Origin.OWN
    return Origin.PACKAGED if any(map(file.is_relative_to, packaged_folders())) else Origin.MACHINE


def search(families: Iterable[Family]) -> Mapping[str, Face]:
    """Return the faces of these families, by the family's name; one with no file at all is left out.

    A family is drawn in one that stands in for it only where its own files are not all found. Of several files of a name and
    weight one in the folders of SANAD_FONTS wins, then one of the program's own, then the plainest cut, then the newest
    revision.
    """
    return _search(tuple(dict.fromkeys(families)), own_folders(), packaged_folders(), machine_folders())


_Files = dict[tuple[str, bool], Path]


@lru_cache(maxsize=64)
def _search(families: tuple[Family, ...], *places: tuple[Path, ...]) -> Mapping[str, Face]:
    found: _Files = {}
    for folders in places:
        lacking = [family for family in families if not _whole(family, found)]
        for file in _of_families(lacking, folders):
            found.setdefault((file.family, file.bold), file.path)
    faces = ((family, name) for family in families if (name := _whole(family, found) or _begun(family, found)))
    return {family.name: Face(family.name, name, found.get((name, False)), found.get((name, True))) for family, name in faces}


def _whole(family: Family, found: _Files) -> str:
    """Return the first name of a family under which all weights that it needs were found."""
    needed = any if family.single else all
    return next((name for name in family.names if needed((name, bold) in found for bold in (False, True))), "")


def _begun(family: Family, found: _Files) -> str:
    """Return the first name of a family under which anything was found."""
    return _whole(replace(family, single=True), found)


def _of_families(families: Sequence[Family], folders: tuple[Path, ...]) -> list[_Found]:
    """Return the files of these families in folders, the best first.

    Opening every font of a machine takes seconds, so those are opened first whose names begin as that of a family, then those
    whose first letters do (`BNAZNNBD.TTF` is «B Nazanin»), and the rest only when a family is whole under none of its names.
    """
    names = {name for family in families for name in family.names}
    files: list[_Found] = []
    unopened = sorted(font_paths(folders)) if names else []
    for alike in (None, _FIRST_LETTERS, 0):
        stems = tuple(name.replace(" ", "").casefold()[:alike] for name in names)
        near = {path for path in unopened if path.stem.replace("-", "").casefold().startswith(stems)}
        files += [file for path in sorted(near) if (file := _describe(path)) and file.family in names]
        unopened = [path for path in unopened if path not in near]
        found = {(file.family, file.bold): file.path for file in files}
        if all(_whole(family, found) for family in families):
            break
    return sorted(files, key=lambda file: file.rank)


def font_paths(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of fonts in folders and in those below them."""
    for folder in folders:
        for parent, _, names in os.walk(folder, followlinks=True):
            yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith((".ttf", ".otf")))


# Stacks share faces, and each looks through the same folders.
@lru_cache(maxsize=1024)
def _describe(path: Path) -> _Found | None:
    """Return what an upright file holds; None for an oblique one and for one that cannot be read."""
    try:
        with TTFont(path, lazy=True) as font:
            family, style = font["name"].getBestFamilyName(), font["OS/2"]
            if family is None or style.fsSelection & _OBLIQUE:
                return None
            return _Found(family, style.usWeightClass, style.usWidthClass, font["head"].fontRevision, path)
    except (OSError, TTLibError, KeyError, ValueError, AssertionError):
        return None  # a damaged file of another face is none of this program's business
