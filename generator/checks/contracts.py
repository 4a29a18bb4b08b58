"""Rules over the contract of a facilitation office."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, FieldPath, Finding
from generator.model.known import UNKNOWN, Unknown
from generator.model.records.contract import Contract
from generator.model.views.agreement import days_to_ceiling
from generator.persian import group, numeral, percent_text, to_persian

WHOLE = 100

VAT = "vat"
"""The id of the legal rate of the tax that comes on top of an amount."""

CHANGE_CEILING = "change-ceiling"
"""The id of the legal rate up to which an amount may be changed later."""


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
            values = {"month": numeral(instalment.month), "months": numeral(contract.months)}
            yield case.finding("instalment-after-term", "contract", ("instalments", at, "month"), **values)


def contract_starts_before_it_ends(case: Case) -> Iterator[Finding]:
    """The term is computed from both days."""
    contract = case.dossier.contract
    if contract and _runs_backwards(contract):
        values = {"start": str(contract.start), "end": str(contract.end)}
        yield case.finding("schedule-reversed", "contract", ("end",), **values)


def _runs_backwards(contract: Contract) -> bool:
    start, end = contract.start, contract.end
    return not isinstance(start, Unknown) and not isinstance(end, Unknown) and end < start


def guarantees_hold(case: Case) -> Iterator[Finding]:
    """A guarantee has the legal rate of the contract's day, covers what that asks for, and lasts as long as the contract."""
    contract, legal = case.dossier.contract, case.names.legal
    for at, guarantee in enumerate(contract.guarantees if contract else ()):
        path = ("guarantees", at)
        if contract is None or legal is None or not legal.clear(guarantee.rate):
            continue
        day = contract.date
        if not isinstance(day, Unknown) and not any(rate.holds(day) for rate in legal.intervals(guarantee.rate)):
            yield case.finding("rate-not-in-force", "contract", (*path, "rate"), id=guarantee.rate, date=str(day))
            continue
        asked = contract.security(guarantee, legal).amount
        if guarantee.stated is not None and not isinstance(asked, Unknown) and guarantee.stated < asked:
            values = {"stated": group(guarantee.stated), "asked": group(asked)}
            yield case.finding("guarantee-below", "contract", (*path, "stated"), **values)
        end = contract.end_now
        if guarantee.valid_until and not isinstance(end, Unknown) and guarantee.valid_until < end:
            values = {"until": str(guarantee.valid_until), "end": str(end)}
            yield case.finding("guarantee-ends-early", "contract", (*path, "valid_until"), **values)


def amendments_stay_below_the_ceiling(case: Case) -> Iterator[Finding]:
    """The employer may change the amount up to a legal share of the first one; past it a new contract is needed."""
    contract, legal = case.dossier.contract, case.names.legal
    if contract is None or legal is None or isinstance(contract.amount, Unknown) or not legal.clear(CHANGE_CEILING):
        return
    day = contract.date
    ceilings = [rate for rate in legal.intervals(CHANGE_CEILING) if isinstance(day, Unknown) or rate.holds(day)]
    ceiling = ceilings[-1].value if ceilings else None
    for at, amendment in enumerate(contract.amendments):
        if ceiling is None or isinstance(ceiling, Unknown) or amendment.amount is None:
            continue
        most = int(contract.amount * ceiling / 100)
        if abs(amendment.amount - contract.amount) > most:
            values = {"amount": group(amendment.amount), "first": group(contract.amount), "ceiling": percent_text(ceiling)}
            yield case.finding("amendment-above-ceiling", "contract", ("amendments", at, "amount"), **values)


def amendments_follow_the_contract(case: Case) -> Iterator[Finding]:
    """An amendment changes a contract that is in force, so it comes after it, after the one before, and before the end."""
    contract = case.dossier.contract
    if contract is None or _runs_backwards(contract):
        return
    before, end = contract.date, contract.end
    for at, amendment in enumerate(contract.amendments):
        path = ("amendments", at)
        day = amendment.date
        if not amendment.changes:
            yield case.finding("amendment-changes-nothing", "contract", path)
        if not isinstance(day, Unknown):
            if not isinstance(before, Unknown) and day < before:
                values = {"date": str(day), "before": str(before)}
                yield case.finding("amendment-out-of-order", "contract", (*path, "date"), **values)
            elif not isinstance(end, Unknown) and day > end:
                yield case.finding("amendment-after-end", "contract", (*path, "date"), date=str(day), end=str(end))
            before = day
        if amendment.end is not None:
            if not isinstance(contract.start, Unknown) and amendment.end < contract.start:
                values = {"start": str(contract.start), "end": str(amendment.end)}
                yield case.finding("schedule-reversed", "contract", (*path, "end"), **values)
            else:
                end = amendment.end


def parties_are_two(case: Case) -> Iterator[Finding]:
    """Nobody makes a contract with himself: the employer and the operator have each a number of their own."""
    contract, office = case.dossier.contract, case.dossier.office
    number = contract.employer.national_id if contract else UNKNOWN
    if office and not isinstance(number, Unknown) and number == office.operator.national_id:
        yield case.finding("parties-are-one", "contract", ("employer", "national_id"), number=to_persian(number))


