"""The scores by which neighbourhoods are given a priority: reckoned only where weights and values are there.

An indicator is scaled from 0 to 100 between its least and its greatest value among the neighbourhoods (min-max), 100 at the
most pressing end. Nothing stands in for a missing value or weight: a score that needs it is not there, and it is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.indicators import ACCESS, DIMENSIONS, HARM, Dimension, Indicators, PriorityIndicator
from generator.model.records.workspace import Dossier

_WHOLE = Decimal(100)
_MIDDLE = Decimal(50)
"""What an indicator that is the same everywhere gives to each: it tells no neighbourhood from another."""

LAST_LEVEL = "۳"
"""The level of a score below all cuts."""


class Scored(NamedTuple):
    """The scores of a neighbourhood, and what is missing for those that are not there."""

    neighbourhood: str
    access: Decimal | None
    harm: Decimal | None
    total: Decimal | None
    level: str | None
    """The level that the cuts give; the one that was decided is in the record of the priority."""
    unmeasured: tuple[str, ...]
    """The ids of indicators without a value here."""


class Ranking(NamedTuple):
    """All neighbourhoods by their scores, and the indicators without a weight."""

    scored: tuple[Scored, ...]
    unweighted: tuple[str, ...]


def rank(dossiers: Sequence[Dossier], indicators: Indicators) -> Ranking:
    """Return the scores of the neighbourhoods, the most pressing first and those without a score last, in their order."""
    values = {dossier.id: dict(_values(dossier)) for dossier in dossiers}
    scaled = {each.id: _scaled(each, values) for each in indicators.indicators}
    scored = [_score(dossier.id, indicators, scaled) for dossier in dossiers]
    scored.sort(key=lambda each: (each.total is None, -(each.total or 0)))
    unweighted = tuple(each.id for each in indicators.indicators if isinstance(each.weight, Unknown))
    return Ranking(tuple(scored), unweighted)


def _values(dossier: Dossier) -> Iterator[tuple[str, Decimal]]:
    for value in dossier.priority.values if dossier.priority else ():
        yield value.indicator, value.value


def _scaled(indicator: PriorityIndicator, values: dict[str, dict[str, Decimal]]) -> dict[str, Decimal]:
    """Return the value of each neighbourhood that has one, between 0 and 100."""
    found = {name: given[indicator.id] for name, given in values.items() if indicator.id in given}
    if not found:
        return {}
    least, greatest = min(found.values()), max(found.values())
    if least == greatest:
        return dict.fromkeys(found, _MIDDLE)
    rising = {name: (value - least) * _WHOLE / (greatest - least) for name, value in found.items()}
    return rising if indicator.direction == "بیشتر فوری‌تر" else {name: _WHOLE - value for name, value in rising.items()}


def _score(name: str, indicators: Indicators, scaled: dict[str, dict[str, Decimal]]) -> Scored:
    scores = {dimension: _of_dimension(name, dimension, indicators, scaled) for dimension in DIMENSIONS}
    total = _weighted([(indicators.access_weight, scores[ACCESS]), (indicators.harm_weight, scores[HARM])])
    unmeasured = tuple(each.id for each in indicators.indicators if name not in scaled[each.id])
    return Scored(name, scores[ACCESS], scores[HARM], total, _level(total, indicators), unmeasured)


def _of_dimension(
    name: str, dimension: Dimension, indicators: Indicators, scaled: dict[str, dict[str, Decimal]]
) -> Decimal | None:
    return _weighted([(each.weight, scaled[each.id].get(name)) for each in indicators.of(dimension)])


def _weighted(parts: Iterable[tuple[Decimal | Unknown, Decimal | None]]) -> Decimal | None:
    """Return the weighted mean of the parts; None when there is none, or one of them or its weight is missing."""
    total = weight = Decimal(0)
    for share, value in parts:
        if isinstance(share, Unknown) or value is None:
            return None
        total, weight = total + share * value, weight + share
    return (total / weight).quantize(Decimal("0.1")) if weight else None


def _level(total: Decimal | None, indicators: Indicators) -> str | None:
    if total is None or not indicators.cuts:
        return None
    return next((cut.level for cut in sorted(indicators.cuts, key=lambda cut: cut.level) if total >= cut.score), LAST_LEVEL)
