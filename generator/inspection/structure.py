"""Checks of structure: names that must be unique, marks that must come in pairs, and references that must resolve.

Most of these are faults that the Open XML SDK does not see, though Word calls the file damaged or loses what it meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspection.package import NAMES, WP, Element, Fault, Package, Part, W, fault, in_fallback, owner, value
from generator.inspection.styles import Styles

_LONGEST_TAG = 64
_LONGEST_NUMBER = 9
"""Digits of a number of columns."""
_CITES = re.compile(r"^\s*(?:PAGEREF|REF|NOTEREF)\s+\"?([^\s\"\\]+)|^\s*HYPERLINK\s+\\l\s+\"([^\"]+)\"")
_BLOCKS = tuple(W + name for name in ("p", "tbl", "sdt", "sdtContent", "customXml"))
_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def inspect(package: Package, styles: Styles) -> Iterator[Fault]:
    """Yield the faults of structure in all parts."""
    yield from _repeated_controls(package)
    yield from _repeated_bookmarks(package)
    yield from _dangling_anchors(package)
    lists = _lists(package.numbering)
    for part in package.formatted:
        yield from _unknown_styles(part, styles)
        yield from _unknown_lists(part, lists)
    for part in package.stories:
        yield from _unpaired_bookmarks(part)
        yield from _cells(part)
        yield from _rows(part)
        yield from _fields(part)
        yield from _long_tags(part)
        yield from _drawings(part)
    yield from _headings(package.document, styles)


def _repeated_controls(package: Package) -> Iterator[Fault]:
    known: set[str] = set()
    for part in package.stories:
        for control in part.iter("sdt"):
            identifier = value(control.find(f"{W}sdtPr/{W}id"))
            if identifier and not in_fallback(control):
                if identifier in known:
                    yield fault("word-control-repeated", part.name, control, id=identifier)
                known.add(identifier)


def _repeated_bookmarks(package: Package) -> Iterator[Fault]:
    """Word compares names without regard to case and drops all but one of them."""
    known: set[str] = set()
    for part in package.stories:
        for start in part.iter("bookmarkStart"):
            if not in_fallback(start):
                name = value(start, "name")
                if name.lower() in known:
                    yield fault("word-bookmark-repeated", part.name, start, name=name)
                known.add(name.lower())


def _dangling_anchors(package: Package) -> Iterator[Fault]:
    known = {value(start, "name").lower() for part in package.stories for start in part.iter("bookmarkStart")} | {"_top"}
    for part in package.stories:
        for node in part.iter("hyperlink", "instrText", "fldSimple"):
            name = _anchor(node)
            if name and name.lower() not in known:
                yield fault("word-anchor-dangling", part.name, node, name=name)


def _anchor(node: Element) -> str:
    """Return the bookmark that a link or field refers to."""
    if node.tag == W + "hyperlink":
        return value(node, "anchor")
    instruction = (node.text or "") if node.tag == W + "instrText" else value(node, "instr")
    cited = _CITES.match(instruction)
    return (cited[1] or cited[2]) if cited else ""


def _unknown_styles(part: Part, styles: Styles) -> Iterator[Fault]:
    for node in part.iter(*_STYLE_KINDS, "basedOn", "link", "next"):
        kind = _STYLE_KINDS.get(node.tag.removeprefix(W)) or value(node.getparent(), "type")
        if node.tag == W + "link":
            kind = "character" if kind == "paragraph" else "paragraph"
        if not styles.known(kind, value(node)):
            yield fault("word-style-unknown", part.name, node, name=value(node))


def _lists(part: Part | None) -> frozenset[str]:
    """Return the ids of lists, with that of no list."""
    return frozenset({"0", *(value(number, "numId") for number in (part.iter("num") if part else ()))})


def _unknown_lists(part: Part, lists: frozenset[str]) -> Iterator[Fault]:
    for node in part.root.iterfind(".//w:numPr/w:numId", NAMES):
        if value(node) not in lists:
            yield fault("word-list-unknown", part.name, node, id=value(node))
    definitions = {value(entry, "abstractNumId") for entry in part.root.iterfind("w:abstractNum", NAMES)}
    for node in part.root.iterfind("w:num/w:abstractNumId", NAMES):
        if value(node) not in definitions:
            yield fault("word-list-unknown", part.name, node, id=value(node))


def _unpaired_bookmarks(part: Part) -> Iterator[Fault]:
    starts = {value(node, "id"): node for node in part.iter("bookmarkStart") if not in_fallback(node)}
    ends = {value(node, "id"): node for node in part.iter("bookmarkEnd") if not in_fallback(node)}
    for identifier in starts.keys() - ends.keys():
        name = value(starts[identifier], "name")
        yield fault("word-bookmark-unpaired", part.name, starts[identifier], name=name)
    for identifier in ends.keys() - starts.keys():
        yield fault("word-bookmark-unpaired", part.name, ends[identifier], name=identifier)


def _cells(part: Part) -> Iterator[Fault]:
    for cell in part.iter("tc"):
        if not _ends_in_paragraph(cell):
            yield fault("word-cell-unended", part.name, cell)


def _ends_in_paragraph(holder: Element) -> bool:
    blocks = [child for child in holder if child.tag in _BLOCKS]
    if not blocks:
        return False
    return blocks[-1].tag == W + "p" or (blocks[-1].tag != W + "tbl" and _ends_in_paragraph(blocks[-1]))


def _rows(part: Part) -> Iterator[Fault]:
    for table in part.iter("tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iter(W + "tr"):
            if owner(row, "tbl") is table and (width := _width(row)) != columns:
                yield fault("word-row-off-grid", part.name, row, width=width, columns=columns)


def _width(row: Element) -> int:
    """Count the columns of the grid that a row takes."""
    cells = [cell for cell in row.iter(W + "tc") if owner(cell, "tr") is row]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells]
    skipped = [row.find(f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    return sum(_number(span, 1) for span in spans) + sum(_number(gap, 0) for gap in skipped)


def _number(node: Element | None, otherwise: int) -> int:
    given = value(node)
    return int(given) if given.isdecimal() and len(given) <= _LONGEST_NUMBER else otherwise


def _fields(part: Part) -> Iterator[Fault]:
    """Check that each field has a begin, an end in the same story, and at most one separator between them."""
    stories: dict[Element | None, list[tuple[Element, str]]] = {}
    for mark in part.iter("fldChar"):
        stack = stories.setdefault(owner(mark, "txbxContent", "footnote", "endnote", "comment"), [])
        kind = value(mark, "fldCharType")
        within = stack[-1][1] if stack else ""
        if kind == "end" and within:
            stack.pop()
        elif kind == "begin":
            stack.append((mark, "begin"))
        elif kind == "separate" and within == "begin":
            stack[-1] = (stack[-1][0], "separate")
        else:
            yield fault("word-field-unbalanced", part.name, mark, kind=kind)
            if kind == "separate" and not within:
                stack.append((mark, "reported"))
    for stack in stories.values():
        for mark, state in stack:
            if state != "reported":
                yield fault("word-field-unbalanced", part.name, mark, kind="begin")


def _long_tags(part: Part) -> Iterator[Fault]:
    for node in part.root.iterfind(".//w:sdtPr/*", NAMES):
        if node.tag in (W + "tag", W + "alias") and len(value(node)) > _LONGEST_TAG:
            yield fault("word-tag-long", part.name, node, tag=value(node)[:20] + "…", length=len(value(node)))


def _drawings(part: Part) -> Iterator[Fault]:
    """Check that ids are unique in a part, and that every picture has a description or is marked as decoration."""
    known: set[str] = set()
    for properties in part.root.iter(WP + "docPr"):
        if in_fallback(properties):
            continue
        identifier = properties.get("id", "")
        if identifier in known:
            yield fault("word-drawing-repeated", part.name, properties, id=identifier)
        known.add(identifier)
        drawing = owner(properties, "drawing")
        is_box = drawing is not None and drawing.find(f".//{W}txbxContent") is not None
        decorative = any(child.get("val") in ("1", "true") for child in properties.iter("{*}decorative"))
        if not (properties.get("descr", "").strip() or is_box or decorative):
            yield fault("word-drawing-undescribed", part.name, properties, name=properties.get("name", ""))


def _headings(part: Part, styles: Styles) -> Iterator[Fault]:
    """Check that no heading level is skipped on the way down; the first may have any (articles are under the title)."""
    before: int | None = None
    for paragraph in part.iter("p"):
        level = styles.outline_level(paragraph)
        if level is None:
            continue
        if before is not None and level > before + 1:
            yield fault("word-heading-skipped", part.name, paragraph, level=level, before=before)
        before = level
