"""Pictures in the text: PNG or JPEG assets as inline drawings with alternative text."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zlib import crc32

from docx.image.exceptions import UnrecognizedImageError
from docx.oxml.xmlchemy import serialize_for_reading
from docx.parts.document import DocumentPart
from docx.shared import Pt

from generator.errors import TemplateError
from generator.messages import problem
from generator.writing.measures import EMBLEM_HEIGHT


class Pictures:
    """Adds the assets that a document names to its part; the same picture is stored once."""

    def __init__(self, part: DocumentPart, assets: Mapping[str, bytes]) -> None:
        self._part = part
        self._assets = assets
        self._count = 0

    def run(self, name: str, description: str) -> str:
        """A run that shows an asset as high as an emblem; TemplateError for one that is unknown or no picture."""
        self._count += 1
        try:
            inline = self._part.new_pic_inline(BytesIO(self._assets[name]), height=Pt(EMBLEM_HEIGHT))
        except (KeyError, UnrecognizedImageError) as error:
            raise TemplateError([problem("asset-refused", address=name)]) from error
        inline.docPr.set("id", str(crc32(f"{name}/{self._count}".encode()) & 0x7FFFFFFF))
        inline.docPr.set("name", f"emblem {self._count}")
        inline.docPr.set("descr", description)
        return f"<w:r><w:rPr><w:rtl/></w:rPr><w:drawing>{serialize_for_reading(inline)}</w:drawing></w:r>"
