"""`python -m tests.visual.building FOLDER DOCUMENT…`: build documents and lay them out, each as a PDF a format in a folder.

The command is how a golden commit is drawn again: it is run in the files of that commit, so its form should stay as it is.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.visual import DOCUMENTS, FORMATS, SOURCES, Format
from tests.visual.drawing import laid_out


def sheets(folder: Path, document: str, suffix: Format) -> Path:
    """Where the pages of a document in a format are: its PDF by an engine, or the one that LibreOffice makes of its DOCX."""
    return folder / f"{document}.{suffix}.pdf"


def build(folder: Path, documents: Collection[str]) -> None:
    """Build the named documents and put the pages of each format into the folder."""
    if unknown := set(documents).difference(DOCUMENTS):
        raise SystemExit(f"no such document: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as own:
        files: dict[str, Mapping[Format, Path]] = {}
        for number, source in enumerate(SOURCES):
            if wanted := [name for name in source.documents if name in documents]:
                (place := Path(own) / f"built-{number}").mkdir()
                files |= source.build(place, wanted)

        def pages(name: str, suffix: Format) -> None:
            pdf = files[name][suffix]
            if suffix == "docx":
                place = Path(own) / "laid-out" / name
                place.mkdir(parents=True)
                laid_out([pdf], place)
                pdf = place / f"{pdf.stem}.pdf"
            to = sheets(folder, name, suffix)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(pdf.read_bytes())

        # The longest first: LibreOffice uses one core.
        names = sorted(files, key=lambda name: files[name]["docx"].stat().st_size, reverse=True)
        wanted = [(name, suffix) for suffix in reversed(FORMATS) for name in names if suffix in files[name]]
        with ThreadPoolExecutor(2) as two:
            for done in [two.submit(pages, *sheet) for sheet in wanted]:
                done.result()


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve(), sys.argv[2:])
