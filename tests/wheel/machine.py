"""A machine with the wheels alone: an environment of its own, an empty folder to work in, and no network."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path

HIDDEN_FOLDERS = ("/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts")
HIDDEN_LIBRARIES = ("pango", "harfbuzz", "fontconfig", "gobject", "freetype", "cairo")
LIBRARIES = Path("/usr/lib")

BARE = """
set -eu
for folder in $HIDDEN_FOLDERS; do [ ! -d "$folder" ] || /bin/mount -t tmpfs none "$folder"; done
for file in $HIDDEN_FILES; do /bin/mount --bind /dev/null "$file"; done
exec "$@"
"""
"""A shell that takes from a process, and from those it starts, what the machine has beside Python."""


def may_hide() -> bool:
    """Whether the network, folders and libraries can be taken from a process here: that is root's alone."""
    try:
        return subprocess.run(["unshare", "--mount", "--net", "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


class Machine:
    """An environment into which the wheels are installed; a bare one has no faces and no libraries of the system either."""

    def __init__(self, folder: Path, wheelhouse: Path, *, bare: bool = False) -> None:
        self.work = folder / "work"
        self.work.mkdir()
        self.bin = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        # A way out is named that leads nowhere, for pip and for whatever else would ask.
        left_out = {name for name in os.environ if name.startswith(("PYTHON", "PIP_", "SANAD"))}
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
        path = str(self.bin) if bare else f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        self.environment = kept | nowhere | {"HOME": str(folder), "PATH": path}
        self.before: Sequence[str] = ()
        venv.create(folder / "env", with_pip=True)
        if bare:
            hidden = [str(file) for file in LIBRARIES.rglob("*.so*") if any(name in file.name for name in HIDDEN_LIBRARIES)]
            self.environment |= {"HIDDEN_FOLDERS": " ".join(HIDDEN_FOLDERS), "HIDDEN_FILES": " ".join(hidden)}
            self.before = ("/usr/bin/unshare", "--mount", "--net", "/bin/sh", "-c", BARE, "sh")
        told = ["--no-index", "--find-links", wheelhouse, "--require-hashes", "-r", wheelhouse / "requirements.txt"]
        self.run(self.bin / "pip", "install", "--quiet", "--disable-pip-version-check", *told)

    def run(self, *command: str | Path, cwd: str = ".") -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        run = [*self.before, *words]
        done = subprocess.run(run, cwd=self.work / cwd, env=self.environment, capture_output=True, text=True, timeout=900)
        print(f"$ {' '.join([Path(words[0]).name, *words[1:]])}\n{done.stdout}{done.stderr}({done.returncode})")
        assert done.returncode == 0
        return done

    def sanad(self, *words: str, cwd: str = ".") -> subprocess.CompletedProcess[str]:
        return self.run(self.bin / "sanad", *words, cwd=cwd)
