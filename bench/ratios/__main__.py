"""Measure the ratios and print them as one table: `python -m bench.ratios [--only PART …] [--runs 5]`.

Ends with 1 when a ratio misses its bound, with 2 when something that is measured fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench.performance.fresh import FailedError
from bench.ratios import papers, province, watching, workers
from bench.ratios.rows import Found, Row, notes, table

PARTS = ("province", "papers", "workers", "memory", "watch")


def measure(parts: list[str], runs: int, count: int, province_at: Path | None) -> tuple[list[Found], list[str]]:
    """Return the rows of some parts, and sentences on what is no ratio."""
    found: list[Found] = []
    said: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sanad-ratios-") as name:
        folder = Path(name)
        rows: list[Iterator[Found]] = []
        if "papers" in parts:
            rows.append(papers.measured(folder, runs))
        if "workers" in parts or "memory" in parts:
            rows.append(workers.measured(folder, runs))
        if "watch" in parts:
            rows.append(watching.measured(folder, runs))
        if "province" in parts:
            rows.append(province.measured(province_at or folder / "province", runs, count))
        for row in chain.from_iterable(rows):
            print(table([row]).splitlines()[-1], file=sys.stderr, flush=True)
            found.append(row)
        if "memory" in parts:
            said.append(workers.memory(folder))
    return found, said


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.ratios", description="measure ratios, in one run")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part alone; may be repeated")
    parser.add_argument("--runs", type=int, default=5, help="runs of each in fresh processes, of which the median counts")
    parser.add_argument("--neighbourhoods", type=int, default=province.COUNT, help="how many full neighbourhoods")
    parser.add_argument("--province", type=Path, help="a folder for their project, which is kept, or taken where it is there")
    options = parser.parse_args()
    try:
        found, said = measure(options.only or [*PARTS], options.runs, options.neighbourhoods, options.province)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    print(table(found))
    print(*notes(found), *said, sep="\n")
    return int(any(isinstance(each, Row) and each.missed for each in found))


if __name__ == "__main__":
    sys.exit(main())
