"""Sections: page form, direction, and the headers and footers that repeat on their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from generator.style.style import PageForm, Style
from generator.tree import annexes
from generator.tree.nodes import Document, Furniture, Heading, Inline, LineBreak, Section, SectionTitle
from generator.tree.walk import every
from generator.writing import wording
from generator.writing.measures import HEADER_SHARES
from generator.writing.parts import Counts
from generator.writing.word import elements
from generator.writing.word.bookmarks import Bookmarks, bookmark_name
from generator.writing.word.runs import PAGES_OF_SECTION, Inlines, mixed_runs, text_run
from generator.writing.word.styles import style_id, table_style_id
from generator.writing.word.tables import gap
from generator.writing.word.watermark import watermark_run
from generator.writing.word.xml import NAMESPACES, divide, twips_of_millimetres

_LAYOUT = "plain"

END = "_end"
"""The name of the place where a document ends that annexes follow; no element can have this key."""

_ANEW = '<w:pgNumType w:start="1"/>'


def text_width(page: PageForm) -> int:
    """Return the width between the margins, in twips."""
    return twips_of_millimetres(page.width) - twips_of_millimetres(page.left) - twips_of_millimetres(page.right)


@dataclass(frozen=True, slots=True)
class _References:
    """Relation ids of the parts that repeat on the pages of one form; empty when there is nothing to repeat."""

    header: str
    footer: str
    cover_header: str


class Sections:
    """Writes the section properties of one document; pages of one form and title share their header and footer parts."""

    def __init__(self, document: Document, style: Style, part: DocumentPart, inlines: Inlines, counts: Counts) -> None:
        self._document = document
        self._parts = annexes.parts(document)
        self._counts = counts
        self._cover = document.cover
        self._style = style
        self._part = part
        self._inlines = inlines
        self._known: dict[tuple[str, str | None, str], _References] = {}
        self._watermarks = 0

    def end(self, number: int, last: elements.Paragraph, bookmarks: Bookmarks) -> None:
        """Mark where the document ends that annexes follow, so that its pages can be counted without theirs.

        Word counts the pages of all sections or of one: of several a bookmark in the last paragraph tells the last page.
        """
        own = self._parts[0]
        if len(self._parts) > 1 and number == own.end - 1 and own.end > 1:
            start, end = bookmarks.place(END)
            last.content += [start, end]

    def properties(self, number: int, title: str | None) -> str:
        """Write the `w:sectPr` of a section; the first page of the first one may be a cover.

        `title` is what headers show for the section's title where no fields are computed.
        """
        section = self._document.sections[number]
        page = self._style.pages[section.page]
        self._inlines.section_title = title
        self._count(number)
        references = self._references((section.page, title, section.label), page)
        cover = number == 0 and self._cover
        marks = [
            _reference("header", "default", references.header),
            _reference("header", "first", references.cover_header if cover else ""),
            _reference("footer", "default", references.footer),
        ]
        orient = ' w:orient="landscape"' if page.width > page.height else ""
        margins = " ".join(
            f'w:{side}="{twips_of_millimetres(getattr(page, side))}"'
            for side in ("top", "right", "bottom", "left", "header", "footer")
        )
        anew = _ANEW if section.annex else ""
        return (
            f'<w:sectPr>{"".join(marks)}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips_of_millimetres(page.width)}" w:h="{twips_of_millimetres(page.height)}"{orient}/>'
            f'<w:pgMar {margins} w:gutter="0"/>{anew}<w:cols w:space="720"/>{"<w:titlePg/>" if cover else ""}'
            "<w:bidi/><w:rtlGutter/></w:sectPr>"
        )

    def _count(self, number: int) -> None:
        """Choose the field that counts the pages of the part of a section, and what it has found."""
        if len(self._parts) == 1:
            self._inlines.page_count = self._counts.pages
            return
        at = max(at for at, part in enumerate(self._parts) if part.first <= number)
        part = self._parts[at]
        alone = part.end - part.first == 1
        self._inlines.page_count = self._counts.of(at)
        self._inlines.count_field = PAGES_OF_SECTION if alone else f"PAGEREF {bookmark_name(END)}"

    def _references(self, form: tuple[str, str | None, str], page: PageForm) -> _References:
        if form not in self._known:
            width = text_width(page)
            furniture = annexes.furniture(self._document.furniture, form[-1])
            cover = self._cover and not self._known
            self._known[form] = _References(
                header=self._add_header(_header(furniture, width, self._inlines), page),
                footer=self._add(self._part.add_footer_part, _footer(furniture, width, self._inlines)),
                cover_header=self._add_header(_marks(furniture), page) if cover else "",
            )
        return self._known[form]

    def _add_header(self, content: Sequence[elements.Element], page: PageForm) -> str:
        """Add a header, with the marks across its pages in its last paragraph: a cell of its table would hold the shape."""
        marks = self._document.furniture.marks
        if content and isinstance(last := content[-1], elements.Paragraph) and marks:
            self._watermarks += 1
            last.content.append(watermark_run(marks, page, self._style, self._watermarks))
        return self._add(self._part.add_header_part, content)

    @staticmethod
    def _add(new_part: Any, content: Sequence[elements.Element]) -> str:
        """Add a header or footer part; return its relation id, or nothing when there is no content."""
        if not content:
            return ""
        part, relation = new_part()
        root = part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:hdr {NAMESPACES}>{''.join(element.xml() for element in content)}</w:hdr>"):
            root.append(child)
        return str(relation)


def section_titles(document: Document, inlines: Inlines) -> list[str | None]:
    """Return for each section the runs of the first-level heading of all its pages, empty where they are several.

    None throughout for a document that repeats no heading or has none.
    """
    repeated = any(isinstance(node, SectionTitle) for node in every(document.furniture))
    headings = [_headings(section) if repeated else [] for section in document.sections]
    if not any(headings):
        return [None] * len(headings)
    titles: list[str | None] = []
    current = ""
    for section, found in zip(document.sections, headings, strict=True):
        alone = len(found) == 1 and section.blocks[0] is found[0]
        if found:
            current = text_run(wording.heading_number(found[-1].number)) if found[-1].number else ""
            current += inlines.runs(found[-1].children, anchored=False)
        titles.append(current if alone or not found else "")
    return titles


def _headings(section: Section) -> list[Heading]:
    return [node for node in every(section) if isinstance(node, Heading) and node.level == 1]


def _reference(kind: str, which: str, relation: str) -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{relation}"/>' if relation else ""


def _header(furniture: Furniture, width: int, inlines: Inlines) -> list[elements.Element]:
    """Write start at the right, marks in the middle, end at the left; marks alone are in the middle of the line."""
    if not (furniture.header_start or furniture.header_end):
        return _marks(furniture)
    start = _lines(furniture.header_start, "header", inlines, align="start")
    end = _lines(furniture.header_end, "header", inlines, align="end")
    middle = _marks(furniture) or [elements.Paragraph(style_id("header"))]
    return [_layout(width, HEADER_SHARES, [start, middle, end]), gap()]


def _lines(children: tuple[Inline, ...], role: str, inlines: Inlines, *, align: str = "") -> list[elements.Element]:
    """Write a paragraph for each line: LibreOffice 7.4 loses the line end before a field that it does not compute."""
    lines: list[list[Inline]] = [[]]
    for child in children:
        if isinstance(child, LineBreak):
            lines.append([])
        else:
            lines[-1].append(child)
    return [elements.Paragraph(style_id(role), [inlines.runs(line, anchored=False)], align=align) for line in lines]


def _marks(furniture: Furniture) -> list[elements.Element]:
    """Write the marks, on the cover too: a sample says so on each page."""
    return [elements.Paragraph(style_id("mark"), [mixed_runs(line)]) for line in wording.mark_lines(furniture.marks)]


def _footer(furniture: Furniture, width: int, inlines: Inlines) -> list[elements.Element]:
    """Write room for short signatures, and under it the footer line."""
    written: list[elements.Element] = []
    if furniture.initials:
        labels: list[list[elements.Element]] = [
            [elements.Paragraph(style_id("footer"), [mixed_runs(wording.initials(label))])] for label in furniture.initials
        ]
        written.append(_layout(width, (1,) * len(labels), labels))
    if furniture.footer or written:
        written += _lines(furniture.footer, "footer", inlines)
    return written


def _layout(width: int, shares: tuple[int, ...], columns: Sequence[list[elements.Element]]) -> elements.Table:
    widths = divide(width, shares)
    cells = [elements.Cell(part, blocks) for part, blocks in zip(widths, columns, strict=True)]
    return elements.Table(table_style_id(_LAYOUT), widths, [elements.Row(cells)])
