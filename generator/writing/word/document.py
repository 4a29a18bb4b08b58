"""Writes the whole document: tree to DOCX, in memory."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from generator.style.style import Style
from generator.tree.nodes import Contents, Document
from generator.tree.walk import every
from generator.writing import parts
from generator.writing.word import controls, elements, footnotes
from generator.writing.word.blocks import Blocks, Setting
from generator.writing.word.bookmarks import Bookmarks
from generator.writing.word.package import XML_HEAD, add_facts, empty_package, packed
from generator.writing.word.pictures import Pictures
from generator.writing.word.runs import Inlines
from generator.writing.word.sections import Sections, section_titles, text_width
from generator.writing.word.styles import style_id
from generator.writing.word.xml import NAMESPACES
from generator.writing.writers import NOTHING, Supplies, Written

CHECKS = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
"""The names of what Word 2010 brought: boxes that a click ticks. Older programs pass over them."""


def write(document: Document, style: Style, supplies: Supplies = NOTHING) -> Written:
    """Write a finished tree as DOCX; equal trees give equal bytes.

    The last of the pages is what a viewer shows for the number of pages when it computes no fields. A name that `style` lacks
    is a KeyError, a key used twice or a character that XML forbids a ValueError; the reader and the passes have refused these
    with a place before. A picture that is no asset is a TemplateError.
    """
    part = docx.Document(BytesIO(empty_package(document, style, supplies))).part
    bookmarks = Bookmarks()
    blanks = controls.Controls(protected=document.protected)
    notes = footnotes.Footnotes()
    inlines = Inlines(bookmarks, blanks, notes)
    pages = max(supplies.page_count, max(supplies.pages.values(), default=1))
    found = parts.counts(document, supplies.pages, pages)
    inlines.sheets = parts.sheets(document, style, found)
    gathered = frozenset(node.what for node in every(document) if isinstance(node, Contents))
    within = {key: found.within(page) for key, page in supplies.pages.items()}
    blocks = Blocks(style, bookmarks, inlines, Pictures(part, supplies.assets), within, gathered=gathered)
    sections = Sections(document, style, part, inlines, found)
    titles = section_titles(document, inlines)
    inlines.repeats_chapters = None not in titles
    body: list[str] = []
    for number, section in enumerate(document.sections):
        written = blocks.write(section.blocks, Setting(width=text_width(style.pages[section.page])))
        # Every table is followed by a paragraph, so a section always ends in one, which carries its properties.
        last = written[-1] if written else None
        if not isinstance(last, elements.Paragraph):
            last = elements.Paragraph(style_id("body"))
            written.append(last)
        sections.end(number, last, bookmarks)
        properties = sections.properties(number, titles[number])
        final = number == len(document.sections) - 1
        if not final:
            last.section = properties
        body += [element.xml() for element in written]
        if final:
            body.append(properties)
    for definition in blocks.lists.definitions():
        part.numbering_part.element.append(parse_xml(definition))
    _add(part, footnotes.PART, footnotes.PART_TYPE, footnotes.RELATION, notes.xml())
    if glossary := blanks.glossary():
        _add(part, controls.GLOSSARY, controls.GLOSSARY_TYPE, controls.GLOSSARY_RELATION, glossary)
    add_facts(part.package, document, supplies, bookmarks.facts)
    text = f"{XML_HEAD}<w:document {NAMESPACES} {CHECKS}><w:body>{''.join(body)}</w:body></w:document>"
    return Written(packed(part.package, part, text))


def _add(part: DocumentPart, name: str, content_type: str, relation: str, content: str) -> None:
    """Add a part to the package, which the document refers to."""
    part.relate_to(Part(PackURI(name), content_type, (XML_HEAD + content).encode(), part.package), relation)
