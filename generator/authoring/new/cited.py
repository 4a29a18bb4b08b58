"""The ids that the fields of a new record may cite: of the catalogues, and of the neighbourhood's other records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel

from generator.authoring.new.skeleton import Cited
from generator.authoring.schema.citations import CITES, named
from generator.checks import Names
from generator.checks.kinds import HOLDERS
from generator.model.paths import records_in
from generator.model.records.catalogue import Catalogue

OWN: dict[tuple[str, str], str] = {
    ("Issue", "needs"): "need",
    ("Action", "needs"): "need",
    ("ActionRole", "group"): "group",
    ("ActionRole", "partner"): "partner",
    ("Contract", "basis"): "approval",
    ("Progress", "action"): "action",
    ("Solution", "actions"): "action",
    ("StaffPresent", "line"): "staff",
    ("Need", "gathering"): "gathering",
    ("Action", "after"): "action",
    ("Action", "along"): "action",
    ("PlanChange", "action"): "action",
    ("Change", "action"): "action",
    ("Change", "gathering"): "gathering",
    ("Declined", "gathering"): "gathering",
    ("Strategy", "needs"): "need",
    ("PlanChange", "talks"): "change",
    ("PlanEdition", "approval"): "approval",
    ("AgencyReview", "inquiry"): "letter",
    ("AgencyReview", "reply"): "letter",
    ("AgencyWork", "needs"): "need",
    ("AgencyProposal", "needs"): "need",
    ("Evaluation", "surveys"): "survey",
    ("YearProgramme", "evaluation"): "evaluation",
    ("YearProgramme", "approval"): "approval",
    ("StoppedAction", "action"): "action",
    ("ActionNote", "action"): "action",
    ("YearLine", "action"): "action",
    ("Decision", "action"): "action",
    ("Activity", "groups"): "group",
    ("Choice", "call"): "call",
    ("Payment", "instalment"): "instalment",
    ("StaffIntroduced", "line"): "staff",
    ("Handover", "guarantees"): "guarantee",
}
"""Model and field -> the kind of record of the same neighbourhood that it may name."""


def citable(catalogue: Catalogue, names: Names) -> Cited:
    """Return what says which ids a field may cite, where `names` are those of a neighbourhood."""

    def cited(model: type[BaseModel], field: str) -> Mapping[str, str]:
        place = (model.__name__, field)
        if place in OWN:
            return names.by_kind.get(OWN[place]) or {}
        return {id_: text for kind in CITES.get(place, ()) for id_, text in named(kind, catalogue)}

    return cited


@cache
def cited_by(model: type[BaseModel]) -> frozenset[str]:
    """Return the records of a neighbourhood that a record may cite, such as `needs` for a plan."""
    inside = {each.__name__ for each in records_in(model)}
    return frozenset(HOLDERS[kind] for (name, _), kind in OWN.items() if name in inside and kind in HOLDERS)
