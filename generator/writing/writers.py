"""The formats that documents are written in: one table, an entry a writer.

A writer is a module with a function `write` like `Write`, and an entry that declares what it takes and what it yields. It is
imported when a document is written in its format, not before. Two engines for one format are two entries; `of` and `paginator`
choose by the engine, which is one for all files of a document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from generator.problems.errors import MachineError, Problem
from generator.problems.messages import SENTENCES, problem
from generator.problems.remedies import installing

if TYPE_CHECKING:  # The command names the formats before it loads what writes them.
    from generator.style.faces import Face
    from generator.style.style import Style
    from generator.tree.nodes import Document
    from generator.writing.drawing import PictureFormat
    from generator.writing.pdf.characters import Met

Format = str
"""The name of a format, which is the suffix of its files."""

Engine = Literal["typst", "weasyprint"]
"""The programs that lay out pages, each called as its package is."""
ENGINES: tuple[Engine, ...] = get_args(Engine)
DEFAULT_ENGINE: Engine = "typst"
"""The engine of a build that asks for none, in `sanad.yaml` or on the command line."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a writer is given with the tree and the look, as far as its entry declares it."""

    assets: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures that the tree names."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each key, from 1."""
    page_count: int = 0
    """How many pages there are; 0 where nothing was laid out before."""
    engine: str = ""
    """The engine, with its version, that laid these pages out."""
    faces: tuple[str, ...] = ()
    """The faces that it drew them with."""
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """The YAML files that the document was made from, by name."""
    embedded: Mapping[str, Face] = field(default_factory=dict)
    """The faces to put into the file, by the family that it names."""


NOTHING = Supplies()


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file; a writer that lays out pages adds the page of each key, and their number."""

    data: bytes
    pages: Mapping[str, int] = field(default_factory=dict)
    page_count: int = 0


class Write(Protocol):
    """The function `write` of a writer: a finished tree as the bytes of a file; equal input gives equal bytes.

    Raises a GeneratorError with the problems for what cannot be written.
    """

    def __call__(self, document: Document, style: Style, supplies: Supplies = NOTHING) -> Written: ...


class Libraries(Protocol):
    """A module that looks for the libraries of the system that an engine draws with; it loads none of the engine."""

    NAME: str

    def problems(self) -> list[Problem]:
        """Return a problem for what is missing, with its remedy."""

    def version(self) -> str | None:
        """Return the version of what is here; None when it is not."""


def _never(_: Document) -> bool:
    return False


def _says_pages(document: Document) -> bool:
    """Whether a document says on which pages something is, or how many pages its annexes have."""
    from generator.tree.nodes import Contents
    from generator.tree.walk import walk

    annexed = any(section.annex for section in document.sections)
    return annexed or any(isinstance(visit.node, Contents) for visit in walk(document))


@dataclass(frozen=True, slots=True)
class Writer:
    """The entry of a writer: its format, the Persian name of that, its module, and what it declares."""

    format: Format
    title: str
    module: str
    engine: Engine | None = None
    """The engine that lays out its pages; None for a format whose reader does. Its module has a function `met` too."""
    libraries: str = ""
    """The module that looks for the libraries of the system that its engine needs; empty where it needs none."""
    pictures: tuple[PictureFormat, ...] = ()
    """The formats in which it takes the pictures of figures."""
    yields_pages: bool = False
    """Whether it says on which page each key is."""
    needs_pages: Callable[[Document], bool] = _never
    """Whether it needs those pages for a document, which the writer that yields them then writes first."""
    takes_attachments: bool = False
    """Whether files can be put into its files."""
    takes_faces: bool = False
    """Whether its files name faces that their reader has to have, and faces can be put into them."""
    inspected: bool = False
    """Whether `inspection` can judge its files."""

    def missing(self) -> Problem | None:
        """Return a problem that says what to install where the engine is not installed; nothing is loaded for it."""
        if self.engine is None or find_spec(self.engine):
            return None
        return problem("engine-missing", None, name=self.engine, command=installing(self.engine))

    def write(self, document: Document, style: Style, supplies: Supplies = NOTHING) -> Written:
        """Write a document in this format; MachineError where its engine is not installed or cannot be loaded."""
        if missing := self.missing():
            raise MachineError([missing])
        write: Write = import_module(self.module).write
        try:
            return write(document, style, supplies)
        except ImportError as error:
            if (error.name or "").partition(".")[0] != self.engine:
                raise
            again = SENTENCES["library-missing"].hint
            raise MachineError([problem("engine-broken", None, name=self.engine, reason=error, remedy=again)]) from error

    def met(self, document: Document, style: Style) -> Met:
        """Note what the faces have to draw of a document, without the engine itself."""
        noted: Met = import_module(self.module).met(document, style)
        return noted


def _pdf(engine: Engine, libraries: str = "") -> Writer:
    return Writer(
        "pdf",
        "PDF",
        f"generator.writing.{engine}.writer",
        engine,
        libraries,
        pictures=("svg",),
        yields_pages=True,
        takes_attachments=True,
        inspected=True,
    )


WRITERS: tuple[Writer, ...] = (
    Writer(
        "docx",
        "Word",
        "generator.writing.word",
        pictures=("png", "svg"),
        needs_pages=_says_pages,
        takes_faces=True,
        inspected=True,
    ),
    _pdf("typst"),
    _pdf("weasyprint", libraries="generator.writing.weasyprint.pango"),
)
"""Every writer, in the order in which its files are named."""

FORMATS: tuple[Format, ...] = tuple(dict.fromkeys(writer.format for writer in WRITERS))


def of(name: Format, engine: Engine) -> Writer:
    """Return the writer of a format, with this engine where an engine lays out its pages."""
    return next(writer for writer in WRITERS if writer.format == name and writer.engine in (None, engine))


def paginator(engine: Engine) -> Writer:
    """Return the writer that says on which page each key is."""
    return next(writer for writer in WRITERS if writer.yields_pages and writer.engine == engine)
