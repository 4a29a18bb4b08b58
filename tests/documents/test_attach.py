"""`sanad build --attach`: the record's own YAML inside the PDF."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf

from tests.documents.built import ROOT

PLACE = "z3-golshahr"


def test_the_yaml_of_a_neighbourhood_is_attached_byte_for_byte(tmp_path: Path) -> None:
    options = ["--kind", "contract", "--format", "pdf", "--attach", "--output", str(tmp_path)]
    command = [sys.executable, "-m", "generator", "build", PLACE, *options]
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300, check=True)
    folder = ROOT / "plans" / "neighbourhoods" / PLACE
    expected = {file.relative_to(folder).as_posix().replace("/", "-"): file.read_bytes() for file in folder.rglob("*.yaml")}
    with pikepdf.open(tmp_path / PLACE / "contract-draft.pdf") as file:
        assert {name: each.get_file().read_bytes() for name, each in file.attachments.items()} == expected
