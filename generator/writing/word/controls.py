"""Content controls: every blank is a named place that can be filled where the rest is protected.

Inline rich-text controls only: LibreOffice doubles the text of plain-text, data-bound and block-level ones when it saves. A
date is text too, as the calendars of Word's date control lack the Solar Hijri one (ST_CalendarType).

A control shows the dots of its blank as its placeholder, so that paper is the same with and without controls: a click selects
them all, typing replaces them. Emptied again it shows its prompt, which Word looks up in the glossary part.
"""

from __future__ import annotations

import uuid
from zlib import crc32

from generator.tree.walk import TICKED, UNTICKED
from generator.writing.word.styles import CHECK_FACE
from generator.writing.word.xml import NAMESPACES, escape

GLOSSARY = "/word/glossary/document.xml"
GLOSSARY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
GLOSSARY_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/glossaryDocument"

_LONGEST = 64
"""Characters of a tag or title; Word refuses a file with a longer tag."""
_MASK = 0x7FFFFFFF


class Controls:
    """The content controls of one document."""

    def __init__(self, *, protected: bool = False) -> None:
        self._protected = protected
        self._ids: set[int] = set()
        self._prompts: dict[str, tuple[str, str]] = {}
        """The name and the runs of each prompt."""

    def wrap(self, key: str, prompt: str, runs: str, prompt_runs: str, *, place: int = 1, filled: bool = False) -> str:
        """Wrap the runs that show a value in a control with the key as its tag and the prompt as its title.

        A `filled` one shows a value, which stays where only blanks can be filled; `place` counts the controls of one key.
        """
        name, _ = self._prompts.setdefault(prompt, (f"blank-{crc32(prompt.encode()):08x}", prompt_runs))
        title = f'<w:alias w:val="{escape(_cut(prompt))}"/>' if prompt else ""
        identifier = self.identifier(key if place == 1 else f"{key} {place}")
        lock = '<w:lock w:val="contentLocked"/>' if filled and self._protected else ""
        shown = "" if filled else "<w:showingPlcHdr/>"
        return (
            f'<w:sdt><w:sdtPr><w:rPr><w:rtl/></w:rPr>{title}<w:tag w:val="{tag(key)}"/><w:id w:val="{identifier}"/>{lock}'
            f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder>{shown}</w:sdtPr>'
            f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        )

    def check(self, key: str, label: str, ticked: bool, run: str) -> str:
        """Wrap the run of a box in a control that a click ticks, in a protected file too; the label is its title."""
        states = (("checkedState", ord(TICKED)), ("uncheckedState", ord(UNTICKED)))
        named = "".join(f'<w14:{name} w14:val="{code:04X}" w14:font="{CHECK_FACE}"/>' for name, code in states)
        return (
            f'<w:sdt><w:sdtPr><w:rPr><w:rtl/></w:rPr><w:alias w:val="{escape(_cut(label))}"/><w:tag w:val="{tag(key)}"/>'
            f'<w:id w:val="{self.identifier(key)}"/><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>{named}</w14:checkbox>'
            f"</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def glossary(self) -> str:
        """Return the glossary part with the prompt of each control; empty when the document has none."""
        parts = "".join(_entry(name, runs) for name, runs in self._prompts.values())
        return f"<w:glossaryDocument {NAMESPACES}><w:docParts>{parts}</w:docParts></w:glossaryDocument>" if parts else ""

    def identifier(self, key: str) -> int:
        """Make the id of a control from its key, unlike those before."""
        identifier = max(crc32(key.encode()) & _MASK, 1)
        while identifier in self._ids:
            identifier = identifier % _MASK + 1
        self._ids.add(identifier)
        return identifier


def tag(key: str) -> str:
    """Return the tag of a key: the key itself, or cut and ending in its CRC-32 when it is too long."""
    return key if len(key) <= _LONGEST else f"{key[: _LONGEST - 9]}-{crc32(key.encode()):08x}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _entry(name: str, runs: str) -> str:
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/>'
        '<w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{{{str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper()}}}"/></w:docPartPr>'
        f"<w:docPartBody><w:p><w:pPr><w:bidi/></w:pPr>{runs}</w:p></w:docPartBody></w:docPart>"
    )
