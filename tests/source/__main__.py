"""`python -m tests.source`: how much of the source the data holds, row by row; exit code 1 when a place holds nothing."""

from __future__ import annotations

import sys
from collections import Counter

from tests.source import faults, rows, unfilled

TITLES = {"data": "held in data", "check": "held by a rule alone", "part": "held in part", "not": "not held"}


def main() -> int:
    """Print the counts, the rows that are not wholly held, the fields that no record fills, and every wrong place."""
    ledger = rows()
    counts = Counter(row.state for row in ledger)
    print(f"{len(ledger)} rows: " + ", ".join(f"{counts[state]} {title}" for state, title in TITLES.items()))
    for row in ledger:
        if row.state in ("part", "not"):
            print(f"  {row.id} ({TITLES[row.state]}): {row.says}; {row.open or 'no record of plans/ fills its fields'}")
    empty = [*unfilled()]
    if empty:
        print("fields that no record of plans/ fills: " + ", ".join(empty))
    wrong = [*faults()]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
