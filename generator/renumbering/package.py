"""The Word package of a contract: opened within the bounds of inspection, and put together again with another body."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from generator.inspection.package import Element


def with_document(data: bytes, name: str, root: Element) -> bytes:
    """Return a package with another content of one part; all other parts are the same bytes in the same order."""
    written = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = written if entry.filename == name else old.read(entry)
            copied = zipfile.ZipInfo(entry.filename, entry.date_time)
            copied.compress_type = zipfile.ZIP_DEFLATED
            copied.external_attr, copied.create_system = entry.external_attr, entry.create_system
            new.writestr(copied, content)
    return buffer.getvalue()
