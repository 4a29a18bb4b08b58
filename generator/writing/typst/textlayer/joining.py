"""Joins what is one text but for marks that are raised.

Typst draws such a mark as a text of its own, and the parts of the line at both its sides too, all from left to right, so that
the structure of a Persian line has them in the wrong order. They become one text, in the place of the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from generator.writing.typst.textlayer import clusters
from generator.writing.typst.textlayer.content import Text
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.shown import FROM_LEFT, FROM_RIGHT

TOUCHES = 0.03
"""Points between two texts that touch."""

WIDEST = 1.5
"""The size of a space that justifying widens, in that of its face."""


@dataclass(slots=True, eq=False)
class Joined:
    """A text, or several that are one, and what is drawn for it from the origin of one of them."""

    texts: Sequence[Text]
    origin: Text
    drawn: Drawn
    left: float
    right: float
    """Where it begins and ends, in points."""
    place: Text
    """The text in whose place it is written."""

    def is_level_with(self, before: Joined) -> bool:
        """Whether it and one before it are on one line and have one size, with nothing drawn between them."""
        one, other = before.origin, self.origin
        return (
            self.texts[0].follows
            and abs(one.y - other.y) < TOUCHES
            and one.body.size == other.body.size
            and one.frame == other.frame
        )

    def reaches(self, right: Joined) -> bool:
        """Whether it ends where one on its line begins, but for a space that justifying has widened."""
        gap = right.left - self.right
        if abs(gap) < TOUCHES:
            return True
        is_space = self.drawn.letters[-1:] == " " or right.drawn.letters[:1] == " "
        return is_space and 0 < gap < WIDEST * self.origin.body.size

    def written(self, content: bytes) -> bytes:
        """Return how it is written, with what it shows; nothing where that is nothing."""
        if not content:
            return b""
        return b"%s%s Tf 1 0 0 -1 0 0 Tm[%s]TJ\nET\nQ" % (self.origin.head, self.origin.body.font, content)


def joined(texts: Iterable[Text]) -> Iterator[Joined]:
    """Yield each text of a content, with the raised marks that belong to it."""
    before: Joined | None = None
    chain: list[Text] = []
    for text in texts:
        if chain and not (text.follows and _continues(chain[-1], text)):
            yield (before := _joined(before, chain, text))
            chain = []
        chain.append(text)
    if chain:
        yield _joined(before, chain, None)


def _continues(before: Text, text: Text) -> bool:
    """Whether one of two is a raised mark on the other."""
    return (
        before.y != text.y
        and before.body.font == text.body.font
        and before.frame == text.frame
        and abs(before.y - text.y) < text.body.size
        and ((_is_mark(before) and abs(text.x - before.x) < TOUCHES) or (_is_mark(text) and _touches(before, text)))
    )


def _touches(before: Text, text: Text) -> bool:
    gap = text.x - before.right
    # Justifying widens the spaces of a line of few words without end.
    return gap > -TOUCHES and (gap < TOUCHES or before.body.parts[-1][2].last.isspace())


def _is_mark(text: Text) -> bool:
    """Whether a text is nothing but signs on letters, which move the pen by nothing, whatever their width."""
    return text.body.is_mark


def _joined(before: Joined | None, chain: list[Text], after: Text | None) -> Joined:
    if len(chain) == 1:
        (text,) = chain
        body = text.body
        leftwards = bool(body.strength & FROM_RIGHT) if body.strength else _is_leftwards(before, chain, after)
        if leftwards not in body.alone:
            body.alone[leftwards] = clusters.drawn(body.face, body.parts, leftwards)
        return Joined(chain, text, body.alone[leftwards], text.x, text.right, text)
    leftwards = _is_leftwards(before, chain, after)
    first = chain[0]
    key = leftwards, tuple([(text.body, round(text.x - first.x, 3), round(text.y - first.y, 3)) for text in chain])
    known = first.body.face.chains.get(key)
    if known is None:
        known = first.body.face.chains[key] = _drawn(chain, leftwards)
    drawn, number = known
    origin = chain[number]
    return Joined(chain, origin, drawn, first.x, origin.x + drawn.end * origin.body.size / 1000, first)


def _drawn(chain: Sequence[Text], leftwards: bool) -> tuple[Drawn, int]:
    """Return what is drawn for texts that are one, and from the origin of which of them."""
    number = _origin(chain)
    origin = chain[number]
    scale = 1000 / origin.body.size
    parts = [
        ((text.x - origin.x) * scale + place, (origin.y - text.y) * scale + up, shown)
        for text in chain
        for place, up, shown in text.body.parts
    ]
    return clusters.drawn(origin.body.face, parts, leftwards), number


def _is_leftwards(before: Joined | None, chain: Sequence[Text], after: Text | None) -> bool:
    """Whether texts read from the right.

    One without letters («/» between two numbers) does, unless it is drawn at the right of one before it that reads from the
    left, or at the left of such a one after it.
    """
    strength = reduce(or_, [text.body.strength for text in chain])
    if strength:
        return bool(strength & FROM_RIGHT)
    (first, *_), (*_, last) = chain, chain
    if before and first.follows and not before.drawn.leftwards and _is_beside(before.origin.y, before.right, first):
        return False
    return not (after and after.follows and after.body.strength == FROM_LEFT and _is_beside(last.y, last.right, after))


def _is_beside(y: float, x: float, text: Text) -> bool:
    return abs(text.y - y) < TOUCHES and abs(text.x - x) < TOUCHES


def _origin(chain: Sequence[Text]) -> int:
    """Return the number of the first text that is on the line: more glyphs are on it than above it."""
    counts: Counter[float] = Counter()
    for text in chain:
        counts[text.y] += 0 if _is_mark(text) else sum([shown.count for _, _, shown in text.body.parts])
    (line, _), *_ = counts.most_common(1)
    return next(number for number, text in enumerate(chain) if text.y == line)
