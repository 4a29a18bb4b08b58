"""Rules over the records. Each is a function whose docstring gives its reason; a finding names a record and a field.

A rule says nothing about what could not be read: that has been reported already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.checks import (
    approvals,
    catalogues,
    contracts,
    correspondence,
    evaluations,
    execution,
    names,
    neighbourhoods,
    periods,
    persons,
    plans,
    rates,
    references,
    repetition,
    sums,
    texts,
)
from generator.checks.fields import records_of
from generator.checks.finals import missing
from generator.checks.gaps import gaps, unknown_of
from generator.checks.scope import Case, Catalogues, Finding, Names, case_of, names_of_catalogues
from generator.checks.texts import unwritten
from generator.persian import group
from generator.problems.limits import LIMITS

__all__ = [
    "Case",
    "Catalogues",
    "Finding",
    "Names",
    "case_of",
    "gaps",
    "missing",
    "names_of_catalogues",
    "of_catalogues",
    "of_dossier",
    "of_neighbours",
    "records_of",
    "unknown_of",
    "unwritten",
]

_OF_CATALOGUES: tuple[Callable[[Catalogues], Iterator[Finding]], ...] = (
    repetition.entries_of_catalogues_stand_once,
    catalogues.ids_stand_once,
    catalogues.services_stand_once,
    catalogues.recipients_stand_once,
    catalogues.duties_carry_their_agency,
    catalogues.duties_in_doubt_are_reported,
    catalogues.parents_exist,
    rates.rate_intervals_follow_each_other,
    rates.signatures_do_not_overlap,
    sums.province_sums,
    sums.zone_sums,
    sums.zones_agree_with_the_city,
    sums.population_shares,
    sums.corrected_shares_are_explained,
    sums.area_share_of_the_total,
    texts.texts_of_catalogues_are_clean,
)

_OF_DOSSIER: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    references.references_exist,
    references.cited_records_are_there,
    repetition.entries_stand_once,
    correspondence.letters_cite_another_once,
    neighbourhoods.ids_stand_once,
    neighbourhoods.id_begins_with_zone,
    neighbourhoods.population_is_men_and_women,
    neighbourhoods.office_only_with_priority,
    neighbourhoods.age_groups_are_the_population,
    neighbourhoods.needs_only_with_office,
    approvals.approvals_are_in_order,
    approvals.second_approval_has_a_first,
    approvals.approvals_are_of_the_body_in_charge,
    approvals.notification_follows_both_approvals,
    approvals.every_agency_is_notified,
    correspondence.call_is_open_before_it_closes,
    correspondence.criteria_weigh_a_whole,
    correspondence.letters_cite_what_was_before_them,
    correspondence.notifications_name_their_agency,
    correspondence.chairs_attend_their_meeting,
    correspondence.decisions_are_due_after_their_meeting,
    plans.duties_belong_to_the_agencies,
    plans.actions_start_before_they_end,
    plans.targets_lie_in_their_direction,
    contracts.instalments_sum_to_the_whole,
    contracts.contract_starts_before_it_ends,
    contracts.instalments_fall_in_the_term,
    contracts.guarantees_hold,
    contracts.amendments_stay_below_the_ceiling,
    contracts.amendments_follow_the_contract,
    contracts.parties_are_two,
    contracts.contract_is_made_before_it_runs,
    contracts.contract_rests_on_what_was_approved,
    evaluations.every_action_is_evaluated,
    periods.periods_follow_each_other,
    periods.reports_are_written_after_their_period,
    periods.every_leading_agency_is_observed,
    periods.nothing_is_observed_twice,
    periods.year_lines_fall_in_their_year,
    periods.stated_totals_are_the_sums,
    evaluations.committee_is_complete,
    evaluations.spending_stays_in_the_allocation,
    evaluations.measured_indicators_exist,
    evaluations.indicators_do_not_get_worse,
    evaluations.next_year_starts_before_it_ends,
    execution.actions_are_confirmed_before_they_begin,
    execution.a_year_programme_follows_the_evaluation,
    execution.allocations_stay_in_the_budget,
    texts.texts_are_clean,
    persons.sensitive_lists_name_nobody,
)


def of_catalogues(parts: Catalogues) -> list[Finding]:
    """Return the findings of the rules over the catalogues."""
    return [found for rule in _OF_CATALOGUES for found in _first(rule(parts))]


def of_dossier(case: Case) -> list[Finding]:
    """Return the findings of the rules over one neighbourhood."""
    return [found for rule in _OF_DOSSIER for found in _first(rule(case))]


def _first(found: Iterator[Finding]) -> Iterator[Finding]:
    """Yield the first findings of a rule; to find all of them in a large file could take minutes."""
    most = LIMITS.problems_of_file
    for count, each in enumerate(found):
        if count == most:
            yield Finding("more-findings", each.record, each.path, {"count": group(most)})
            return
        yield each


def of_neighbours(parts: Catalogues, cases: Sequence[Case]) -> list[Finding]:
    """Return the findings of the rules over all neighbourhoods together."""
    later = sum(not case.dossier.neighbourhood.lines for case in cases)
    return [
        *neighbourhoods.ranks_are_unique(cases),
        *names.names_are_unlike(cases),
        *sums.published_neighbourhoods(parts, later),
    ]
