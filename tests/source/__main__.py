"""`python -m tests.source`: how much of the source is held in the data, printed in documents and enforced by rules, row by row.

Exit code 1 when a place of the ledger holds nothing.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.source import faults, rows, unfilled
from tests.source.reach import enforced, printed

TITLES = {"data": "held in data", "check": "held by a rule alone", "part": "held in part", "not": "not held"}


def main() -> int:
    """Print the counts, the rows that are not wholly held or only held, the fields that no record fills, every wrong place."""
    ledger = rows()
    counts = Counter[str](row.state for row in ledger)
    print(f"{len(ledger)} rows: " + ", ".join(f"{counts[state]} {title}" for state, title in TITLES.items()))
    on_paper = Counter(map(printed, ledger))
    print(
        f"printed: {on_paper['whole']} in all words, {on_paper['part']} in some, {on_paper['not']} not; "
        f"enforced: {sum(map(enforced, ledger))}"
    )
    for row in ledger:
        if printed(row) == "not" and not enforced(row):
            print(f"  {row.id} (only held): {row.says}")
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
