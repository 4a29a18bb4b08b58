"""Text and lengths as the XML of a Word file has them.

Every character of a document passes `escape` on its way into a part. Word counts lengths in twips (twentieths of a point),
half-points and eighths of a point.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def escape(text: str) -> str:
    """Escape text for element content or a double-quoted attribute.

    A character that XML forbids is a ValueError: the character policy of the YAML reader keeps it out, so its arrival is a bug.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"character U+{ord(found.group()):04X} cannot stand in a Word file: {text[:60]!r}")
    return text.translate(_ENTITIES)


def relations(*entries: tuple[str, str]) -> str:
    """Return a part of relations, each a kind and a target; their ids are `rId1` and so on."""
    written = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(written)}</Relationships>'


_TWIPS_PER_POINT = 20
_TWIPS_PER_MILLIMETRE = 1440 / 25.4


def twips(points: float) -> int:
    """Turn points into whole twips."""
    return round(points * _TWIPS_PER_POINT)


def twips_of_millimetres(millimetres: float) -> int:
    """Turn millimetres into whole twips."""
    return round(millimetres * _TWIPS_PER_MILLIMETRE)


def half_points(points: float) -> int:
    """Turn a font size in points into whole half-points."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Turn the width of a rule in points into whole eighths of a point, which Word keeps between 2 and 96."""
    return min(max(round(points * 8), 2), 96)


def divide(total: int, shares: tuple[int, ...]) -> list[int]:
    """Cut `total` in proportion to `shares` into whole numbers that sum to it exactly (the running sum is rounded)."""
    whole, running, done, parts = sum(shares), 0, 0, []
    for share in shares:
        running += share
        end = round(total * running / whole)
        parts.append(end - done)
        done = end
    return parts
