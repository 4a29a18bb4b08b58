"""The named Word styles: one for every role and table look of `style.yaml`, under names that a person finds in Word.

Direction stands in `Normal` (paragraphs inherit `w:bidi`); `w:rtl` and `w:cs` may not stand in any style (MS-OI29500
2.1.260), so every run carries its own.
"""

from __future__ import annotations

from generator.style.style import RoleLook, Style, TableLook
from generator.writing.measures import TABLE_GAP
from generator.writing.word import digit_face
from generator.writing.word.xml import NAMESPACES, eighths, escape, half_points, twips

# «Justify Low», as Iranian offices justify Persian text in Word. LibreOffice takes it for text from the
# leading edge: with `both` it draws words out, and its version 25.2 never ends on some lines with two no-break spaces.
JUSTIFICATION = {"start": "left", "center": "center", "end": "right", "justify": "lowKashida"}
"""In a bidi paragraph Word reads `left` as the leading edge: the right side of a Persian page."""

BLANK_STYLE = "BlankText"
CHECK_STYLE = "CheckBox"
CHECK_FACE = "MS Gothic"
"""The face that Word itself draws the boxes of forms in."""

DIGIT_STYLE = "CountedDigits"
NOTE_MARK_STYLE = "FootnoteReference"
MARK_STYLE = "ListMark"
GAP_STYLE = "TableGap"

# Ids and names of Word's own styles: without the English name it does not know them; the look's Persian one is an alias.
_BUILT_IN = {
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    "caption": ("Caption", "caption"),
    "contents-title": ("TOCHeading", "TOC Heading"),
    "contents-1": ("TOC1", "toc 1"),
    "contents-2": ("TOC2", "toc 2"),
    "contents-3": ("TOC3", "toc 3"),
    "contents-caption": ("TOC4", "toc 4"),
    "footnote": ("FootnoteText", "footnote text"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
}
_OUTLINE = {"heading-1": 0, "heading-2": 1, "heading-3": 2, "article": 1}
"""Outline levels (from 0), for Word's navigation pane; an article is one level below first-level headings."""
_BASED_ON = {"article": "heading-2"}
"""Styles that are headings to whoever goes by what a style is based on (pandoc); what they inherit so is taken back."""


def fonts(latin: str, persian: str = "") -> str:
    """Return the faces of Latin and of Persian text, for `rPr`; one face for both when one is given."""
    latin, persian = escape(latin), escape(persian or latin)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{latin}" w:cs="{persian}"/>'


def style_id(role: str) -> str:
    """Return the id of a role's paragraph style: `heading-1` is `Heading1`, `cell-small` is `CellSmall`."""
    return _BUILT_IN[role][0] if role in _BUILT_IN else _camel(role)


def table_style_id(role: str) -> str:
    """Return the id of the table style of a table look: `grid` is `TableGrid`."""
    return "Table" + _camel(role)


def _camel(role: str) -> str:
    return "".join(part.capitalize() for part in role.split("-"))


def styles_xml(style: Style) -> str:
    """Return `word/styles.xml` of a look."""
    body = style.roles["body"]
    entries = [_defaults(style, body), _LATENT, _NORMAL, _CHARACTER_DEFAULT, _TABLE_NORMAL, _NO_LIST]
    entries += [_paragraph_style(style, name, role) for name, role in style.roles.items()]
    entries += [_blank_style(style), _CHECK, _LIST_MARK, _DIGITS, _NOTE_MARK, _GAP]
    entries += [_table_style(style, name, look) for name, look in style.tables.items()]
    return f"<w:styles {NAMESPACES}>{''.join(entries)}</w:styles>"


def _defaults(style: Style, body: RoleLook) -> str:
    stack, size = style.stacks[body.stack], half_points(body.size)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(stack.word_latin, stack.word)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="fa-IR"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/><w:bidi/></w:pPr></w:style>"
)
_CHARACTER_DEFAULT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_LIST_MARK = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{MARK_STYLE}"><w:name w:val="شماره فهرست"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/></w:style>'
)
_CHECK = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{CHECK_STYLE}"><w:name w:val="خانه انتخاب"/>'
    f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{fonts(CHECK_FACE)}</w:rPr></w:style>'
)
# What Word counts by itself: page numbers, marks of footnotes.
_DIGITS = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{DIGIT_STYLE}"><w:name w:val="رقم خودکار"/>'
    f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{fonts(digit_face.FAMILY)}</w:rPr></w:style>'
)
_NOTE_MARK = (
    f'<w:style w:type="character" w:styleId="{NOTE_MARK_STYLE}"><w:name w:val="footnote reference"/>'
    '<w:aliases w:val="نشان پاورقی"/><w:basedOn w:val="DefaultParagraphFont"/>'
    f'<w:rPr>{fonts(digit_face.FAMILY)}<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
# Two tables that touch become one in Word, and a cell may not end in a table: a thin line stands after each.
_GAP = (
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{GAP_STYLE}"><w:name w:val="فاصله پس از جدول"/>'
    '<w:basedOn w:val="Normal"/>'
    f'<w:pPr><w:spacing w:before="0" w:after="0" w:line="{twips(TABLE_GAP)}" w:lineRule="exact"/></w:pPr>'
    '<w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr></w:style>'
)


def _blank_style(style: Style) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{BLANK_STYLE}"><w:name w:val="جای خالی"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{style.colour("muted")}"/></w:rPr></w:style>'
    )


