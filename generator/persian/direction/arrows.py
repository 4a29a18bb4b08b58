"""Turn arrows between Persian words: on is to the left in a right-to-left text, and UAX #9 mirrors no arrow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from generator.persian.direction.stretches import Stretch

_RIGHT, _LEFT = "→⇒⟶⟹⇨➔➜➝➞➡↦", "←⇐⟵⟸⇦←←←←⬅↤"
_TURNED = str.maketrans(_RIGHT, _LEFT)
_ARROW = re.compile(f"[{_RIGHT}]")
_WORD = re.compile(r"\w")


def turned(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Turn the arrows that have words before and after and are in no stretch from the left."""
    found = list(stretches)
    text = "".join(part for part, _ in found)
    if not _ARROW.search(text):
        return found
    words = [match.start() for match in _WORD.finditer(text)]
    between = text[words[0] : words[-1]] if words else ""
    text = text.replace(between, between.translate(_TURNED), 1) if between else text
    return [
        stretch if stretch.ltr else Stretch(text[end - len(stretch.text) : end], False)
        for stretch, end in zip(found, accumulate(len(part) for part, _ in found), strict=True)
    ]
