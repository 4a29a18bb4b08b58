"""Golden trees: what one document of each kind says, as text; `python -m tests.goldens --update` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
PLACE = "z3-golshahr"
GOLDEN = ("contract", "action-plan", "participatory-document", "evaluation-report/1404-h2")
"""The document of each kind; of the two evaluations the one that has another before it."""

FURTHER = (
    f"{PLACE}/contract-review",
    f"{PLACE}/agency-sheet/municipality",
    f"{PLACE}/notification/golshahr-notify-2-water",
    f"{PLACE}/residents-leaflet",
    f"{PLACE}/residents-poster",
    f"{PLACE}/residents-invitation/residents-1405",
    f"{PLACE}/local-minutes/review",
    "province/letter/golshahr-announce-participatory",
    "province/follow-up/golshahr-follow-up-education",
    "province/invitation/golshahr-invite-review",
    "province/minutes/hq-3",
    "province/report-letter/report-1404-q4",
    "province/quarterly-report/1404-q4",
    "province/programme-status",
    "province/letters-register",
    "province/distribution-list",
)
"""A document of each further kind, by its whole name."""
EVERY = (*(f"{PLACE}/{document}" for document in GOLDEN), *FURTHER)


def golden(document: str) -> Path:
    """Where the text of the tree of a document lies, which has its whole name."""
    place, _, name = document.partition("/")
    return FOLDER / place / f"{name.replace('/', '-')}.txt"


def differences(expected: str, given: str, most: int = 12) -> Iterator[str]:
    """Where two texts part, line by line: the number of the line and a little of both around the first other letter."""
    from difflib import SequenceMatcher

    old, new = expected.splitlines(), given.splitlines()
    shown = 0
    for change, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        if shown == most:
            yield "…"
            return
        shown += 1
        before, after = "\n".join(old[start:end]), "\n".join(new[new_start:new_end])
        same = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
        window = slice(max(0, same - 30), same + 60)
        yield f"line {start + 1}:\n  - {before[window]!r}\n  + {after[window]!r}"
