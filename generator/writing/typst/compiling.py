"""The only module that imports Typst (84 MB, so it is imported late): compiles a source where nothing else can be reached.

The source and its pictures lie in a folder of their own, outside of which Typst reads nothing. It knows the faces of the look
only, and no folder of packages.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from generator.problems.errors import MachineError, Place, Problem
from generator.problems.messages import problem
from generator.style import faces
from generator.style.faces import Family, links

_STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_MAIN = "main.typ"
_LINE = re.compile(rf"{re.escape(_MAIN)}:(\d+):\d+")

# What Typst remembers of a compilation goes when ten more were made, which in a process that makes one document after the other
# is 4 GB: ten empty ones make it forget, at a fifth of the time that a document takes. So they are made when much was compiled.
_REMEMBERED = 10
_MUCH = 600_000
"""Characters of source; a page has 7,000."""


class Compilation:
    """A compiled source: the PDF, and what can be asked about the places of things in it."""

    def __init__(self, compiler: typst.Compiler, data: bytes) -> None:
        self._compiler = compiler
        self.data = data

    def ask(self, expression: str) -> Any:
        """Return the value of an expression of Typst, which knows every place of the compiled document."""
        return json.loads(self._compiler.eval(expression))


@contextmanager
def compiled(
    text: str, files: Mapping[str, bytes], families: Iterable[Family], places: Mapping[int, Place]
) -> Iterator[Compilation]:
    """Compile a source with its pictures; `places` are those of the template by the line of the source where they begin.

    Raises MachineError for anything that Typst refuses or warns of, and for a face that is missing.
    """
    known = _fonts(tuple(file for face in faces.require(families).values() for file in face.files))
    with tempfile.TemporaryDirectory(prefix="sanad-", ignore_cleanup_errors=True) as made:
        root = Path(made)
        (root / _MAIN).write_text(text, encoding="utf-8", newline="\n")
        for name, data in files.items():
            (root / name).write_bytes(data)
        _forget(len(text))
        yield _compile(root, known, places)


def _compile(root: Path, known: typst.Fonts, places: Mapping[int, Place]) -> Compilation:
    nowhere = root / "packages"
    compiler = typst.Compiler(root / _MAIN, root, known, package_path=nowhere, package_cache_path=nowhere)
    try:
        # PDF/A asks for a time; what is written of it goes in `finishing`, since rendering reads no clock.
        data, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=_STANDARDS, timestamp=0)
    except typst.TypstError as error:
        raise MachineError([_refused(error, places)]) from error
    if warnings:
        raise MachineError([*dict.fromkeys(_refused(warning, places) for warning in warnings)])
    assert isinstance(data, bytes)
    return Compilation(compiler, data)


def _refused(said: typst.TypstError | typst.TypstWarning, places: Mapping[int, Place]) -> Problem:
    """Return the problem for what Typst says, at the template's line of the block that is meant, if it names a line."""
    found = _LINE.search(said.diagnostic)
    begun = [line for line in places if found and line <= int(found[1])]
    return problem("pdf-warning", places[max(begun)] if begun else None, said=said.message)


@lru_cache(maxsize=4)
def _fonts(files: tuple[Path, ...]) -> typst.Fonts:
    """Return these faces and no others; Typst takes folders."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*links.folders_of(files)])


_compiled = 0


def _forget(characters: int) -> None:
    """Let Typst forget the documents of this process, once they are many, before one more of so many characters."""
    global _compiled
    if _compiled > _MUCH:
        _compiled = 0
        empty = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        for _ in range(_REMEMBERED + 1):
            typst.Compiler(b"", font_paths=empty).compile(format="svg")
    _compiled += characters
