"""Rules over a neighbourhood's identity, profile, office and approvals, and over its rank among the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.records import repeated_ids
from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.persian import group, to_persian

DOSSIER_RECORDS = (
    "neighbourhood",
    "priority",
    "profile",
    "needs",
    "community",
    "office",
    "contract",
    "plan",
    "participatory",
    "approvals",
)


def ids_stand_once(case: Case) -> Iterator[Finding]:
    """Two entries of one id could not be told apart where they are cited; the second is the wrong one."""
    for name in DOSSIER_RECORDS:
        record = getattr(case.dossier, name)
        for path, entry_id in repeated_ids(record) if record else ():
            yield case.finding("duplicate-id", name, path, id=entry_id)
    for evaluation in case.dossier.evaluations:
        for path, entry_id in repeated_ids(evaluation):
            yield case.finding("duplicate-id", f"evaluations/{evaluation.id}", path, id=entry_id)


def id_begins_with_zone(case: Case) -> Iterator[Finding]:
    """«قائم» is in three zones, so every id carries its zone (V15); a zone that does not exist is told elsewhere."""
    neighbourhood = case.dossier.neighbourhood
    zones = case.names.known(("zone",))
    if zones and neighbourhood.zone in zones and not neighbourhood.id.startswith(f"{neighbourhood.zone}-"):
        yield case.finding("id-without-zone", "neighbourhood", ("zone",), id=neighbourhood.id, zone=neighbourhood.zone)


def population_is_men_and_women(case: Case) -> Iterator[Finding]:
    """The table of the profile prints all three, and a reader adds them up."""
    profile = case.dossier.profile
    if profile and profile.men + profile.women != profile.population:
        people, parts = group(profile.population), group(profile.men + profile.women)
        yield case.finding("population-parts", "profile", ("population",), population=people, sum=parts)


def office_only_with_priority(case: Case) -> Iterator[Finding]:
    """Offices open, and contracts are made, only in «محلات اولویت‌دار» (V1)."""
    if not case.lacks("priority"):
        return
    # A contract without priority beside an office without priority is the same mistake.
    for record, title in (("office", "دفتر تسهیلگری"), ("contract", "قرارداد")):
        if getattr(case.dossier, record):
            yield case.finding("no-priority", record, (), title=title)
            return


def approvals_are_in_order(case: Case) -> Iterator[Finding]:
    """The second approval rests on the first, so dates do not decrease (V3)."""
    latest = None
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        if isinstance(approval.date, Unknown):
            continue
        if latest is not None and approval.date < latest:
            values = {"date": str(approval.date), "before": str(latest)}
            yield case.finding("approvals-out-of-order", "approvals", ("approvals", at, "date"), **values)
        latest = approval.date if latest is None else max(latest, approval.date)


def ranks_are_unique(cases: Iterable[Case]) -> Iterator[Finding]:
    """A zone's neighbourhoods are an official ranking: no two share a place in it."""
    holders: dict[tuple[str, int], str] = {}
    for case in cases:
        neighbourhood = case.dossier.neighbourhood
        place = (neighbourhood.zone, neighbourhood.rank)
        holder = holders.setdefault(place, neighbourhood.id)
        if holder != neighbourhood.id:
            rank = to_persian(str(neighbourhood.rank))
            yield case.finding("rank-twice", "neighbourhood", ("rank",), rank=rank, other=holder)
