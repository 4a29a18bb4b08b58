"""`sanad build --attach`: the record's own YAML inside the PDF."""

from __future__ import annotations

import pikepdf
import pytest

from tests.documents.built import DOCUMENTS, ROOT, Built


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_yaml_of_a_neighbourhood_is_attached_byte_for_byte(built: Built, name: str) -> None:
    folder = ROOT / "plans" / "neighbourhoods" / name.partition("/")[0]
    expected = {file.relative_to(folder).as_posix().replace("/", "-"): file.read_bytes() for file in folder.rglob("*.yaml")}
    with pikepdf.open(built.path(name, "pdf")) as file:
        assert {key: each.get_file().read_bytes() for key, each in file.attachments.items()} == expected
