"""Golden pages: what every page of the documents looks like; `python -m tests.visual` compares, `--update` approves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.build.output import DRAFT
from tests import torture
from tests.documents.built import OF_A_SAMPLE, ROOT

Format = Literal["docx", "pdf"]
FORMATS: tuple[Format, ...] = ("pdf", "docx")
GOLDEN = Path(__file__).parent / "golden"
SEEN = ROOT / ".visual"
"""Where the pictures of what differs are put."""

PLACE = "z3-golshahr"


@dataclass(frozen=True, slots=True)
class Source:
    """Documents that are built together: their names, and what builds the asked ones into a folder, as (DOCX, PDF)."""

    documents: tuple[str, ...]
    build: Callable[[Path, Collection[str]], Mapping[str, tuple[Path, Path]]]


def _sample(folder: Path, documents: Collection[str]) -> dict[str, tuple[Path, Path]]:
    kinds = sorted({document.split("/")[1] for document in documents})
    command = [sys.executable, "-m", "generator", "build", PLACE, *(word for kind in kinds for word in ("--kind", kind))]
    done = subprocess.run([*command, "--output", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    drafts = {document: folder / f"{document}{DRAFT}" for document in documents}
    return {document: (Path(f"{draft}.docx"), Path(f"{draft}.pdf")) for document, draft in drafts.items()}


SAMPLE = Source(tuple(f"{PLACE}/{document}" for document in OF_A_SAMPLE), _sample)
TORTURE = Source(("torture",), lambda folder, _: {"torture": torture.build(folder)})
SOURCES = (SAMPLE, TORTURE)
"""What is drawn. A document from elsewhere is one more source here."""

DOCUMENTS = tuple(document for source in SOURCES for document in source.documents)
