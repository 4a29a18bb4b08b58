"""Files as pages and pages as pictures, by the programs of others: LibreOffice lays out a DOCX, poppler draws."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

from generator.style import faces
from tests.writing.word.opened import LOOK

DPI, SHARE = 120, 3
"""Drawn at this resolution and shrunk by this factor to 40 dpi, which depends less on how poppler smooths an edge."""

_ENOUGH = 900
"""Seconds that the documents of all samples may take on a machine that does other work besides."""


def laid_out(files: Iterable[Path], folder: Path, profile: str = "profile") -> None:
    """Puts each DOCX into the folder as the PDF that LibreOffice makes of it in one run, with the faces of the look.

    Runs at the same time need a profile each.
    """
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / profile).as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *map(str, files),
    ]
    # In another language LibreOffice counts in other digits.
    environment = {**faces.environment(LOOK.families()), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, timeout=_ENOUGH, env=environment)


def pages(pdf: Path, *, colours: bool = False) -> Iterator[Image.Image]:
    """Every page of a PDF at DPI, in grey where its colours are not asked for."""
    with tempfile.TemporaryDirectory() as folder:
        ink = [] if colours else ["-gray"]
        command = ["pdftoppm", "-r", str(DPI), *ink, str(pdf), str(Path(folder) / "page")]
        subprocess.run(command, check=True, capture_output=True, timeout=_ENOUGH)
        for file in sorted(Path(folder).iterdir()):
            with Image.open(file) as page:
                page.load()
            yield page


def small(page: Image.Image) -> Image.Image:
    """A drawn page as it is compared: at 40 dpi."""
    return page.reduce(SHARE)
