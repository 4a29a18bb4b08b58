"""`sanad build --attach`: the record's own YAML inside the PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf

from tests.documents.built import EACH_PDF, ROOT, Laid


@EACH_PDF
def test_the_yaml_of_a_neighbourhood_is_attached_byte_for_byte(pdf: Callable[[Laid], Path], laid: Laid) -> None:
    folder = ROOT / "plans" / "neighbourhoods" / laid.name.partition("/")[0]
    expected = {file.relative_to(folder).as_posix().replace("/", "-"): file.read_bytes() for file in folder.rglob("*.yaml")}
    with pikepdf.open(pdf(laid)) as file:
        assert {key: each.get_file().read_bytes() for key, each in file.attachments.items()} == expected
