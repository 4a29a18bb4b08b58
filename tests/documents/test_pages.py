"""Every page against its golden fingerprint; documents that are built for nothing else in `make proof` only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.built import Built
from tests.visual import FORMATS, SAMPLE, SOURCES, Format
from tests.visual.checking import fault
from tests.visual.drawing import laid_out

PAGES = [
    pytest.param(document, suffix, id=f"{document}.{suffix}", marks=() if source is SAMPLE else pytest.mark.proof)
    for source in SOURCES
    for document in source.documents
    for suffix in FORMATS
]


@pytest.fixture(scope="session")
def sheets(request: pytest.FixtureRequest, once: Callable[[str, Callable[[Path], None]], Path]) -> Callable[..., Path]:
    """A document as pages, by its name and format: its PDF, or the PDF that LibreOffice makes of its DOCX."""

    def of(document: str, suffix: Format) -> Path:
        if document in SAMPLE.documents:
            built: Built = request.getfixturevalue("built")
            drawn: Path = request.getfixturevalue("drawn")
            return built.path(document, "pdf") if suffix == "pdf" else drawn / f"{document.replace('/', '_')}.pdf"

        def fill(folder: Path) -> None:
            source = next(source for source in SOURCES if document in source.documents)
            docx, pdf = source.build(folder, [document])[document]
            (folder / "laid-out").mkdir()
            laid_out([docx], folder / "laid-out")
            pdf.rename(folder / "as-pdf.pdf")
            (folder / "laid-out" / f"{docx.stem}.pdf").rename(folder / "as-docx.pdf")

        return once(f"pages-{document.replace('/', '-')}", fill) / f"as-{suffix}.pdf"

    return of


@pytest.mark.parametrize(("document", "suffix"), PAGES)
def test_every_page_looks_as_it_was_approved(sheets: Callable[..., Path], document: str, suffix: Format) -> None:
    told = fault(sheets(document, suffix), document, suffix)
    assert not told or pytest.fail(told, pytrace=False)
