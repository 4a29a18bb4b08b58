"""Writes inline nodes as Word runs.

Two rules for mixed direction must hold at once. Word orders runs by their `w:rtl` flag first; LibreOffice ignores the flag
and resolves the whole paragraph by the Unicode Bidirectional Algorithm (UAX #9). So the flag says the direction of every run,
and a mark stands wherever UAX #9 would find another order:

- Persian text: `w:rtl`, which also picks the Persian face, size and weight. Brackets stay in it.
- A left-to-right stretch: no `w:rtl`. Its Persian digits carry `w:cs`, so that Word takes them from the Persian face without
  turning them round.

The marks are those of `persian.direction`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, assert_never

from generator.persian import numeral
from generator.persian.direction import LRM, after_ltr, between, fixed, spaced
from generator.tree.nodes import (
    Blank,
    Check,
    Datum,
    Footnote,
    Inline,
    LineBreak,
    Ltr,
    PageField,
    Reference,
    SectionTitle,
    Strong,
    Term,
    Text,
)
from generator.tree.passes.direction import edges, of_text
from generator.tree.walk import box, emphasised, ends_from_left
from generator.writing import wording
from generator.writing.word.bookmarks import BLANK, BLOCK, Bookmarks
from generator.writing.word.controls import Controls
from generator.writing.word.footnotes import Footnotes
from generator.writing.word.styles import BLANK_STYLE, CHECK_STYLE, DIGIT_STYLE, NOTE_MARK_STYLE
from generator.writing.word.xml import escape

_PERSIAN_DIGITS = re.compile(f"({LRM}?[۰-۹٫٬٪]+{LRM}?)")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
PAGES_OF_SECTION = "SECTIONPAGES"


@dataclass(frozen=True, slots=True)
class Ink:
    """What a run adds to its paragraph's style; `colour` is six hexadecimal digits, or empty for the style's own."""

    bold: bool = False
    colour: str = ""
    hidden: bool = False


PLAIN = Ink()
HIDDEN = Ink(hidden=True)


def text_run(text: str, ink: Ink = PLAIN, *, character_style: str = "") -> str:
    """Write a right-to-left run of text, with the marks that fix the order of its numbers."""
    return _rtl_run(between(text), ink, character_style)


def _rtl_run(marked: str, ink: Ink, character_style: str = "") -> str:
    return _run(f'<w:t xml:space="preserve">{escape(marked)}</w:t>', ink, character_style=character_style)


def tab_run() -> str:
    """Write a run that holds a tab only."""
    return _run("<w:tab/>", PLAIN)


def _run(content: str, ink: Ink, direction: str = "<w:rtl/>", character_style: str = "") -> str:
    style = f'<w:rStyle w:val="{character_style}"/>' if character_style else ""
    bold = "<w:b/><w:bCs/>" if ink.bold else ""
    colour = f'<w:color w:val="{ink.colour}"/>' if ink.colour else ""
    hidden = "<w:vanish/>" if ink.hidden else ""
    return f"<w:r><w:rPr>{style}{bold}{hidden}{colour}{direction}</w:rPr>{content}</w:r>"


def ltr_runs(node: Ltr, ink: Ink = PLAIN) -> str:
    """Write a left-to-right stretch as runs without `w:rtl`."""
    return "".join(_stretch_runs([(node, ink)]))


def _stretch_runs(pieces: Sequence[tuple[Ltr, Ink]]) -> Iterator[str]:
    """Yield the runs of each piece of one left-to-right stretch, which the edges of facts divide."""
    parts = [
        (text, replace(ink, bold=ink.bold or bold), at)
        for at, (node, ink) in enumerate(pieces)
        for text, bold in emphasised(node)
    ]
    latin = any(unicodedata.bidirectional(character) == "L" for node, _ in pieces for character in node.text)
    marked = zip(fixed(*(text for text, _, _ in parts)), parts, strict=True)
    for _, group in groupby(marked, key=lambda part: part[1][2]):
        yield "".join(
            _ltr_run(piece, ink)
            for text, (_, ink, _) in group
            for piece in (_PERSIAN_DIGITS.split(text) if latin else [text])
            if piece
        )


def _ltr_run(text: str, ink: Ink) -> str:
    direction = "<w:cs/>" if _PERSIAN_DIGITS.search(text) else '<w:lang w:val="en-US"/>'
    return _run(f'<w:t xml:space="preserve">{escape(text)}</w:t>', ink, direction)


def mixed_runs(text: str, ink: Ink = PLAIN) -> str:
    """Write a text that no pass has read (a label, a prompt, a reference), its left-to-right stretches in own runs."""
    nodes = of_text(text)
    return "".join(
        ltr_runs(node, ink) if isinstance(node, Ltr) else _rtl_run(_marked(nodes, index), ink)
        for index, node in enumerate(nodes)
    )


def _marked(nodes: Sequence[_Flat], index: int, *, repeated: bool = False) -> str:
    """Return the text of a node with the marks that its neighbours call for; `repeated` is that of a title in headers."""
    before, node, after = (nodes[at] if 0 <= at < len(nodes) else None for at in (index - 1, index, index + 1))
    text = between(_text(node), _text(before)[-1:], _text(after)[:1])
    if repeated:
        text = spaced(text, _text(before)[-1:], after_stretch=isinstance(before, Ltr))
    # The title of a chapter, which a header repeats, may end from the left.
    from_left = before is not None and (isinstance(before, SectionTitle) or ends_from_left(before))
    return after_ltr(text) if from_left else text


def _text(node: _Flat | None) -> str:
    return node.text if isinstance(node, (Text, Ltr)) else ""


class Inlines:
    """Writes the inline nodes of one document."""

    def __init__(self, bookmarks: Bookmarks, controls: Controls, footnotes: Footnotes) -> None:
        self._bookmarks = bookmarks
        self.controls = controls
        self._footnotes = footnotes
        self.page_count = 1
        """The number of pages of this part of the document, where a viewer computes no fields."""
        self.count_field = _FIELDS["pages"]
        """The field that counts them."""
        self.sheets = 0
        """How many sheets the annexes have."""
        self.section_title: str | None = None
        """The runs of the heading that a header repeats, where a viewer computes no fields; None where there is no heading."""
        self.repeats_chapters = False
        """Whether headers or footers repeat the headings of the first level."""

    def title(self, children: Iterable[Inline], level: int, ink: Ink = PLAIN) -> str:
        """Write the runs of a heading, whose spaces stay where a header repeats it."""
        return self.runs(children, ink, repeated=self.repeats_chapters and level == 1)

    def runs(self, children: Iterable[Inline], ink: Ink = PLAIN, *, anchored: bool = True, repeated: bool = False) -> str:
        """Write inline nodes; with `anchored` false (headers, which repeat) blanks are dots alone."""
        leaves = list(_flat(children, ink))
        nodes = [leaf.node for leaf in leaves]
        stretches = _stretches(leaves)
        written = (
            _rtl_run(_marked(nodes, index, repeated=repeated), leaf.ink)
            if isinstance(leaf.node, Text)
            else stretches[index]
            if isinstance(leaf.node, Ltr)
            else self._node(leaf.node, leaf.ink, anchored and leaf.datum is None)
            for index, leaf in enumerate(leaves)
        )
        parts = groupby(zip(leaves, written, strict=True), key=lambda part: id(part[0].datum))
        return "".join(self._part([*part], anchored) for _, part in parts)

    def _part(self, part: Sequence[tuple[_Leaf, str]], anchored: bool) -> str:
        """Name a part of a run as the fact that it is, if it is one: by a bookmark and by a control, whose tag is the path."""
        runs = "".join(written for _, written in part)
        leaf = part[0][0]
        if leaf.datum is None or not anchored:
            return runs
        blank = leaf.node if len(part) == 1 and isinstance(leaf.node, Blank) else None
        title = blank.prompt if blank else leaf.datum.title
        prompt = mixed_runs(wording.blank_prompt(title) or wording.blank(1))
        (start, end), place = self._bookmarks.place_fact(leaf.datum.path)
        control = self.controls.wrap(leaf.datum.path, title, runs, prompt, place=place, filled=blank is None)
        return self._anchored(blank.key if blank else "", start + control + end, BLANK)

    def _node(self, node: _NotWritten, ink: Ink, anchored: bool) -> str:
        match node:
            case LineBreak():
                return _run("<w:br/>", ink)
            case Blank():
                return self._blank(node, ink, anchored)
            case Check():
                return self._check(node, ink, anchored)
            case Reference():
                run = mixed_runs(node.text, ink)
                return f'<w:hyperlink w:anchor="{self._bookmarks.name(node.target)}" w:history="1">{run}</w:hyperlink>'
            case PageField():
                return self._field(node, ink)
            case SectionTitle():
                # Without any heading Word would print an error in its place.
                return "" if self.section_title is None else field_runs("STYLEREF 1", self.section_title, ink)
            case Term():
                term = self.runs(node.children, replace(ink, bold=True), anchored=anchored)
                return self._anchored(node.key if anchored else "", term)
            case Footnote():
                return self._footnote(node, ink, anchored)
            case _:  # pragma: no cover
                assert_never(node)

    def _footnote(self, node: Footnote, ink: Ink, anchored: bool) -> str:
        note = text_run(wording.NOTE_END) + self.runs(node.children, anchored=anchored)
        number = self._footnotes.add(_run("<w:footnoteRef/>", PLAIN, character_style=DIGIT_STYLE) + note)
        mark = _run(f'<w:footnoteReference w:id="{number}"/>', ink, character_style=NOTE_MARK_STYLE)
        return self._anchored(node.key, mark)

    def _anchored(self, key: str, content: str, begins: str = BLOCK) -> str:
        """Put content in the bookmark of a key, where there is one."""
        if not key:
            return content
        start, end = self._bookmarks.place(key, begins)
        return start + content + end

    def _blank(self, node: Blank, ink: Ink, anchored: bool) -> str:
        run = text_run(wording.blank(node.width), ink, character_style=BLANK_STYLE)
        if not (anchored and node.key):
            return run
        prompt = mixed_runs(wording.blank_prompt(node.prompt) or wording.blank(1))
        return self._anchored(node.key, self.controls.wrap(node.key, node.prompt, run, prompt), BLANK)

    def _check(self, node: Check, ink: Ink, anchored: bool) -> str:
        sign, room = box(node)[:1], box(node)[1:]
        run = text_run(sign, ink, character_style=CHECK_STYLE)
        before, after = edges(node.label)
        label = _rtl_run(room + before, ink) + mixed_runs(node.label, ink) + (_rtl_run(after, ink) if after else "")
        if not (anchored and node.key):
            return run + label
        return self._anchored(node.key, self.controls.check(node.key, node.label, node.ticked, run), BLANK) + label

    def _field(self, node: PageField, ink: Ink) -> str:
        """Write a complex field in the face of Persian digits; its stored result is Persian, for viewers that compute none."""
        if node.what == "annex-sheets":
            return text_run(wording.sheets(self.sheets), ink)
        result = numeral(self.page_count if node.what == "pages" else 1)
        instruction = self.count_field if node.what == "pages" else _FIELDS[node.what]
        return field_runs(instruction, text_run(result, ink, character_style=DIGIT_STYLE), ink, DIGIT_STYLE)


def field_runs(instruction: str, result: str, ink: Ink = PLAIN, character_style: str = "") -> str:
    """Write a complex field: its instruction, and the runs that a viewer shows until it computes the field."""
    return field_begin(instruction, ink, character_style) + result + field_end(ink, character_style)


def field_begin(instruction: str, ink: Ink = PLAIN, character_style: str = "") -> str:
    """Write the runs of a complex field before its result, which may be paragraphs."""
    asked = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    parts = ('<w:fldChar w:fldCharType="begin"/>', asked, '<w:fldChar w:fldCharType="separate"/>')
    return "".join(_run(part, ink, character_style=character_style) for part in parts)


def field_end(ink: Ink = PLAIN, character_style: str = "") -> str:
    """Write the run of a complex field after its result."""
    return _run('<w:fldChar w:fldCharType="end"/>', ink, character_style=character_style)


_NotWritten = LineBreak | Blank | Check | Reference | PageField | Footnote | Term | SectionTitle
_Flat = Text | Ltr | _NotWritten


class _Leaf(NamedTuple):
    """A node without children, its ink, and the fact that it is a part of."""

    node: _Flat
    ink: Ink
    datum: Datum | None


def _flat(children: Iterable[Inline], ink: Ink, datum: Datum | None = None) -> Iterator[_Leaf]:
    for child in children:
        if isinstance(child, Strong):
            yield from _flat(child.children, replace(ink, bold=True), datum)
        elif isinstance(child, Datum):
            yield from _flat(child.children, ink, child)
        else:
            yield _Leaf(child, ink, datum)


def _stretches(leaves: Sequence[_Leaf]) -> dict[int, str]:
    """Return the runs of each left-to-right piece by its index; what touches is one stretch."""
    runs: dict[int, str] = {}
    for _, group in groupby(range(len(leaves)), key=lambda index: isinstance(leaves[index].node, Ltr)):
        indexes = [*group]
        pieces = [(leaf.node, leaf.ink) for leaf in (leaves[index] for index in indexes) if isinstance(leaf.node, Ltr)]
        runs |= zip(indexes, _stretch_runs(pieces), strict=True) if pieces else ()
    return runs
