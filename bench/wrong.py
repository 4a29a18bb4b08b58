"""How long it takes to tell what is wrong with a large wrong file: empty items, unknown keys, wrong values.

    python bench/wrong.py

Each file is brought to 1 MB (the most that is read) and to the 9 to 32 KB that were slow once. Reading it into problems, all
told as text, is compared with `yaml.compose(text, Loader=CLoader)` of it; both in processor time, the best of three. Ends
with 1 when one of the large files takes more than six times as long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from generator.cli.reporting.excess import bounded
from generator.model.records.action import ActionPlan
from generator.reading import records
from generator.reading.positions import Positions

ROOT = Path(__file__).parents[1]
MOST = 6.0
LARGEST = 2**20
HEAD = "version: ۱\ndate: ۱۴۰۳/۰۶/۱۵\n"

CASES: dict[str, tuple[Callable[[int], str], int]] = {
    "empty items": (lambda count: f"{HEAD}actions:\n" + "- {}\n" * count, 2_000),
    "unknown keys": (lambda count: HEAD + "".join(f"unknown_{at:06}: ۱\n" for at in range(count)), 2_000),
    "unknown keys of items": (lambda count: f"{HEAD}actions:\n" + "- {titel: x}\n" * count, 2_000),
    "wrong values": (lambda count: f"{HEAD}actions:\n" + "- {axis: x, goals: 1, budget: [2], start: z}\n" * count, 1_000),
    "nested lists": (lambda count: f"{HEAD}actions:\n" + f"- budget: [{'{}, ' * 40}]\n" * count, 300),
}
"""The text of so many wrong things, and how many of them were slow once."""


def told(text: str, file: Path) -> int:
    """Read a text as a plan and tell all that is wrong; how many problems that is."""
    file.write_text(text, encoding="utf-8")
    _, problems = records.load(file.parent, file.name, ActionPlan, Positions(file.parent))
    return len([found.line() for found in bounded(problems)])


def best(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of some runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def main(folder: Path) -> int:
    """Measure and print; 1 when a large file takes too long."""
    slow = 0
    for name, (make, few) in CASES.items():
        most = few
        while len(make(most * 2).encode()) < LARGEST:
            most *= 2
        for count in (few, most):
            text = make(count)
            compose = best(lambda text=text: yaml.compose(text, Loader=yaml.CLoader))
            found = told(text, folder / "plan.yaml")
            whole = best(lambda text=text: told(text, folder / "plan.yaml"))
            size = len(text.encode()) / 1000
            ratio = whole / compose
            print(f"{name:24} {size:5.0f} kB  compose {compose:.3f} s  told {whole:.3f} s  {ratio:.2f}  {found} problems")
            slow |= int(count == most and ratio > MOST)
    return slow


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(Path(made)))
