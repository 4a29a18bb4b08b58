"""A project of its own to spoil: the real data and templates, of which one neighbourhood keeps its records."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.documents.built import ROOT

PLACE = "z3-golshahr"


def copied(root: Path) -> Path:
    """A copy of `plans/` and `templates/` under a folder; of the samples only Golshahr keeps more than its name."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "plans", root / "plans")
    for folder in (root / "plans" / "neighbourhoods").iterdir():
        for record in folder.iterdir() if folder.name != PLACE else ():
            if record.is_dir():
                shutil.rmtree(record)
            elif record.name != "neighbourhood.yaml":
                record.unlink()
    return root


def command(root: Path, *words: str) -> list[str]:
    """The command line that runs `sanad` on a project."""
    return [sys.executable, "-m", "generator", *words, "--root", str(root)]


def sanad(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`sanad` run on a project, as a user runs it."""
    return subprocess.run(command(root, *words), cwd=ROOT, capture_output=True, text=True, timeout=600)


def add_kind(root: Path, name: str, kind: str, template: str) -> None:
    """Puts a kind of document into a project: the texts of its `kind.yaml` and its template."""
    folder = root / "templates" / "fa" / name
    folder.mkdir()
    (folder / "kind.yaml").write_text(kind, encoding="utf-8")
    (folder / "document.html.j2").write_text(template, encoding="utf-8")


def edit(file: Path, old: str, new: str) -> None:
    """Replaces the first occurrence of a text, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def place_of(file: Path, text: str) -> tuple[int, int]:
    """Line and column, from 1, where a text first stands in a file."""
    before = file.read_text(encoding="utf-8").partition(text)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
