"""Writes inline nodes as Typst.

Typst sets a stretch from the left as an embedding in the paragraph, so that what stands at its ends counts for the order of
both: stretches and the texts after them have the marks of `persian.direction`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple, assert_never

from generator.persian.direction import MIRRORED_FOR_TYPST, RLM, after_ltr, between, fixed
from generator.problems.errors import Place
from generator.style.style import Style
from generator.tree import walk
from generator.tree.facts import dissolved
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
from generator.tree.walk import emphasised
from generator.writing import wording
from generator.writing.pdf.characters import Noted
from generator.writing.typst.annexes import Marks
from generator.writing.typst.labels import Labels
from generator.writing.typst.literals import joined, string
from generator.writing.typst.longwords import Longwords, in_groups
from generator.writing.typst.roles import families

DIGITS = "۰۱۲۳۴۵۶۷۸۹"
NOTE_ROLE = "footnote"

_LATIN = re.compile(r"[^\W\d_]")
# No page shows these: ends of lines and tabs are spaces, other controls are nothing.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_SPACES = "\t\n\v\f\r\x85\u2028\u2029"

# A word with a shadda is shaped by itself: Nazli and Titr would join it with the next vowel sign of the text, words away.
_APART = re.compile(r"(\S*\u0651\S*)")

_NUMBER_SIGNS = "٪%"


class Around(NamedTuple):
    """Where inline content stands: its role, the width of its line in points, its place in the template.

    `anchored` is false where it stands more than once (headers, contents): nothing in it is a target or leads anywhere.
    `in_paragraph` is false in headings, notes and cells with one paragraph, whose text Typst sets without one.
    """

    role: str
    width: float
    place: Place | None = None
    bold: bool = False
    anchored: bool = True
    in_paragraph: bool = True


class Inlines:
    """Writes the inline nodes of one document, and notes in `noted` which characters each face stack has to draw."""

    def __init__(self, style: Style, labels: Labels, marks: Marks, note_width: float) -> None:
        self._style = style
        self._labels = labels
        self._note_width = note_width
        self._longwords = Longwords(style)
        self._latin = {name: families(stack.latin, *stack.faces) for name, stack in style.stacks.items()}
        self.noted = Noted()
        self.marks = marks
        self.part = marks.parts[0]
        """The part of the document whose headers and footers are written."""
        self.links: list[str] = []
        """The texts of what leads to another place, in the order of reading."""

    def text(self, text: str, around: Around) -> str:
        """Write literal text (a label, a mark, a number)."""
        self._note(text, around.role, around.place)
        return self._words(between(_seen(text)), around)

    def mixed(self, text: str, around: Around, *, apart: bool = False) -> str:
        """Write a text that no pass has read (a label, a reference), its left-to-right stretches set apart."""
        return self.write(of_text(text), around, apart=apart)

    def write(self, children: Iterable[Inline], around: Around, *, apart: bool = False) -> str:
        """Write inline nodes; with `apart` a stretch from the left stands before them."""
        match children:
            case (Text(only),):  # as in most cells
                self._note(only, around.role, around.place)
                text = between(_seen(only))
                return self._words(after_ltr(text) if apart else text, around)
        nodes = dissolved(tuple(children))
        written: list[str] = []
        before: Inline | None = None
        for child, after in zip_longest(nodes, nodes[1:]):
            if isinstance(child, Ltr) and _has_percent_sign(child, after):
                # In one run with its sign: the text of the PDF has the two as one number.
                self._note(child.text, around.role, around.place)
                written.append(string("".join(fixed(child.text))))
            else:
                # A number or dots straight after a stretch from the left would be taken for a part of it.
                mark = apart and isinstance(child, (Blank, Check, PageField, SectionTitle, Footnote))
                mark = mark or (isinstance(child, Footnote) and _ends_in_number(before))
                written += [string(RLM)] if mark else []
                written.append(self._node(child, around, apart))
            apart = ends_from_left(child)
            before = child
        return joined(written)

    def _node(self, node: Inline, around: Around, apart: bool) -> str:
        match node:
            case Text():
                return self.write((node,), around, apart=apart)
            case Ltr():
                return self._from_left(node, around)
            case Datum():
                return self.write(node.children, around, apart=apart)
            case Strong():
                return f"strong({self.write(node.children, _in_bold(around), apart=apart)})"
            case LineBreak():
                # The outline of the file has no lines: words on two would run together.
                return "linebreak()" if around.in_paragraph else joined([string(" "), "linebreak()"])
            case Blank():
                return self._blank(node, around)
            case Check():
                return self._check(node, around)
            case Reference():
                return self._reference(node, around, apart)
            case PageField():
                return self._count(node, around)
            case SectionTitle():
                return "chapter(chapters)"
            case Term():
                term = self.write(node.children, _in_bold(around), apart=apart)
                return joined([self._anchor(node.key, around), f"strong({term})"])
            case Footnote():
                return self._footnote(node, around)
            case _:  # pragma: no cover
                assert_never(node)

    def _from_left(self, node: Ltr, around: Around) -> str:
        self._note(node.text, around.role, around.place)
        texts, strong = zip(*emphasised(node), strict=True)
        texts = tuple(_seen(text) or " " for text in texts)
        latin = bool(_LATIN.search(node.text))
        parts = [
            f"strong({string(self._parted(text, _in_bold(around), latin))})"
            if bold
            else string(self._parted(text, around, latin))
            for text, bold in zip(fixed(*texts), strong, strict=True)
        ]
        if latin:
            return f"latin({self._latin[self._style.roles[around.role].stack]}, {joined(parts)})"
        return f"from-left({joined(parts)})"

    def _blank(self, node: Blank, around: Around) -> str:
        dots = wording.blank(node.width)
        self._note(dots, around.role, node.place or around.place)
        if self._longwords.is_too_wide(dots, around.role, around.width, bold=around.bold):
            dots = in_groups(dots)
        return joined([self._anchor(node.key, around), self._dots(node, dots, around)])

    @staticmethod
    def _dots(node: Blank, dots: str, around: Around) -> str:
        """Write dots; in what repeats they can have no prompt, since PDF/UA keeps that out of artifacts."""
        if not (around.anchored and node.prompt):
            return f"dots({string(dots)})"
        blank = f"blank({string(wording.blank_prompt(node.prompt))}, {string(dots)})"
        # A figure is a block of its own where no paragraph is around it.
        return blank if around.in_paragraph else f"box({blank})"

    def _check(self, node: Check, around: Around) -> str:
        inside = _placed(around, node.place)
        before, after = edges(node.label)
        sign = self.text(walk.box(node), inside)
        marks = [[string(mark)] if mark else [] for mark in (before, after)]
        return joined([self._anchor(node.key, around), sign, *marks[0], self.mixed(node.label, inside), *marks[1]])

    def _reference(self, node: Reference, around: Around, apart: bool) -> str:
        inside = _placed(around, node.place)
        text = self.mixed(node.text, inside, apart=apart)
        label = self._labels.known(node.target) if around.anchored else ""
        if not label:
            return text
        self.links.append(node.text)
        return f"link(<{label}>, {text})"

    def _count(self, node: PageField, around: Around) -> str:
        """Write a number that is known when the pages are."""
        self._note(DIGITS, around.role, around.place)
        match node.what:
            case "page":
                return self.marks.page(self.part)
            case "pages":
                return self.marks.pages(self.part)
            case "annex-sheets":
                sheets = self.marks.sheets()
                return (
                    joined([sheets, self.text(f" {wording.SHEET}", around)]) if sheets else self.text(wording.NO_SHEET, around)
                )

    def _footnote(self, node: Footnote, around: Around) -> str:
        place = node.place or around.place
        inside = Around(NOTE_ROLE, self._note_width, place, anchored=around.anchored, in_paragraph=False)
        self._note(DIGITS, around.role, node.place or around.place)
        self._note(DIGITS + wording.NOTE_END, NOTE_ROLE, node.place or around.place)
        note = self.write(node.children, inside)
        if not around.anchored:
            return ""
        return f"[#footnote({note}){self._labels.take(node.key)}]"

    def _anchor(self, key: str, around: Around) -> str:
        return self._labels.anchor(key) if around.anchored else ""

    def _words(self, text: str, around: Around) -> str:
        parted = self._parted(text, around).translate(MIRRORED_FOR_TYPST)
        if "\u0651" not in parted:
            return string(parted) if parted else "[]"
        return joined(f"apart({string(part)})" if "\u0651" in part else string(part) for part in _APART.split(parted))

    def _parted(self, text: str, around: Around, latin: bool = False) -> str:
        return self._longwords.parted(text, around.role, around.width, bold=around.bold, latin=latin)

    def _note(self, text: str, role: str, place: Place | None) -> None:
        self.noted.note(self._style.roles[role].stack, text, place)


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda found: " " if found[0] in _SPACES else "", text)


def _in_bold(around: Around) -> Around:
    return around._replace(bold=True)


def _placed(around: Around, place: Place | None) -> Around:
    return around._replace(place=place) if place else around


def _ends_in_number(node: Inline | None) -> bool:
    """Return whether a node ends in a number, of which Typst would take the mark of a note for a part."""
    text = walk.plain_text((node,)).rstrip(_NUMBER_SIGNS) if isinstance(node, (Text, Strong, Term, Reference)) else ""
    return text[-1:].isdigit()


def ends_from_left(node: Inline) -> bool:
    """Return whether a node ends in a stretch from the left, a reference by its text."""
    if isinstance(node, Reference) and node.text:
        return isinstance(of_text(node.text)[-1], Ltr)
    return walk.ends_from_left(node)


def _has_percent_sign(number: Ltr, after: Inline | None) -> bool:
    """Whether a number that no line breaks («−۵») is right before its percent sign."""
    signed = isinstance(after, Text) and after.text[0] in "٪%"
    return signed and not number.strong and not re.search(r"\s|[^\W\d_]", number.text)
