"""`python -m tests.textlayer FILE.docx FILE.pdf …`: the share of the words of each document that each reader finds in its PDF.

The exit code is 1 when a share falls short of its bound.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.textlayer.measure import LEAST, LEAST_OF_A_KIND, Measure, measured
from tests.textlayer.words import KINDS

_SHOWN = ("", *KINDS)


def main() -> int:
    """Print the table of the named documents."""
    parser = argparse.ArgumentParser(prog="python -m tests.textlayer", description=__doc__)
    parser.add_argument("file", nargs="+", type=Path, help="a Word file, then its PDF")
    files = parser.parse_args().file
    if len(files) % 2:
        parser.error("each Word file needs its PDF after it")
    print("", *(f"{kind or 'all':>16}" for kind in _SHOWN), f"{'two pieces':>10} {'strange':>8}", sep=" ")
    faults = False
    for docx, pdf in zip(files[::2], files[1::2], strict=True):
        print(pdf)
        for reader, found in measured(docx, pdf):
            faults = faults or bool(found.faults())
            print(_row(reader, found), flush=True)
    print(f"at least {LEAST} of all, {LEAST_OF_A_KIND} of each kind")
    return 1 if faults else 0


def _row(reader: str, found: Measure) -> str:
    shares = (f"{found.share(kind):8.4f}{'/' + str(found.count(kind)):<8}" for kind in _SHOWN)
    return " ".join((f"{reader:8}", *shares, f"{found.broken.total():10} {found.strange.total():8}", "  lost:", found.named()))


if __name__ == "__main__":
    raise SystemExit(main())
