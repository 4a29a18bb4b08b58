"""The faces of a look: where they are, what they cover, and the one fontconfig file that shows programs only them.

WeasyPrint, LibreOffice and poppler pick faces through fontconfig, which puts another face in the place of a missing one
without a word. The generated file offers them the needed faces only, and where a Word file names a face that offices have
(«B Nazanin»), the one of the same design that was found.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from html import escape
from pathlib import Path

from generator.problems.errors import MachineError, Problem
from generator.problems.messages import problem, reason
from generator.problems.remedies import of_faces
from generator.style.faces.files import Face, Family, Origin, origin, search
from generator.style.faces.recorded import advance, uncovered

__all__ = [
    "Face",
    "Family",
    "Origin",
    "activate",
    "advance",
    "cache_folder",
    "environment",
    "find_faces",
    "missing_faces",
    "missing_names",
    "origin",
    "require",
    "uncovered",
]

_VARIABLE = "FONTCONFIG_FILE"
_CACHE_VARIABLE = "SANAD_CACHE"
"""Set by this program for the processes that it starts, where they have to share a temporary folder."""
_REGULAR, _BOLD, _OR = "معمولی", "سیاه", " یا "


def find_faces(families: Iterable[Family]) -> Mapping[str, Face]:
    """Return the faces found, by the family's name, whatever their files are called; one not found is left out."""
    return search(families)


def missing_faces(families: Iterable[Family], look: str = "") -> list[Problem]:
    """Return the problem of all families that are not whole, with the ways out of it; none where each was found.

    It is only a warning when the families are those of a named `look` that nobody asked for.
    """
    missing = missing_names(families)
    if not missing:
        return []
    code, ways = ("look-face-missing" if look else "face-missing"), of_faces(missing, or_look=not look)
    return [problem(code, faces="، ".join(missing.values()), look=look, remedy=ways)]


def missing_names(families: Iterable[Family]) -> dict[str, str]:
    """Return the families that are not whole, by their names, each as a message names it: with all that would do."""
    families = tuple(families)
    found = find_faces(families)
    return {each.name: named for each in families if (named := _named(each, found.get(each.name)))}


def _named(family: Family, face: Face | None) -> str:
    """Name a family of which nothing was found, or the weight of it that was not; nothing for one that is whole."""
    if face is None:
        others = _OR.join(f"«{name}»" for name in family.stand_ins)
        return f"«{family.name}» ({_OR.strip()} {others})" if others else f"«{family.name}»"
    if family.single or (face.has(bold=False) and face.has(bold=True)):
        return ""
    return f"«{face.name}» ({_BOLD if face.has(bold=False) else _REGULAR})"


def activate(families: Iterable[Family]) -> Path:
    """Point fontconfig of this process, and of those it starts, at the generated file, and return its path.

    Call it before WeasyPrint is imported, and again for another look. Raises MachineError for every face that is missing.
    """
    path = _configuration(tuple(families))
    os.environ[_VARIABLE] = str(path)
    return path


def environment(families: Iterable[Family]) -> dict[str, str]:
    """Return the environment for a program to be started, with fontconfig pointed at the generated file."""
    return os.environ | {_VARIABLE: str(_configuration(tuple(families)))}


def require(families: Iterable[Family]) -> Mapping[str, Face]:
    """Return the faces by family; MachineError for every one that is missing."""
    families = tuple(families)
    if problems := missing_faces(families):
        raise MachineError(problems)
    return find_faces(families)


def _configuration(families: tuple[Family, ...]) -> Path:
    found = require(families)
    return _written(_fontconfig([(family, found[family.name]) for family in families], cache_folder()))


def _fontconfig(faces: Sequence[tuple[Family, Face]], cache_folder: Path) -> bytes:
    """Return the fontconfig file that offers these faces and no others, in this order of preference."""
    files = [file for _, face in faces for file in face.files]
    folders = list(dict.fromkeys(file.parent for file in files))
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
        "<fontconfig>",
        *(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
        f"<cachedir>{escape(str(cache_folder / 'fontconfig'))}</cachedir>",
        "<selectfont>",
        *(f"<rejectfont><glob>{escape(str(folder / '*'))}</glob></rejectfont>" for folder in folders),
        *(f"<acceptfont><glob>{escape(str(file))}</glob></acceptfont>" for file in files),
        "</selectfont>",
        *(
            '<match target="pattern">'
            f'<test qual="any" name="family"><string>{escape(name)}</string></test>'
            f'<edit name="family" mode="assign" binding="same"><string>{escape(face.name)}</string></edit></match>'
            for family, face in faces
            for name in family.names
            if name != face.name
        ),
        # What a document does not name falls in this order; a weak binding would let the language change it.
        '<match target="pattern"><edit name="family" mode="append_last" binding="strong">'
        + "".join(f"<string>{escape(face.name)}</string>" for _, face in faces)
        + "</edit></match>",
        "</fontconfig>",
        "",
    ]
    return "\n".join(lines).encode()


def _written(content: bytes) -> Path:
    """Write a file in the cache folder, named after its content: runs at the same time cannot disturb each other.

    MachineError when not even a temporary folder takes it.
    """
    name = f"fonts-{hashlib.sha256(content).hexdigest()[:16]}.conf"
    try:
        try:
            return _put(cache_folder() / name, content)
        except OSError:  # The folder was writable when it was chosen, but this file is another user's, or the disk is full.
            return _put(_temporary_cache() / name, content)
    except OSError as error:
        raise MachineError([problem("cache-not-writable", None, reason=reason(error))]) from None


def _put(path: Path, content: bytes) -> Path:
    with suppress(OSError):
        if path.read_bytes() == content:
            return path
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".fonts-", delete=False) as file:
        file.write(content)
    try:
        Path(file.name).replace(path)
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise
    return path


@cache
def cache_folder() -> Path:
    """Return the program's folder in the user's cache; where that cannot be written, a temporary one of this process.

    MachineError when neither can be written.
    """
    named = os.environ.get(_CACHE_VARIABLE)
    if named:
        return Path(named)
    folder = _user_cache() / "sanad"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # By its name, since a system may give a nameless file where it gives no other.
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".fonts-"):
            pass
    except OSError:
        try:
            folder = _temporary_cache()
        except OSError as error:
            raise MachineError([problem("cache-not-writable", None, reason=reason(error))]) from None
    return folder


def _temporary_cache() -> Path:
    """Return a folder that goes with this process; those that it starts find it in the environment."""
    made = tempfile.mkdtemp(prefix="sanad-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    os.environ[_CACHE_VARIABLE] = made
    return Path(made)


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir())
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
