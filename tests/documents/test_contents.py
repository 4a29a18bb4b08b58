"""Tables of contents of the Word files beside the pages that LibreOffice lays out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from generator.persian import to_western
from tests.documents.built import DOCUMENTS, Built
from tests.documents.texts import W, docx_part

WITH_CONTENTS = [name for name in DOCUMENTS if not name.endswith("/contract")]


def letters(text: str) -> str:
    """The letters and digits of a title."""
    return "".join(character for character in text if character.isalnum())


def shown(docx: Path) -> dict[str, int]:
    """The titles in the tables of contents, each with the page beside it."""
    pages: dict[str, int] = {}
    for link in docx_part(docx, "word/document.xml").iter(W + "hyperlink"):
        texts = ("\t" if node.tag == W + "tab" else node.text or "" for node in link.iter(W + "t", W + "tab"))
        title, tab, page = "".join(texts).rpartition("\t")
        if tab:
            pages[letters(title)] = int(to_western(page))
    return pages


def drawn_on(pdf: Path) -> Iterator[tuple[str, int, int]]:
    """The headings of a PDF in its outline, each with its level and its page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for entry in document.get_toc():
            yield letters(entry.get_title()), entry.level, entry.get_dest().get_index() + 1


@pytest.mark.parametrize("name", WITH_CONTENTS)
def test_each_heading_is_within_one_page_of_the_number_that_word_shows(built: Built, drawn: Path, name: str) -> None:
    pages = shown(built.path(name, "docx"))
    headings = list(drawn_on(drawn / f"{name.replace('/', '_')}.pdf"))

    assert len(headings) > 10
    # A table of contents may leave out the headings below a level, and none above it.
    deepest = max(level for title, level, _ in headings if title in pages)
    listed = {title: page for title, level, page in headings if level <= deepest}
    assert listed.keys() <= pages.keys()
    # Pages of annexes are counted in each.
    annexes = {title for title in listed if title.startswith("پیوست")}
    assert {pages[title] for title in annexes} <= {1}
    assert {title: page for title, page in listed.items() if title not in annexes and abs(page - pages[title]) > 1} == {}
