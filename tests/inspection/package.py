"""A small Word package, made by hand, with every kind of part that has text: faults are planted in each.

Every room (body, header, footer, notes, comment, glossary, and text boxes in three of them) holds the same, with its own ids.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_EMU = 'distT="0" distB="0" distL="0" distR="0"'

ROOMS = {
    "body": (1, "word/document.xml", "/w:body/"),
    "header": (2, "word/header1.xml", "/w:hdr/"),
    "footer": (3, "word/footer1.xml", "/w:ftr/"),
    "footnote": (4, "word/footnotes.xml", "/w:footnote[3]/"),
    "endnote": (5, "word/endnotes.xml", "/w:endnote[3]/"),
    "comment": (6, "word/comments.xml", "/w:comment/"),
    "glossary": (10, "word/glossary/document.xml", "/w:docPartBody/"),
    "text box of the body": (7, "word/document.xml", "/w:txbxContent/"),
    "text box of the header": (8, "word/header1.xml", "/w:txbxContent/"),
    "text box of the footer": (9, "word/footer1.xml", "/w:txbxContent/"),
}
"""Each room: its number, its part, and what the path of an element in it contains."""


def _run(text: str, marks: str = "<w:rtl/>") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(instruction: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:rPr><w:rtl/></w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = f'<w:r><w:rPr><w:rtl/></w:rPr><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + field + mark("separate") + _run("۱") + mark("end")


def _picture(identifier: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline {_EMU}><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{identifier}" name="نشان" descr="نشان برنامه"/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"/></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _control(identifier: int, tag: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="نام"/><w:tag w:val="{tag}"/><w:id w:val="{identifier}"/></w:sdtPr>'
        f"<w:sdtContent><w:p>{_run('نام و نام خانوادگی')}</w:p></w:sdtContent></w:sdt>"
    )


_CELL = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
_SPAN = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'


def room(number: int) -> str:
    """The content of a room: a bit of everything that can go wrong, all right."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:bookmarkStart w:id="{number}01" w:name="mark_{number}"/>'
        + _run("متن پررنگ", '<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl/>')
        + f'<w:bookmarkEnd w:id="{number}01"/>'
        + _run(" ۱۲۳ ")
        + _run("Latin", '<w:lang w:val="en-US"/>')
        + _run("۰۵۱-۳۸", "<w:cs/>")
        + f'<w:hyperlink w:anchor="mark_{number}">{_run("بند یک")}</w:hyperlink>'
        + _field(f"PAGEREF mark_{number} \\h")
        + _run("نام", '<w:rStyle w:val="Blank"/><w:rFonts w:ascii="Times New Roman" w:cs="B Nazanin"/><w:rtl/>')
        + _picture(number * 10)
        + _picture(number * 10 + 1)
        + '</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        + _run("مورد فهرست")
        + '</w:p><w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:bidiVisual/><w:tblW w:w="2000" w:type="dxa"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        f"<w:tr><w:tc>{_CELL}<w:p>{_run('سلول')}</w:p></w:tc><w:tc>{_CELL}<w:p>{_run('دیگر')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc>{_SPAN}<w:p>{_run('جمع')}</w:p></w:tc></w:tr></w:tbl>"
        + _control(number * 100, f"name-{number}")
        + _control(number * 100 + 1, f"post-{number}")
        + f"<w:p>{_run('پایان')}</w:p>"
    )


