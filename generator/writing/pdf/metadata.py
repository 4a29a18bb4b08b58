"""The metadata of a PDF: that it is PDF/UA-1 as well as PDF/A-3a, in XMP, and how a program should show it."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name

# PDF/A lets no property into XMP that it does not know: the schema of PDF/UA's own has to be described beside it
# (ISO 19005-3, 6.6.2.3.3).
_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:language><rdf:Bag><rdf:li>fa</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_END = b"</rdf:RDF>"


def write(file: pikepdf.Pdf) -> None:
    """Add both to a file that is PDF/A-3a and says so."""
    before, end, after = file.Root.Metadata.read_bytes().rpartition(_END)
    file.Root.Metadata.write(before + _ACCESSIBLE + end + after)
    file.Root.MarkInfo = Dictionary(Marked=True)
    file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=Name.R2L)
