"""The font table of a Word file: the faces that it names, what stands in for each, and the faces that it has inside.

A face inside is a whole file, since who edits a draft types letters that the draft does not have; each weight is a part of its
own. Word heeds `altName`; LibreOffice passes over it, and takes a face inside for the face of that name.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.style.faces import Face
from generator.style.style import Style
from generator.writing.word import digit_face
from generator.writing.word.styles import CHECK_FACE
from generator.writing.word.xml import NAMESPACES, escape, relations

SUFFIX = "odttf"

_PART = "word/fontTable.xml"
_RELATIONS_PART = "word/_rels/fontTable.xml.rels"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_LATIN, _JAPANESE, _ARABIC = "00", "80", "B2"  # of ST_UcharHexNumber, the character sets of Windows
_OBFUSCATED = 32


def parts(style: Style, faces: Mapping[str, Face]) -> dict[str, str | bytes]:
    """Return the parts of the font table by their names, with these faces and the one of the digits inside."""
    inside = {digit_face.FAMILY: {"Regular": ("sanad-digits", digit_face.font())}}
    inside |= {family: dict(_weights(number, face)) for number, (family, face) in enumerate(faces.items(), 1)}
    files = {name: data for weights in inside.values() for name, data in weights.values()}
    numbers = {name: f"rId{number}" for number, name in enumerate(files, 1)}

    def entry(family: str, alternative: str, charset: str) -> str:
        other = f'<w:altName w:val="{escape(alternative)}"/>' if alternative not in ("", family) else ""
        embedded = "".join(
            f'<w:embed{weight} r:id="{numbers[name]}" w:fontKey="{key(data)}"/>'
            for weight, (name, data) in inside.get(family, {}).items()
        )
        return (
            f'<w:font w:name="{escape(family)}">{other}<w:charset w:val="{charset}"/><w:family w:val="auto"/>'
            f'<w:pitch w:val="variable"/>{embedded}</w:font>'
        )

    entries = [entry(*each) for each in _named(style)]
    return {
        _PART: f"<w:fonts {NAMESPACES}>{''.join(entries)}</w:fonts>",
        _RELATIONS_PART: relations(*((_RELATION, f"fonts/{name}.{SUFFIX}") for name in files)),
        **{f"word/fonts/{name}.{SUFFIX}": obfuscated(data) for name, data in files.items()},
    }


def _named(style: Style) -> Iterator[tuple[str, str, str]]:
    """Yield each face that the file names with what stands in for it and its character set."""
    stacks = style.stacks.values()
    named = {stack.word_latin: (stack.latin, _LATIN) for stack in stacks}
    named |= {stack.word: (stack.faces[0], _ARABIC) for stack in stacks}
    named |= {digit_face.FAMILY: ("", _ARABIC), CHECK_FACE: ("", _JAPANESE)}
    yield from ((family, *rest) for family, rest in named.items())


def _weights(number: int, face: Face) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield the weights of a face that are there, by their names in the table, each with the name of its part and its bytes.

    Word refuses a file with a space in the name of such a part, so a family is known by its number.
    """
    weights: tuple[tuple[str, Path | None], ...] = (("Regular", face.regular), ("Bold", face.bold))
    for weight, file in weights:
        if file is not None:
            yield weight, (f"face-{number}-{weight.lower()}", file.read_bytes())


def key(font: bytes) -> str:
    """Return the GUID that a face is obfuscated with, made from its bytes."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(font).hexdigest())}}}".upper()


def obfuscated(font: bytes) -> bytes:
    """Return a face as a Word package holds it: its first 32 bytes XORed with the key, whose bytes are taken from the last
    (ISO/IEC 29500-4, 15.2.13)."""
    mask = bytes.fromhex(key(font).strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ mask[at % 16] for at, byte in enumerate(font[:_OBFUSCATED])) + font[_OBFUSCATED:]
