"""A Windows that was never used: a fresh prefix of Wine with nothing but Python in it, and commands typed there."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TOOLS = Path(".tools", "windows")
PYTHON = r"C:\Program Files\Python313"
# Its installer puts both folders there, where people tick «Add python.exe to PATH».
ENVIRONMENT = {
    "WINEPATH": rf"{PYTHON};{PYTHON}\Scripts",
    "WINEDEBUG": "-all",
    # Wine would offer to fetch these two, which nothing here uses.
    "WINEDLLOVERRIDES": "mscoree=;mshtml=",
    # Names of files are UTF-8 in Wine's eyes only where they are so in this one's.
    "LC_ALL": "C.UTF-8",
    "XDG_RUNTIME_DIR": "/tmp",
    "USER": "public",
}
LONGEST = 1800
"""Seconds; whatever hangs is a failure too."""

_ROOT = """\
mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"
"""


class FailedError(Exception):
    """A step that ended otherwise than it should."""


@dataclass(frozen=True)
class Windows:
    """Wine, in a Debian 13 root or on this machine, and the folder of this machine that is its drive C."""

    root: Path | None
    home: Path
    said: list[str] = field(default_factory=list)

    @classmethod
    def fresh(cls) -> Windows:
        """Make a new prefix, and put Python into it."""
        root = TOOLS.absolute() / "root"
        made = cls(root, root / "home") if root.is_dir() else cls(None, TOOLS.absolute() / "home")
        shutil.rmtree(made.home / "prefix", ignore_errors=True)
        made._started(["/usr/lib/wine/wine64", "wineboot", "--init"], {}, "/").check_returncode()
        shutil.copytree(made.home / "python", made.file(PYTHON))
        return made

    def file(self, path: str) -> Path:
        """Return the file of this machine that a path of drive C names."""
        drive, *parts = path.split("\\")
        assert drive == "C:"
        return self._c.joinpath(*filter(None, parts))

    def close(self) -> None:
        """End what Wine still runs."""
        self._started(["/usr/lib/wine/wineserver", "--kill"], {}, "/")

    @property
    def _c(self) -> Path:
        return self.home / "prefix" / "drive_c"

    def run(
        self,
        command: str | Sequence[str],
        folder: str,
        *,
        given: str | bytes = b"",
        expects: Sequence[int] = (0,),
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Type a command at the prompt of a folder, show it and what it says, and return that; or raise a FailedError."""
        words = shlex.split(command.replace("\\", "\\\\")) if isinstance(command, str) else [*command]
        print(f"\n{folder}> {shlex.join(words) if not isinstance(command, str) else command}", flush=True)
        file = self.file(folder)
        file.mkdir(parents=True, exist_ok=True)
        seen = f"/{file.relative_to(self.root)}" if self.root else str(file)
        data = given.encode() if isinstance(given, str) else given
        done = self._started(["/usr/lib/wine/wine64", "cmd", "/c", *words], environment or {}, seen, data)
        text = done.stdout.decode(errors="backslashreplace").replace("\r\n", "\n")
        print(text, end="" if text.endswith("\n") else "\n", flush=True)
        if done.returncode not in expects:
            raise FailedError(f"exit code {done.returncode} of {command}")
        return text

    def _started(
        self, words: Sequence[str], environment: Mapping[str, str], folder: str, given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        home = "/home" if self.root else str(self.home)
        values = ENVIRONMENT | {"WINEPREFIX": f"{home}/prefix", "HOME": home} | environment
        path = "/usr/sbin:/usr/bin:/sbin:/bin"
        clean = ["env", "--ignore-environment", f"--chdir={folder}", f"PATH={path}", *(f"{k}={v}" for k, v in values.items())]
        # The mounts are gone with the process that they were made for.
        within = ["unshare", "--mount", "sh", "-c", _ROOT, str(self.root)] if self.root else []
        return subprocess.run(
            [*within, *clean, *words], input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST
        )


def linux(words: Sequence[str], folder: Path) -> str:
    """Run this checkout's program on this machine in a folder; return what it says."""
    environment = os.environ | {"PYTHONPATH": str(Path.cwd()), "SANAD_FONTS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=folder, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise FailedError(f"exit code {done.returncode} on Linux of sanad {shlex.join(words)}:\n{done.stdout}{done.stderr}")
    return done.stdout
