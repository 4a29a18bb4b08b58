"""Whether this machine draws as the one of the golden pages does."""

from __future__ import annotations

import platform
import re
import subprocess
from collections.abc import Mapping
from functools import cache

from generator.writing.weasyprint import pango

DRAWN_ON = {"system": "debian 12", "poppler": "22.12.0", "LibreOffice": "7.4.7", "Pango": "1.50.12"}
"""Debian 12 and what it ships. On another system lines break and edges are smoothed in other places."""


class NotCompared(UserWarning):
    """Pages were counted only, not compared."""


@cache
def here() -> Mapping[str, str]:
    """The same of this machine; empty for what is not known."""
    return {
        "system": _system(),
        "poppler": _version("pdftoppm", "-v"),
        "LibreOffice": _version("soffice", "--version"),
        "Pango": pango.version() or "",
    }


def libreoffice() -> tuple[int, ...]:
    """The version of LibreOffice, to be compared; empty where it is not known."""
    return tuple(int(part) for part in here()["LibreOffice"].split(".") if part)


def others() -> str:
    """What this machine has that is not as on the one of the golden pages, in words; empty when all is."""
    found = here()
    return "; ".join(
        f"{name} is {found[name] or 'unknown'}, not {wanted}" for name, wanted in DRAWN_ON.items() if found[name] != wanted
    )


def _system() -> str:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return platform.system()
    return f"{release['ID']} {release.get('VERSION_ID', '')}".strip()


def _version(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    told = re.search(r"\d+\.\d+\.\d+", done.stdout + done.stderr)
    return told.group() if told else ""
