"""Rules over the records. Each is a function whose docstring says why it holds; a finding names a record and a field.

A rule says nothing about what could not be read: that has been told already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.checks import catalogues, contracts, evaluations, neighbourhoods, plans, references, sums
from generator.checks.gaps import gaps
from generator.checks.scope import Case, Catalogues, Finding, Names, case_of, names_of_catalogues

__all__ = [
    "Case",
    "Catalogues",
    "Finding",
    "Names",
    "case_of",
    "gaps",
    "names_of_catalogues",
    "of_catalogues",
    "of_dossier",
    "of_neighbours",
]

_OF_CATALOGUES: tuple[Callable[[Catalogues], Iterator[Finding]], ...] = (
    catalogues.ids_stand_once,
    catalogues.services_stand_once,
    catalogues.recipients_stand_once,
    catalogues.duties_carry_their_agency,
    catalogues.parents_exist,
    sums.province_sums,
    sums.zone_sums,
    sums.zones_agree_with_the_city,
    sums.population_shares,
    sums.mended_shares_are_explained,
    sums.area_share_of_the_total,
)

_OF_DOSSIER: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    references.references_exist,
    references.cited_records_are_there,
    references.references_stand_once,
    neighbourhoods.ids_stand_once,
    neighbourhoods.id_begins_with_zone,
    neighbourhoods.population_is_men_and_women,
    neighbourhoods.office_only_with_priority,
    neighbourhoods.approvals_are_in_order,
    plans.duties_belong_to_the_agencies,
    plans.actions_start_before_they_end,
    plans.targets_lie_in_their_direction,
    contracts.instalments_sum_to_the_whole,
    contracts.contract_starts_before_it_ends,
    contracts.instalments_fall_in_the_term,
    evaluations.every_action_is_evaluated,
    evaluations.periods_follow_each_other,
    evaluations.committee_is_complete,
    evaluations.spending_stays_in_the_allocation,
    evaluations.measured_indicators_exist,
    evaluations.indicators_do_not_get_worse,
    evaluations.next_year_starts_before_it_ends,
)


def of_catalogues(parts: Catalogues) -> list[Finding]:
    """What the rules find in the catalogues."""
    return [found for rule in _OF_CATALOGUES for found in rule(parts)]


def of_dossier(case: Case) -> list[Finding]:
    """What the rules find in one neighbourhood."""
    return [found for rule in _OF_DOSSIER for found in rule(case)]


def of_neighbours(cases: Sequence[Case]) -> list[Finding]:
    """What the rules find in the neighbourhoods together."""
    return list(neighbourhoods.ranks_are_unique(cases))
