"""Two builds of the same project give the same bytes, wherever and by whatever machine they are made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HERE = {"PYTHONHASHSEED": "0", "TZ": "Asia/Tehran", "LC_ALL": "C.UTF-8", "LANG": "fa_IR.UTF-8"}
THERE = {"PYTHONHASHSEED": "4321", "TZ": "America/Lima", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "1"}


def _built(folder: Path, variables: dict[str, str], mask: int, *words: str) -> dict[str, str]:
    """The digest of each document that a command makes of a copy of the project in a folder."""
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sanad.yaml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--quiet", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), **variables},
        capture_output=True,
        umask=mask,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    output = folder / "output"
    files = [path for path in output.rglob("*") if path.suffix in (".docx", ".pdf")]
    return {path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _hold(root: Path, *words: str) -> int:
    one = _built(root / "one", HERE, 0o022, "--jobs", "1", *words)
    other = _built(root / "پوشه‌ای دیگر" / "two words", THERE, 0o077, "--jobs", "3", *words)
    assert one
    assert [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)] == []
    return len(one)


def test_documents_have_the_same_bytes_in_another_folder_locale_and_time_zone(tmp_path: Path) -> None:
    assert _hold(tmp_path, "z3-golshahr/agency-sheet/education", "z3-golshahr/residents-leaflet") == 4


@pytest.mark.proof
def test_every_document_has_the_same_bytes_in_another_folder_locale_and_time_zone(tmp_path: Path) -> None:
    assert _hold(tmp_path) >= 144
