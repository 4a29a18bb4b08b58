"""Inline nodes as HTML.

WeasyPrint resolves direction line by line and inline box by inline box, so no number, date or Latin phrase is cut by a tag,
and invisible marks stand wherever the Unicode Bidirectional Algorithm (UAX #9) would give an order that depends on what
happens to stand before:

- A left-to-right stretch is an isolate (U+2066 … U+2069) with U+200E at each end that is no Latin letter.
- The dash of a number of several levels («۶-۲») has U+200F on both sides: the first level is at the right everywhere. What is
  to be read from the left (a telephone) is an `Ltr` node by then.
- A percent sign after a number has U+200F before it: it stands at the left of the number, at a line's start too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import assert_never

from generator.errors import Place
from generator.style import Style
from generator.tree.nodes import Blank, Footnote, Inline, LineBreak, Ltr, PageField, Reference, SectionTitle, Strong, Text
from generator.tree.passes.direction import split
from generator.writing import wording

LRI, PDI = "\u2066", "\u2069"
LRM, RLM = "\u200e", "\u200f"

_LATIN = re.compile("[A-Za-z]")
_DASH_OR_PERCENT = re.compile("(?<=[۰-۹])-(?=[۰-۹])|(?<=[۰-۹])(?=[٪%])")

# Two kinds of words stand in an element of their own. A long one may be broken, which a number never is. One with a shadda is
# shaped by itself: Nazli and Titr would join it with the next vowel sign of the text, words away («کمّی … مثلاً»).
_LONG = 25
_APART = re.compile(rf"[^\s\u0651]*\u0651\S*|(?=\S*[^\W\d_])\S{{{_LONG},}}")

# A short blank stands whole in one line, as in Word.
_WHOLE_BLANK = 12

NOTE_ROLE = "footnote"

DIGITS = "۰۱۲۳۴۵۶۷۸۹"


def directed(text: str) -> str:
    """Persian text with the marks that fix the order of its numbers."""
    return _DASH_OR_PERCENT.sub(lambda found: f"{RLM}-{RLM}" if found[0] else RLM, text)


def _set_apart(word: re.Match[str]) -> str:
    return f"<span{' class=long' if len(word[0]) >= _LONG else ''}>{word[0]}</span>"


def isolated(text: str) -> str:
    """A left-to-right stretch as an isolate."""
    before, after = ("" if unicodedata.bidirectional(end) == "L" else LRM for end in (text[0], text[-1]))
    return f"{LRI}{before}{text}{after}{PDI}"


class Inlines:
    """Writes the inline nodes of one document, and notes which characters each face stack has to draw.

    `characters` holds, for each stack, the characters and the places where each is met.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.characters: dict[str, dict[str, dict[Place | None, None]]] = {}

    def text(self, text: str, role: str, place: Place | None = None) -> str:
        """Literal text of a role (a label, a mark, a number)."""
        self._note(text, role, place)
        return _APART.sub(_set_apart, escape(directed(text)))

    def mixed(self, text: str, role: str, place: Place | None = None) -> str:
        """A text that no pass has looked at (a label, a reference), its left-to-right stretches isolated."""
        return self.write(split(text), role, place)

    def write(self, children: Iterable[Inline], role: str, place: Place | None = None, *, anchored: bool = True) -> str:
        """Inline nodes of a role; with `anchored` false (headers, which repeat) blanks are no targets."""
        return "".join(self._node(child, role, place, anchored) for child in children)

    def _node(self, node: Inline, role: str, place: Place | None, anchored: bool) -> str:
        match node:
            case Text():
                text = self.text(node.text, role, place)
                return text if _has_letters(node.text) else f"<span class=signs>{text}</span>"
            case Ltr():
                self._note(node.text, role, place)
                latin = " class=latin" if _LATIN.search(node.text) else ""
                return f"<bdi{latin}>{escape(isolated(node.text))}</bdi>"
            case Strong():
                return f"<b>{self.write(node.children, role, place, anchored=anchored)}</b>"
            case LineBreak():
                # A header that repeats a heading, and the outline of the PDF, take its words but not the ends of its lines.
                return " <br>" if role.startswith("heading-") else "<br>"
            case Blank():
                key = identifier(node.key) if anchored else ""
                dots = self.text(wording.blank(node.width), role, node.place or place)
                kind = "blank" if node.width <= _WHOLE_BLANK else '"blank parted"'
                return f'<span class={kind}{key} title="{escape(node.prompt)}">{dots}</span>'
            case Reference():
                text = self.mixed(node.text, role, node.place or place)
                return f'<a href="#{escape(node.target)}">{text}</a>'
            case PageField():
                self._note(DIGITS, role, place)
                return f"<span class=field-{node.what}></span>"
            case SectionTitle():
                return "<span class=section-title></span>"
            case Footnote():
                self._note(DIGITS + wording.NOTE_END, NOTE_ROLE, node.place or place)
                note = self.write(node.children, NOTE_ROLE, node.place or place, anchored=anchored)
                return f'<span class="footnote role-{NOTE_ROLE}"{identifier(node.key)}>{note}</span>'
            case _:  # pragma: no cover
                assert_never(node)

    def _note(self, text: str, role: str, place: Place | None) -> None:
        known = self.characters.setdefault(self._style.roles[role].stack, {})
        for character in set(text):
            known.setdefault(character, {})[place] = None


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def identifier(key: str) -> str:
    """The id attribute of a key, with a space before it; nothing without a key."""
    return f' id="{escape(key)}"' if key else ""
