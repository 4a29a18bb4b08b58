"""Every page against its golden fingerprint; documents that are built for nothing else in `make proof` only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.built import Laid
from tests.visual import SAMPLE, SOURCES, Format, building, formats
from tests.visual.checking import fault

PAGES = [
    pytest.param(document, suffix, id=f"{document}.{suffix}", marks=() if source is SAMPLE else pytest.mark.proof)
    for source in SOURCES
    for document in source.documents
    for suffix in formats(document)
]


@pytest.fixture(scope="session")
def sheets(request: pytest.FixtureRequest, once: Callable[[str, Callable[[Path], None]], Path]) -> Callable[..., Path]:
    """A document as pages, by its name and format: its PDF by an engine, or the one that LibreOffice makes of its DOCX."""

    def of(document: str, suffix: Format) -> Path:
        if document in SAMPLE.documents:
            pdf: Callable[[Laid], Path] = request.getfixturevalue("pdf")
            drawn: Path = request.getfixturevalue("drawn")
            return drawn / f"{document.replace('/', '_')}.pdf" if suffix == "docx" else pdf(Laid(document, suffix))

        def fill(folder: Path) -> None:
            building.build(folder, [document])

        return building.sheets(once(f"pages-{document.replace('/', '-')}", fill), document, suffix)

    return of


@pytest.mark.parametrize(("document", "suffix"), PAGES)
def test_every_page_looks_as_it_was_approved(sheets: Callable[..., Path], document: str, suffix: Format) -> None:
    told = fault(sheets(document, suffix), document, suffix)
    assert not told or pytest.fail(told, pytrace=False)
