"""The Open XML SDK's judgement of what the writer writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.tree.nodes import Document
from tests.documents.sdk import validate
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
    assert validate(file, office) == []
