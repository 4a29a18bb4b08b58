"""Lists: bullets and decimal numbers are Word's own; lettered items carry their mark as text.

Word counts decimal items with Western digits, which the embedded face draws Persian. It cannot count «الف، ب، پ»: of its number
formats `arabicAlpha` is the Arabic order (أ، ب، ت) and `arabicAbjad` أ، ب، ج. Such a mark is text in the character style
`ListMark`, followed by a tab: it reads the same everywhere and can be quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.writing import wording
from generator.writing.measures import CELL_LIST_STEP, LIST_STEP
from generator.writing.word import digit_face
from generator.writing.word.styles import fonts
from generator.writing.word.xml import NAMESPACES, escape, twips

LEVELS = 9
_BULLET_HANGING = twips(18)
"""Less than the indent: LibreOffice draws a bullet its own width further out than Word."""
_NUMBER_HANGING = twips(14)
"""From the middle of a number to its text: see `_JUSTIFICATION`."""

Counted = Literal["bullet", "decimal"]
"""The markers that Word draws by itself."""

_ABSTRACT: dict[Counted, int] = {"bullet": 1, "decimal": 2}
_IDENTIFIERS: dict[Counted, str] = {"bullet": "5A4E4144", "decimal": "5A4E4146"}
# `left` is the leading side in Word and the left one in LibreOffice, which would push a number out of the text. The
# middle is the same in both.
_JUSTIFICATION: dict[Counted, str] = {"bullet": "left", "decimal": "center"}


def indent(marker: str, level: int, *, in_cell: bool = False) -> tuple[int, int]:
    """Return the leading indent and hanging of a list item at a depth (from 0), in twips; narrower in a table cell."""
    step = twips(CELL_LIST_STEP if in_cell else LIST_STEP)
    hanging = {"bullet": _BULLET_HANGING, "decimal": _NUMBER_HANGING}.get(marker, step)
    return (min(level, LEVELS - 1) + 1) * step, min(step, hanging)


def numbering_xml() -> str:
    """Return `word/numbering.xml` with the definitions of bullets and numbers and no list yet."""
    return f"<w:numbering {NAMESPACES}>{_abstract('bullet')}{_abstract('decimal')}</w:numbering>"


def _abstract(marker: Counted) -> str:
    levels = "".join(_level(marker, level) for level in range(LEVELS))
    identifier = _IDENTIFIERS[marker]
    return (
        f'<w:abstractNum w:abstractNumId="{_ABSTRACT[marker]}"><w:nsid w:val="{identifier}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="{int(identifier, 16) + 1:08X}"/>{levels}</w:abstractNum>'
    )


def _level(marker: Counted, level: int) -> str:
    leading, hanging = indent(marker, level)
    if marker == "bullet":
        text, face = wording.BULLETS[level % len(wording.BULLETS)], "Times New Roman"
    else:
        text, face = f"%{level + 1}{wording.DECIMAL_END}", digit_face.FAMILY
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{marker}"/><w:lvlText w:val="{escape(text)}"/>'
        f'<w:lvlJc w:val="{_JUSTIFICATION[marker]}"/><w:pPr><w:ind w:left="{leading}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{fonts(face)}<w:rtl/></w:rPr></w:lvl>"
    )


@dataclass(slots=True)
class ListNumbering:
    """The lists that Word counts: each has a `w:num` of its own, begins at 1 and can be restyled alone."""

    _known: list[tuple[Counted, int]] = field(default_factory=list)

    def new(self, marker: Counted, level: int) -> int:
        """Return the number of a new list at a depth."""
        self._known.append((marker, level))
        return len(self._known)

    def definitions(self) -> list[str]:
        """Return the `w:num` elements of the lists so far."""
        return [
            f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{_ABSTRACT[marker]}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number, (marker, level) in enumerate(self._known, 1)
        ]
