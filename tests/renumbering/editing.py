"""Edits of a contract as Word leaves them in the file: paragraphs put in, cut, moved and copied, tracked or not; split runs."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from itertools import count

from lxml import etree

from tests.renumbering.contracts import body, packed, shown, written
from tests.writing.word.opened import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ids = count(9001)


def by_lawyer() -> dict[str, str]:
    """The attributes of a tracked change, each with an id of its own."""
    return {W + "id": str(next(_ids)), W + "author": "وکیل"}


class Edited:
    """A contract that is being edited."""

    def __init__(self, data: bytes | None = None) -> None:
        self._data = written() if data is None else data
        self.root = body(self._data)

    @property
    def data(self) -> bytes:
        return packed(self._data, self.root)

    def tracking(self) -> bytes:
        """The file, whose settings say that changes are recorded."""
        with zipfile.ZipFile(BytesIO(self._data)) as archive:
            settings = archive.read("word/settings.xml")
        after = b"<w:defaultTabStop"
        return packed(self._data, self.root, settings=settings.replace(after, b"<w:trackRevisions/>" + after))

    def at(self, beginning: str) -> etree._Element:
        """The first paragraph that begins so."""
        return next(each for each in self.root.iter(W + "p") if shown(each).startswith(beginning))

    def block(self, beginning: str, ending: str) -> list[etree._Element]:
        """What lies in the body from a paragraph up to another, which is left out."""
        first, last = self.at(beginning), self.at(ending)
        found = [first]
        while (following := found[-1].getnext()) is not None and following is not last:
            found.append(following)
        return found

    def add(self, style: str, text: str, *, before: str = "", after: str = "", pieces: int = 1) -> etree._Element:
        """Puts a paragraph beside another, its text in so many runs."""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        paragraph = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:pPr>{named}</w:pPr></w:p>')
        step = -(-len(text) // pieces)
        for start in range(0, len(text), step):
            paragraph.append(run(text[start : start + step]))
        if before:
            self.at(before).addprevious(paragraph)
        else:
            self.at(after).addnext(paragraph)
        return paragraph

    def cut(self, blocks: Sequence[etree._Element]) -> None:
        """Takes blocks out, bookmarks and all, as a selection of whole paragraphs that is deleted."""
        for each in blocks:
            each.getparent().remove(each)

    def move(self, blocks: Sequence[etree._Element], *, before: str) -> None:
        """Puts blocks before a paragraph, with their bookmarks, as cut and paste in Word."""
        place = self.at(before)
        for each in blocks:
            place.addprevious(each)

    def copy(self, blocks: Sequence[etree._Element], *, before: str) -> None:
        """Puts copies of blocks before a paragraph; Word leaves their bookmarks with what was copied."""
        place = self.at(before)
        for each in blocks:
            copied = deepcopy(each)
            for mark in [*copied.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
                mark.getparent().remove(mark)
            place.addprevious(copied)

    def type(self, beginning: str, text: str) -> None:
        """Types a text at the end of a paragraph."""
        self.at(beginning).append(run(text))

    def track_in(self, paragraph: etree._Element) -> None:
        """Makes a paragraph one that was put in with changes recorded."""
        _mark(paragraph, "ins")
        for each in [*paragraph.iter(W + "r")]:
            _wrap(each, "ins")

    def track_out(self, blocks: Sequence[etree._Element], kind: str = "del") -> None:
        """Makes paragraphs ones that were taken out with changes recorded."""
        for paragraph in (each for block in blocks for each in block.iter(W + "p")):
            _mark(paragraph, kind)
            for each in [*paragraph.iter(W + "r")]:
                _wrap(each, kind)
                for text in each.iter(W + "t") if kind == "del" else ():
                    text.tag = W + "delText"

    def split_runs(self) -> None:
        """Splits every text of the body into runs of one letter, as spelling and saving in Word do here and there."""
        for text in [*self.root.iter(W + "t")]:
            holder, letters = text.getparent(), text.text or ""
            if holder.tag != W + "r" or len(letters) < 2:
                continue
            text.text = letters[0]
            at = holder
            for letter in letters[1:]:
                single = deepcopy(holder)
                for child in [each for each in single if each.tag != W + "rPr"]:
                    single.remove(child)
                new = etree.SubElement(single, W + "t")
                new.text = letter
                new.set(_SPACE, "preserve")
                at.addnext(single)
                at = single


def run(text: str) -> etree._Element:
    """A run of text."""
    made = etree.Element(W + "r")
    etree.SubElement(etree.SubElement(made, W + "rPr"), W + "rtl")
    written = etree.SubElement(made, W + "t")
    written.text = text
    written.set(_SPACE, "preserve")
    return made


def _mark(paragraph: etree._Element, kind: str) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    of_mark = properties.find(W + "rPr")
    if of_mark is None:
        of_mark = etree.SubElement(properties, W + "rPr")
    of_mark.insert(0, etree.Element(W + kind, by_lawyer()))


def _wrap(each: etree._Element, kind: str) -> None:
    whole = etree.Element(W + kind, by_lawyer())
    each.addprevious(whole)
    whole.append(each)
