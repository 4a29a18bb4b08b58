"""The wheels, which are made once for all tests of this folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plans import ROOT


@pytest.fixture(scope="session")
def wheelhouse(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder that `make wheelhouse` fills, from the network or what pip has kept of it."""

    def fill(folder: Path) -> None:
        subprocess.run([sys.executable, ROOT / "tools" / "make-wheelhouse", folder], check=True)

    return once("wheelhouse", fill)
