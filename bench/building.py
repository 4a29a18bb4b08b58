"""What building costs beside checking: every document of the project, built into a folder that is then thrown away.

    python bench/building.py [NEIGHBOURHOOD ...]

`sanad build` is compared with `sanad check`, which reads and renders the same and typesets nothing; both in processor time of
all their processes. Ends with the exit code of the first that fails.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Cost(NamedTuple):
    """The seconds of a run: by the clock, and of processors."""

    wall: float
    processor: float


def run(*words: str) -> Cost:
    """Run the command on the project and return what it cost; exit as it did when it failed."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "generator", *words], cwd=ROOT, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.stderr.write(done.stderr)
        sys.exit(done.returncode)
    return Cost(time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main(neighbourhoods: list[str]) -> int:
    """Check, build, and print both with their ratio."""
    checking = run("check")
    with tempfile.TemporaryDirectory() as folder:
        building = run("build", *neighbourhoods, "--output", folder)
        sizes = [file.stat().st_size for file in Path(folder).rglob("*.*") if file.suffix in (".docx", ".pdf")]
    ratio = building.processor / checking.processor
    print(f"{len(sizes)} files, {sum(sizes) / 1e6:.2f} MB, in {building.wall:.1f} s by the clock")
    print(f"check {checking.processor:.2f} s, build {building.processor:.2f} s, ratio {ratio:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
