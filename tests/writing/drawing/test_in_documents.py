"""Figures in both formats: the picture in its place, its caption below, the same words, and alternative text."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pikepdf
import pytest
from lxml import etree
from lxml import html as parsed

from generator.problems.errors import TemplateError
from generator.tree.nodes import Document
from generator.writing import drawing, word
from generator.writing.weasyprint import html
from generator.writing.writers import Supplies, Write
from tests.documents.texts import docx_text, page_text
from tests.writing.drawing.charts import AGENCIES, KINDS, chart, document, figure, look, table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@pytest.fixture(scope="module")
def made() -> Document:
    second = table("costs", ("دستگاه", "برنامه", "واقعی"), *AGENCIES) + chart("progress", "1 2 3", of="costs", width=60)
    return document(KINDS["bars"], '<p>در <ref to="figure-data"/> و <ref to="figure-costs"/>.</p>', second)


@pytest.fixture(scope="module")
def package(made: Document) -> dict[str, bytes]:
    data = word.write(made, look(), Supplies(drawing.pictures(made, look(), ("png", "svg")))).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_word_shows_the_png_with_its_svg_and_alternative_text(made: Document, package: dict[str, bytes]) -> None:
    root = etree.fromstring(package["word/document.xml"])
    relations = etree.fromstring(package["word/_rels/document.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    drawn = drawing.pictures(made, look(), ("png", "svg"))
    shown = [package[f"word/{targets[blip.get(f'{R}embed')]}"] for blip in root.iter(f"{A}blip")]
    vectors = [package[f"word/{targets[blip.get(f'{R}embed')]}"] for blip in root.iter(SVG_BLIP)]
    properties = list(root.iter(f"{WP}docPr"))

    assert shown == [drawn["/figure/figure-data.png"], drawn["/figure/figure-costs.png"]]
    assert vectors == [drawn["/figure/figure-data.svg"], drawn["/figure/figure-costs.svg"]]
    assert len({each.get("id") for each in properties}) == 2
    assert "شهرداری: اعتبار ۱۲٬۵۰۰، هزینه ۸٬۰۰۰٫۵" in properties[0].get("descr")
    assert b"image/svg+xml" in package["[Content_Types].xml"]


def test_word_keeps_a_picture_at_its_own_size_on_the_page_of_its_caption(package: dict[str, bytes]) -> None:
    root = etree.fromstring(package["word/document.xml"])
    extents = [int(extent.get("cx")) / 12700 for extent in root.iter(f"{WP}extent")]
    width = look().pages["portrait"].text_width
    pictures = [drawn.getparent().getparent() for drawn in root.iter(f"{W}drawing")]

    assert extents == pytest.approx([width, width * 0.6], abs=0.5)
    assert max(extents) <= width
    for paragraph in pictures:
        assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
        assert paragraph.getnext().find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "FigureCaption"


def test_both_formats_say_the_same_and_the_caption_is_below(made: Document, package: dict[str, bytes]) -> None:
    body = parsed.fromstring(html.compose(made, look()).html).body
    in_pdf = page_text(*body.iterchildren("section")).split()
    in_word = docx_text(etree.fromstring(package["word/document.xml"])).split()

    assert in_pdf == in_word
    text = " ".join(in_pdf)
    assert "شکل ۱: شکل data" in text and "در شکل ۱ و شکل ۲" in text
    (first, _) = body.iter("img")
    assert page_text(first.getparent().getnext()).strip() == "شکل ۱: شکل data"


def test_the_pdf_draws_outlines_and_no_raster_and_names_the_page_of_a_figure(write: Write, made: Document) -> None:
    result = write(made, look(), Supplies(drawing.pictures(made, look(), ("svg",))))

    assert result.pages["figure-data"] == 1
    with pikepdf.open(BytesIO(result.data)) as file:
        images = [item for item in file.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        texts = [str(item["/Alt"]) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert images == []
    assert any("اعتبار ۱۲٬۵۰۰، هزینه ۸٬۰۰۰٫۵" in text for text in texts)


def test_a_figure_without_its_picture_is_refused_by_every_writer(write: Write) -> None:
    made = document(KINDS["bars"])

    for refusing in (write, word.write):
        with pytest.raises(TemplateError) as refused:
            refusing(made, look())
        assert [found.code for found in refused.value.problems] == ["asset-refused"]
    assert figure(made).key == "figure-data"
