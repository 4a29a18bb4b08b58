"""Every Persian sentence that the program says about a problem, by code.

A message has a sentence («what is wrong») and, where something can be done, a hint («what would be right»). Both are
`str.format` templates. `problem()` is the only way to make a `Problem`, so no sentence lives anywhere else.

The sentences are grouped by stage in `generator/sentences/`; this module joins them and refuses a code that is said twice.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.errors import Place, Problem, Severity
from generator.sentences import ALL


class Sentence(NamedTuple):
    """A message of one code: its severity, the sentence, and the hint (may be empty)."""

    severity: Severity
    text: str
    hint: str = ""


SEVERITY_NAMES = {Severity.ERROR: "خطا", Severity.GAP: "کمبود", Severity.WARNING: "هشدار"}

_SEVERITIES = {"E": Severity.ERROR, "G": Severity.GAP, "W": Severity.WARNING}


def _load() -> dict[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for group in ALL:
        for code, (severity, text, hint) in group.items():
            if code in sentences:
                raise ValueError(f"message code said twice: {code}")
            sentences[code] = Sentence(_SEVERITIES[severity], text, hint)
    return sentences


SENTENCES = _load()


def problem(code: str, place: Place | None = None, /, where: str = "", **values: object) -> Problem:
    """The `Problem` of a code at a place, its sentences filled with `values`; an unknown code is a bug (KeyError)."""
    sentence = SENTENCES[code]
    return Problem(code, sentence.severity, place, sentence.text.format(**values), sentence.hint.format(**values), where)
