"""Pictures in the text: PNG or JPEG assets as inline drawings with alternative text, figures with their SVG."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zlib import crc32

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.shape import CT_Inline
from docx.parts.document import DocumentPart
from docx.shared import Length, Pt
from lxml import etree

from generator.problems.errors import TemplateError
from generator.problems.messages import problem
from generator.writing.measures import EMBLEM_HEIGHT, EMBLEM_WIDTH

# The extension by which Word 2016 and later show the SVG; other programs show the PNG.
_VECTOR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/></a:ext></a:extLst>'
)


class Pictures:
    """Adds the assets that a document names to its part; the same picture is stored once."""

    def __init__(self, part: DocumentPart, assets: Mapping[str, bytes]) -> None:
        self._part = part
        self._assets = assets
        self._count = 0

    def run(self, name: str, description: str) -> str:
        """Write a run that shows an asset as high as an emblem; TemplateError for one that is unknown or no picture."""
        inline = self._inline(name, height=Pt(EMBLEM_HEIGHT))
        if (excess := inline.extent.cx / Pt(EMBLEM_WIDTH)) > 1:
            inline = self._inline(name, width=Pt(EMBLEM_WIDTH), height=Pt(EMBLEM_HEIGHT / excess))
        return self._run(inline, name, "emblem", description)

    def figure(self, name: str, drawn: str, description: str) -> str:
        """Write a run that shows a PNG at its own size, with the SVG of the same picture for programs that can draw it."""
        inline = self._inline(name)
        vector = Part(
            self._part.package.next_partname("/word/media/figure%d.svg"),
            "image/svg+xml",
            self._asset(drawn),
            self._part.package,
        )
        blip = inline.graphic.graphicData.pic.blipFill.blip
        blip.append(parse_xml(_VECTOR.format(relation=self._part.relate_to(vector, RELATIONSHIP_TYPE.IMAGE))))
        return self._run(inline, name, "figure", description)

    def photograph(self, name: str, wide: float, high: float, description: str) -> str:
        """Write a run that shows a picture from a file in a size in points."""
        return self._run(self._inline(name, Pt(wide), Pt(high)), name, "picture", description)

    def _asset(self, name: str) -> bytes:
        try:
            return self._assets[name]
        except KeyError as error:
            raise TemplateError([problem("asset-refused", address=name)]) from error

    def _inline(self, name: str, width: Length | None = None, height: Length | None = None) -> CT_Inline:
        try:
            return self._part.new_pic_inline(BytesIO(self._asset(name)), width, height)
        except UnrecognizedImageError as error:
            raise TemplateError([problem("asset-refused", address=name)]) from error

    def _run(self, inline: CT_Inline, name: str, kind: str, description: str) -> str:
        self._count += 1
        for side in "TBLR":  # LibreOffice takes an eighth of an inch where nothing is said
            inline.set(f"dist{side}", "0")
        inline.docPr.set("id", str(crc32(f"{name}/{self._count}".encode()) & 0x7FFFFFFF))
        inline.docPr.set("name", f"{kind} {self._count}")
        inline.docPr.set("descr", description)
        return f"<w:r><w:rPr><w:rtl/></w:rPr><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
