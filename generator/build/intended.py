"""What a final will be registered as, if its text is a new one, and what it says then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.build.changes import Change
from generator.persian import JalaliDate
from generator.tree.digest import blocks, digest
from generator.tree.nodes import Document, Registration
from generator.writing.writers import Written


@dataclass(frozen=True, slots=True)
class Since:
    """The last final of a document, and what is another in its records since then."""

    number: str
    version: int
    date: JalaliDate
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Intended:
    """The next number of a kind and the next version of a document, with the digest of its last final (empty for the first)."""

    number: str
    version: int
    date: JalaliDate
    before: str = ""
    since: Since | None = None

    def of(self, document: Document) -> Registration:
        """Return the registration of a finished tree that has none yet."""
        return Registration(self.number, self.version, self.date, digest(document))


@dataclass(frozen=True, slots=True)
class Texts:
    """How many pages a document has, and of each block its key, the page where that begins, and its words."""

    pages: int
    blocks: tuple[tuple[str, int, str], ...]


NO_TEXTS = Texts(0, ())


def texts_of(document: Document, written: Iterable[Written]) -> Texts:
    """Return what a finished tree says and on which pages, as the file that was laid out has them."""
    laid = next((each for each in written if each.page_count), None)
    return NO_TEXTS if laid is None else Texts(laid.page_count, tuple(_paged(document, laid.pages)))


def _paged(document: Document, pages: Mapping[str, int]) -> Iterator[tuple[str, int, str]]:
    page = 1
    for key, text in blocks(document):
        page = pages.get(key, page)  # What has no key of its own follows on what had the last one.
        yield key, page, text
