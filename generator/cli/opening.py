"""Open a folder, a file or an address with what the system opens it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_path(path: Path) -> bool:
    """Open a folder or a file; False where the system has no way to, or no screen to show it on."""
    return _open(str(path.absolute()))


def open_address(address: str) -> bool:
    """Open an address in the browser; False like `open_path`."""
    return _open(address)


def _open(what: str) -> bool:
    if sys.platform == "win32":
        try:
            os.startfile(what)
        except OSError:
            return False
        return True
    program = _opener()
    if program is None:
        return False
    # Not waited for: some browsers stay until they are closed.
    subprocess.Popen(
        [program, what],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True


def _opener() -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open")
    # Without a screen it would look for a browser that draws in the terminal, over the menu.
    return shutil.which("xdg-open") if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") else None
