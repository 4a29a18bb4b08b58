"""Rules over the participatory document of a neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.persian import fold, quotable


def strategies_rest_on_the_analysis(case: Case) -> Iterator[Finding]:
    """A strategy says in the words of the analysis what it rests on; one that cites another word is read as made up."""
    document = case.dossier.participatory
    if document is None:
        return
    points = {fold(point) for point in document.swot.points}
    for at, strategy in enumerate(document.strategies):
        for point_at, point in enumerate(strategy.rests_on):
            if fold(point) not in points:
                path = ("strategies", at, "rests_on", point_at)
                yield case.finding("strategy-rests-on-nothing", "participatory", path, point=quotable(point))