def _paragraph_style(style: Style, name: str, role: RoleLook) -> str:
    identifier = style_id(name)
    if name in _BUILT_IN:
        _, english = _BUILT_IN[name]
        names = f'<w:name w:val="{english}"/><w:aliases w:val="{escape(role.name)}"/>'
        opening = f'<w:style w:type="paragraph" w:styleId="{identifier}">{names}'
    else:
        shown = escape(role.name)
        opening = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{shown}"/>'
    following = f'<w:next w:val="{style_id("body")}"/>' if role.keep_next and name in _OUTLINE else ""
    above = style.roles.get(_BASED_ON.get(name, ""))
    based_on = style_id(_BASED_ON[name]) if above else "Normal"
    return (
        f'{opening}<w:basedOn w:val="{based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(name, role, above)}</w:pPr>"
        f"<w:rPr>{_run_properties(style, role, above)}</w:rPr></w:style>"
    )


def _paragraph_properties(name: str, role: RoleLook, above: RoleLook | None) -> str:
    keep = "<w:keepNext/>" if role.keep_next else '<w:keepNext w:val="0"/>' if above and above.keep_next else ""
    indent = f'<w:ind w:left="{twips(role.indent)}"/>' if role.indent or (above and above.indent) else ""
    outline = f'<w:outlineLvl w:val="{_OUTLINE[name]}"/>' if name in _OUTLINE else ""
    return (
        f'{keep}<w:spacing w:before="{twips(role.before)}" w:after="{twips(role.after)}" '
        f'w:line="{twips(role.line)}" w:lineRule="exact"/>{indent}<w:jc w:val="{JUSTIFICATION[role.align]}"/>{outline}'
    )


def _run_properties(style: Style, role: RoleLook, above: RoleLook | None) -> str:
    stack, size = style.stacks[role.stack], half_points(role.size)
    bold = "<w:b/><w:bCs/>" if role.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>' if above and above.bold else ""
    return (
        f'{fonts(stack.word_latin, stack.word)}{bold}<w:color w:val="{style.colour(role.colour)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _table_style(style: Style, name: str, look: TableLook) -> str:
    shown = escape(look.name)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{table_style_id(name)}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{_borders(style, look)}{cell_margins(look)}</w:tblPr></w:style>'
    )


def _borders(style: Style, look: TableLook) -> str:
    if not look.rule:
        return ""
    rule = f'w:val="single" w:sz="{eighths(look.rule)}" w:space="0" w:color="{style.colour("rule")}"'
    return "<w:tblBorders>" + "".join(
        f"<w:{side} {rule}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ) + "</w:tblBorders>"  # fmt: skip


def cell_margins(look: TableLook) -> str:
    """Return the cell padding of a table look, for `tblPr`."""
    width = twips(look.padding)
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"
