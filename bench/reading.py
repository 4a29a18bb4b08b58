"""How fast the whole province is read: 110 neighbourhoods with full records, about 15 MB.

    python bench/reading.py [--neighbourhoods 110] [--profile]

The data is made from the illustrative dossiers of `plans/`. Reading it with everything that
is checked (positions, types, references, rules) is compared with `yaml.compose(text, Loader=CLoader)` over the same files in
the same process; both in processor time, the best of three. Ends with 1 when reading takes more than four times as long.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from generator.problems.errors import Severity
from generator.reading.workspace import read

ROOT = Path(__file__).parents[1]
MOST = 4.0
OF_PROVINCE = ("meetings", "letters", "calls", "quarters")
"""The folders of the province's records."""


def make(target: Path, neighbourhoods: int) -> None:
    """Write a province of so many neighbourhoods into a folder: the real catalogues, and copies of the samples."""
    plans = ROOT / "plans"
    shutil.copytree(plans, target, ignore=shutil.ignore_patterns("neighbourhoods", ".schema"))
    samples = [folder for folder in sorted((plans / "neighbourhoods").iterdir()) if (folder / "plan.yaml").exists()]
    copies: dict[str, list[str]] = {sample.name: [] for sample in samples}
    for at in range(neighbourhoods):
        sample, zone = samples[at % len(samples)], f"z{at % 8 + 1}"
        new_id = f"{zone}-n{at}"
        copies[sample.name].append(new_id)
        folder = shutil.copytree(sample, target / "neighbourhoods" / new_id)
        identity = {"id": new_id, "zone": zone, "rank": str(at + 1), "text": new_id, "name": f"محلهٔ {at}", "lines": ["73"]}
        text = yaml.safe_dump(identity, allow_unicode=True, sort_keys=False)
        (folder / "neighbourhood.yaml").write_text(text, encoding="utf-8")
    for file in (file for name in OF_PROVINCE for file in (target / name).iterdir()):
        text = file.read_text(encoding="utf-8")
        alone = "kind: ابلاغ" in text  # Each neighbourhood has letters of its own that make its plan known.
        for name, new in copies.items():  # What concerns a sample concerns its copies.
            text = text.replace(name, ", ".join(new[:1] if alone else new))
        file.write_text(text, encoding="utf-8")


def best(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of some runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def main() -> int:
    """Make the province, measure, print; 1 when reading is too slow."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--neighbourhoods", type=int, default=110)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder) / "plans"
        make(plans, options.neighbourhoods)
        texts = [file.read_text(encoding="utf-8") for file in sorted(plans.rglob("*.yaml"))]
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        reading = read(plans)
        errors = [found.line() for found in reading.problems if found.severity is Severity.ERROR]
        if errors or reading.workspace is None:
            print("\n".join(errors[:10]), file=sys.stderr)
            return 1
        if options.profile:
            with cProfile.Profile() as profile:
                read(plans)
            pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        compose = best(lambda: [yaml.compose(text, Loader=yaml.CLoader) for text in texts])
        whole = best(lambda: read(plans))
    ratio = whole / compose
    print(f"{len(texts)} files, {megabytes:.2f} MB, {len(reading.workspace.dossiers)} neighbourhoods")
    print(f"compose {compose:.2f} s, reading {whole:.2f} s, ratio {ratio:.2f} (at most {MOST:g})")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
