"""What is right after each edit, as a person would write it."""

from __future__ import annotations

from pathlib import Path


def expected(name: str) -> dict[str, tuple[list[str], list[str]]]:
    """The lines and the doubts after each edit of a file of this folder."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = ([], [])
        elif line:
            found[[*found][-1]][line.startswith("? ")].append(line.removeprefix("? "))
    return found
