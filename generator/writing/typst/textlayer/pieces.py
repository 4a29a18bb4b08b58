"""What is drawn in the place of what Typst shows: a glyph for each letter, none without its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.pdf.textlayer.letters import JOINERS, is_mark, letters, spread
from generator.writing.pdf.textlayer.order import kinds
from generator.writing.typst.textlayer.faces import Face, Simple
from generator.writing.typst.textlayer.operands import LEAST, Operand, number, rounded, settle
from generator.writing.typst.textlayer.shown import Ink, Shown

_NONE = 0.005
_NOTHING = Simple("", "", b"", b"", 0.0)

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
    repeats: tuple[Piece, int, float] | None = None

    def glyphs(self) -> list[Glyph]:
        """Return its glyphs, to be changed, each as wide as it is far from the next one."""
        if self.simple is not None:
            self.made = tuple(_simple_glyphs(self.simple, self.letters))
            self.simple = None
        elif self.repeats is not None:
            one, times, step = self.repeats
            glyphs = one.glyphs()
            glyphs[-1].width += step - sum([glyph.width for glyph in glyphs])
            self.made = tuple(glyphs * times)
            self.repeats = None
        return [Glyph(glyph.number, glyph.width, glyph.x, glyph.y, glyph.letter) for glyph in self.made]


def of(shown: Shown, leftwards: bool) -> Piece:
    """Return what is drawn for what one operator shows."""
    known = shown.pieces.get(leftwards)
    if known is None:
        if shown.repeats is not None:
            known = _repeated(of(shown.repeats[0], leftwards), *shown.repeats[1:])
        elif not shown.is_cluster:
            known = _simple(shown, leftwards)
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
    row = row_kinds = ""
    content: list[bytes] = []
    start, more = 0.0, 0.0
    last = _NOTHING
    for part in shown.parts:
        if isinstance(part, float):
            start, more = (start, more + part) if row else (start - part, 0.0)
            continue
        for code in part:
            if code not in known:
                known[code] = _as_it_is(face, code, leftwards)
        found = [known[code] for code in part]
        if _NOTHING in found:
            return None
        its_letters, its_kinds, _, followed, _ = zip(*found, strict=True)
        if row:
            content.append(last.shows + number(last.step + more))
            more = 0.0
        row += "".join(its_letters)
        row_kinds += "".join(its_kinds)
        content += followed[:-1]
        last = found[-1]
    written = b"".join([*content, last.shows]).replace(b"><", b"")
    return Piece(row, row_kinds, written, start, shown.end + last.step, 0, last.letter == " ", simple=shown)


def _repeated(one: Piece, times: int, step: float) -> Piece:
    """Return what is drawn for a piece that stands so often, each time a step further on."""
    back = rounded(one.end - one.start - step)
    between = number(back) if back else b""
    content = ((one.content + between) * (times - 1) + one.content).replace(b"><", b"")
    end = one.end + (one.end - one.start - back) * (times - 1)
    narrow, moved = one.narrow_at_left, one.is_moved_by_narrow
    return Piece(one.letters * times, one.kinds * times, content, one.start, end, narrow, moved, repeats=(one, times, step))


def _as_it_is(face: Face, code: int, leftwards: bool) -> Simple:
    """Return what is known of a glyph that is drawn as it is; without a letter for one that is not."""
    letter = letters(face.text(code), leftwards=leftwards)
    width = face.width(code)
    if len(letter) != 1 or is_mark(letter) or letter in JOINERS or not width:
        return _NOTHING
    named = face.named(code, letter)
    step = face.told(named) - width
    return Simple(
        letter,
        kinds(letter, leftwards),
        shows := b"<%04X>" % named,
        shows + (number(step) if abs(step) >= _NONE else b""),
        step,
    )


def _simple_glyphs(shown: Shown, row: str) -> list[Glyph]:
    face, found = shown.face, list[Glyph]()
    signs = iter(row)
    pen = begin = 0.0
    for part in shown.parts:
        if isinstance(part, float):
            pen -= part
            continue
        for code in part:
            if found:
                found[-1].width = pen - begin
            letter = next(signs)
            found.append(Glyph(face.named(code, letter), letter=letter))
            begin = pen
            pen += face.width(code)
    found[-1].width = shown.end - begin
    return found


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
    owned = "".join([letter for letter in written if letter not in JOINERS]) or written[:1]
    read = glyphs[::-1] if leftwards else glyphs
    found: list[Glyph | None] = [*read] if len(read) == len(owned) == 1 else spread(owned, read)
    if not found:
        found = [_merged(face, glyphs, owned[0]), *[None] * (len(owned) - 1)]
    rest = iter(found)
    named = [_letter(face, letter, None if letter in JOINERS and letter not in owned else next(rest)) for letter in written]
    return named[::-1] if leftwards else named


def _letter(face: Face, letter: str, glyph: Glyph | None) -> Glyph:
    """Return the glyph of a letter; one without ink where it has none of its own."""
    if glyph is None or (letter in JOINERS and not face.has_ink(glyph.number)):
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
