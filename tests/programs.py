"""Programs of others that tests start: a test whose program is not on this machine is skipped, and names the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build.doctor import VALIDATOR

FARSIWEB = ("Nazli", "Titr")
"""The faces of the default look that do not travel with the program."""

PROGRAMS = {
    "fontconfig": ("fc-list", "fc-match"),
    "the package of the faces Nazli and Titr": FARSIWEB,
    "the Open XML SDK validator": (str(VALIDATOR),),
    "LibreOffice": ("soffice",),
    "MuPDF": ("mutool",),
    "poppler": ("pdfdetach", "pdffonts", "pdfinfo", "pdftocairo", "pdftoppm", "pdftotext"),
}
"""Each by the names of its commands, or faces; `make setup-test` installs them."""


@contextmanager
def needed(*, required: bool) -> Iterator[None]:
    """Skip the test when one of the programs is not found inside; fail it when the programs are required."""
    try:
        yield
    except FileNotFoundError as error:
        missing = next((program for program, commands in PROGRAMS.items() if str(error.filename) in commands), "")
        if not missing:
            raise
        told = f"{missing} is not installed ({Path(str(error.filename)).name}): run `make setup-test`"
        if required:
            pytest.fail(told, pytrace=False)
        pytest.skip(told)
