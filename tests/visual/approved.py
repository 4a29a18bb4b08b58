"""The golden pages as pictures: the commit that last changed the fingerprints of a document, built and laid out again."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.documents.built import ROOT

_ENOUGH = 3600
"""Seconds that building the documents of a commit may take."""


class NotDrawnError(Exception):
    """Why the golden pages of a document cannot be drawn, in words."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full number, and whether the history that is at hand begins with it."""

    number: str
    first: bool

    def __str__(self) -> str:
        return f"commit {self.number[:10]}"


def commit_of(file: Path) -> Commit:
    """The commit that last changed a golden file."""
    number = _git("log", "-1", "--format=%H", "--", str(file)).decode().strip()
    if not number:
        raise NotDrawnError(
            f"no commit has {file.relative_to(ROOT)}: the document was never approved, or that is not committed"
        )
    shallow = _git("rev-parse", "--is-shallow-repository").decode().strip() == "true"
    return Commit(number, shallow and not _git("log", "-1", "--format=%P", number).strip())


def build(commit: Commit, documents: Iterable[str], folder: Path) -> None:
    """Put the pages of documents as they are at a commit into a folder, with the programs and the packages of now.

    Only the files of the commit are taken, so neither the work tree nor anything of git changes.
    """
    tree = folder.with_name(f"{folder.name}-files")
    with zipfile.ZipFile(io.BytesIO(_git("archive", "--format=zip", commit.number))) as files:
        files.extractall(tree)
    command = [sys.executable, "-m", "tests.visual.building", str(folder), *documents]
    done = subprocess.run(
        command,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
        timeout=_ENOUGH,
    )
    if done.returncode:
        raise NotDrawnError(f"{commit} cannot be built with what is installed now:\n{done.stdout}{done.stderr}")


def _git(*arguments: str) -> bytes:
    try:
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["git", *arguments], cwd=ROOT, env=environment, capture_output=True, check=False)
    except OSError as fault:
        raise NotDrawnError("git is not installed, so the commit that was approved is unknown") from fault
    if done.returncode:
        raise NotDrawnError(f"git {arguments[0]} says: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
