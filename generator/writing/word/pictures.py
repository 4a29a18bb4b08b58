"""Pictures in the text: PNG or JPEG files as inline drawings with alternative text."""

from __future__ import annotations

from zlib import crc32

from docx.oxml.xmlchemy import serialize_for_reading
from docx.parts.document import DocumentPart
from docx.shared import Mm

EMBLEM_HEIGHT = Mm(16)


class Pictures:
    """Adds picture files to a document part; the same file is stored once."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._count = 0

    def run(self, file: str, description: str) -> str:
        """A run that shows a picture file as high as an emblem; a missing file is an OSError."""
        self._count += 1
        inline = self._part.new_pic_inline(file, height=EMBLEM_HEIGHT)
        inline.docPr.set("id", str(crc32(f"{file}/{self._count}".encode()) & 0x7FFFFFFF))
        inline.docPr.set("descr", description)
        return f"<w:r><w:rPr><w:rtl/></w:rPr><w:drawing>{serialize_for_reading(inline)}</w:drawing></w:r>"
