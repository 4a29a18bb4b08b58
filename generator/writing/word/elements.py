"""Paragraphs and tables of a Word body before they become XML, while neighbours can still be tied together.

Keeping blocks on a page, bookmarks over several paragraphs, page and section breaks are all settled on these; widths, heights
and indents are in twips.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.writing.word.styles import JUSTIFICATION


@dataclass(slots=True)
class Paragraph:
    """A paragraph: a style id, run-level XML, and what it sets against its style."""

    style: str
    content: list[str] = field(default_factory=list)
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    list_number: int = 0
    list_level: int = 0
    indent: tuple[int, int] | None = None
    """Leading indent and hanging, where they differ from the style's."""
    align: str = ""
    line_auto: bool = False
    """A line as high as its picture; the style's exact line would cut it."""
    leader: int = 0
    """Where a tab leads to with dots, from the leading edge; 0 for nowhere."""
    section: str = ""
    """The `w:sectPr` of the section that ends here."""
    before: str = ""
    after: str = ""
    """What opens before and closes after the paragraph, around several."""

    def xml(self) -> str:
        """Return the paragraph as `w:p`; an empty one keeps its right-to-left flag for who types into it."""
        content = "".join(self.content)
        mark = "" if "<w:r>" in content else "<w:rPr><w:rtl/></w:rPr>"
        paragraph = f"<w:p><w:pPr>{self._properties()}{mark}{self.section}</w:pPr>{content}</w:p>"
        return self.before + paragraph + self.after

    def _properties(self) -> str:
        parts = [f'<w:pStyle w:val="{self.style}"/>']
        if self.keep_next:
            parts.append("<w:keepNext/>")
        if self.keep_lines:
            parts.append("<w:keepLines/>")
        if self.page_break_before:
            parts.append("<w:pageBreakBefore/>")
        if self.list_number:
            parts.append(f'<w:numPr><w:ilvl w:val="{self.list_level}"/><w:numId w:val="{self.list_number}"/></w:numPr>')
        if self.leader:
            parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.leader}"/></w:tabs>')
        if self.line_auto:
            parts.append('<w:spacing w:line="240" w:lineRule="auto"/>')
        if self.indent is not None:
            leading, hanging = self.indent
            parts.append(f'<w:ind w:left="{leading}" w:hanging="{hanging}"/>')
        if self.align:
            parts.append(f'<w:jc w:val="{JUSTIFICATION[self.align]}"/>')
        return "".join(parts)


@dataclass(slots=True)
class Cell:
    """A cell of the grid: `merge` is `restart` or `continue` of a vertical merge, `fill` six hexadecimal digits."""

    width: int
    blocks: list[Element]
    colspan: int = 1
    merge: str = ""
    fill: str = ""
    centred: bool = False
    bottom: int = 0
    """Padding below the text, 0 for that of the table's style."""
    level: int | None = None
    """The padding above and below the text in the middle of a row of a given height; None for that of the table's style."""

    def xml(self) -> str:
        """Return the cell as `w:tc`; its last element is a paragraph, as Word demands."""
        span = f'<w:gridSpan w:val="{self.colspan}"/>' if self.colspan > 1 else ""
        merge = f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>' if self.fill else ""
        bottom = f'<w:tcMar><w:bottom w:w="{self.bottom}" w:type="dxa"/></w:tcMar>' if self.bottom else ""
        if self.level is not None:
            sides = "".join(f'<w:{side} w:w="{self.level}" w:type="dxa"/>' for side in ("top", "bottom"))
            bottom = f"<w:tcMar>{sides}</w:tcMar>"
        vertical = '<w:vAlign w:val="center"/>' if self.centred or self.level is not None else ""
        inner = "".join(block.xml() for block in self.blocks)
        width = f'<w:tcW w:w="{self.width}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{span}{merge}{fill}{bottom}{vertical}</w:tcPr>{inner}</w:tc>"


@dataclass(slots=True)
class Row:
    """A row; `header` repeats it on each page, `can_split` lets a page break split it; it is at least `height` high."""

    cells: list[Cell]
    header: bool = False
    can_split: bool = False
    height: int = 0
    exact: bool = False
    """Whether it is as high as that, whatever is in it."""

    def xml(self) -> str:
        """Return the row as `w:tr`."""
        header = "<w:tblHeader/>" if self.header else ""
        whole = "" if self.can_split else "<w:cantSplit/>"
        rule = "exact" if self.exact else "atLeast"
        height = f'<w:trHeight w:val="{self.height}" w:hRule="{rule}"/>' if self.height else ""
        properties = f"<w:trPr>{whole}{height}{header}</w:trPr>" if whole or height or header else ""
        return f"<w:tr>{properties}{''.join(cell.xml() for cell in self.cells)}</w:tr>"


@dataclass(slots=True)
class Table:
    """A table of fixed column widths, first column at the right; `caption` and `description` are its alternative text."""

    style: str
    widths: list[int]
    rows: list[Row]
    caption: str = ""
    description: str = ""
    """Both already escaped."""
    borders: str = ""
    """The `w:tblBorders` that it has against its style."""

    def xml(self) -> str:
        """Return the table as `w:tbl`."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        caption = f'<w:tblCaption w:val="{self.caption}"/>' if self.caption else ""
        description = f'<w:tblDescription w:val="{self.description}"/>' if self.description else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style}"/><w:bidiVisual/>'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>{self.borders}<w:tblLayout w:type="fixed"/>'
            f"{caption}{description}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(row.xml() for row in self.rows)}</w:tbl>"
        )


Element = Paragraph | Table


def paragraphs(elements: Sequence[Element]) -> Iterator[Paragraph]:
    """Yield every paragraph of the elements in order, those of cells too."""
    for element in elements:
        if isinstance(element, Paragraph):
            yield element
        else:
            for row in element.rows:
                yield from row_paragraphs(row)


def row_paragraphs(row: Row) -> Iterator[Paragraph]:
    """Yield every paragraph of a row's cells."""
    for cell in row.cells:
        yield from paragraphs(cell.blocks)


def first_paragraph(element: Element) -> Paragraph:
    """Return the first paragraph of an element: itself, or that of a table's first cell."""
    return element if isinstance(element, Paragraph) else first_paragraph(element.rows[0].cells[0].blocks[0])


def keep_together(elements: Sequence[Element]) -> None:
    """Tie elements to one page: every paragraph to its lines and to the next, but the last row or paragraph to no next."""
    for paragraph in paragraphs(elements):
        paragraph.keep_lines = True
    for element in elements[:-1]:
        _keep_all(element)
    if elements and isinstance(elements[-1], Table):
        for row in elements[-1].rows[:-1]:
            keep_row(row)


def keep_last_with_next(elements: Sequence[Element]) -> None:
    """Tie the end of elements to what follows: the last paragraph, and the last row with the gap after its table."""
    for element in reversed(elements):
        if isinstance(element, Table):
            keep_row(element.rows[-1])
            return
        element.keep_next = True
        if any("<w:r>" in part for part in element.content):
            return


def keep_row(row: Row) -> None:
    """Tie a row to the next one."""
    for paragraph in row_paragraphs(row):
        paragraph.keep_next = True


def _keep_all(element: Element) -> None:
    for paragraph in paragraphs([element]):
        paragraph.keep_next = True
