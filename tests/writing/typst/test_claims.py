"""What a PDF of Typst says of itself, and that it is the same wherever it is made."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lxml import etree

from generator.tree.nodes import Document, Properties
from generator.writing.typst import writer
from generator.writing.writers import Supplies, Written
from tests.writing import trees
from tests.writing.pdf.test_claims import NAMES
from tests.writing.typst.printed import look


@pytest.fixture(scope="module")
def rich() -> Written:
    return writer.write(trees.rich(), look())


def opened(written: Written) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written.data))


def written(document: Document, supplies: Supplies | None = None) -> pikepdf.Pdf:
    return opened(writer.write(document, look(), supplies or Supplies()))


def test_its_properties_are_those_of_the_document_with_the_engine_and_without_a_time(rich: Written) -> None:
    file = opened(rich)
    properties = {name: str(value) for name, value in file.docinfo.items()}
    assert properties.pop("/Producer").startswith("Typst 0.15")
    assert properties == {
        "/Title": "قرارداد نمونه",
        "/Author": "دبیرخانه برنامه",
        "/Subject": "محله گلشهر",
        "/Keywords": "قرارداد, گلشهر",
        "/sanad": "contract/z3-golshahr",
        "/sanadsource": "ab12" * 16,
        "/sanadmarks": "نمونه، پیش‌نویس",
    }
    said = file.Root.Metadata.read_bytes()
    assert b"Date" not in said
    assert b"Typst 0.15" in said


def test_properties_that_look_like_markup_stay_what_they_are() -> None:
    title = 'الف & <ب> "ج"'
    file = written(Document(Properties(title, keywords=("a</rdf:li>",)), trees.document(trees.paragraph("متن")).sections))
    root = etree.fromstring(file.Root.Metadata.read_bytes())
    assert file.docinfo["/Title"] == root.xpath("string(//dc:title//rdf:li)", namespaces=NAMES) == title
    assert "/Author" not in file.docinfo
