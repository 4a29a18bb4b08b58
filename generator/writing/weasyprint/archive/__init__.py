"""Makes WeasyPrint's PDF/A-3a a PDF/UA-1 as well, with a structure that says what things are.

    data --> elements.read --> meaning.place_notes, fragments.join, meaning.give --> structure.write --> metadata.write --> data

The line across the pages of a draft comes in last, as it belongs to no part of the structure.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf

from generator.writing import wording
from generator.writing.pdf import attachments, metadata, watermark
from generator.writing.pdf.watermark import Watermark
from generator.writing.weasyprint.archive import elements, fragments, meaning, structure
from generator.writing.weasyprint.archive.elements import Origin


def finish(
    data: bytes,
    origins: Mapping[int, Origin],
    sources: Mapping[str, bytes] | None = None,
    across: Watermark | None = None,
) -> bytes:
    """Turn a PDF/A-3a of WeasyPrint into PDF/A-3a and PDF/UA-1 in one; equal input gives equal bytes.

    `origins` tells what each structure element was in the HTML, `sources` are YAML files to put inside, by name, `across` is
    what stands across every page.
    """
    with pikepdf.open(BytesIO(data)) as file:
        document = elements.read(file, origins)
        meaning.place_notes(document)
        fragments.join(document)
        meaning.give(document)
        structure.write(file, document)
        if across:
            watermark.put(file, across)
        metadata.write(file)
        attachments.attach(file, sources or {}, wording.SOURCE_FILE)
        written = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        file.save(written, deterministic_id=True, object_stream_mode=packed, fix_metadata_version=False)
    return written.getvalue()
