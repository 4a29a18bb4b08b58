"""The jobs that are measured, each in a process of its own: `python -m bench.performance.child JOB …`.

Light to import: the workers of a build load this module too, and so are watched as it is.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pickle
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.performance.clock import Clock, Watch
from bench.performance.watched import REPORTS, ROAD, ROADS


def _watched() -> Clock:
    """Return the clock of this process; where something is watched for, it sees each import and call from here on."""

    def tell() -> None:
        file = Path(os.environ[REPORTS]) / f"{os.getpid()}.parts.json"
        file.write_text(json.dumps(clock.spent), encoding="utf-8")

    clock = Clock(tell)
    if road := os.environ.get(ROAD):
        Watch(clock, ROADS[road]).install()
        atexit.register(tell)
    return clock


def _timed(clock: Clock, work: Callable[[], object], target: str) -> dict[str, Any]:
    """Measure a piece of work that writes a PDF."""
    clock.spent.clear()
    wall, processor = time.monotonic(), time.process_time()
    work()
    cost = {"wall": time.monotonic() - wall, "processor": time.process_time() - processor, "parts": dict(clock.spent)}
    return {**cost, "pages": _opened(Path(target))[0]}


def _opened(file: Path) -> tuple[int, str]:
    """Return the number of pages of a PDF, and what made it."""
    import pikepdf

    with pikepdf.open(file) as opened:
        return len(opened.pages), str(opened.docinfo.get("/Producer", ""))


def make(clock: Clock, engine: str, name: str, target: str) -> dict[str, Any]:
    """Write a document as PDF with an engine, from the finished tree and pictures on, which are made here too."""
    from bench.performance import prepared

    return _write(clock, engine, prepared.given(name), target)


def write(clock: Clock, engine: str, file: str, target: str) -> dict[str, Any]:
    """Write a tree that was made before as PDF with an engine."""
    return _write(clock, engine, pickle.loads(Path(file).read_bytes()), target)


def _write(clock: Clock, engine: Any, given: Any, target: str) -> dict[str, Any]:
    from generator.writing import writers

    gc.collect()  # What is left of the making of the tree is no matter of the writer.
    writer = writers.of("pdf", engine)
    return _timed(clock, lambda: Path(target).write_bytes(writer.write(*given).data), target)


def plain_weasyprint(clock: Clock, file: str, target: str) -> dict[str, Any]:
    """Write the same HTML with WeasyPrint as it is."""

    def work() -> None:
        from weasyprint import HTML

        HTML(filename=file).write_pdf(target, pdf_variant="pdf/a-3a")

    return _timed(clock, work, target)


def plain_typst(clock: Clock, file: str, target: str) -> dict[str, Any]:
    """Write a plain source of the same text with Typst as it is."""
    folder = str(Path(file).parent)

    def work() -> None:
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        typst.compile(file, output=target, root=folder, font_paths=fonts, pdf_standards=["a-3a"])

    return _timed(clock, work, target)


def build(_: Clock, target: str) -> dict[str, Any]:
    """Build every document of the project as the command does."""
    sys.argv[1:] = ["build", "--output", target]
    runpy.run_module("generator", run_name="__main__")
    return {}


def compile_all(_: Clock, folder: str) -> dict[str, Any]:
    """Compile the modules of a folder, so that the first run does not pay for all."""
    import compileall

    compileall.compile_dir(folder, quiet=1)
    return {}


def count(_: Clock, folder: str) -> dict[str, Any]:
    """Count the files of a build and the pages of its PDFs, and name what made these."""
    files = [file for file in Path(folder).rglob("*") if file.suffix in (".docx", ".pdf")]
    opened = [_opened(file) for file in files if file.suffix == ".pdf"]
    return {
        "files": len(files),
        "pages": sum(pages for pages, _ in opened),
        "engines": sorted({engine for _, engine in opened}),
    }


def prepare(_: Clock, folder: str) -> dict[str, Any]:
    """Put what the other jobs are given into a folder."""
    from bench.performance import prepared

    return prepared.sources(Path(folder))


JOBS: dict[str, Callable[..., dict[str, Any]]] = {
    "prepare": prepare,
    "make": make,
    "write": write,
    "plain-weasyprint": plain_weasyprint,
    "plain-typst": plain_typst,
    "build": build,
    "compile": compile_all,
    "count": count,
}


def main(words: list[str]) -> None:
    """Do a job and tell what it says."""
    said = JOBS[words[0]](CLOCK, *words[1:])
    (Path(os.environ[REPORTS]) / "said.json").write_text(json.dumps(said), encoding="utf-8")


if REPORTS in os.environ:
    CLOCK = _watched()
if __name__ == "__main__":
    main(sys.argv[1:])
