"""The text of a PDF of Typst's as readers find it: one glyph, one letter.

Typst says of clusters of glyphs what they mean, in the order of reading (`ActualText`, `ReversedChars`), and every reader
(poppler, pdfium, MuPDF) turns round what is written from the right, that too. So each text of the file is written anew:

    content.Contents --> joining.joined (clusters, pieces) --> rows.written

Letters without a glyph of their own get one without ink, a raised mark is drawn at its height by a glyph that has it in its
outline, and signs of direction stand where readers need them, all as in the files of the other engine (`pdf.textlayer`). What
is drawn stays where it is, and nothing else of the file is changed.

What the source must say: the text as it is («ه\u0654» as well as U+06C0), each face by its name and with TrueType outlines; a
face that is to be drawn plainly (`Stack.plain`) with `kerning: false` and `features: (calt: 0)`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from generator.writing.typst.textlayer import joining, rows
from generator.writing.typst.textlayer.content import Contents
from generator.writing.typst.textlayer.faces import Face, write


def mend(file: pikepdf.Pdf) -> None:
    """Make the words of a file that Typst has written be found.

    Raises MachineError where text has a form that this was not made for, and for a face that glyphs cannot be added to.
    """
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


def _mended(content: bytes, reads: Contents) -> Iterator[bytes]:
    """Yield the parts of a content, with its texts written anew; what is joined stands in the place of its first."""
    places: list[tuple[int, int, bytes]] = []
    for text, shows in rows.written(joining.joined(reads.texts(content))):
        first, *others = text.texts
        places.append((first.start, first.stop, text.written(shows)))
        places += [(other.start, other.stop, b"") for other in others]
    end = 0
    for start, stop, new in sorted(places):
        yield content[end:start]
        yield new
        end = stop
    yield content[end:]
