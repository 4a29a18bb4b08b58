"""Golden pages: what every page of the documents looks like; `python -m tests.visual` compares, `--update` approves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.build.output import DRAFT
from generator.build.project import Folders
from generator.writing.writers import DEFAULT_ENGINE, Engine
from tests import torture
from tests.documents.built import OF_A_SAMPLE, OF_EACH_KIND, ROOT
from tests.engines import OTHERS

Format = Engine | Literal["docx"]
"""What the pages are of: the PDF of an engine, or the Word file as LibreOffice lays it out."""
FORMATS: tuple[Format, ...] = (DEFAULT_ENGINE, *OTHERS, "docx")
GOLDEN = Path(__file__).parent / "golden"
SEEN = ROOT / ".visual"
"""Where the pictures of what differs are put."""

PLACE = "z3-golshahr"


@dataclass(frozen=True, slots=True)
class Source:
    """Documents that are built together: their names, and what builds asked ones into a folder, each as a file a format."""

    documents: tuple[str, ...]
    build: Callable[[Path, Collection[str]], Mapping[str, Mapping[Format, Path]]]


def formats(document: str) -> tuple[Format, ...]:
    """The formats in which a document is drawn: by the other engines only one of each kind, and the torture document."""
    return tuple(of for of in FORMATS if of not in OTHERS or document in (*OF_EACH_KIND, *TORTURE.documents))


def _sample(folder: Path, documents: Collection[str]) -> dict[str, dict[Format, Path]]:
    files: dict[str, dict[Format, Path]] = {document: {} for document in documents}
    _build(folder / DEFAULT_ENGINE, documents)
    for document in documents:
        files[document]["docx"] = folder / DEFAULT_ENGINE / f"{document}{DRAFT}.docx"
    for engine in OTHERS:
        _build(folder / engine, [name for name in documents if engine in formats(name)], "--format", "pdf", "--engine", engine)
    for document in documents:
        of_engines = [of for of in formats(document) if of != "docx"]
        files[document] |= {of: folder / of / f"{document}{DRAFT}.pdf" for of in of_engines}
    return files


def _build(folder: Path, documents: Collection[str], *words: str) -> None:
    kinds = sorted({document.split("/")[1] for document in documents})
    if kinds:
        chosen = [word for kind in kinds for word in ("--kind", kind)]
        command = [sys.executable, "-m", "generator", "build", PLACE, *chosen, *words, "--output", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)


def _torture(folder: Path, _: Collection[str]) -> dict[str, dict[Format, Path]]:
    docx, pdf = torture.build(folder)
    files: dict[Format, Path] = {DEFAULT_ENGINE: pdf, "docx": docx}
    if OTHERS:
        _, tree, look = torture.read(Folders.under(folder))
        files |= {engine: torture.lay_out(folder, engine, tree, look).pdf for engine in OTHERS}
    return {"torture": files}


SAMPLE = Source(tuple(f"{PLACE}/{document}" for document in OF_A_SAMPLE), _sample)
TORTURE = Source(("torture",), _torture)
SOURCES = (SAMPLE, TORTURE)
"""What is drawn. A document from elsewhere is one more source here."""

DOCUMENTS = tuple(document for source in SOURCES for document in source.documents)
