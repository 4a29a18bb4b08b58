"""What a Word file or a PDF says, block by block, to be compared with another one that was read in the same way.

Of a Word file a block is a paragraph, after the last bookmark before it; tracked changes count as accepted. Of a PDF it
is a line of a page, as pdfium finds it. What no reader sees counts nowhere: kinds of spaces and digits, marks of direction,
justifying strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.inspection.package import MC, Element, Package, W, custom, value
from generator.persian import DIRECTION_CONTROLS, to_persian

_PDF = b"%PDF-"
_READ_PAST = frozenset((W + "del", W + "moveFrom", W + "rPr", W + "pPr", W + "sdtPr", W + "instrText", MC + "Fallback"))
_UNSEEN = re.compile(f"[{DIRECTION_CONTROLS}\u00ad\u0640\u200d\ufeff]")
_MOST = 200_000
"""Blocks that are read of a file; the longest document of the samples has 3,000."""


@dataclass(frozen=True, slots=True)
class Said:
    """A block: its words, its page in a PDF (0 in a Word file) and the last bookmark before it in a Word file."""

    text: str
    page: int = 0
    mark: str = ""

    @property
    def plain(self) -> str:
        """The words without what no reader sees."""
        return " ".join(to_persian(_UNSEEN.sub("", self.text)).split())


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says, and which document it says that it is."""

    blocks: tuple[Said, ...]
    document: str = ""


def read(data: bytes) -> Told:
    """Read a file; UnreadableError for what is no Word package either."""
    if data.startswith(_PDF):
        return Told(tuple(_of_pdf(data)))
    return Told(tuple(_of_word(Package(data))), custom(data).get("sanad", ""))


def _of_word(package: Package) -> Iterator[Said]:
    """Yield the paragraphs of the body, then those of the footnotes."""
    count = 0
    for story in package.stories:
        if story is package.document or "footnotes" in story.name:
            for said in _paragraphs(story.root):
                count += 1
                if count > _MOST:
                    return
                yield said


def _paragraphs(root: Element) -> Iterator[Said]:
    mark, words, within = "", [""], 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if tag in _READ_PAST:
            if event == "start":
                walker.skip_subtree()
        elif tag == W + "p":
            within += 1 if event == "start" else -1
            if (text := "".join(words)).strip():
                yield Said(text, mark=mark)
            words = [""]
        elif event == "start" and tag == W + "bookmarkStart" and value(element, "name").startswith("c_"):
            mark = value(element, "name")
        elif event == "start" and tag == W + "t":
            words.append(element.text or "")
        elif event == "start" and tag in (W + "tab", W + "br", W + "cr"):
            words.append(" ")


def _of_pdf(data: bytes) -> Iterator[Said]:
    import pypdfium2  # only who compares a PDF waits for it

    count = 0
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with document:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage().get_text_bounded()
            for line in words.splitlines():
                count += 1
                if count > _MOST:
                    return
                if line.strip():
                    yield Said(line, page=number + 1)
