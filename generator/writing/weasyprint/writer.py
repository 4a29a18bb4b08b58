"""Writes a finished tree as PDF, and says on which page each key is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType

from generator.style import faces
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing import watermarks
from generator.writing.pdf import coverage
from generator.writing.pdf.watermark import Watermark
from generator.writing.weasyprint import archive, html, pango
from generator.writing.writers import NOTHING, Characters, Supplies, Written

_MILLIMETRES = 25.4 / 96
"""Millimetres in a pixel of CSS."""


def write(document: Document, style: Style, supplies: Supplies = NOTHING) -> Written:
    """Write a finished tree as PDF (PDF/A-3a and PDF/UA-1); a key that is split over pages is on the first of them.

    Raises DataError for characters that no face of the look can draw, TemplateError for a picture that is no asset, and
    MachineError when Pango or a face is missing or WeasyPrint warns of anything.
    """
    page = html.compose(document, style)
    coverage.require(page.characters, style)
    layout, data, origins = engine(style.families(), style.aliases()).lay_out(page.html, supplies.assets)
    pages: dict[str, int] = {}
    for number, sheet in enumerate(layout.pages, 1):
        for key in sheet.anchors:
            pages.setdefault(key, number)
    across = _across(document, style, [(sheet.width, sheet.height) for sheet in layout.pages])
    return Written(archive.finish(data, origins, supplies.attachments, across), pages, len(layout.pages))


def characters(document: Document, style: Style) -> Characters:
    """Note the characters that each face stack has to draw, with the places where each is met."""
    return html.compose(document, style).characters


def _across(document: Document, style: Style, sheets: Sequence[tuple[float, float]]) -> Watermark | None:
    """Return the marks across each page, of a size for its form; None where there are none."""
    if not document.furniture.marks:
        return None
    from generator.writing.drawing import lettering

    words = watermarks.text(document.furniture.marks)
    steps = lettering.of_stack(words, style.stack(watermarks.ROLE).faces, bold=True).steps
    sizes = [watermarks.band(words, min(sheet) * _MILLIMETRES, style).size for sheet in sheets]
    return Watermark(steps, style.colour(watermarks.COLOUR), watermarks.TURN, sizes)


def engine(families: Iterable[str] = faces.FAMILIES, aliases: Mapping[str, str] = faces.ALIASES) -> ModuleType:
    """Return the module that imports WeasyPrint, once this process sees only these faces, those of the look."""
    pango.require()
    faces.activate(families, aliases)
    return import_module("generator.writing.weasyprint.engine")
