"""Joins the fragments of an element: WeasyPrint makes one for each page, and repeats the heads of tables.

A paragraph, list, table or section that runs over a page's end is then read as one, a table's head once.
"""

from __future__ import annotations

from generator.writing.weasyprint.archive.elements import Kid, StructureElement

_INLINE = ("NonStruct", "Span", "Link")
"""Types that are cut at the end of a line too, not at that of a page only."""


def join(document: StructureElement) -> None:
    """Join the fragments of every element; the repeated heads of tables are left out, and so become artifacts."""
    _join_kids(document)


def _join_kids(node: StructureElement) -> None:
    joined: list[Kid] = []
    for kid in node.kids:
        last = joined[-1] if joined else None
        if isinstance(last, StructureElement) and isinstance(kid, StructureElement) and _is_fragment(last, kid):
            _fuse(last, kid)
        else:
            joined.append(kid)
    node.kids = joined
    for below in node.elements():
        _join_kids(below)


def _is_fragment(before: StructureElement, after: StructureElement) -> bool:
    """Whether an element goes on with the next one."""
    if not _same(before, after):
        return False
    return after.page > before.last_page or before.kind in _INLINE


def _same(one: StructureElement, other: StructureElement) -> bool:
    if one.origin is None or other.origin is None or one.kind != other.kind:
        return False
    return (one.origin.element, one.origin.name) == (other.origin.element, other.origin.name)


def _fuse(before: StructureElement, after: StructureElement) -> None:
    """Put what a fragment holds behind what was there; its own fragments are joined when the element's kids are."""
    if before.kind == "TR":
        _fuse_row(before, after)
    elif before.kind == "Table" and any(kid.kind == "THead" for kid in before.elements()):
        before.kids += [kid for kid in after.kids if not (isinstance(kid, StructureElement) and kid.kind == "THead")]
    else:
        before.kids += after.kids
    before.last_page = max(before.last_page, after.last_page)


def _fuse_row(before: StructureElement, after: StructureElement) -> None:
    """Join a row that is higher than a page: each cell goes on with its own."""
    for kid in after.kids:
        mates = [mate for mate in before.elements() if isinstance(kid, StructureElement) and _same(mate, kid)]
        if mates and isinstance(kid, StructureElement):
            _fuse(mates[0], kid)
        else:
            before.kids.append(kid)
