"""Dresses text by role: each role of the look that a document uses, in each variant, as a definition of the source.

A line of Typst is as high as the edges of its text; these are reckoned so that every line has the height that the role asks
for, with the baseline where a page of CSS or Word has it, whatever other faces stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.style.faces import recorded
from generator.style.style import RoleLook, Stack, Style
from generator.writing.typst.literals import array, colour, dictionary, points, string, truth

ALIGNS = {"start": "start", "center": "center", "end": "end", "justify": "start"}
_REGULAR, _BOLD = 400, 700


class Variant(NamedTuple):
    """What the place of a paragraph changes in the look of its role; empty values leave the role as it is."""

    align: str = ""
    bold: bool = False
    ink: str = ""
    keep_next: bool = False
    indented: bool = True
    whole: bool = False
    """Whether no page may end within it."""


PLAIN = Variant()


class Roles:
    """The roles of a document, each under a name of the source."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._names: dict[tuple[str, Variant], str] = {}

    def name(self, role: str, variant: Variant = PLAIN) -> str:
        """Return the name under which the source knows a role in a variant."""
        return self._names.setdefault((role, variant), f"r{len(self._names)}")

    def look(self, role: str) -> RoleLook:
        """Return how a role looks."""
        return self._style.roles[role]

    def source(self) -> str:
        """Write the definitions of all names that were asked for."""
        return "".join(f"#let {name} = {_definition(self._style, *asked)}\n" for asked, name in self._names.items())


def _definition(style: Style, role: str, variant: Variant) -> str:
    look = style.roles[role]
    align = variant.align or look.align
    sides = {"right": points(look.indent)} if look.indent and variant.indented else {}
    around = {
        "above": points(look.before),
        "below": points(look.after),
        "sticky": truth(look.keep_next or variant.keep_next),
        "inset": dictionary(sides),
    }
    around |= {"breakable": "false"} if variant.whole else {}
    return dictionary(
        {
            "block": dictionary(around),
            "text": dictionary(dict(_letters(style, look, variant))),
            "par": dictionary({"justify": truth(align == "justify")}),
            "align": ALIGNS[align],
            "line": points(look.line),
        }
    )


def _letters(style: Style, look: RoleLook, variant: Variant) -> Iterator[tuple[str, str]]:
    stack, bold = style.stacks[look.stack], look.bold or variant.bold
    top, bottom = edges(stack, look, bold=bold)
    yield "font", families(*stack.faces)
    yield "size", points(look.size)
    yield "weight", str(_BOLD if bold else _REGULAR)
    yield "fill", colour(variant.ink or style.colour(look.colour))
    yield "top-edge", points(top)
    yield "bottom-edge", points(bottom)
    if stack.plain:
        yield "kerning", "false"
        yield "features", dictionary({"calt": "0"})


def families(*names: str) -> str:
    """Return families in the order in which a character is looked for."""
    return array(string(name) for name in dict.fromkeys(names))


def edges(stack: Stack, look: RoleLook, *, bold: bool) -> tuple[float, float]:
    """Return where a line begins above and ends below the baseline, in points (below is negative).

    What the line has more than the first face of the stack needs is half above it and half below, as in CSS.
    """
    ascent, descent = _extents(stack.faces[0], bold)
    spare = (look.line - (ascent + descent) * look.size) / 2
    return ascent * look.size + spare, -(descent * look.size + spare)


def _extents(family: str, bold: bool) -> tuple[float, float]:
    """Return how far a face reaches above and below its baseline, in em.

    One that is not known is drawn nowhere: the source is only made to note its characters.
    """
    known = recorded.of(family)
    cut = known and known.cut(bold)
    return (cut.ascent / cut.em, cut.descent / cut.em) if cut else (1.0, 0.0)
