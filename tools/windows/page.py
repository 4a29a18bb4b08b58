"""The Windows page for people: its commands, to be typed word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path("docs", "windows.fa.md")


@dataclass(frozen=True)
class Typed:
    """A block of commands of the page, and the heading that it stands under."""

    heading: str
    commands: Sequence[str]


def blocks(text: str) -> list[Typed]:
    """Return the blocks that people at Windows type, in their order; those for other systems have another name."""
    found, heading = [], ""
    for part in re.finditer(r"^#+ (?P<heading>[^\n]+)$|^```bat\n(?P<commands>.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if part["heading"]:
            heading = part["heading"]
        else:
            found.append(Typed(heading, part["commands"].splitlines()))
    return found
