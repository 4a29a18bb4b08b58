"""Lists: bullets are Word's own; decimal and lettered items carry their mark as text.

No number format of Word gives «۱» or «پ» (ST_NumberFormat knows no Persian; `arabicAlpha` is the Arabic order), so automatic
numbers would be right only under the reader's numeral option or a face that draws Western digits as Persian. A mark
written as text, in the character style `ListMark` and followed by a tab, reads the same everywhere and can be quoted.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writing import wording
from generator.writing.measures import CELL_LIST_STEP, LIST_STEP
from generator.writing.word.units import twips
from generator.writing.word.xmltext import NAMESPACES, escape

LEVELS = 9
_BULLET_HANGING = twips(18)
"""Less than the indent: LibreOffice draws a bullet its own width further out than Word."""
_ABSTRACT = 1


def indent(marker: str, level: int, *, in_cell: bool = False) -> tuple[int, int]:
    """Leading indent and hanging of a list item at a depth (from 0), in twips; narrower in a table cell."""
    step = twips(CELL_LIST_STEP if in_cell else LIST_STEP)
    return (min(level, LEVELS - 1) + 1) * step, min(step, _BULLET_HANGING) if marker == "bullet" else step


def numbering_xml() -> str:
    """`word/numbering.xml` with the bullet definition and no list yet."""
    levels = "".join(_level(level) for level in range(LEVELS))
    return (
        f"<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="{_ABSTRACT}"><w:nsid w:val="5A4E4144"/><w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:tmpl w:val="5A4E4145"/>{levels}</w:abstractNum></w:numbering>'
    )


def _level(level: int) -> str:
    leading, hanging = indent("bullet", level)
    bullet = escape(wording.BULLETS[level % len(wording.BULLETS)])
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{bullet}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{leading}" w:hanging="{hanging}"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:rtl/></w:rPr>'
        "</w:lvl>"
    )


@dataclass(slots=True)
class Lists:
    """Counts the bulleted lists of a document: each has a `w:num` of its own, so that a person can restyle one alone."""

    count: int = 0

    def new(self) -> int:
        """The number of a further list."""
        self.count += 1
        return self.count

    def definitions(self) -> list[str]:
        """The `w:num` elements of the lists so far."""
        return [
            f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{_ABSTRACT}"/></w:num>'
            for number in range(1, self.count + 1)
        ]
