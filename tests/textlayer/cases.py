"""The readers as cases of a test: the fastest one in every run, all of them in `make proof`."""

from __future__ import annotations

import pytest

from tests.textlayer.readers import READERS

FASTEST = "pdfium"
EACH_READER = [pytest.param(name, marks=() if name == FASTEST else pytest.mark.proof) for name in READERS]
