"""Measure how fast documents are made and write `docs/performance.md`.

    python -m bench.performance [--only PART …] [--runs 5] [--limit 600]

Some of the parts, or fewer runs, are for trying: they are printed and the page stays as it is. Ends with 1 when a target is
missed, with 2 when something that is measured fails.
"""

from __future__ import annotations

import argparse
import sys

from bench.performance import machine, report
from bench.performance.fresh import ROOT, FailedError
from bench.performance.measuring import PARTS, measure

PAGE = ROOT / "docs" / "performance.md"
COMMAND = "make performance"
RUNS = 5


def main() -> int:
    """Measure, write or print, and name the targets that are missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.performance", description="measure and write docs/performance.md")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part alone, and print it; may be repeated")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each; with fewer than {RUNS} the result is printed")
    parser.add_argument("--limit", type=float, default=600.0, help="seconds that a table of many rows may take")
    options = parser.parse_args()
    found = machine.described()
    try:
        measured = measure(options.only or PARTS, options.runs, options.limit)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    text = report.page(measured, found, COMMAND)
    if options.only or options.runs < RUNS:
        print(text)
    else:
        # The ratios have a command of their own.
        _, heading, ratios = PAGE.read_text(encoding="utf-8").partition("\n## Ratios\n")
        PAGE.write_text(text + heading + ratios, encoding="utf-8")
    missed = report.missed(measured)
    for sentence in missed:
        print(sentence, file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
