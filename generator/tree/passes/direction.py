"""Direction: marks the left-to-right stretches of Persian text.

Left-to-right are Latin words with the spaces, digits and signs between them (`Action Plans`, `C++`, `NGO-2`, addresses of
the web and of mail), telephone numbers and other long numbers with hyphens, and numbers with a sign. Brackets around such
a stretch stay outside. Ranges («۱۴۰۳–۱۴۰۵»), clause numbers («۶-۲»), dates with «/», decimals and percentages stay in the
text: read from the right they are in order. The pass only marks; each writer picks its own means.
"""

from __future__ import annotations

import re

from generator.persian import to_western
from generator.tree.nodes import Document, Inline, Ltr, Text
from generator.tree.walk import map_inlines

_LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"
_DIGIT = "0-9۰-۹٠-٩"

_URL = r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>«»()،؛؟\u0600-\u06ff]*[^\s<>«»()،؛؟\u0600-\u06ff.,:;!?]"
# A word holds a letter; signs inside it («5°C»), and `+`, `#` or an index after it («m²»), belong to it. A full stop does not.
_JOINTS = r"@._/:&'’~=?%°\-‑"
_PART = rf"[{_LETTER}{_DIGIT}]+[+#²³⁰-⁹₀-₉]*"
_WORD = rf"[.#]?(?=[{_DIGIT}{_JOINTS}]*[{_LETTER}]){_PART}(?:[{_JOINTS}]+{_PART})*"
_NUMBER = r"[0-9]+(?:[.,:/\-‑][0-9]+)*(?![0-9۰-۹])"
_NEXT = rf"(?:{_WORD}|{_NUMBER})"
# Brackets in the middle of a Latin phrase belong to it: `UN (Habitat) Programme`.
_LATIN = rf"(?:{_URL}|{_WORD})(?: +(?:[&+=–-] +)?{_NEXT}| +\((?:{_WORD})(?: +{_NEXT})*\)(?= +{_WORD}))*"

_SIGNED = rf"[+\-−±‑][{_DIGIT}]+(?:[٫٬.,/][{_DIGIT}]+)*"
_TELEPHONE = rf"(?:\+|[0۰٠])[{_DIGIT}]+(?:[-–‑−][{_DIGIT}]+| [{_DIGIT}]{{2,}})+"
_GROUPS = rf"{_TELEPHONE}|[{_DIGIT}]+(?:[-–‑−][{_DIGIT}]+)+"

_STRETCH = re.compile(
    rf"(?<![{_LETTER}{_DIGIT}])(?P<latin>{_LATIN})"
    rf"|(?<![{_LETTER}{_DIGIT}٫٬/\-–‑−])(?P<groups>{_GROUPS})(?![{_LETTER}{_DIGIT}])"
    rf"|(?<![^\s(«\[:؛،/=])(?P<signed>{_SIGNED})(?![{_DIGIT}])"
)

_FEWEST_DIGITS = 9
_TELEPHONE_DIGITS = range(7, 16)


def run(document: Document) -> Document:
    """The document with its left-to-right stretches marked."""
    return map_inlines(document, _marked)


def split(text: str) -> list[Text | Ltr]:
    """A text in stretches of either direction, in order; nothing is added or lost."""
    parts: list[Text | Ltr] = []
    at = 0
    for found in _STRETCH.finditer(text):
        if found["groups"] and not _is_one_number(found["groups"]):
            continue
        if found.start() > at:
            parts.append(Text(text[at : found.start()]))
        parts.append(Ltr(found[0]))
        at = found.end()
    if at < len(text):
        parts.append(Text(text[at:]))
    return parts


def _is_one_number(groups: str) -> bool:
    """Whether digits with hyphens or spaces are one long number, not a range, a date or the number of a clause."""
    digits = re.findall(r"[0-9]+", to_western(groups))
    total = sum(map(len, digits))
    if groups.startswith("+") or (digits[0].startswith("0") and len(digits[0]) > 1):
        return total in _TELEPHONE_DIGITS
    return total >= _FEWEST_DIGITS


def _marked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(part for node in inlines for part in (split(node.text) if isinstance(node, Text) else (node,)))
