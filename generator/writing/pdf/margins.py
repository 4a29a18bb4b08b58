"""The margins of a page, as large as its header and footer need.

Word gives way to a header or footer that is higher than its margin; a page of CSS does not, and must be told its margins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from generator.persian import with_plain_spaces
from generator.style import faces
from generator.style.style import PageForm, Style
from generator.tree import annexes
from generator.tree.nodes import Document, Furniture, Heading, Inline, SectionTitle, Text
from generator.tree.walk import Substitutes, every, every_block, plain_text, text
from generator.writing import wording
from generator.writing.measures import HEADER_SHARES, TABLE_GAP

_POINT = 25.4 / 72
_LAYOUT = "plain"


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins above and below the text of a page, in millimetres."""

    top: float
    bottom: float


def margins(page: PageForm, style: Style, document: Document) -> Margins:
    """Return the margins of the page form, or larger ones where its header or footer needs them."""
    return of_forms([page], style, document)[0]


def of_forms(pages: Iterable[PageForm], style: Style, document: Document) -> list[Margins]:
    """Return the margins of each of several page forms of one document."""
    *_, last = annexes.parts(document)
    furniture, longest = annexes.furniture(document.furniture, last.label), ""
    if any(isinstance(node, SectionTitle) for node in every(furniture)):
        longest = max((_title(node) for node in every_block(document) if isinstance(node, Heading)), key=len, default="")
    return [_margins(page, style, furniture, longest) for page in pages]


def _margins(page: PageForm, style: Style, furniture: Furniture, longest: str) -> Margins:
    right, middle, left = (page.text_width * share / 100 for share in HEADER_SHARES)
    heights = [
        _lines(children, role, width, style, longest) * style.roles[role].line
        for children, role, width in (
            (furniture.header_start, "header", right),
            (_marks(furniture), "mark", middle),
            (furniture.header_end, "header", left),
        )
        if children
    ]
    footer = _lines(furniture.footer, "footer", page.text_width, style, longest) if furniture.footer else 0
    height = footer * style.roles["footer"].line
    if furniture.initials:
        width = page.text_width / len(furniture.initials) - 2 * style.tables[_LAYOUT].padding
        lines = max(_line_count(wording.initials(label), "footer", width, style) for label in furniture.initials)
        height += lines * style.roles["footer"].line + 2 * style.tables[_LAYOUT].padding
    return Margins(
        max(page.top, page.header + (max(heights) + TABLE_GAP) * _POINT) if heights else page.top,
        max(page.bottom, page.footer + height * _POINT) if height else page.bottom,
    )


def _marks(furniture: Furniture) -> tuple[Inline, ...]:
    return (Text("\n".join(wording.mark_lines(furniture.marks))),) if furniture.marks else ()


def _title(heading: Heading) -> str:
    return wording.heading_number(heading.number) + plain_text(heading.children) if heading.level == 1 else ""


def _lines(children: Iterable[Inline], role: str, width: float, style: Style, title: str) -> int:
    """Count the lines of inline nodes; a section's title counts as the longest there is."""
    given = Substitutes(line_end="\n", page="۰۰۰", title=title)
    printed = with_plain_spaces(text(children, lambda blank: wording.blank(blank.width), given))
    return sum(_line_count(line, role, width, style) for line in printed.split("\n"))


def _line_count(text: str, role: str, width: float, style: Style) -> int:
    look = style.roles[role]
    return max(1, ceil(faces.advance(text, style.stack(role).faces, look.size, look.bold) / width))
