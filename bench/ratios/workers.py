"""What two workers of one build reach of two builds that know nothing of each other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.performance.fresh import ROOT
from bench.ratios.rows import Found, Row, Seconds, in_turn, sanad

_MEMORY = """\
import json, os, sys
from pathlib import Path
from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.build.workers import make, prepared
import pickle
project = Project.read(Folders.under(Path.cwd()))
selection = pipeline.Selection()
subjects = pipeline.select(project, selection)
common = prepared(pickle.dumps((DocumentBuilder.of(project, project.style, selection), ("docx", "pdf"), False)))
sizes = []
while len(sizes) < int(sys.argv[1]):
    for subject in subjects:
        make(common, subject)
        sizes.append(int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE"))
print(json.dumps(sizes))
"""


def measured(folder: Path, runs: int) -> Iterator[Found]:
    """Yield the row of two workers: the samples with all kinds, and two processes with half of the same documents each."""
    project = folder / "samples"
    project.mkdir()
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns(".schema"))
    shutil.copy(ROOT / "sanad.yaml", project)
    sanad("build", "--quiet", folder=project)
    halves = _halves(project)

    def together() -> Seconds:
        return sanad("build", "--force", "--jobs", "2", *halves[0], *halves[1], folder=project)

    def apart() -> Seconds:
        outputs = [tempfile.mkdtemp(dir=folder) for _ in halves]
        began = time.monotonic()
        with ThreadPoolExecutor(2) as pool:
            both = [
                pool.submit(sanad, "build", "--force", "--jobs", "1", "--output", output, *half, folder=project)
                for half, output in zip(halves, outputs, strict=True)
            ]
            processor = sum(each.result().processor for each in both)
        return Seconds(processor, time.monotonic() - began)

    alone, shared = in_turn([apart, together], runs)
    yield Row(
        "two processes with half of the documents each", "one build with two workers", alone, shared, by_clock=True, least=0.85
    )


def memory(folder: Path, last: int = 500, early: int = 10) -> str:
    """Return a sentence on the memory of a worker after its 10th and its last document."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(last)],
        cwd=folder / "samples",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        return f"Memory of a worker could not be measured: {done.stderr[-500:]}"
    sizes = json.loads(done.stdout.strip().splitlines()[-1])
    marks = [at for at in (early, 50, 100, 200, 300, 400, last) if at <= len(sizes)]
    said = ", ".join(f"{sizes[at - 1] / 1e6:.0f} MB after the {at}th" for at in marks)
    return f"Memory of a worker that makes all documents of the samples again and again: {said} document."


def _halves(project: Path) -> tuple[list[str], list[str]]:
    """Return the documents in two halves of about the same work, the longest dealt out first."""
    output = project / "output"
    sizes = {
        str(file.relative_to(output).with_suffix("")).removesuffix("-draft"): file.stat().st_size
        for file in output.rglob("*.pdf")
    }
    halves: tuple[list[str], list[str]] = ([], [])
    weights = [0, 0]
    for name in sorted(sizes, key=lambda each: (-sizes[each], each)):
        to = weights.index(min(weights))
        halves[to].append(name)
        weights[to] += sizes[name]
    return halves
