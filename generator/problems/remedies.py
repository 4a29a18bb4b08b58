"""What to install, by system, when a library or a face that a build needs is missing."""

from __future__ import annotations

import platform
import sys
from functools import cache

from generator.problems.sentences.remedies import COMMANDS, FILES, FRAMES, SYSTEMS

PANGO = "Pango"

__all__ = ["PANGO", "SYSTEMS", "remedy", "this_system"]


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


def remedy(thing: str, system: str | None = None) -> str:
    """Return in Persian how to install Pango (`PANGO`) or a face (its family) on a system, this one by default."""
    system = system or this_system()
    if command := COMMANDS[system].get(thing):
        return FRAMES["command"].format(command=command)
    if thing in FILES:
        files, package = FILES[thing]
        return FRAMES["copy"].format(files=files, package=package)
    return FRAMES["face"].format(family=thing)
