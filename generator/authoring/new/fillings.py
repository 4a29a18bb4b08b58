"""What the records around a new one say about it: its actions, agencies, seats, rates and days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.authoring.new.texts_of import quoted
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.workspace import Dossier
from generator.persian import Half, Quarter, Year, decimal_text

GUARANTEES = {
    "performance-guarantee": ("performance", "تضمین انجام تعهدات", ""),
    "advance-guarantee": ("advance", "تضمین پیش‌پرداخت", "پیش‌پرداخت"),
}
"""The guarantees of a contract by their legal rates: id, kind, and the base when it is not the whole amount."""


def contract(catalogue: Catalogue, dossier: Dossier) -> Mapping[str, str]:
    """The values of a new contract: a guarantee for each rate that the law has."""
    entries = []
    for rate, (entry, kind, base) in GUARANTEES.items():
        if catalogue.legal.intervals(rate):
            entries += [f"  - id: {entry}", f"    kind: {kind}", f"    rate: {rate}"]
            entries += [f"    base: {base}"] if base else []
    return {
        "id": f"contract-{dossier.id}"[:64].rstrip("-"),
        "name": dossier.neighbourhood.name,
        "guarantees": _block("guarantees", entries),
        "supervisor": _supervisor(catalogue),
    }


def _supervisor(catalogue: Catalogue) -> str:
    """The secretariat supervises (line 287); where the data names no such body, the first that it names."""
    bodies = [body.id for body in catalogue.bodies.bodies]
    return "secretariat" if "secretariat" in bodies else bodies[0]


def evaluation(catalogue: Catalogue, dossier: Dossier, period: Half) -> Mapping[str, str]:
    """The values of a new evaluation: a line for each action, its indicators as a half-year before or at their baseline.

    At a year's end also a programme of the next year.
    """
    owner = _supervisor(catalogue)
    next_year = Year(period.year + 1)
    programme = [
        "  - id: y1",
        "    title: … عنوان نخستین کار سال آینده را بنویسید",
        f"    owner: {owner}",
        f"    start: {next_year.start.in_month}",
        f"    end: {next_year.end.in_month}",
        "    amount: ۰",
    ]
    ends_a_year = period.end == Year(period.year).end
    return {
        "period": period.id,
        "title": period.title,
        "name": dossier.neighbourhood.name,
        "deadline": str(period.end.plus_months(2)),
        "owner": owner,
        "progress": "\n".join(_progress(dossier, dossier.evaluation(period.previous()))),
        "next_year": _block("next_year", programme if ends_a_year else []),
    }


def _progress(dossier: Dossier, previous: Evaluation | None) -> Iterable[str]:
    for action in dossier.plan.actions if dossier.plan else ():
        past = previous.of(action.id) if previous else None
        yield f"  # {' '.join(action.title.split())}"
        yield f"  - action: {action.id}"
        yield from ("    planned: ۰٪", "    actual: ۰٪", "    allocated: ۰", "    spent: ۰", "    measured:")
        for indicator in action.indicators:
            value = past.values.get(indicator.id, indicator.baseline) if past else indicator.baseline
            yield f"      - {{indicator: {indicator.id}, value: {decimal_text(value)}}}"


def quarter(dossier: Dossier, period: Quarter) -> Mapping[str, str]:
    """The values of a new quarter: a line for each agency that leads an action."""
    leads = dict.fromkeys(action.lead for action in dossier.plan.actions) if dossier.plan else {}
    entries = [line for lead in leads for line in _agency(lead)]
    return {
        "period": period.id,
        "title": period.title,
        "name": dossier.neighbourhood.name,
        "agencies": _block("agencies", entries),
    }


def _agency(lead: str) -> list[str]:
    note = quoted("… کار دستگاه در این سه‌ماهه را بنویسید")
    return [f"  - agency: {lead}", f"    note: {note}", "    capacity_use:"]


def _block(key: str, entries: list[str]) -> str:
    return "\n".join([f"{key}:", *entries]) if entries else f"{key}: []"
