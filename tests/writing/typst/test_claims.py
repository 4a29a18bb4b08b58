"""What a PDF of Typst says of itself, and that it is the same wherever it is made."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from generator.tree.nodes import Document, Properties
from generator.writing.typst import writer
from generator.writing.writers import Supplies, Written
from tests.writing import trees
from tests.writing.pdf.opened import poppler
from tests.writing.pdf.test_claims import NAMES
from tests.writing.pdf.test_file import ROOT
from tests.writing.typst.printed import look


@pytest.fixture(scope="module")
def rich() -> Written:
    return writer.write(trees.rich(), look())


def opened(written: Written) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written.data))


def written(document: Document, supplies: Supplies | None = None) -> pikepdf.Pdf:
    return opened(writer.write(document, look(), supplies or Supplies()))


def test_it_claims_both_standards_in_xmp(rich: Written) -> None:
    file = opened(rich)
    root = etree.fromstring(file.Root.Metadata.read_bytes())

    def said(name: str) -> str:
        return str(root.xpath(f"string(//rdf:Description/@{name} | //{name})", namespaces=NAMES))

    assert (said("a:part"), said("a:conformance"), said("ua:part")) == ("3", "A", "1")
    assert root.xpath("string(//dc:title//rdf:li)", namespaces=NAMES) == "قرارداد نمونه"
    assert root.xpath("string(//dc:language//rdf:li)", namespaces=NAMES) == "fa"


def test_the_catalogue_says_how_to_show_and_read_it(rich: Written) -> None:
    file = opened(rich)
    root = file.Root
    assert root.Lang == "fa"
    assert dict(root.MarkInfo.items()) == {"/Marked": True}
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.ViewerPreferences.Direction == pikepdf.Name.R2L
    (intent,) = root.OutputIntents
    assert intent.S == pikepdf.Name.GTS_PDFA1
    assert "sRGB" in str(intent.OutputConditionIdentifier)
    assert str(root.Outlines.First.Title).endswith("کلیات")


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


def test_another_process_with_another_hash_seed_writes_the_same_bytes(rich: Written) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.style import style;"
        "from generator.writing.typst import writer;"
        "from tests.writing import trees; look, _ = style.load(Path('templates/fa/style.yaml'));"
        "sys.stdout.buffer.write(writer.write(trees.rich(), look).data)"
    )
    environment = {"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin", "HOME": str(Path.home())}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert done.stdout == rich.data
    assert writer.write(trees.rich(), look()).data == rich.data


def test_what_is_attached_lies_in_it_as_its_source() -> None:
    file = written(trees.document(trees.paragraph("متن")), Supplies(attachments={"contract.yaml": b"a: 1\n"}))
    assert file.attachments["contract.yaml"].get_file().read_bytes() == b"a: 1\n"
    (specification,) = file.Root.AF
    assert specification.AFRelationship == pikepdf.Name.Source


def test_marks_lie_across_each_page_and_only_where_there_are_any(rich: Written) -> None:
    marked = opened(rich)
    assert [b"/Subtype /Watermark" in page.Contents[0].read_bytes() for page in marked.pages] == [True] * 7
    bare = replace(trees.rich(), furniture=replace(trees.FURNITURE, marks=()))
    file = written(bare)
    assert all("/XObject" not in page.Resources for page in file.pages)


def test_only_the_faces_of_the_look_are_embedded(rich: Written, tmp_path: Path) -> None:
    file = tmp_path / "rich.pdf"
    file.write_bytes(rich.data)
    listed = [line.split() for line in poppler("pdffonts", file).splitlines()[2:]]
    names = {line[0].partition("+")[2] for line in listed}
    assert names == {"Nazli", "Nazli-Bold", "Titr-Bold", "LiberationSerif", "LiberationSerif-Bold"}
    assert {line[-5] for line in listed} == {"yes"}


def test_each_key_is_reported_with_its_page(rich: Written) -> None:
    assert rich.page_count == 7
    expected = {"letter-number": 2, "article-1": 3, "costs": 4, "cost-b": 4, "plan": 5, "a01/form": 6, "signer-1": 7}
    assert {key: rich.pages[key] for key in expected} == expected
