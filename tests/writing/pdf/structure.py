"""The structure of a PDF as poppler reads it: types of elements and what they say, in order of reading."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_ELEMENT = re.compile(r'( *)(?:"(.*)"|([A-Z]\w*)(?: <[\w-]+>)?(?: \((?:block|inline)\))?:?)')
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass
class Element:
    """An element, or with an empty kind one stretch of text."""

    kind: str
    text: str = ""
    kids: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """The element and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, kind: str) -> list[Element]:
        """Every element of a type."""
        return [each for each in self.walk() if each.kind == kind]

    def kinds(self) -> list[str]:
        """The types right below."""
        return [kid.kind for kid in self.kids if kid.kind]

    def said(self) -> str:
        """Its words; poppler gives each stretch of a right-to-left line as it is drawn, from the left."""
        return "".join(each.text for each in self.walk())


def read(data: bytes, folder: Path) -> Element:
    """The `Document` element of a PDF."""
    file = folder / "structure.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdfinfo", "-struct-text", str(file)], check=True, capture_output=True)
    assert done.stderr == b""
    path = [Element("")]
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        found = _ELEMENT.fullmatch(line)
        if not found or line.lstrip().startswith("Object "):
            continue
        element = Element(found[3] or "", _DIRECTION.sub("", found[2] or "")[::-1])
        del path[len(found[1]) // 2 + 1 :]
        path[-1].kids.append(element)
        path.append(element)
    (document,) = path[0].kids
    return document
