"""Rules over the indicators of priorities and their values in neighbourhoods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.scope import Case, Catalogues, Finding
from generator.model.known import Unknown
from generator.model.records.indicators import DIMENSIONS
from generator.persian import decimal_text

_WHOLE = Decimal(100)


def weights_of_a_dimension_are_the_whole(parts: Catalogues) -> Iterator[Finding]:
    """Scores of two dimensions can be compared only when the weights in each add up to the same whole."""
    indicators = parts.indicators.indicators if parts.indicators else ()
    for dimension in DIMENSIONS:
        weights = [(at, each.weight) for at, each in enumerate(indicators) if each.dimension == dimension]
        known = [weight for _, weight in weights if not isinstance(weight, Unknown)]
        if weights and len(known) == len(weights) and sum(known) != _WHOLE:
            values = {"dimension": dimension, "sum": decimal_text(sum(known, Decimal(0)))}
            yield Finding("weights-sum", "indicators.yaml", ("indicators", weights[-1][0], "weight"), values)


def dimensions_are_the_whole(parts: Catalogues) -> Iterator[Finding]:
    """The score of a neighbourhood weighs its two dimensions, which together are the whole."""
    indicators = parts.indicators
    weights = (indicators.access_weight, indicators.harm_weight) if indicators else ()
    known = [weight for weight in weights if not isinstance(weight, Unknown)]
    if len(known) == len(DIMENSIONS) and sum(known) != _WHOLE:
        values = {"dimension": "دو بعد", "sum": decimal_text(sum(known, Decimal(0)))}
        yield Finding("weights-sum", "indicators.yaml", ("harm_weight",), values)


def cuts_fall_with_the_level(parts: Catalogues) -> Iterator[Finding]:
    """The first level is the most pressing, so it begins at a higher score than the second, and each begins once."""
    cuts = parts.indicators.cuts if parts.indicators else ()
    for at, cut in enumerate(cuts):
        if any(other.level >= cut.level or other.score <= cut.score for other in cuts[:at]):
            yield Finding("cuts-out-of-order", "indicators.yaml", ("cuts", at, "score"))


def indicators_are_measured_once(case: Case) -> Iterator[Finding]:
    """Of two values of one indicator in a neighbourhood nobody knows which counts."""
    seen: set[str] = set()
    for at, value in enumerate(case.dossier.priority.values if case.dossier.priority else ()):
        if value.indicator in seen:
            yield case.finding("reference-twice", "priority", ("values", at, "indicator"), id=value.indicator)
        seen.add(value.indicator)
