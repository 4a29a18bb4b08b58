"""Gives the structure elements their types of ISO 32000-1, 14.8.4; WeasyPrint knows only tags of HTML.

Footnotes stand at their calls; wrappers that say nothing go; captions, labels, contents and layout tables become what they are.
"""

from __future__ import annotations

import re

import pikepdf

from generator.writing import wording
from generator.writing.weasyprint.archive.elements import LEADER, Annotation, Kid, StructureElement

_LAYOUT = ("letterhead", "signatures", "initials", "cards")
"""Tables that only put things side by side."""

_TABLE_PARTS = ("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD")
_WRAPPERS = ("NonStruct", "Div", "Span")
_EMPTY = ("P", "Span", "Link", "Sect", "Caption", "Lbl", "Reference", "H1", "H2", "H3", "H4", "H5", "H6")
"""Types that are left out when empty: a paragraph that only makes room."""

_HEADING = re.compile("H[1-6]")
_SCOPES = {"row": "/Row", "col": "/Column", "": "/Column"}


def give(document: StructureElement) -> None:
    """Change the elements under `document` in place."""
    document.kids = _settled(document)
    # Inherited by all below it (ISO 32000-1, 14.8.5.4.3): a screen reader turns the columns of a table round by it.
    document.attributes["WritingMode"] = pikepdf.Name.RlTb
    _level_headings(document)


def place_notes(document: StructureElement) -> None:
    """Move each footnote from its page's foot behind the mark that calls it."""
    notes: dict[int, StructureElement] = {}
    kept: list[Kid] = []
    for area in document.kids:
        found = [node for node in area.walk() if node.is_of("span", "footnote")] if isinstance(area, StructureElement) else []
        if not found or (isinstance(area, StructureElement) and area.origin is not None):
            kept.append(area)
            continue
        for note in found:
            assert note.origin is not None
            if note.origin.element in notes:
                notes[note.origin.element].kids += note.kids
            else:
                notes[note.origin.element] = note
    document.kids = kept
    for node in [*document.walk()]:
        for call in [kid for kid in node.elements() if kid.is_of("span::footnote-call")]:
            assert call.origin is not None
            if call.origin.element in notes:
                node.kids.insert(node.kids.index(call) + 1, notes.pop(call.origin.element))
    document.kids += notes.values()


def _settled(node: StructureElement, *, layout: bool = False) -> list[Kid]:
    """Return the kids of an element with every wrapper replaced by what it holds."""
    kids: list[Kid] = []
    for kid in node.kids:
        kids += _element(kid, layout) if isinstance(kid, StructureElement) else [kid]
    return kids


def _element(node: StructureElement, layout: bool) -> list[Kid]:
    """Return what replaces an element."""
    if node.is_of(LEADER):
        return []
    layout = layout or node.is_of("table", *_LAYOUT)
    node.kids = _settled(node, layout=layout)
    if node.kind in _WRAPPERS:
        node.kids = _without_areas(node)
    if layout and node.kind in _TABLE_PARTS:
        return node.kids
    if node.is_of("div", "table"):
        return _with_caption(node)
    if node.is_of("nav", "contents"):
        return _contents(node)
    _name(node)
    if node.kind == "LI":
        _label(node)
    elif node.kind == "Link":
        links = [kid for kid in node.elements() if kid.kind == "Link"]
        node.kids = [inner for kid in node.kids for inner in (_without_areas(kid) if kid in links else [kid])]
    elif node.kind in ("TD", "TH"):
        _say_plainly(node)
    elif node.kind == "Table" and node.origin is not None and node.origin.summary:
        node.attributes["Summary"] = pikepdf.String(node.origin.summary)
    if node.kind in _WRAPPERS and not (node.alt or node.language):
        return node.kids
    return [] if node.kind in _EMPTY and not node.kids else [node]


def _without_areas(node: StructureElement) -> list[Kid]:
    """Return the kids of an element in a link without its area: WeasyPrint makes one for each, within that of the link."""
    return [kid for kid in node.kids if not isinstance(kid, Annotation)]


def _name(node: StructureElement) -> None:
    """Set the type of an element, and its attributes, from the element of the HTML."""
    origin = node.origin
    if origin is None:
        return
    if node.is_of("span", "footnote"):
        node.kind = "Note"
    elif node.is_of("span::footnote-call"):
        node.kind = "Reference"
    elif node.is_of("span", "mark") or origin.name in ("p::before", "span::footnote-marker"):
        node.kind = "Lbl"
    elif node.is_of("bdi", "latin"):
        node.kind, node.language = "Span", "en"
    elif node.is_of("span", "blank"):
        node.kind, node.alt = "Span", wording.blank_prompt(origin.title)
    elif node.kind == "TH":
        node.attributes["Scope"] = pikepdf.Name(_SCOPES[origin.scope])
    elif node.kind == "L":
        marks = "/Disc" if origin.name == "ul" else "/Decimal"
        node.attributes["ListNumbering"] = pikepdf.Name("/None" if "letters" in origin.classes else marks)


def _label(item: StructureElement) -> None:
    """Move the mark of a list item out of the first paragraph, before the body."""
    for body in item.elements():
        first = next(body.elements(), None)
        label = next(first.elements(), None) if first is not None and first.kind == "P" else None
        if body.kind == "LBody" and first is not None and label is not None and label.kind == "Lbl":
            first.kids.remove(label)
            if not first.kids:
                body.kids.remove(first)
            item.kids.insert(0, label)
            return


def _say_plainly(cell: StructureElement) -> None:
    """Take the paragraph out of a cell that has only one."""
    if len(cell.kids) == 1 and isinstance(cell.kids[0], StructureElement) and cell.kids[0].kind == "P":
        cell.kids = cell.kids[0].kids


def _with_caption(wrapper: StructureElement) -> list[Kid]:
    """Make the caption before a table its first part."""
    captions = [kid for kid in wrapper.elements() if kid.is_of("p", "role-caption")]
    tables = [kid for kid in wrapper.elements() if kid.kind == "Table"]
    if len(tables) == 1:
        for caption in captions:
            caption.kind = "Caption"
            wrapper.kids.remove(caption)
        tables[0].kids[:0] = captions
    return wrapper.kids


def _contents(wrapper: StructureElement) -> list[Kid]:
    """Make a table of contents, each line an item that refers to its place."""
    wrapper.kind = "TOC"
    for line in wrapper.elements():
        if any(kid.kind == "Link" for kid in line.elements()):
            reference = StructureElement("Reference", line.page, line.kids)
            line.kind, line.kids = "TOCI", [reference]
        else:
            line.kind = "Caption"
    return [wrapper]


def _level_headings(document: StructureElement) -> None:
    """Number the levels of headings from the first, one by one, as those of the text relate to each other."""
    above: list[str] = []
    for node in document.walk():
        if _HEADING.fullmatch(node.kind):
            while above and above[-1] >= node.kind:
                above.pop()
            above.append(node.kind)
            node.kind = f"H{len(above)}"
