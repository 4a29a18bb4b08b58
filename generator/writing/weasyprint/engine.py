"""The only module that imports WeasyPrint (0.8 s, so it is imported late), and what it may load and warn of.

Fontconfig must be pointed at the faces of the look (`faces.activate`) before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from weasyprint import HTML
from weasyprint.document import Document
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from generator.problems.errors import MachineError, TemplateError
from generator.problems.messages import problem
from generator.writing.weasyprint import assets, linebreaks, origins, textlayer
from generator.writing.weasyprint.archive.elements import Origin

textlayer.install()
linebreaks.install()

# WeasyPrint chooses the other subsetter by itself where HarfBuzz-Subset is not installed: a matter of speed only.
# It says of a running element, before that is taken into the margin, that a named string is right in margins only.
_HARMLESS = ("Using fontTools instead of HarfBuzz-Subset", '"string(section first)" is only allowed in page margins')


class AssetFetcher(URLFetcher):  # type: ignore[misc]
    """Gives out the known assets by name, and stops the rendering at every other address: no file, no network."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols={assets.SCHEME}, allow_redirects=False, fail_on_errors=True)
        self._known = known

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002
        name = assets.name_of(url)
        if name is None or name not in self._known:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self._known[name])


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if not text.startswith(_HARMLESS):
            self.said.append(text)


@contextmanager
def _strict() -> Iterator[None]:
    """Turn what WeasyPrint warns of, or refuses to load, into a GeneratorError when the block ends."""
    logger, warnings = logging.getLogger("weasyprint"), _Warnings()
    logger.addHandler(warnings)
    try:
        yield
    except FatalURLFetchingError as error:
        raise TemplateError([problem("asset-refused", address=str(error))]) from error
    finally:
        logger.removeHandler(warnings)
    if warnings.said:
        raise MachineError([problem("pdf-warning", said=said) for said in dict.fromkeys(warnings.said)])


def rendered(html: str, known: Mapping[str, bytes]) -> Document:
    """Lay out an HTML text and return its pages alone."""
    with _strict():
        return HTML(string=html, base_url=assets.ROOT, url_fetcher=AssetFetcher(known)).render()


def lay_out(html: str, known: Mapping[str, bytes]) -> tuple[Document, bytes, Mapping[int, Origin]]:
    """Lay out an HTML text: return its pages, their PDF/A-3a, and the origin of each structure element.

    Raises TemplateError for an address that is no asset, MachineError for anything that WeasyPrint warns of.
    """
    with _strict(), origins.recorded() as found:
        layout = HTML(string=html, base_url=assets.ROOT, url_fetcher=AssetFetcher(known)).render()
        # Not compressed: `archive.finish` opens the file, changes it and compresses it once.
        data = layout.write_pdf(custom_metadata=True, pdf_variant="pdf/a-3a", uncompressed_pdf=True)
        return layout, data, found
