"""Rules over the contract of a facilitation office."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.persian import percent_text, to_persian

WHOLE = 100


def instalments_sum_to_the_whole(case: Case) -> Iterator[Finding]:
    """The instalments pay the amount, no more and no less."""
    contract = case.dossier.contract
    if contract and contract.share_total != WHOLE:
        yield case.finding("instalments-sum", "contract", ("instalments",), sum=percent_text(contract.share_total))


def instalments_fall_in_the_term(case: Case) -> Iterator[Finding]:
    """A payment due after the end would fall outside the contract."""
    contract = case.dossier.contract
    if contract is None or isinstance(contract.months, Unknown) or contract.months <= 0:
        return
    for at, instalment in enumerate(contract.instalments):
        if instalment.month > contract.months:
            values = {"month": to_persian(str(instalment.month)), "months": to_persian(str(contract.months))}
            yield case.finding("instalment-after-term", "contract", ("instalments", at, "month"), **values)


def contract_starts_before_it_ends(case: Case) -> Iterator[Finding]:
    """The term is computed from both days."""
    contract = case.dossier.contract
    if contract is None or isinstance(contract.start, Unknown) or isinstance(contract.end, Unknown):
        return
    if contract.end < contract.start:
        values = {"start": str(contract.start), "end": str(contract.end)}
        yield case.finding("schedule-reversed", "contract", ("end",), **values)
