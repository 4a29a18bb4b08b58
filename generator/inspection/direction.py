"""Checks of direction: the switches of right-to-left text in each run, paragraph, table and section of a Word file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.inspection.defects import shortened
from generator.inspection.package import Element, Fault, Package, Part, W, fault, is_on, owner, text_of, value
from generator.inspection.styles import Styles

_PAIRS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_PERSIAN_DIGITS = frozenset("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")


def inspect(package: Package, styles: Styles) -> Iterator[Fault]:
    """Yield the faults of direction in all parts."""
    for part in package.stories:
        yield from _runs(part)
        yield from _paragraphs(part, styles)
        yield from _tables(part)
        yield from _sections(part)
    for part in package.formatted:
        yield from _pairs(part)
    if package.styles:
        yield from _directed_styles(package.styles)


def _letters(text: str) -> tuple[bool, bool]:
    """Return whether a text has right-to-left letters, and left-to-right ones."""
    kinds = {unicodedata.bidirectional(character) for character in text}
    return bool(kinds & {"R", "AL"}), "L" in kinds


def _runs(part: Part) -> Iterator[Fault]:
    """`w:rtl` chooses order, face, size and weight of a run, and may not come from a style: each Persian run has its own.

    Persian digits inside a left-to-right stretch (a telephone) have `w:cs` instead, which chooses the face alone.
    """
    for run in part.iter("r"):
        text = text_of(child for child in run if child.tag in (W + "t", W + "delText"))
        persian, latin = _letters(text)
        properties = run.find(W + "rPr")
        rtl, shown = is_on(properties, "rtl"), shortened(text.strip())
        if persian and not rtl:
            yield fault("word-run-not-rtl", part.name, run, text=shown)
        elif persian and latin:
            yield fault("word-run-mixed", part.name, run, text=shown)
        elif latin and rtl:
            yield fault("word-run-latin-rtl", part.name, run, text=shown)
        elif _PERSIAN_DIGITS & set(text) and not rtl and not is_on(properties, "cs"):
            yield fault("word-run-not-rtl", part.name, run, text=shown)


def own_text(paragraph: Element) -> str:
    """Return the text of a paragraph without that of the text boxes anchored in it."""
    return text_of(run for run in paragraph.iter(W + "r") if owner(run, "p") is paragraph and run.find(f".//{W}p") is None)


def _paragraphs(part: Part, styles: Styles) -> Iterator[Fault]:
    for paragraph in part.iter("p"):
        text = own_text(paragraph) if len(paragraph) else ""
        if (_letters(text)[0] or _PERSIAN_DIGITS & set(text)) and not styles.is_bidi(paragraph):
            yield fault("word-paragraph-not-bidi", part.name, paragraph, text=shortened(text.strip()))


def _tables(part: Part) -> Iterator[Fault]:
    for table in part.iter("tbl"):
        if not is_on(table.find(W + "tblPr"), "bidiVisual"):
            yield fault("word-table-not-bidi", part.name, table)


def _sections(part: Part) -> Iterator[Fault]:
    for section in part.iter("sectPr"):
        if not is_on(section, "bidi"):
            yield fault("word-section-not-bidi", part.name, section)


def _pairs(part: Part) -> Iterator[Fault]:
    """Bold, italic and size of Persian text are switches of their own; one without the other shows on half of the text."""
    for properties in part.iter("rPr"):
        for latin, persian in _PAIRS.items():
            have, need = (properties.find(W + name) for name in (latin, persian))
            if (have is None) != (need is None) or _state(have) != _state(need):
                present, missing = (persian, latin) if have is None else (latin, persian)
                yield fault("word-pair-unequal", part.name, properties, have=f"w:{present}", need=f"w:{missing}")


def _state(switch: Element | None) -> str:
    """Return a size as written, a switch as on or off."""
    given = value(switch)
    return {"": "1", "true": "1", "on": "1", "false": "0", "off": "0"}.get(given, given)


def _directed_styles(part: Part) -> Iterator[Fault]:
    """Word refuses both switches in a style and in the defaults (MS-OI29500 2.1.260)."""
    for properties in part.iter("rPr"):
        for name in ("rtl", "cs"):
            if properties.find(W + name) is not None:
                style = owner(properties, "style")
                shown = "docDefaults" if style is None else value(style, "styleId")
                yield fault("word-style-directed", part.name, properties, style=shown, mark=f"w:{name}")
