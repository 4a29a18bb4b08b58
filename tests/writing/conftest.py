"""The writers of PDF: a test that takes one is run with each engine."""

from __future__ import annotations

import pytest

from generator.style.style import Style
from generator.writing import writers
from generator.writing.writers import ENGINES, Engine, Write
from tests.writing.word.opened import LOOK


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    named: Engine = request.param
    return named


@pytest.fixture(scope="session")
def write(engine: Engine) -> Write:
    """The function `write` of the writer that lays out pages with the engine."""
    return writers.of("pdf", engine).write


@pytest.fixture(scope="session")
def look() -> Style:
    """The look that the templates ship."""
    return LOOK
