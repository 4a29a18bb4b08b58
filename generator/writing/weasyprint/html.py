"""Composes the HTML of a PDF: the whole document as one right-to-left page of text, classes by role, ids from keys.

Every word that the PDF shows stands in the text of `body`, in reading order: headers and footers first, in `header` and
`footer` elements, then the sections. Only bullets, page numbers and the heading that a header repeats are drawn by the style
sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.style.style import Style
from generator.tree import annexes
from generator.tree.nodes import Document, Heading, Properties, SectionTitle
from generator.tree.walk import walk
from generator.writing import parts, wording
from generator.writing.parts import Counts
from generator.writing.pdf.characters import Met
from generator.writing.weasyprint import css
from generator.writing.weasyprint.body.blocks import Blocks, Setting
from generator.writing.weasyprint.body.furniture import write_furniture
from generator.writing.weasyprint.body.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Composed:
    """The HTML of a document, and the characters that each face stack must draw, with the places where each is met."""

    html: str
    characters: Met


def compose(document: Document, style: Style, counts: Counts | None = None) -> Composed:
    """Write a finished tree as complete HTML with its style sheet; equal trees give equal text.

    `counts` are the pages of the parts of a document with annexes, as they were found when it was laid out before.
    """
    counts = counts or parts.counts(document, {}, 0)
    inlines = Inlines(style)
    inlines.sheets = parts.sheets(document, style, counts)
    blocks = Blocks(style, inlines)
    furniture = "".join(
        write_furniture(annexes.furniture(document.furniture, part.label), css.ending(part), inlines)
        for part in annexes.parts(document)
    )
    _note_titles(document, inlines)
    sections = "".join(
        f'<section class="page-{css.page_name(section, number)}">\n{blocks.write(section.blocks, Setting())}</section>\n'
        for number, section in enumerate(document.sections)
    )
    sheet = css.write(style, document, counts)
    html = (
        '<!DOCTYPE html>\n<html lang="fa" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        f"{_head(document.properties, document.furniture.marks)}<style>\n{sheet}</style>\n</head>\n"
        f"<body>\n{furniture}{sections}</body>\n</html>\n"
    )
    return Composed(html, inlines.noted.met)


def _note_titles(document: Document, inlines: Inlines) -> None:
    """Note the characters of headings for the faces of the header, which repeats them."""
    if not any(isinstance(visit.node, SectionTitle) for visit in walk(document.furniture)):
        return
    for visit in walk(document):
        if isinstance(heading := visit.node, Heading) and heading.level == 1:
            inlines.text(wording.heading_number(heading.number), "header", heading.place)
            inlines.write(heading.children, "header", heading.place, anchored=False)


def _head(properties: Properties, marks: Sequence[str]) -> str:
    entries = {
        "description": properties.subject,
        "author": properties.author,
        "keywords": ", ".join(properties.keywords),
        "sanad": properties.identifier,
        "sanad-source": properties.source_hash,
        wording.MARK_PROPERTY: "، ".join(marks),
    }
    metas = "".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in entries.items() if text)
    return f"<title>{escape(properties.title)}</title>\n{metas}"
