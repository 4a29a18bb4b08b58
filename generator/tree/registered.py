"""What a registered final says of itself at its end: its number, version and day, in words and as a code that cameras read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.persian import numeral, to_persian
from generator.tree.nodes import Block, Document, Picture, Registration, Section, Text

KEY = "registration"
"""The key of the block."""
CODES = "/codes"
"""In the place of the folder of a picture: its name is what a code says. No neighbourhood is called so."""
_WIDTH = 13
"""The share of the text's width in percent: some two centimetres on A4, which cameras of telephones read."""


def is_code(picture: Picture) -> bool:
    """Return whether a picture is the code of a final, which is no figure of its document."""
    return picture.folder == CODES


def put(document: Document, registration: Registration, before: Sequence[Block] = ()) -> Document:
    """Return a document, before its passes, with its registration and the block that shows it, before its annexes.

    Some blocks may stand `before` it: what is another since the last version.
    """
    number, version = to_persian(registration.number), numeral(registration.version)
    said = f"شمارهٔ ثبت در دفتر طرح: {number}، نسخهٔ {version}، {registration.date}"
    block = Picture(
        src=registration.code,
        summary=f"رمز شناسایی سند شمارهٔ {number}، نسخهٔ {version}",
        caption=(Text(said),),
        key=KEY,
        folder=CODES,
        width=_WIDTH,
    )
    last = max((at for at, section in enumerate(document.sections) if not section.annex), default=len(document.sections) - 1)

    def section(at: int, each: Section) -> Section:
        return replace(each, blocks=(*each.blocks, *before, block)) if at == last else each

    sections = tuple(section(at, each) for at, each in enumerate(document.sections))
    return replace(document, sections=sections, registration=registration)
