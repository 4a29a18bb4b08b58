"""Tables of contents of the Word files beside the pages that LibreOffice lays out."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.persian import to_western
from tests.documents.built import DOCUMENTS, Built
from tests.documents.texts import W, docx_part

WITH_CONTENTS = [name for name in DOCUMENTS if not name.endswith("/contract")]


def letters(text: str) -> str:
    """The letters and digits of a line, sorted: readers put a number before or after its title."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sorted(character for character in plain if character.isalnum()))


def entries(docx: Path) -> Iterator[tuple[str, int]]:
    """The titles of a table of contents, each with the page shown beside it."""
    for link in docx_part(docx, "word/document.xml").iter(W + "hyperlink"):
        title, tab, page = "".join(
            "\t" if node.tag == W + "tab" else node.text or "" for node in link.iter(W + "t", W + "tab")
        ).rpartition("\t")
        if tab:
            yield letters(title), int(to_western(page))


def lines(pdf: Path) -> list[set[str]]:
    """The lines of each page, alone and with the next one."""
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = [[line for line in page.splitlines() if line.strip()] for page in read.split("\f")]
    return [{letters(text) for text in (*page, *map("".join, pairwise(page)))} for page in pages]


@pytest.mark.parametrize("name", WITH_CONTENTS)
def test_each_title_is_within_one_page_of_the_number_that_word_shows(built: Built, drawn: Path, name: str) -> None:
    pages = lines(drawn / f"{name.replace('/', '_')}.pdf")
    shown = list(entries(built.path(name, "docx")))
    off = {
        title: page
        for title, page in shown
        if not any(title in pages[near - 1] for near in (page, page - 1, page + 1) if 0 < near <= len(pages))
    }

    assert len(shown) > 10
    assert off == {}
