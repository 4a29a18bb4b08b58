"""What a registered final says of itself at its end."""

from __future__ import annotations

from dataclasses import replace

from generator.persian import numeral
from generator.tree.nodes import Document, Paragraph, Registration, Text

KEY = "registration"
"""The key of the block."""


def put(document: Document, registration: Registration) -> Document:
    """Return a document, before its passes, with its registration and the block that shows it."""
    said = f"شمارهٔ ثبت: {registration.number}، نسخهٔ {numeral(registration.version)}، {registration.date}"
    *before, last = document.sections
    block = Paragraph((Text(said),), role="source-note", key=KEY)
    sections = (*before, replace(last, blocks=(*last.blocks, block)))
    return replace(document, sections=sections, registration=registration)
