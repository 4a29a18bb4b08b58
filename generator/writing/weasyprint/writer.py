"""Writes a finished tree as PDF, and says on which page each key is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Any

from generator.style import faces
from generator.style.drawn import drawn
from generator.style.faces import Family
from generator.style.style import Style
from generator.tree import annexes
from generator.tree.nodes import Document
from generator.writing import parts
from generator.writing.pdf import characters, watermark
from generator.writing.pdf.characters import Met
from generator.writing.weasyprint import archive, html, pango
from generator.writing.writers import NOTHING, Supplies, Written

_MILLIMETRES = 25.4 / 96
"""Millimetres in a pixel of CSS."""


def write(document: Document, style: Style, supplies: Supplies = NOTHING) -> Written:
    """Write a finished tree as PDF (PDF/A-3a and PDF/UA-1); a key that is split over pages is on the first of them.

    Raises DataError for characters that no face of the look can draw, TemplateError for a picture that is no asset, and
    MachineError when Pango or a face is missing or WeasyPrint warns of anything.
    """
    style = drawn(style)
    page = html.compose(document, style)
    characters.require(page.characters, style)
    weasyprint = engine(style.families())
    if len(annexes.parts(document)) > 1:
        # What a footer says of the pages of an annex is known only when they are laid out.
        sheets = weasyprint.rendered(page.html, supplies.assets).pages
        page = html.compose(document, style, parts.counts(document, _pages(sheets), len(sheets)))
    layout, data, origins = weasyprint.lay_out(page.html, supplies.assets)
    pages = _pages(layout.pages)
    sides = [min(sheet.width, sheet.height) * _MILLIMETRES for sheet in layout.pages]
    across = watermark.across(document, style, sides)
    return Written(archive.finish(data, origins, supplies.attachments, across), pages, len(layout.pages))


def _pages(sheets: Iterable[Any]) -> dict[str, int]:
    """Return the first page of each key."""
    pages: dict[str, int] = {}
    for number, sheet in enumerate(sheets, 1):
        for key in sheet.anchors:
            pages.setdefault(key, number)
    return pages


def met(document: Document, style: Style) -> Met:
    """Note the characters that each face stack must draw, with the places where each is met."""
    return html.compose(document, style).characters


def engine(families: Iterable[Family]) -> ModuleType:
    """Return the module that imports WeasyPrint, once this process sees only these faces, those of the look."""
    pango.require()
    # By their own names alone, which the page asks for: fontconfig keeps the rules of the first file that a process reads, and
    # a rule that another family is meant by «B Nazanin» would hold for a later look that is drawn in it.
    faces.activate(replace(family, stand_ins=()) for family in families)
    return import_module("generator.writing.weasyprint.engine")
