"""The Open XML SDK's judgement of what the writer writes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.build.doctor import VALIDATOR
from generator.tree.nodes import Document
from tests.writing import trees
from tests.writing.word.opened import Opened

DOCUMENTS = {
    "every-node": trees.rich(),
    "empty": trees.document(),
    "one-table": trees.document(trees.cost_table(), page="letter-a5"),
    "mixed-directions": trees.document(*trees.mixed_directions(), *trees.lists(), furniture=trees.FURNITURE),
}


@pytest.mark.parametrize("office", ["Microsoft365", "Office2013"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_the_open_xml_sdk_finds_no_error(document: Document, office: str, tmp_path: Path) -> None:
    file = tmp_path / "document.docx"
    file.write_bytes(Opened(document).data)
    done = subprocess.run([VALIDATOR, file, office], capture_output=True, text=True, check=False)
    result = json.loads(done.stdout)
    assert result["errors"] == []
    assert result["ok"] is True
