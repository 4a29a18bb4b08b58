"""What a built PDF says of itself: PDF/A-3a and PDF/UA-1, its language and title."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lxml import etree
from PIL import ImageCms

from generator.writing.writers import Write
from tests.writing import trees
from tests.writing.word.opened import LOOK

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "a": "http://www.aiim.org/pdfa/ns/id/",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
}


@pytest.fixture(scope="module")
def data(write: Write) -> bytes:
    return write(trees.rich(), LOOK).data


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
        profile = ImageCms.ImageCmsProfile(io.BytesIO(intent.DestOutputProfile.read_bytes()))
        assert "sRGB" in ImageCms.getProfileDescription(profile)
        assert str(root.Outlines.First.Title).endswith("کلیات")
