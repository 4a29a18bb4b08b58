"""Rules over the money of a plan: who pays each line, on what document, and what is a loan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.action_parts import LOANS, BudgetLine


def every_line_has_a_payer(case: Case) -> Iterator[Finding]:
    """The first question of who decides on a plan is who pays; what the residents give is theirs."""
    for path, line in _lines(case):
        if not line.has_payer:
            yield case.finding("budget-without-payer", "plan", (*path, "source"), source=line.source)


def a_line_has_one_payer(case: Case) -> Iterator[Finding]:
    """An agency and another payer of one line would be two answers to one question."""
    for path, line in _lines(case):
        if not isinstance(line.agency, Unknown) and not isinstance(line.payer, Unknown):
            yield case.finding("payer-beside-agency", "plan", (*path, "payer"), agency=line.agency)


def firm_money_has_a_document(case: Case) -> Iterator[Finding]:
    """Credit is allotted, or promised, by a document with a number; without one it is a forecast."""
    for path, line in _lines(case):
        if line.is_firm and isinstance(line.document, Unknown):
            yield case.finding("credit-without-document", "plan", (*path, "certainty"), certainty=line.certainty)


def loans_come_from_banks(case: Case) -> Iterator[Finding]:
    """Terms of repayment belong to a loan, and only a bank's money is one."""
    for path, line in _lines(case):
        if line.loan and line.source != LOANS:
            yield case.finding("loan-of-other-source", "plan", (*path, "loan"), source=line.source, loans=LOANS)


def _lines(case: Case) -> Iterator[tuple[FieldPath, BudgetLine]]:
    for at, action in enumerate(case.dossier.plan.actions if case.dossier.plan else ()):
        for line_at, line in enumerate(action.budget):
            yield ("actions", at, "budget", line_at), line