def _box(number: int, content: str) -> str:
    """A paragraph with a text box, and for old programs the same again in `mc:Fallback`, names and all."""
    start, end = f'<w:bookmarkStart w:id="{number}01" w:name="mark_{number}"/>', f'<w:bookmarkEnd w:id="{number}01"/>'
    fallback = f"<w:p>{start}{_run('متن')}{end}</w:p>"
    return (
        '<w:p><w:r><w:rPr><w:rtl/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f'<w:drawing><wp:inline {_EMU}><wp:extent cx="9525" cy="9525"/><wp:docPr id="{number * 10 + 5}" name="کادر"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{fallback}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


_HEADINGS = "".join(f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>{_run("عنوان")}</w:p>' for level in (1, 2, 3, 1))
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="0"/>'
    "<w:bidi/></w:sectPr>"
)
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:bidi/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="متن"/><w:basedOn w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Body"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        for level in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="Lone"><w:name w:val="تنها"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Spare"><w:name w:val="یدک"/><w:basedOn w:val="Body"/></w:style>'
    '<w:style w:type="character" w:styleId="Blank"><w:name w:val="جای خالی"/></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="جدول"/></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:rPr><w:rtl/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_FONTS = '<w:font w:name="Vazirmatn"><w:embedRegular r:id="rId1" w:fontKey="{00112233-4455-6677-8899-AABBCCDDEEFF}"/></w:font>'
_KEY = bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
FONT = bytes(byte ^ _KEY[index % 16] for index, byte in enumerate(b"\x00\x01\x00\x00" + b"\x07" * 28)) + b"\x07" * 16
"""Something that begins as a TrueType file, its first 32 bytes turned by the key."""
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>سند نمونه</dc:title>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-31T08:30:00Z</dcterms:created></cp:coreProperties>'
)


def _notes(kind: str, number: int) -> str:
    """Separator, continuation separator, and one note that holds a room."""
    opening = (
        f'<w:{kind} w:type="{name}" w:id="{identifier}"><w:p><w:r><w:{mark}/></w:r></w:p></w:{kind}>'
        for identifier, name, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    return f'<w:{kind}s {_NAMES}>{"".join(opening)}<w:{kind} w:id="1">{room(number)}</w:{kind}></w:{kind}s>'


def _relations(*entries: tuple[str, str]) -> str:
    written = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'


def _types() -> str:
    kinds = {
        "document": "document.main",
        "header1": "header",
        "footer1": "footer",
        "glossary/document": "document.glossary",
        **{name: name for name in ("footnotes", "endnotes", "comments", "styles", "numbering", "fontTable")},
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def parts() -> dict[str, str | bytes]:
    """The parts of the package, in which `inspect` finds nothing."""
    number = {name: given for name, (given, _, _) in ROOMS.items()}
    notes = (
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    body = _HEADINGS + room(number["body"]) + _box(number["text box of the body"], room(number["text box of the body"])) + notes
    header = room(number["header"]) + _box(number["text box of the header"], room(number["text box of the header"]))
    footer = room(number["footer"]) + _box(number["text box of the footer"], room(number["text box of the footer"]))
    glossary = (
        '<w:docParts><w:docPart><w:docPartPr><w:name w:val="prompt"/></w:docPartPr>'
        f"<w:docPartBody>{room(number['glossary'])}</w:docPartBody></w:docPart></w:docParts>"
    )
    related = ("header1", "footer1", "footnotes", "endnotes", "comments", "styles", "numbering", "fontTable")
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            *((f"{_OFFICE}/relationships/{name.rstrip('1')}", f"{name}.xml") for name in related),
            (f"{_OFFICE}/relationships/glossaryDocument", "glossary/document.xml"),
        ),
        "word/header1.xml": f"<w:hdr {_NAMES}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_NAMES}>{footer}</w:ftr>",
        "word/footnotes.xml": _notes("footnote", number["footnote"]),
        "word/endnotes.xml": _notes("endnote", number["endnote"]),
        "word/comments.xml": (
            f'<w:comments {_NAMES}><w:comment w:id="1" w:author="کارشناس">{room(number["comment"])}</w:comment></w:comments>'
        ),
        "word/glossary/document.xml": f"<w:glossaryDocument {_NAMES}>{glossary}</w:glossaryDocument>",
        "word/styles.xml": f"<w:styles {_NAMES}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NAMES}>{_NUMBERING}</w:numbering>",
        "word/fontTable.xml": f"<w:fonts {_NAMES}>{_FONTS}</w:fonts>",
        "word/_rels/fontTable.xml.rels": _relations((f"{_OFFICE}/relationships/font", "fonts/font1.odttf")),
        "word/fonts/font1.odttf": FONT,
        "docProps/core.xml": _CORE,
    }


def packed(content: Mapping[str, str | bytes]) -> bytes:
    """The parts as a package."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()
