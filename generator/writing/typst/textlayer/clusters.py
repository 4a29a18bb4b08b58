"""Puts together the glyphs of clusters that raised marks divide.

Typst says of the mark and of the letter that both mean «هٔ», in two texts; and of «کمّی خُرد», whose two marks Nazli draws with
one glyph, that all from the first of its letters to the second mean all of them, in three.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.writing.pdf.textlayer.letters import is_mark, letters
from generator.writing.typst.textlayer import pieces
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.faces import Face
from generator.writing.typst.textlayer.pieces import Piece
from generator.writing.typst.textlayer.shown import Ink, Shown

Part = tuple[float, float, Shown]
"""What is shown, at which place from the origin and how far raised."""


def drawn(face: Face, parts: Sequence[Part], leftwards: bool) -> Drawn:
    """Return what is drawn for a text of one direction."""
    _, _, last = parts[-1]
    end = max(place + shown.end for place, up, shown in parts if not up or shown is last)
    if any(up for _, up, _ in parts):
        return Drawn(face, leftwards, _Clusters(face, leftwards, parts).pieces(), end)
    return Drawn(face, leftwards, [(place, pieces.of(shown, leftwards)) for place, _, shown in parts], end)


@dataclass(slots=True)
class _Cluster:
    """The glyphs of a cluster, from left to right, at their places from the origin of the text."""

    text: str
    start: float
    end: float
    inks: list[Ink] = field(default_factory=list)

    def add(self, place: float, up: float, inks: Sequence[Ink], *, before: bool = False) -> None:
        """Add glyphs after these, or before them."""
        more = [Ink(ink.number, place + ink.place, ink.text, up) for ink in inks]
        self.inks = more + self.inks if before else self.inks + more

    def is_whole(self) -> bool:
        """Whether each of its letters has a glyph, signs on letters aside."""
        wanted = sum(not is_mark(letter) for letter in letters(self.text))
        return len(self.text) < 2 or sum(not ink.up for ink in self.inks) >= wanted


class _Clusters:
    """Goes through the parts of a text from the left."""

    def __init__(self, face: Face, leftwards: bool, parts: Sequence[Part]) -> None:
        self._face = face
        self._leftwards = leftwards
        self._rest = [*reversed(parts)]
        self._passed: list[tuple[float, Shown | Piece]] = []

    def pieces(self) -> list[tuple[float, Piece]]:
        """Return what is drawn, each piece at its place."""
        while self._rest:
            place, up, shown = self._rest.pop()
            if up:
                self._passed.append(self._cluster(place, up, shown))
            else:
                self._passed.append((place, shown))
        return [(place, pieces.of(part, self._leftwards) if isinstance(part, Shown) else part) for place, part in self._passed]

    def _cluster(self, place: float, up: float, shown: Shown) -> tuple[float, Piece]:
        """Put together the cluster of a raised mark: with its letter at the side of that first, then with what it lacks."""
        cluster = _Cluster(shown.first, place, place)
        cluster.add(place, up, shown.inks)
        while self._rest and self._rest[-1][1] and self._rest[-1][2].first == cluster.text:
            cluster.add(*self._raised())
        takes = (self._take_right, self._take_left) if self._leftwards else (self._take_left, self._take_right)
        for take in takes:
            while not cluster.is_whole() and take(cluster):
                pass
        start = cluster.start
        inks = [Ink(ink.number, ink.place - start, ink.text, ink.up) for ink in cluster.inks]
        return start, pieces.of_cluster(self._face, inks, cluster.end - start, self._leftwards)

    def _raised(self) -> tuple[float, float, Sequence[Ink]]:
        place, up, shown = self._rest.pop()
        return place, up, shown.inks

    def _take_right(self, cluster: _Cluster) -> bool:
        """Take glyphs of a cluster from what follows it; whether there are any."""
        if not self._rest or self._rest[-1][1] or self._rest[-1][2].first != cluster.text:
            return False
        place, up, shown = self._rest.pop()
        if not shown.is_cluster and len(shown.inks) > 1:
            own, others = shown.divide(1)
            self._rest.append((place + own.end, up, others))
            shown = own
        cluster.add(place, 0, shown.inks)
        cluster.end = place + shown.end
        return True

    def _take_left(self, cluster: _Cluster) -> bool:
        """Take glyphs of a cluster from what is before it; whether there are any."""
        if not self._passed:
            return False
        place, shown = self._passed[-1]
        if not isinstance(shown, Shown) or shown.last != cluster.text:
            return False
        self._passed.pop()
        if not shown.is_cluster and len(shown.inks) > 1:
            others, own = shown.divide(len(shown.inks) - 1)
            self._passed.append((place, others))
            place, shown = place + others.end, own
        cluster.add(place, 0, shown.inks, before=True)
        cluster.start = place
        return True
