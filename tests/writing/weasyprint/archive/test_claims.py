"""What a built PDF says of itself: PDF/A-3a and PDF/UA-1, its language, title and look on paper."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from generator.style import style
from generator.style.style import Style
from generator.writing.weasyprint import html, writer
from tests.writing import trees
from tests.writing.weasyprint.test_pdf import ROOT

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "a": "http://www.aiim.org/pdfa/ns/id/",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
}


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


@pytest.fixture(scope="module")
def data(look: Style) -> bytes:
    return writer.write(trees.rich(), look).data


def test_it_claims_both_standards_in_xmp(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as file:
        root = etree.fromstring(file.Root.Metadata.read_bytes())

    def said(name: str) -> str:
        return str(root.xpath(f"string(//rdf:Description/@{name} | //{name})", namespaces=NAMES))

    assert (said("a:part"), said("a:conformance"), said("ua:part")) == ("3", "A", "1")
    assert root.xpath("string(//dc:title//rdf:li)", namespaces=NAMES) == "قرارداد نمونه"
    assert root.xpath("string(//dc:language//rdf:li)", namespaces=NAMES) == "fa"


def test_the_catalogue_says_how_to_show_and_read_it(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root
        assert root.Lang == "fa"
        assert dict(root.MarkInfo.items()) == {"/Marked": True}
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.ViewerPreferences.Direction == pikepdf.Name.R2L
        (intent,) = root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFA1
        assert "sRGB" in str(intent.OutputConditionIdentifier)
        assert str(root.Outlines.First.Title).endswith("کلیات")


def test_what_is_said_of_it_changes_nothing_on_paper(look: Style, tmp_path: Path) -> None:
    document = trees.rich()
    document = replace(document, furniture=replace(document.furniture, marks=()))
    data = writer.write(document, look).data
    _, plain, _ = writer.engine().lay_out(html.compose(document, look).html, {})
    pictures = []
    for name, file in (("plain", plain), ("archive", data)):
        (tmp_path / f"{name}.pdf").write_bytes(file)
        command = ["pdftoppm", "-r", "40", "-gray", str(tmp_path / f"{name}.pdf")]
        pictures.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) > 100_000
