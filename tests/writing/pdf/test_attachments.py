"""The YAML of a record inside its PDF."""

from __future__ import annotations

import io
import subprocess
from hashlib import md5
from pathlib import Path

import pikepdf

from generator.writing.writers import Supplies, Write
from tests.writing import trees
from tests.writing.word.opened import LOOK

SOURCES = {"plan.yaml": "title: طرح محله\n".encode(), "evaluations-1404-h1.yaml": b"period: 1404-h1\n"}


def test_files_are_attached_as_the_source_of_the_document(write: Write, tmp_path: Path) -> None:
    data = write(trees.document(trees.paragraph("متن")), LOOK, Supplies(attachments=SOURCES)).data
    with pikepdf.open(io.BytesIO(data)) as file:
        assert {str(each.UF): str(each.AFRelationship) for each in file.Root.AF} == dict.fromkeys(SOURCES, "/Source")
        assert {name: each.get_file().read_bytes() for name, each in file.attachments.items()} == SOURCES
        for each in file.Root.AF:
            stored = each.EF.F
            assert bytes(stored.Params.CheckSum) == md5(stored.read_bytes()).digest()
            assert "/ModDate" not in stored.Params
    (tmp_path / "a.pdf").write_bytes(data)
    listed = subprocess.run(["pdfdetach", "-list", str(tmp_path / "a.pdf")], check=True, capture_output=True, text=True).stdout
    assert all(name in listed for name in SOURCES)


def test_without_files_nothing_is_attached_and_links_still_lead_somewhere(write: Write) -> None:
    with pikepdf.open(io.BytesIO(write(trees.rich(), LOOK).data)) as file:
        assert "/AF" not in file.Root
        assert "/EmbeddedFiles" not in file.Root.Names
        assert "/Dests" in file.Root.Names
    with pikepdf.open(io.BytesIO(write(trees.rich(), LOOK, Supplies(attachments=SOURCES)).data)) as file:
        assert {"/Dests", "/EmbeddedFiles"} <= set(file.Root.Names.keys())
