"""What to do, by system, when a library or a face that a build needs is missing."""

from __future__ import annotations

import platform
import sys
from collections.abc import Collection
from functools import cache

from generator.problems.sentences.remedies import COMMAND, COMMANDS, INSTALL, INSTALL_OR_LOOK, OFFICE_FACES, OTHER_FACES

PANGO = "Pango"

FREE_LOOK = "amiri"
"""The look whose faces all travel with the program, so that it can be drawn on any machine."""

SYSTEMS = tuple(COMMANDS)

_OFFICE = frozenset({"Nazli", "Titr"})
"""The faces of the default look that do not travel with the program."""


@cache
def this_system() -> str:
    """Return `debian`, `fedora`, `macos` or `windows`; a Linux of another family counts as Debian, the best known here."""
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "debian"
    families = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return "fedora" if families & {"fedora", "rhel", "centos"} else "debian"


def remedy(library: str, system: str | None = None) -> str:
    """Return in Persian how to install a library of the system (`PANGO`) on a system, this one by default."""
    return COMMAND.format(command=COMMANDS[system or this_system()][library])


def of_faces(families: Collection[str], system: str | None = None, *, or_look: bool = True) -> str:
    """Return in Persian how to install families of faces together on a system, this one by default.

    `or_look` adds the other way: a look that needs none of them.
    """
    install = OFFICE_FACES[system or this_system()] if _OFFICE.issuperset(families) else OTHER_FACES
    return (INSTALL_OR_LOOK if or_look else INSTALL).format(install=install, look=FREE_LOOK)
