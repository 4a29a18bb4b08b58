"""What a test says of a document's pages: that they differ, or on another machine that they could only be counted."""

from __future__ import annotations

import warnings
from pathlib import Path

import pikepdf

from tests.visual import Format, machine
from tests.visual.comparing import compare, fingerprints, golden

_NEAR = 1
"""How many pages more or fewer another system may lay out: its line breaks differ a little."""


def fault(pdf: Path, document: str, suffix: Format) -> str:
    """What is wrong with the pages of a laid-out document; empty when nothing is."""
    if other := machine.others():
        warnings.warn(machine.NotCompared(f"golden pages only counted, not compared: {other}"), stacklevel=2)
        with pikepdf.open(pdf) as file:
            given, expected = len(file.pages), len(golden(document, suffix))
        return f"{given} pages, {expected} golden ones" if abs(given - expected) > _NEAR else ""
    compared = compare(document, suffix, fingerprints(pdf))
    look = f"`python -m tests.visual {document}` draws what differs; if it should, approve it by `--update {document}`"
    return "" if compared.same else f"{compared.told()}; {look}"
