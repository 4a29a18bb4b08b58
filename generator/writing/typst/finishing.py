"""Finishes a PDF/A-3a of Typst: opened once, changed, and saved once.

Its text becomes one that readers find, its structure says what Typst cannot be told, its properties are those of every file
of this program. The marks across the pages come last, as they belong to no part of the structure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO

import pikepdf
from pikepdf import String

from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing import wording
from generator.writing.pdf import attachments, metadata, watermark
from generator.writing.typst import tagging, textlayer
from generator.writing.typst.tagging.pages import Pages

LANGUAGE = "fa"

_MILLIMETRES = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Raw:
    """What Typst made of a document: the bytes, the file opened from them, the page, from 1, on which each section begins,
    and the texts of the links, in the order of reading."""

    data: bytes
    file: pikepdf.Pdf
    pages: Pages
    starts: Sequence[int]
    links: Sequence[str]


def finish(raw: Raw, document: Document, style: Style, sources: Mapping[str, bytes]) -> bytes:
    """Finish the PDF of a document; `sources` are YAML files to put inside, by name. Equal input gives equal bytes."""
    file = raw.file
    tagging.mend(file, raw.data, raw.pages, document, raw.starts, raw.links)
    textlayer.mend(file)
    sides = [min(float(page.mediabox[2]), float(page.mediabox[3])) * _MILLIMETRES for page in file.pages]
    if marks := watermark.across(document, style, sides):
        watermark.put(file, marks)
    _describe(file, document)
    attachments.attach(file, sources, wording.SOURCE_FILE)
    written = BytesIO()
    packed = pikepdf.ObjectStreamMode.generate
    file.save(written, deterministic_id=True, object_stream_mode=packed, fix_metadata_version=False)
    return written.getvalue()


def _describe(file: pikepdf.Pdf, document: Document) -> None:
    """Write the properties of the document, with the engine and without a time."""
    properties = document.properties
    engine = str(file.docinfo["/Creator"])
    entries = {
        "Title": properties.title,
        "Author": properties.author,
        "Subject": properties.subject,
        "Keywords": ", ".join(properties.keywords),
        "Producer": engine,
        "sanad": properties.identifier,
        "sanadsource": properties.source_hash,
        "sanadmarks": "، ".join(document.furniture.marks),
    }
    for name in [*file.docinfo.keys()]:
        del file.docinfo[name]
    for name, text in entries.items():
        if text:
            file.docinfo[f"/{name}"] = String(text)
    said = {name: escape(text) for name, text in entries.items() if text}
    file.Root.Metadata.write(
        "".join([_BEGIN, *(_PROPERTIES[name].format(said[name]) for name in _PROPERTIES if name in said), _END]).encode()
    )
    file.Root.Lang = String(LANGUAGE)
    metadata.write(file)


_BEGIN = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A">
"""
_PROPERTIES = {
    "Title": '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>\n',
    "Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
    "Subject": '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n',
    "Keywords": "<pdf:Keywords>{}</pdf:Keywords>\n",
    "Producer": "<pdf:Producer>{}</pdf:Producer>\n",
}
_END = """\
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