def an_advance_is_guaranteed_and_a_guarantee_of_it_has_one(case: Case) -> Iterator[Finding]:
    """An advance is paid against its guarantee; a guarantee of an advance that is never taken back secures nothing."""
    contract = case.dossier.contract
    if contract is None:
        return
    covering = [at for at, guarantee in enumerate(contract.guarantees) if guarantee.base == "پیش‌پرداخت"]
    if contract.advance is None:
        for at in covering:
            yield case.finding("guarantee-without-advance", "contract", ("guarantees", at, "base"))
    elif not covering:
        yield case.finding("advance-without-guarantee", "contract", ("advance", "share"))


def penalties_can_reach_their_ceiling(case: Case) -> Iterator[Finding]:
    """A ceiling that one late instalment does not reach within the term is a ground of termination that never comes."""
    contract = case.dossier.contract
    if contract is None or isinstance(contract.days, Unknown) or _runs_backwards(contract):
        return
    slow = ((days_to_ceiling(contract, line), line) for line in contract.instalments)
    reached = [(days, line) for days, line in slow if not isinstance(days, Unknown)]
    out = [(days, line) for days, line in reached if days is None or days > contract.days]
    if out:
        days, line = max(out, key=lambda pair: pair[0] or 10**9)
        values = {"days": "بی‌شمار" if days is None else numeral(days), "title": line.title, "term": numeral(contract.days)}
        yield case.finding("delay-ceiling-out-of-reach", "contract", ("delay_ceiling",), **values)


def the_year_of_a_contract_has_its_rates(case: Case) -> Iterator[Finding]:
    """The tax that comes on top is that of the year; where nobody has written its rate, the contract prints a blank."""
    contract, legal = case.dossier.contract, case.names.legal
    day = contract.rates_on if contract else UNKNOWN
    if contract is None or legal is None or isinstance(day, Unknown) or not legal.intervals(VAT):
        return
    rate = next((rate for rate in legal.intervals(VAT) if rate.holds(day)), None)
    if rate is None or isinstance(rate.value, Unknown):
        path: FieldPath = ("start",) if isinstance(contract.date, Unknown) else ("date",)
        yield case.finding("contract-tax-unknown", "contract", path, year=numeral(day.year))


def contract_is_made_before_it_runs(case: Case) -> Iterator[Finding]:
    """By its own articles the guarantees and the notice follow the signing, and its term and its office begin after them.

    A later contract may find the office of an earlier one open, so that is only a warning.
    """
    contract, office = case.dossier.contract, case.dossier.office
    if contract is None or isinstance(contract.date, Unknown):
        return
    opened = office.opened_on if office else UNKNOWN
    for code, day in (("contract-after-start", contract.start), ("contract-after-opening", opened)):
        if not isinstance(day, Unknown) and contract.date > day:
            yield case.finding(code, "contract", ("date",), date=str(contract.date), day=str(day))


def contract_rests_on_what_was_approved(case: Case) -> Iterator[Finding]:
    """A contract that has been made recites its approvals «به شمارهٔ … مورخ …», so they were given before it."""
    contract, approvals = case.dossier.contract, case.dossier.approvals
    if contract is None or approvals is None or isinstance(contract.date, Unknown):
        return
    given = {approval.id: approval for approval in approvals.approvals}
    for at, cited in enumerate(contract.basis):
        approval = given.get(cited)
        if approval is None:
            continue
        if not approval.issued:
            yield case.finding("basis-not-given", "contract", ("basis", at), id=cited, date=str(contract.date))
        elif not isinstance(approval.date, Unknown) and approval.date > contract.date:
            values = {"id": cited, "date": str(contract.date), "approved": str(approval.date)}
            yield case.finding("basis-after-contract", "contract", ("basis", at), **values)


def price_items_make_the_amount(case: Case) -> Iterator[Finding]:
    """The breakdown of a price is all of it, and each item is as many units as it says at the price that it says."""
    contract = case.dossier.contract
    if contract is None or not contract.price_items:
        return
    total = sum(item.amount for item in contract.price_items)
    if not isinstance(contract.amount, Unknown) and total != contract.amount:
        values = {"sum": group(total), "amount": group(contract.amount)}
        yield case.finding("price-sum", "contract", ("price_items",), **values)
    for at, item in enumerate(contract.price_items):
        if item.quantity is None or item.unit_price is None:
            continue
        product = int(item.quantity * item.unit_price)
        if product != item.amount:
            values = {"product": group(product), "amount": group(item.amount)}
            yield case.finding("price-item-product", "contract", ("price_items", at, "amount"), **values)


def contract_follows_the_choice_of_the_operator(case: Case) -> Iterator[Finding]:
    """The commission chooses first; a contract made before its minutes would rest on nothing."""
    contract = case.dossier.contract
    if contract is None:
        return
    chosen, day = contract.choice.minutes.date, contract.date
    if not isinstance(chosen, Unknown) and not isinstance(day, Unknown) and day < chosen:
        values = {"date": str(day), "chosen": str(chosen)}
        yield case.finding("choice-after-contract", "contract", ("choice", "minutes", "date"), **values)


def insurance_lasts_as_long_as_the_contract(case: Case) -> Iterator[Finding]:
    """A policy that ends before the contract leaves its last months without cover."""
    contract = case.dossier.contract
    for at, policy in enumerate(contract.insurance if contract else ()):
        until, end = policy.valid_until, contract.end_now if contract else UNKNOWN
        if not isinstance(until, Unknown) and not isinstance(end, Unknown) and until < end:
            values = {"until": str(until), "end": str(end)}
            yield case.finding("insurance-ends-early", "contract", ("insurance", at, "valid_until"), **values)
