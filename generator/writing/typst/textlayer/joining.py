"""Joins what is one text but for marks that are raised.

Typst draws such a mark as a text of its own, and the parts of the line at both its sides too, all from left to right, so that
the structure of a Persian line has them in the wrong order. They become one text, in the place of the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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

    def written(self, content: bytes) -> bytes:
        """Return how it is written, with what it shows; nothing where that is nothing."""
        if not content:
            return b""
        return b"%s 0 Tr%s Tf 1 0 0 -1 0 0 Tm[%s]TJ\nET\nQ" % (self.origin.head, self.origin.body.font, content)


def joined(texts: Iterable[Text]) -> Iterator[Joined]:
    """Yield each text of a content, with the raised marks that belong to it."""
    chain: list[Text] = []
    for text in texts:
        if chain and not (text.follows and _continues(chain[-1], text)):
            yield _joined(chain)
            chain = []
        chain.append(text)
    if chain:
        yield _joined(chain)


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
    last = before.body.parts[-1][2].last
    return -TOUCHES < text.x - before.right < (WIDEST * text.body.size if last.isspace() else TOUCHES)


def _is_mark(text: Text) -> bool:
    """Whether a text is nothing but signs on letters, which move the pen by nothing, whatever their width."""
    return text.body.is_mark


def _joined(chain: list[Text]) -> Joined:
    if len(chain) == 1:
        (text,) = chain
        body = text.body
        if body.alone is None:
            body.alone = clusters.drawn(body.face, body.parts, _is_leftwards(chain))
        return Joined(chain, text, body.alone, text.x, text.right)
    origin = _origin(chain)
    scale = 1000 / origin.body.size
    parts = [
        ((text.x - origin.x) * scale + place, (origin.y - text.y) * scale + up, shown)
        for text in chain
        for place, up, shown in text.body.parts
    ]
    drawn = clusters.drawn(origin.body.face, parts, _is_leftwards(chain))
    return Joined(chain, origin, drawn, chain[0].x, origin.x + drawn.end / scale)


def _is_leftwards(chain: Iterable[Text]) -> bool:
    """Whether texts read from the right, as they do where nothing in them shows a direction."""
    strength = 0
    for text in chain:
        for _, _, shown in text.body.parts:
            strength |= shown.strength
    return bool(strength & FROM_RIGHT) or not strength & FROM_LEFT


def _origin(chain: Sequence[Text]) -> Text:
    """Return the first text that is on the line: more glyphs are on it than above it."""
    counts: Counter[float] = Counter()
    for text in chain:
        counts[text.y] += 0 if _is_mark(text) else sum(len(shown.inks) for _, _, shown in text.body.parts)
    (line, _), *_ = counts.most_common(1)
    return next(text for text in chain if text.y == line)
