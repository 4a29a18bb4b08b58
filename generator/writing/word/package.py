"""The package of a Word file: the parts that every file has, and bytes that depend on the parts alone.

python-docx opens the empty document made here instead of its own template, and does not save it: it would compress every part
once more, and say when.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem

from generator.style.style import Style
from generator.tree.nodes import Document, Properties
from generator.writing import wording
from generator.writing.word import font_table, footnotes
from generator.writing.word.numbering import numbering_xml
from generator.writing.word.styles import styles_xml
from generator.writing.word.xml import NAMESPACES, escape, relations
from generator.writing.writers import NOTHING, Supplies

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FACE_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_EFFORT = 5
"""Of zlib: 6, its own choice, takes half as much time again for a file that is smaller by a fortieth."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_CUSTOM = "/docProps/custom.xml"
LONGEST_TITLE = 255
"""Characters that Word (and python-docx) keep of a property."""


def empty_package(document: Document, style: Style, supplies: Supplies = NOTHING) -> bytes:
    """Make a DOCX without text: styles, numbering, settings, fonts and properties."""
    properties = document.properties
    word = {
        "styles": styles_xml(style),
        "numbering": numbering_xml(),
        "settings": _settings(document, style),
    }
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:p/></w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            *((f"{_OFFICE}/relationships/{name}", f"{name}.xml") for name in (*word, "fontTable"))
        ),
        **{f"word/{name}.xml": content for name, content in word.items()},
        **font_table.parts(style, supplies.embedded),
        "docProps/core.xml": _core(properties),
        "docProps/custom.xml": _custom(_origin(document, supplies)),
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, XML_HEAD + content if isinstance(content, str) else content)
    return buffer.getvalue()


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
        "/word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
        "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
        "/word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="{font_table.SUFFIX}" ContentType="{_FACE_TYPE}"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _settings(document: Document, style: Style) -> str:
    mirrored = "<w:mirrorMargins/>" if style.mirrors(section.page for section in document.sections) else ""
    # Protected, only the blanks can be filled; without a password, as it is meant against slips.
    protection = '<w:documentProtection w:edit="forms" w:enforcement="1"/>' if document.protected else ""
    return (
        # Saved in Word, the file keeps the faces inside it; whole, as a page or an item more needs other digits.
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>{mirrored}{protection}'
        f'<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>{footnotes.SETTINGS}{_COMPATIBILITY}'
        '<w:themeFontLang w:val="en-US" w:bidi="fa-IR"/></w:settings>'
    )


# A forced line end inside a justified paragraph must not stretch its line over the page.
_COMPATIBILITY = (
    "<w:compat><w:doNotExpandShiftReturn/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + "</w:compat>"
)


def _core(properties: Properties) -> str:
    """Return the core properties, without any time: the same records give the same bytes."""
    entries = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": "، ".join(properties.keywords),
        "dc:language": "fa-IR",
    }
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escape(_shortened(text))}</{name}>" for name, text in entries.items() if text)
        + "</cp:coreProperties>"
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"


def _origin(document: Document, supplies: Supplies) -> dict[str, str]:
    properties = document.properties
    found = {"sanad": properties.identifier, "sanad-source": properties.source_hash}
    further = {
        wording.MARK_PROPERTY: "، ".join(document.furniture.marks),
        wording.ENGINE_PROPERTY: supplies.engine,
        wording.FACES_PROPERTY: "، ".join(supplies.faces),
    }
    return found | {name: text for name, text in further.items() if text}


def _custom(properties: Mapping[str, str]) -> str:
    """Return the properties that say what a file is and which records it was made from."""
    entries = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(properties.items(), 2)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{"".join(entries)}</Properties>'
    )


def add_facts(package: OpcPackage, document: Document, supplies: Supplies, facts: Mapping[str, str]) -> None:
    """Add to a file's properties which fact each bookmark of one embraces: LibreOffice keeps them, and loses every tag."""
    table = wording.fact_table(facts)
    for part in package.parts if table else ():
        if part.partname == _CUSTOM:
            part._blob = (XML_HEAD + _custom(_origin(document, supplies) | table)).encode()


def packed(package: OpcPackage, main: Part, text: str) -> bytes:
    """Pack the parts, sorted (content types first) and without times, systems and permissions.

    `text` is what the main part holds instead of its own; it is long, and nobody has to parse it.
    """
    types = _ContentTypesItem.from_parts(package.parts)  # type: ignore[no-untyped-call]
    contents = {PACKAGE_URI.rels_uri: package.rels.xml, CONTENT_TYPES_URI: types.blob}
    for part in package.parts:
        contents[part.partname] = text.encode() if part is main else part.blob
        if part.rels:
            contents[part.partname.rels_uri] = part.rels.xml
    entries = {name.membername: content for name, content in contents.items()}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in sorted(entries, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, entries[name], compresslevel=_EFFORT)
    return buffer.getvalue()
