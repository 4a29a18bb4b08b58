"""Unknown facts: which count, where they stand, and whose turn it is."""

from __future__ import annotations

from generator import checks
from generator.problems.errors import Problem, Severity
from generator.reading.places import Reading
from tests.reading.plans_tree import CONTRACT, FIRST, LETTER, PLAN, SECOND_LETTER, PlansTree, reported


def _reading(plans: PlansTree) -> Reading:
    reading = plans.read()
    assert reading.problems == ()
    return reading


def _gaps(reading: Reading, *facts: str) -> list[tuple[str, str]]:
    assert reading.workspace is not None
    found = checks.gaps(reading.workspace.dossier("z1-alef"), facts or None)
    return [(finding.code, ".".join(str(step) for step in finding.path)) for finding in found]


def _reported(reading: Reading, *facts: str) -> list[Problem]:
    assert reading.workspace is not None
    return [reading.positions.problem(found) for found in checks.gaps(reading.workspace.dossier("z1-alef"), facts)]


def test_every_unknown_fact_of_a_dossier_is_a_gap_once(plans: PlansTree) -> None:
    found = _gaps(_reading(plans))
    assert ("funding-unknown", "funding.source") in found
    assert ("gap", "operator.national_id") in found
    assert ("gap", "guarantees.0.number") in found
    assert ("gap", "actions.1.confirmations.0.number") in found
    assert len([path for _, path in found if path == "committee.0.name"]) == 3  # One in each evaluation, one in the call.


def test_a_link_that_need_not_be_there_is_no_gap(plans: PlansTree) -> None:
    found = _gaps(_reading(plans))
    assert not [path for _, path in found if path.endswith((".group", ".partner", ".agency", ".action"))]


def test_only_the_facts_that_a_document_requires_count(plans: PlansTree) -> None:
    plans.plant(CONTRACT, "amount: ۱۲۰۰ میلیون ریال\n", "")
    found = _gaps(_reading(plans), "contract.amount", "contract.start", "office.address")
    assert found == [("gap", "address"), ("gap", "amount")]


def test_facts_may_be_named_as_templates_name_them(plans: PlansTree) -> None:
    plans.plant("neighbourhoods/z1-alef/approvals.yaml", "number: ۱۸, ", "")
    # A plan that is not yet approved has not been notified.
    plans.plant(LETTER, "kind: ابلاغ", "kind: سایر").plant(SECOND_LETTER, "kind: ابلاغ", "kind: سایر")
    reading = _reading(plans)
    assert _gaps(reading, "dossier.approvals.approvals.number") == [("gap", "approvals.2.number")]
    assert len(_gaps(reading, "evaluation.committee.name")) == 6


def test_a_gap_names_the_fact_the_reason_and_whose_turn_it_is(plans: PlansTree) -> None:
    plans.plant(CONTRACT, "amount: ۱۲۰۰ میلیون ریال", "§amount: {unknown: در انتظار تخصیص, who: مدیر مالی}")
    (gap,) = _reported(_reading(plans), "contract.amount")
    assert reported([gap], plans.root) == [("gap", CONTRACT, *plans.marked[CONTRACT])]
    assert gap.severity is Severity.GAP
    assert gap.message == "«مبلغ قرارداد» هنوز معلوم نیست (در انتظار تخصیص)."
    assert gap.hint == "تعیین آن با مدیر مالی است؛ سپس در همین پرونده بنویسید."


def test_a_fact_that_the_file_leaves_out_is_reported_at_its_record(plans: PlansTree) -> None:
    reading = _reading(plans)
    gaps = _reported(reading, "plan.actions.confirmations.number")
    assert reported(gaps, plans.root) == [("gap", PLAN, 66, 9)]
    assert gaps[0].where == "اقدام‌ها ← a02 ← تأییدها ← committee ← شماره"
    (seat, *_) = _reported(reading, "evaluation.committee.name")
    assert seat.place is not None
    assert (seat.place.file.relative_to(plans.root).as_posix(), seat.place.line) == (FIRST, 7 + 1)
