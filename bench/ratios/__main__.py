"""Measure the ratios and print them as one table: `python -m bench.ratios [--only PART …] [--runs 5]`.

Ends with 1 when a ratio misses its bound and nothing says why, with 2 when something that is measured fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from bench.performance import machine
from bench.performance.fresh import ROOT, FailedError
from bench.ratios import papers, province, scale, watching, workers
from bench.ratios.rows import Found, Row, notes, table

PARTS = ("papers", "workers", "memory", "watch", "province", "scale")
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- ratios -->", "<!-- end of ratios -->"


_GROWS = """\
How a province of full neighbourhoods grows, in seconds of processors, each in one fresh process: reading of the records with
all rules, then once more from the cache; planning of all documents, those of the province too, and their keys; the memory of
that; what one of 200 documents takes that are drawn by a seed, Word and PDF."""


def measure(
    parts: list[str], runs: int, count: int, province_at: Path | None, scale_at: Path | None, counts: Sequence[int]
) -> tuple[list[Found], list[str]]:
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
        if "scale" in parts:
            said.append(f"{_GROWS}\n\n{scale.measured(scale_at or folder / 'scale', counts)}")
    return found, said


def _on() -> str:
    """Return the sentence that says on what it was measured."""
    said = machine.described()
    versions = ", ".join([said["versions"], *papers.versions()])
    return f"Measured on {said['day']}: {said['processor']}, {said['system']}; {said['others at work']}. {versions}."


def _write(text: str) -> None:
    """Put the table in its place in the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2] if rest else ""
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}" if rest else f"{page}\n{section(text)}", encoding="utf-8")


def section(text: str) -> str:
    """Return the section of the page that holds the ratios."""
    return f"{INTRODUCTION}\n\n{BEGIN}\n\n{text}\n\n{END}\n"


INTRODUCTION = """\
## Ratios

What a build takes beside something else that the same machine does in the same run, medians of five fresh processes, by
`python -m bench.ratios --write` (`make bench` prints it). A ratio that misses its bound is marked."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.ratios", description="measure ratios, in one run")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part alone; may be repeated")
    parser.add_argument("--runs", type=int, default=5, help="runs of each in fresh processes, of which the median counts")
    parser.add_argument("--neighbourhoods", type=int, default=province.COUNT, help="how many full neighbourhoods")
    parser.add_argument("--province", type=Path, help="a folder for their project, which is kept, or taken where it is there")
    parser.add_argument("--scale", type=Path, help="such a folder for the provinces of different sizes")
    parser.add_argument("--counts", type=int, nargs="+", default=scale.COUNTS, help="their neighbourhoods")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    try:
        found, said = measure(
            options.only or [*PARTS], options.runs, options.neighbourhoods, options.province, options.scale, options.counts
        )
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    text = "\n\n".join(filter(None, (_on(), table(found) if found else "", "\n".join(notes(found)), *said)))
    print(text)
    if options.write:
        _write(text)
    return int(any(isinstance(each, Row) and each.missed and not each.note for each in found))


if __name__ == "__main__":
    sys.exit(main())
