"""Tells on what machine, with which versions and when something is measured."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

_PACKAGES = ("weasyprint", "typst", "pikepdf", "python-docx", "matplotlib", "Pillow")


def described() -> Mapping[str, str]:
    """Return what is known of this machine now, by what it is."""
    memory = _of("/proc/meminfo", "MemTotal").split()
    return {
        "day": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "processor": f"{_of('/proc/cpuinfo', 'model name') or platform.machine()}, {os.cpu_count()} cores",
        "memory": f"{int(memory[0]) / 1e6:.1f} GB" if memory else "",
        "others at work": f"{os.getloadavg()[0]:.2f} processes on average in the minute before",
        "system": platform.freedesktop_os_release()["PRETTY_NAME"] if Path("/etc/os-release").exists() else platform.platform(),
        "versions": ", ".join([f"Python {platform.python_version()}", *filter(None, map(_version, _PACKAGES))]),
    }


def _of(file: str, name: str) -> str:
    """Return the first value of a name in a file of Linux; empty elsewhere."""
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _version(package: str) -> str:
    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return ""
