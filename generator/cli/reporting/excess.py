"""Limit the problems that are shown: the first ones of each file and of the run, then how many remain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.persian import group
from generator.problems.errors import Place, Problem, Severity
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import problem

_CODES = {Severity.ERROR: "more-errors", Severity.GAP: "more-gaps", Severity.WARNING: "more-warnings"}


def bounded(problems: Sequence[Problem], limits: RunLimits = LIMITS) -> list[Problem]:
    """Keep the problems that are shown, in their order, and add how many are left out of each file, then of the run.

    Gaps are few in each file by nature and each is a task, so that only the run bounds them. Errors leave out all others.
    """
    shown: list[Problem] = []
    seen: Counter[tuple[str, Severity]] = Counter()
    last: dict[tuple[str, Severity], Place] = {}
    for found in problems:
        key = (str(found.place.file) if found.place else "", found.severity)
        seen[key] += 1
        if found.place is None or found.severity is Severity.GAP or seen[key] <= limits.problems_of_file:
            shown.append(found)
            last |= {key: found.place} if found.place else {}
    for key, place in last.items():
        if key[1] is not Severity.GAP and seen[key] > limits.problems_of_file:
            shown.append(problem(_CODES[key[1]], place, where="", count=group(seen[key] - limits.problems_of_file)))
    return _of_run(shown, limits.problems_of_run)


def _of_run(problems: list[Problem], most: int) -> list[Problem]:
    if len(problems) <= most:
        return problems
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    gravest = sorted(range(len(problems)), key=lambda at: ranks[problems[at].severity])
    kept, left = sorted(gravest[:most]), Counter(problems[at].severity for at in gravest[most:])
    more = [problem(_CODES[severity], None, where="", count=group(left[severity])) for severity in Severity if left[severity]]
    return [*(problems[at] for at in kept), *more]
