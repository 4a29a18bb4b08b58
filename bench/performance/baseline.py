"""The state of the project that a build is compared with, and a Python that has what it stands on."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker

from bench.performance.fresh import ROOT, FailedError

COMMIT = "f0498c3"
"""The last commit before the work on speed began."""

_LOCKED = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", re.MULTILINE)


def check_out(folder: Path) -> Path:
    """Put the files of the commit into a folder; FailedError where the repository does not have it."""
    try:
        done = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise FailedError(f"A build is compared with the commit {COMMIT}, which needs git and a whole clone: {error}") from None
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as files:
        files.extractall(folder, filter="data")
    return folder


def python_for(tree: Path, folder: Path) -> str:
    """Return this Python where it has every package of the lock of a tree, else one of an environment made in a folder."""
    lock = tree / "requirements.lock"
    if not any(_missing(lock.read_text(encoding="utf-8"))):
        return sys.executable
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)]
    for command in ([sys.executable, "-m", "venv", str(folder)], install):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise FailedError(f"{done.stderr.strip()[-2000:]}\nThe packages of {COMMIT} could not be installed.")
    return python


def _missing(lock: str) -> Iterator[str]:
    for name, version, marker in _LOCKED.findall(lock):
        if not marker or Marker(marker).evaluate():
            try:
                here = metadata.version(name)
            except metadata.PackageNotFoundError:
                here = ""
            if here != version:
                yield name
