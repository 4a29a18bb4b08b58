"""What is drawn in the place of what Typst shows: a glyph for each letter, none without its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.pdf.textlayer.letters import JOINERS, is_mark, letters, spread
from generator.writing.pdf.textlayer.order import kinds
from generator.writing.typst.textlayer.faces import Face, Simple
from generator.writing.typst.textlayer.operands import LEAST, Operand, number, settle
from generator.writing.typst.textlayer.shown import Ink, Shown, numbers

_NONE = 0.0005
_NOTHING = Simple("", b"", b"", 0.0)

_NARROW = 0.4
"""A glyph that moves the pen by less than this part of its width is a sign on another."""


@dataclass(slots=True, eq=False)
class Piece:
    """Glyphs for some letters, and how they are written where nothing beside them matters."""

    letters: str
    kinds: str
    content: bytes
    start: float
    """Where the pen must be before the content, from the place of the piece."""
    end: float
    """Where the content leaves it."""
    narrow_at_left: int = 0
    """How many glyphs without width it begins with."""
    is_moved_by_narrow: bool = False
    """Whether its last glyph goes elsewhere where one without width follows: it has none itself, or is a space."""
    made: tuple[Glyph, ...] = ()
    simple: Shown | None = None

    def glyphs(self) -> list[Glyph]:
        """Return its glyphs, to be changed, each as wide as it is far from the next one."""
        if self.simple is not None:
            self.made = tuple(_simple_glyphs(self.simple, self.letters))
            self.simple = None
        return [Glyph(glyph.number, glyph.width, glyph.x, glyph.y, glyph.letter) for glyph in self.made]


def of(shown: Shown, leftwards: bool) -> Piece:
    """Return what is drawn for what one operator shows."""
    known = shown.pieces.get(leftwards)
    if known is None:
        known = None if shown.is_cluster else _simple(shown, leftwards)
        if known is None:
            inks = shown.inks
            clusters = [inks] if shown.is_cluster else [[ink] for ink in inks]
            known = _piece(shown.face, clusters, shown.end, leftwards)
        shown.pieces[leftwards] = known
    return known


def _simple(shown: Shown, leftwards: bool) -> Piece | None:
    """Return what is drawn where each glyph is drawn as it is, for one letter; None where one is not."""
    face = shown.face
    known = face.simple[leftwards]
    signs: list[str] = []
    content: list[bytes] = []
    start, more = 0.0, 0.0
    last = _NOTHING
    for part in shown.parts:
        if isinstance(part, float):
            start, more = (start, more + part) if signs else (start - part, 0.0)
            continue
        codes = numbers(part)
        for code in codes:
            if code not in known:
                known[code] = _as_it_is(face, code, leftwards)
        found = [known[code] for code in codes]
        if not all(each.letter for each in found):
            return None
        if signs:
            content.append(last.shows + number(last.step + more))
            more = 0.0
        signs += [each.letter for each in found]
        content += [each.followed for each in found[:-1]]
        last = found[-1]
    row = "".join(signs)
    written = b"".join([*content, last.shows]).replace(b"><", b"")
    return Piece(row, kinds(row, leftwards), written, start, shown.end + last.step, 0, last.letter == " ", simple=shown)


def _as_it_is(face: Face, code: int, leftwards: bool) -> Simple:
    """Return what is known of a glyph that is drawn as it is; without a letter for one that is not."""
    letter = letters(face.text(code), leftwards=leftwards)
    width = face.width(code)
    if len(letter) != 1 or is_mark(letter) or letter in JOINERS or not width:
        return _NOTHING
    named = face.named(code, letter)
    step = face.told(named) - width
    return Simple(letter, shows := b"<%04X>" % named, shows + (number(step) if abs(step) >= _NONE else b""), step)


def _simple_glyphs(shown: Shown, row: str) -> Iterator[Glyph]:
    pen = shown.end
    inks = shown.inks
    for ink, after, letter in zip(inks, [*inks[1:], None], row, strict=True):
        end = pen if after is None else after.place
        yield Glyph(shown.face.named(ink.number, letter), end - ink.place, letter=letter)


def of_cluster(face: Face, inks: Sequence[Ink], end: float, leftwards: bool) -> Piece:
    """Return what is drawn for a cluster, whose places are from its first glyph."""
    key = leftwards, round(end, 1), tuple([(ink.number, ink.text, round(ink.place, 1), round(ink.up, 1)) for ink in inks])
    known = face.clusters.get(key)
    if known is None:
        known = face.clusters[key] = _piece(face, [inks], end, leftwards)
    return known


def _piece(face: Face, clusters: Sequence[Sequence[Ink]], end: float, leftwards: bool) -> Piece:
    glyphs = [glyph for cluster in _widened(face, clusters, end, leftwards) for glyph in _named(face, *cluster, leftwards)]
    written = "".join([glyph.letter for glyph in glyphs])
    piece = Piece(written, kinds(written, leftwards), b"", 0.0, 0.0, made=tuple(glyphs))
    piece.is_moved_by_narrow = bool(glyphs) and (not glyphs[-1].width or glyphs[-1].letter == " ")
    drawn = piece.glyphs()
    piece.narrow_at_left = settle(face, drawn)
    if drawn:
        piece.start = drawn[0].x - face.thousandths(drawn[0].apart)
    operand = Operand(piece.start)
    operand.add(face, drawn, 0.0)
    piece.content, piece.end = operand.content(), operand.pen
    return piece


def _widened(face: Face, clusters: Sequence[Sequence[Ink]], end: float, leftwards: bool) -> Iterator[tuple[list[Glyph], str]]:
    """Give glyphs their widths: how far each moves the pen, which a sign on a letter does not."""
    found: list[tuple[list[Glyph], str]] = []
    pen = after = end
    for cluster in reversed(clusters):
        text = letters(cluster[0].text, leftwards=leftwards)
        signs: Sequence[bool | None] = [None] * len(cluster)
        if len(text) == len(cluster):
            signs = [is_mark(letter) for letter in (text[::-1] if leftwards else text)]
        made: list[Glyph] = []
        for ink, sign in zip(reversed(cluster), reversed(signs), strict=True):
            if sign or (sign is None and (ink.up or after - ink.place <= face.width(ink.number) * _NARROW)):
                made.append(Glyph(ink.number, 0, ink.place - pen, ink.up))
            else:
                width = pen - ink.place
                made.append(Glyph(ink.number, width if width > LEAST else 0, 0, ink.up))
                pen = ink.place
            after = ink.place
        found.append((made[::-1], cluster[0].text))
    return reversed(found)


def _named(face: Face, glyphs: list[Glyph], text: str, leftwards: bool) -> list[Glyph]:
    """Return the glyphs of a cluster from left to right, each with one letter."""
    written = letters(text, leftwards=leftwards)
    inked = [glyph for glyph in glyphs if glyph.width or face.has_ink(glyph.number)]
    if not written:
        if not any(face.has_ink(glyph.number) for glyph in glyphs):
            return []
        written = text
    if inked:
        glyphs = inked
    if len(glyphs) == len(written) == 1:
        return [_alone(face, written, glyphs[0])]
    found = spread(written, glyphs[::-1] if leftwards else glyphs)
    if not found:
        found = [_merged(face, glyphs, written[0]), *[None] * (len(written) - 1)]
    named = [
        _alone(face, letter, glyph) if glyph else Glyph(face.silent(letter), letter=letter)
        for letter, glyph in zip(written, found, strict=True)
    ]
    return named[::-1] if leftwards else named


def _alone(face: Face, letter: str, glyph: Glyph) -> Glyph:
    if letter in JOINERS and not face.has_ink(glyph.number):
        return Glyph(face.silent(letter), letter=letter)
    glyph.number, glyph.letter = face.named(glyph.number, letter), letter
    return glyph


def _merged(face: Face, glyphs: Sequence[Glyph], letter: str) -> Glyph:
    """Return one glyph that draws all of these where they are."""
    pen, components, widths = 0.0, [], []
    for glyph in glyphs:
        components.append((glyph.number, face.em(pen + glyph.x), face.em(glyph.y)))
        widths += [glyph.number] * bool(glyph.width)
        pen += glyph.width
    return Glyph(face.composite(tuple(components), tuple(widths), letter), pen)
