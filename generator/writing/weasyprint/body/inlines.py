"""Writes inline nodes as HTML.

WeasyPrint resolves direction line by line and inline box by inline box, and sets the boxes inside one in the direction of
that one: a stretch from the left is a `bdi`, so that a number or a Latin phrase keeps its order over the tags inside it. Both
have the marks of `persian.direction`: a line may begin with any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import zip_longest
from typing import assert_never

from generator.persian import NBSP
from generator.persian.direction import RLM, after_ltr, between, fixed
from generator.problems.errors import Place
from generator.style.style import Style
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
from generator.tree.passes.keys import is_made
from generator.tree.walk import box, emphasised, ends_from_left
from generator.writing import wording
from generator.writing.pdf.characters import Noted

_LATIN = re.compile(r"[^\W\d_]")

# Two kinds of words stand in an element of their own. A long one may be broken, which a number never is. One with a shadda is
# shaped by itself: Nazli and Titr would join it with the next vowel sign of the text, words away («کمّی … مثلاً»).
_LONG = 25
_APART = re.compile(rf"[^\s\u0651]*\u0651\S*|(?=\S*[^\W\d_])\S{{{_LONG},}}")

# WeasyPrint parts the words before a no-break space one a line, where a blank after it goes into the next one.
_HELD = re.compile(rf"(?:[^\s<>{NBSP}]+{NBSP})*[^\s<>{NBSP}]*{NBSP}<span class=blank[^<>]*>\.{{1,120}}</span>")

NOTE_ROLE = "footnote"

DIGITS = "۰۱۲۳۴۵۶۷۸۹"


def _set_apart(word: re.Match[str]) -> str:
    return f"<span{' class=long' if len(word[0]) >= _LONG else ''}>{word[0]}</span>"


class Inlines:
    """Writes the inline nodes of one document, and notes in `noted` which characters each face stack has to draw."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self.noted = Noted()
        self.sheets = 0
        """How many sheets the annexes have."""

    def text(self, text: str, role: str, place: Place | None = None) -> str:
        """Write literal text of a role (a label, a mark, a number)."""
        self._note(text, role, place)
        return _APART.sub(_set_apart, escape(between(text)))

    def mixed(self, text: str, role: str, place: Place | None = None) -> str:
        """Write a text that no pass has read (a label, a reference), its left-to-right stretches in elements."""
        return self.write(of_text(text), role, place)

    def write(
        self, children: Iterable[Inline], role: str, place: Place | None = None, *, anchored: bool = True, apart: bool = False
    ) -> str:
        """Write inline nodes of a role; with `anchored` false (headers, which repeat) blanks are no targets.

        With `apart` a stretch from the left stands before them.
        """
        nodes = dissolved(tuple(children))
        written: list[str] = []
        for child, after in zip_longest(nodes, nodes[1:]):
            if isinstance(child, Ltr) and _has_percent_sign(child, after):
                # In one box with its sign: the text of the PDF has the two as one number.
                self._note(child.text, role, place)
                written.append(escape("".join(fixed(child.text))))
            else:
                written.append(self._node(child, role, place, anchored, apart))
            apart = ends_from_left(child)
        return _HELD.sub(r"<span class=held>\g<0></span>", "".join(written))

    def _node(self, node: Inline, role: str, place: Place | None, anchored: bool, apart: bool) -> str:
        match node:
            case Text():
                # A header that repeats a heading, and the bookmarks of the PDF, take its text without its elements.
                mark = RLM if apart and after_ltr(node.text) != node.text else ""
                text = mark + self.text(node.text, role, place)
                return text if _has_letters(node.text) else f"<span class=signs>{text}</span>"
            case Ltr():
                self._note(node.text, role, place)
                latin = " class=latin" if _LATIN.search(node.text) else ""
                texts, strong = zip(*emphasised(node), strict=True)
                parts = ((escape(text), bold) for text, bold in zip(fixed(*texts), strong, strict=True))
                return f"<bdi{latin}>{''.join(f'<b>{text}</b>' if bold else text for text, bold in parts)}</bdi>"
            case Datum():
                return self.write(node.children, role, place, anchored=anchored, apart=apart)
            case Strong():
                return f"<b>{self.write(node.children, role, place, anchored=anchored, apart=apart)}</b>"
            case LineBreak():
                # A header that repeats a heading, and the bookmarks of the PDF, take its words but not the ends of its lines.
                return " <br>" if role.startswith("heading-") else "<br>"
            case Blank():
                key = identifier(node.key) if anchored else ""
                dots = self.text(wording.blank(node.width), role, node.place or place)
                return f'<span class=blank{key} title="{escape(node.prompt)}">{dots}</span>'
            case Check():
                key = identifier(node.key) if anchored else ""
                sign = self.text(box(node), role, node.place or place)
                before, after = edges(node.label)
                label = before + self.mixed(node.label, role, node.place or place) + after
                return f"<span class=signs{key}>{RLM if apart else ''}{sign}</span>{label}"
            case Reference():
                text = self.mixed(node.text, role, node.place or place)
                return f'<a href="#{escape(node.target)}">{text}</a>'
            case PageField():
                self._note(DIGITS, role, place)
                if node.what == "annex-sheets":
                    return self.text(wording.sheets(self.sheets), role, place)
                return f"<span class=field-{node.what}></span>"
            case SectionTitle():
                return "<span class=section-title></span>"
            case Term():
                term = self.write(node.children, role, node.place or place, anchored=anchored, apart=apart)
                return f"<b{identifier(node.key) if anchored else ''}>{term}</b>"
            case Footnote():
                self._note(DIGITS + wording.NOTE_END, NOTE_ROLE, node.place or place)
                note = self.write(node.children, NOTE_ROLE, node.place or place, anchored=anchored)
                return f'<span class="footnote role-{NOTE_ROLE}"{identifier(node.key)}>{note}</span>'
            case _:  # pragma: no cover
                assert_never(node)

    def _note(self, text: str, role: str, place: Place | None) -> None:
        self.noted.note(self._style.roles[role].stack, text, place)


def _has_percent_sign(number: Ltr, after: Inline | None) -> bool:
    """Whether a number that no line breaks («−۵») is right before its percent sign."""
    signed = isinstance(after, Text) and after.text[0] in "٪%"
    return signed and not number.strong and not re.search(r"\s|[^\W\d_]", number.text)


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def identifier(key: str) -> str:
    """Return the id attribute of a key, with a space before it; nothing without a key, or one that nothing refers to."""
    return f' id="{escape(key)}"' if key and not is_made(key) else ""
