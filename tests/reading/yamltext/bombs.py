"""Small files that a careless reader never gets through, and how long ours takes: `python -m tests.reading.yamltext.bombs`."""

from __future__ import annotations

import json
import time
from pathlib import Path

from generator.reading.yamltext import Parsed, parse

BOMBS = {
    "aliases": (
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11)),
        "yaml-alias",
    ),
    "merges": (
        "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25)),
        "yaml-merge",
    ),
    "self": ("a: &a {b: *a}\n", "yaml-alias"),
    "block nesting": ("".join(f"{' ' * depth}a:\n" for depth in range(300)), "yaml-too-deep"),
    "flow nesting": ("[" * 9000, "yaml-too-deep"),
    "flow nesting, many lines": ("[\n" * 200_000, "yaml-too-deep"),
    "mapping nesting": ("{a: " * 2000, "yaml-too-deep"),
    "dash nesting": ("- " * 4000, "yaml-too-deep"),
    "size": ("a: 1\n" * 400_000, "yaml-too-large"),
    "line": ("a: " + "x" * 900_000, "yaml-line-too-long"),
    "anchors": ("- &a x\n" * 100_000, "yaml-anchor"),
    "aliases without anchors": ("- *a\n" * 100_000, "yaml-alias"),
    "documents": ("--- x\n" * 100_000, "yaml-many-documents"),
    "equal keys": ("a: 1\n" * 150_000, "yaml-duplicate-key"),
    "control characters": ("a: \x01\x02\x03\n" * 100_000, "yaml-control-character"),
    "question marks": ("? " * 4000, "yaml-too-deep"),
    "tags": ("- !x y\n" * 100_000, "yaml-tag"),
    "colons in values": ("a: b: c\n" * 20_000, "yaml-colon-in-value"),
    "open quote": ("a: '" + "x\n" * 300_000, "yaml-quote-unclosed"),
    "spaces": (" " * 9000 + "\n" * 500_000 + "a: [", "yaml-bracket-unclosed"),
    "tabs": ("a: 1\n" + "\tb: 1\n" * 100_000, "yaml-tab"),
}
"""Each with the code that refuses it."""

SOON = 1
"""Seconds of processor time in which each is refused."""
TIMES = 3


def parsed(text: str) -> tuple[Parsed, float]:
    """The file, parsed up to three times until it goes soon enough, and the least of the seconds that it took."""
    least = float("inf")
    for _ in range(TIMES):
        begun = time.process_time()
        found = parse(text, Path("plan.yaml"))
        least = min(least, time.process_time() - begun)
        if least < SOON:
            break
    return found, least


if __name__ == "__main__":
    results = {}
    for name, (text, _) in BOMBS.items():
        found, seconds = parsed(text)
        results[name] = (found.failed, [problem.code for problem in found.problems], seconds)
    print(json.dumps(results))
