"""Writes a finished tree as PDF with Typst, and says on which page each key is."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from generator.style.drawn import drawn
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing.pdf import characters
from generator.writing.pdf.characters import Met
from generator.writing.typst import finishing, fitting, source
from generator.writing.typst.finishing import Raw
from generator.writing.typst.tagging import elements
from generator.writing.typst.tagging.pages import Pages
from generator.writing.writers import NOTHING, Supplies, Written

if TYPE_CHECKING:  # It loads Typst, which is not needed to note characters.
    from generator.writing.typst.compiling import Compilation


def write(document: Document, style: Style, supplies: Supplies = NOTHING) -> Written:
    """Write a finished tree as PDF (PDF/A-3a and PDF/UA-1); a key that is split over pages is on the first of them.

    Raises DataError for characters that no face of the look can draw and for what its page cannot hold, TemplateError for a
    picture that is no asset, and MachineError when a face is missing or Typst refuses or warns of anything.
    """
    style = drawn(style)
    raw, pages = _laid_out(document, style, supplies.assets)
    with raw.file:
        return Written(finishing.finish(raw, document, style, supplies.attachments), pages, len(raw.file.pages))


def _laid_out(document: Document, style: Style, assets: Mapping[str, bytes]) -> tuple[Raw, Mapping[str, int]]:
    """Compile a document, again where something has to be let loose, and return what comes of it with the page of each key."""
    from generator.writing.typst import compiling

    loose: frozenset[str] = frozenset()
    while True:
        made = source.compose(document, style, assets, loose=loose)
        characters.require(made.characters, style)
        with compiling.compiled(made.text, made.files, style.families(), made.places) as compilation:
            keys, starts = _places(compilation, made.labels)
            data = elements.bare(compilation.data)
            file = pikepdf.open(BytesIO(data))
            pages = Pages(file)
            found = fitting.outside(pages, starts, document, style)
            high = fitting.too_high(found, compilation)
            if not high:
                fitting.refuse(found, compilation, document, made)
                return Raw(data, file, pages, starts, made.links), keys
            loose |= high


def met(document: Document, style: Style) -> Met:
    """Note the characters that each face stack must draw, with the places where each is met."""
    return source.compose(document, style, None).characters


def _places(compilation: Compilation, labels: Mapping[str, str]) -> tuple[dict[str, int], list[int]]:
    """Return the page of each key, and the page on which each section begins."""
    names = "".join(f'"{label}", ' for label in labels.values())
    keys, starts = compilation.ask(
        f"(({names}).map(key => query(label(key)).first().location().page()), query(<section>).map(it => it.location().page()))"
    )
    return dict(zip(labels, keys, strict=True)), starts
