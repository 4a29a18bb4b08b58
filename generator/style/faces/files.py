"""Find the files of a face on this machine, by the family name written in the file and not by the file's name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

FOLDERS_VARIABLE = "SANAD_FONTS"

_REGULAR, _BOLD = 400, 700  # OS/2 usWeightClass
_BOLD_FROM = 600
_NORMAL_WIDTH = 5  # OS/2 usWidthClass; condensed cuts often carry the same family name
_OBLIQUE = 1 << 0 | 1 << 9  # OS/2 fsSelection bits ITALIC and OBLIQUE


@dataclass(frozen=True, slots=True)
class Face:
    """The upright files of one family; a weight that the machine lacks is None."""

    family: str
    regular: Path | None
    bold: Path | None

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(file for file in (self.regular, self.bold) if file is not None)

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
    """Return the folders named by the environment variable SANAD_FONTS; what is in them goes before the machine's."""
    named = os.environ.get(FOLDERS_VARIABLE, "")
    return tuple(Path(name).expanduser().absolute() for name in named.split(os.pathsep) if name.strip())


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


def search(families: Iterable[str]) -> Mapping[str, Face]:
    """Return the faces of these families, by family; one with no file at all is left out.

    Of several files of a family and weight, one in the folders of SANAD_FONTS wins, else the plainest cut, else the newest
    revision.
    """
    return _search(tuple(sorted(set(families))), own_folders(), machine_folders())


@lru_cache(maxsize=16)
def _search(families: tuple[str, ...], own: tuple[Path, ...], machine: tuple[Path, ...]) -> Mapping[str, Face]:
    found: dict[tuple[str, bool], Path] = {}
    for folders in (own, machine):
        for file in _of_families(families, folders):
            found.setdefault((file.family, file.bold), file.path)
    faces = {name: Face(name, found.get((name, False)), found.get((name, True))) for name in families}
    return {name: face for name, face in faces.items() if face.files}


def _of_families(families: tuple[str, ...], folders: tuple[Path, ...]) -> list[_Found]:
    """Return the files of these families in folders, the best first.

    Opening every font of a machine takes seconds, so files whose name resembles a family are opened first, and the
    rest only when a family is not among those.
    """
    paths = list(_font_paths(folders))
    stems = tuple(family.replace(" ", "").casefold() for family in families)
    likely = [path for path in paths if path.stem.replace("-", "").casefold().startswith(stems)]
    files = [file for path in likely if (file := _describe(path)) and file.family in families]
    if set(families) - {file.family for file in files}:
        rest = sorted(set(paths) - set(likely))
        files += [file for path in rest if (file := _describe(path)) and file.family in families]
    return sorted(files, key=lambda file: file.rank)


def _font_paths(folders: tuple[Path, ...]) -> Iterator[Path]:
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
