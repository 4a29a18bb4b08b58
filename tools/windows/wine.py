"""A Windows that was never used: a fresh prefix of Wine with nothing but Python in it, and commands typed there."""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
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
    "TERM": "xterm",
}
_WINE = "/usr/lib/wine/wine64"
_PROMPT = (_WINE, "cmd", "/c")
LONGEST = 1800
"""Seconds; whatever hangs is a failure too."""

_SEQUENCES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")
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

    @classmethod
    def fresh(cls) -> Windows:
        """Make a new prefix, and put Python into it."""
        root = TOOLS.absolute() / "root"
        made = cls(root, root / "home") if root.is_dir() else cls(None, TOOLS.absolute() / "home")
        made.close()
        shutil.rmtree(made.home / "prefix", ignore_errors=True)
        made._started([_WINE, "wineboot", "--init"], "/").check_returncode()
        shutil.copytree(made.home / "python", made.file(PYTHON))
        return made

    def file(self, path: str) -> Path:
        """Return the file of this machine that a path of drive C names."""
        drive, *parts = path.split("\\")
        assert drive == "C:"
        return self._c.joinpath(*filter(None, parts))

    def close(self) -> None:
        """End what Wine still runs."""
        self._started(["/usr/lib/wine/wineserver", "--kill"], "/")

    @property
    def _c(self) -> Path:
        return self.home / "prefix" / "drive_c"

    def run(self, command: str, folder: str, *, given: str = "", expects: Sequence[int] = (0,)) -> str:
        """Type a command at the prompt of a folder, show it and what it says, and return that; or raise a FailedError."""
        print(f"\n{folder}> {command}", flush=True)
        done = self._started([*_PROMPT, *_typed(command)], self._seen(folder), given.encode())
        text = done.stdout.decode(errors="backslashreplace").replace("\r\n", "\n")
        print(text, end="" if text.endswith("\n") else "\n", flush=True)
        if done.returncode not in expects:
            raise FailedError(f"exit code {done.returncode} of {command}")
        return text

    def show(self, command: str, folder: str) -> str:
        """Type a command in a window of a console; return what is seen there, without what colours and places it."""
        print(f"\n{folder}> {command}", flush=True)
        window, inside = pty.openpty()
        termios.tcsetwinsize(inside, (40, 100))
        running = subprocess.Popen(
            self._words([*_PROMPT, *_typed(command)], self._seen(folder)),
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)
        data = bytearray()
        with os.fdopen(window, "rb", buffering=0) as screen, suppress(OSError):  # which says that the last program has left
            while read := screen.read(4096):
                data += read
        running.wait(LONGEST)
        text = _SEQUENCES.sub("", data.decode(errors="backslashreplace")).replace("\r", "")
        print(text, flush=True)
        if running.returncode != 0:
            raise FailedError(f"exit code {running.returncode} of {command}")
        return text

    def _seen(self, folder: str) -> str:
        """Return the path of a folder, which is made, as Wine's machine has it."""
        file = self.file(folder)
        file.mkdir(parents=True, exist_ok=True)
        return f"/{file.relative_to(self.root)}" if self.root else str(file)

    def _started(self, words: Sequence[str], folder: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        words = self._words(words, folder)
        return subprocess.run(words, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST)

    def _words(self, words: Sequence[str], folder: str) -> list[str]:
        """Return the words of a command of this machine that runs words where Wine is."""
        home = "/home" if self.root else str(self.home)
        values = ENVIRONMENT | {"WINEPREFIX": f"{home}/prefix", "HOME": home}
        path = "/usr/sbin:/usr/bin:/sbin:/bin"
        clean = ["env", "--ignore-environment", f"--chdir={folder}", f"PATH={path}", *(f"{k}={v}" for k, v in values.items())]
        # The mounts are gone with the process that they were made for.
        within = ["unshare", "--mount", "sh", "-c", _ROOT, str(self.root)] if self.root else []
        return [*within, *clean, *words]


def _typed(command: str) -> list[str]:
    """Return the words of a command as `cmd` reads them: quotes hold them together, a backslash is one."""
    return shlex.split(command.replace("\\", "\\\\"))


def linux(words: Sequence[str], folder: Path) -> str:
    """Run this checkout's program on this machine in a folder; return what it says."""
    environment = os.environ | {"PYTHONPATH": str(Path.cwd()), "SANAD_FONTS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=folder, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise FailedError(f"exit code {done.returncode} on Linux of sanad {shlex.join(words)}:\n{done.stdout}{done.stderr}")
    return done.stdout
