"""Checks of the properties of a Word package: title, dates, and the faces that it names and embeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.inspection.defects import Defect, defect, shortened
from generator.inspection.package import Element, Fault, Package, Part, R, W, fault, value

_LONGEST_FACE = 31
_EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
_GUID = re.compile(r"\{([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})\}")
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
_W3CDTF = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?"
)
"""Date and time of the W3C note: a time needs its zone. https://www.w3.org/TR/NOTE-datetime"""


def inspect(package: Package) -> Iterator[Defect | Fault]:
    """Yield the faults of the properties and faces."""
    yield from _core(package.core)
    for part in (*package.formatted, *([package.fonts] if package.fonts else [])):
        yield from _face_names(part)
    if package.fonts:
        yield from _embedded(package, package.fonts)


def _core(part: Part | None) -> Iterator[Defect | Fault]:
    title = None if part is None else part.root.findtext("{http://purl.org/dc/elements/1.1/}title")
    if not (title or "").strip():
        yield defect("word-title-missing", "docProps/core.xml")
    for node in () if part is None else part.root.iter("{http://purl.org/dc/terms/}*"):
        if part and not _is_date((node.text or "").strip()):
            yield fault("word-date-malformed", part.name, node, date=shortened(node.text or ""))


def _is_date(text: str) -> bool:
    parts = _W3CDTF.fullmatch(text)
    if not parts:
        return False
    year, month, day = (int(part) if part else 1 for part in parts.groups()[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _face_names(part: Part) -> Iterator[Fault]:
    """Word refuses a file with a face of more than 31 letters."""
    for node in part.iter("rFonts", "font"):
        names = (value(node, attribute) for attribute in ("ascii", "hAnsi", "eastAsia", "cs", "name"))
        longest = max(names, key=len)
        if len(longest) > _LONGEST_FACE:
            yield fault("word-face-name-long", part.name, node, name=longest)


def _embedded(package: Package, fonts: Part) -> Iterator[Fault]:
    for node in fonts.iter(*_EMBEDDED):
        target = package.target(fonts.name, node.get(R + "id", ""))
        data = package.bytes(target) if target else None
        if data is None or not _opens(data, value(node, "fontKey")):
            yield fault("word-face-key-wrong", fonts.name, node, name=_family(node))


def _opens(data: bytes, key: str) -> bool:
    """Return whether a key turns the first 32 bytes back into the beginning of a font (ECMA-376 part 4, 11.1)."""
    guid = _GUID.fullmatch(key)
    if not guid or len(data) < 32:
        return False
    mask = bytes.fromhex("".join(guid.groups()))[::-1]
    return bytes(byte ^ mask[index % 16] for index, byte in enumerate(data[:4])) in _SFNT


def _family(node: Element) -> str:
    parent = node.getparent()
    return value(parent, "name") if parent is not None and parent.tag == W + "font" else ""
