"""The footnotes part: what Word needs to lay notes out, and the notes of a document.

Every file has it, so that a note which a person adds looks like the others: the rule above the notes at the right, and the
mark in the face of Persian digits.
"""

from __future__ import annotations

from generator.writing.word.styles import style_id
from generator.writing.word.xml import NAMESPACES

PART = "/word/footnotes.xml"
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}

SETTINGS = "<w:footnotePr>" + "".join(f'<w:footnote w:id="{number}"/>' for number in _SEPARATORS) + "</w:footnotePr>"
"""What the settings part says of the separators."""


class Footnotes:
    """The notes of one document, in the order of their marks."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def add(self, runs: str) -> int:
        """Add the runs of a note, its mark first; return its id."""
        self._notes.append(runs)
        return len(self._notes)

    def xml(self) -> str:
        """Return the footnotes part."""
        separators = "".join(_separator(number, kind) for number, kind in _SEPARATORS.items())
        properties = f'<w:pPr><w:pStyle w:val="{style_id("footnote")}"/></w:pPr>'
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p>{properties}{runs}</w:p></w:footnote>'
            for number, runs in enumerate(self._notes, 1)
        )
        return f"<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"


def _separator(number: int, kind: str) -> str:
    properties = '<w:pPr><w:bidi/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{properties}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
