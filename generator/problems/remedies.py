"""What to do, by system, when a library or a face that a build needs is missing."""

from __future__ import annotations

import platform
import sys
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from generator.problems.sentences.remedies import COMMAND, COMMANDS, INSTALL, INSTALL_OR_LOOK, OFFICE_FACES, OTHER_FACES, PIP

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PANGO = "Pango"

_BRINGS_PANGO = "weasyprint"

FREE_LOOK = "amiri"
"""The look whose faces all travel with the program, so that it can be drawn on any machine."""

SYSTEMS = tuple(OFFICE_FACES)

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
    command = COMMANDS.get(system or this_system(), {}).get(library)
    return COMMAND.format(command=command or installing(_BRINGS_PANGO))


def installing(engine: str) -> str:
    """Return the command that installs an engine for PDFs where the program is, by the names of the packages themselves.

    Not by an extra of the program: on PyPI its name is another project's, which pip must never be led to.
    """
    brought = [f"{each.name}{each.specifier}" for each in declared() if each.name == engine or _only_of(each, engine)]
    return PIP.format(packages=" ".join(f'"{package}"' for package in brought or [engine]))


def declared() -> list[Requirement]:
    """Return what the program asks for in pyproject.toml, extras too; nothing where nothing installed it."""
    # Every command loads this module, and few of them ask this.
    import importlib.metadata

    from packaging.requirements import Requirement

    try:
        return [*map(Requirement, importlib.metadata.requires("sanad") or [])]
    except importlib.metadata.PackageNotFoundError:
        return []


def _only_of(requirement: Requirement, extra: str) -> bool:
    marker = requirement.marker
    return marker is not None and marker.evaluate({"extra": extra}) and not marker.evaluate({"extra": ""})


def of_faces(families: Collection[str], system: str | None = None, *, or_look: bool = True) -> str:
    """Return in Persian how to install families of faces together on a system, this one by default.

    `or_look` adds the other way: a look that needs none of them.
    """
    install = OFFICE_FACES[system or this_system()] if _OFFICE.issuperset(families) else OTHER_FACES
    return (INSTALL_OR_LOOK if or_look else INSTALL).format(install=install, look=FREE_LOOK)
