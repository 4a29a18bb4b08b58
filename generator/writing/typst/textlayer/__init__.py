"""The text of a PDF of Typst's as readers find it: one glyph, one letter.

Typst says of clusters of glyphs what they mean, in the order of reading (`ActualText`, `ReversedChars`), and every reader
(poppler, pdfium, MuPDF) turns round what is written from the right, that too. So each text of the file is written anew:

    content.Contents --> joining.joined (clusters, pieces) --> reading.in_order --> rows.written

Letters without a glyph of their own get one without ink, a raised mark is drawn at its height by a glyph that has it in its
outline, and signs of direction stand where readers need them, all as in the files of the other engine (`pdf.textlayer`). The
dots of a line of contents, each a text of Typst's, become one. What is drawn stays where it is, and nothing else of the file is
changed.

What the source must say: the text as it is («ه\u0654» as well as U+06C0), each face by its name and with TrueType outlines; a
face that is to be drawn plainly (`Stack.plain`) with `kerning: false` and `features: (calt: 0)`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from generator.writing.typst.textlayer import joining, reading, rows
from generator.writing.typst.textlayer.content import Contents
from generator.writing.typst.textlayer.faces import Face, write


def mend(file: pikepdf.Pdf) -> None:
    """Make the words of a file that Typst has written be found.

    Raises MachineError where text has a form that this was not made for, and for a face that glyphs cannot be added to.
    """
    with _without_collecting():
        _mend(file)


def _mend(file: pikepdf.Pdf) -> None:
    faces: dict[tuple[int, int], Face | None] = {}
    contents: dict[object, Contents] = {}
    for page in file.pages:
        fonts = page.Resources.get("/Font", pikepdf.Dictionary())
        key = tuple(sorted((name, font.objgen) for name, font in fonts.items()))
        if not key:
            continue
        if key not in contents:
            for font in fonts.values():
                if font.objgen not in faces:
                    faces[font.objgen] = Face(font) if font.Subtype == "/Type0" else None
            contents[key] = Contents({name.encode(): faces[number] for name, number in key})
        written = page.Contents.read_bytes()
        write(page.Contents, b"".join(_mended(written, contents[key])))
    for face in faces.values():
        if face is not None:
            face.finish()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles, a tenth of the time: of the many small values here none is in one."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _mended(content: bytes, reads: Contents) -> Iterator[bytes]:
    """Yield the parts of a content, with its texts written anew; what is joined stands in the place of its first."""
    places: list[tuple[int, int, bytes]] = []
    for text, shows in rows.written(reading.in_order(joining.joined(reads.texts(content)))):
        places.append((text.place.start, text.place.stop, text.written(shows)))
        if len(text.texts) > 1:
            places += [(other.start, other.stop, b"") for other in text.texts[1:]]
    end = 0
    for start, stop, new in sorted(places):
        yield content[end:start]
        yield new
        end = stop
    yield content[end:]
