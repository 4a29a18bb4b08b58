"""The engines beside each other: one document of each kind says the same, whatever lays it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.writing.writers import Engine
from tests.documents.built import OF_EACH_KIND, Laid
from tests.engines import OTHERS
from tests.engines.comparing import differences
from tests.engines.reading import said


@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_a_document_says_the_same_whatever_engine_lays_it_out(pdf: Callable[[Laid], Path], name: str, engine: Engine) -> None:
    assert differences(said(pdf(Laid(name, engine))), said(pdf(Laid(name)))) == []
