"""Rules over the payments of a contract: in which order, for what, how much, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.contracts import WHOLE
from generator.checks.scope import Case, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.contract import Contract
from generator.model.records.payment import Payment
from generator.model.views.payments import HELD, Account, Statement, account
from generator.persian import JalaliDate, group, numeral, percent_text


def instalments_are_paid_once(case: Case) -> Iterator[Finding]:
    """Two payments of one instalment would pay twice what the contract owes once."""
    seen: dict[str, str] = {}
    for payment in case.dossier.payments:
        if payment.instalment in seen:
            values = {"id": payment.instalment, "other": seen[payment.instalment]}
            yield case.finding("instalment-paid-twice", _key(payment), ("instalment",), **values)
        seen.setdefault(payment.instalment, payment.id)


def payments_go_their_way_in_order(case: Case) -> Iterator[Finding]:
    """The contract, what is delivered, its approval and the payment follow each other; a claim is paid after it is made."""
    contract = case.dossier.contract
    for payment in case.dossier.payments:
        approved, paid = (payment.approval.date, ("approval", "date")), (payment.paid_on, ("paid_on",))
        claimed = (payment.claimed_on, ("claimed_on",))
        pairs: list[tuple[str, JalaliDate | Unknown, str, tuple[JalaliDate | Unknown, FieldPath]]] = [
            ("تحویل خروجی", payment.delivered_on, "تأیید ناظر", approved),
            ("تأیید ناظر", payment.approval.date, "پرداخت", paid),
            ("صورت‌وضعیت", payment.claimed_on, "پرداخت", paid),
        ]
        if contract:
            pairs.insert(0, ("قرارداد", contract.date, "صورت‌وضعیت", claimed))
        for before, first, after, (second, path) in pairs:
            if not isinstance(first, Unknown) and not isinstance(second, Unknown) and second < first:
                values = {"before": before, "first": str(first), "after": after, "second": str(second)}
                yield case.finding("payment-out-of-order", _key(payment), path, **values)


def what_is_paid_was_approved(case: Case) -> Iterator[Finding]:
    """A payment rests on the supervisor's approval; of an instalment with open defects it is only warned."""
    for payment in case.dossier.payments:
        if not payment.paid:
            continue
        if isinstance(payment.approval.number, Unknown) or isinstance(payment.approval.date, Unknown):
            yield case.finding("paid-unapproved", _key(payment), ("approval",))
        for at, defect in enumerate(payment.approval.defects):
            if defect.mended_on is None:
                path = ("approval", "defects", at, "title")
                yield case.finding("paid-with-defects", _key(payment), path, title=defect.title)


def the_last_instalment_waits_for_the_clearance(case: Case) -> Iterator[Finding]:
    """«آخرین قسط» is not paid before the social security organisation clears the contract (article 38 of its law)."""
    for payment, statement in _statements(case):
        given = payment.clearance
        if statement.last and payment.paid and (given is None or isinstance(given.number, Unknown)):
            yield case.finding("paid-without-clearance", _key(payment), ("clearance",) if given else ("paid_on",))


def invoices_are_given_where_they_are_owed(case: Case) -> Iterator[Finding]:
    """Where the contract asks for electronic invoices, a payment without one will not pass an audit."""
    contract = case.dossier.contract
    if contract is None or isinstance(contract.e_invoice, Unknown) or not contract.e_invoice:
        return
    for payment in case.dossier.payments:
        if payment.paid and isinstance(payment.invoice, Unknown):
            yield case.finding("paid-without-invoice", _key(payment), ("paid_on",))


def no_more_is_approved_than_the_instalment(case: Case) -> Iterator[Finding]:
    """More than the contract says needs an amendment; shares that make no whole are reported as such."""
    for payment, statement in _statements(case):
        approved, owed = payment.approval.amount, statement.instalment.amount
        whole = case.dossier.contract is not None and case.dossier.contract.share_total == WHOLE
        if whole and approved is not None and not isinstance(owed, Unknown) and approved > owed:
            values = {"approved": group(approved), "owed": group(owed)}
            yield case.finding("approved-above-instalment", _key(payment), ("approval", "amount"), **values)


def the_net_sum_is_what_was_paid(case: Case) -> Iterator[Finding]:
    """The sum of the order of payment is the approved sum less what is held back, at the rates of the day."""
    for payment, statement in _statements(case):
        stated, net = payment.stated_net, statement.net.this
        if stated is not None and not isinstance(net, Unknown) and stated != net:
            values = {"stated": group(stated), "net": group(net)}
            yield case.finding("net-differs", _key(payment), ("stated_net",), **values)


def rates_hold_on_the_day_of_a_payment(case: Case) -> Iterator[Finding]:
    """A legal deduction is that of the day; without a rate of that day the net sum cannot be reckoned."""
    legal = case.names.legal
    for payment in case.dossier.payments:
        day = payment.day
        if legal is None or isinstance(day, Unknown):
            continue
        for title, rate_id in HELD.values():
            intervals = legal.intervals(rate_id)
            if title not in payment.not_held and not any(rate.holds(day) for rate in intervals):
                path: FieldPath = ("claimed_on",) if isinstance(payment.paid_on, Unknown) else ("paid_on",)
                yield case.finding("payment-rate-missing", _key(payment), path, id=rate_id, title=title, date=str(day))


def the_advance_is_amortised_once(case: Case) -> Iterator[Finding]:
    """What is taken back of the advance is no more than was paid of it."""
    contract = case.dossier.contract
    if contract is None or isinstance(contract.advance_amount, Unknown):
        return
    for payment, statement in _statements(case):
        line = next(line for line in statement.lines if line.id == "amortised")
        if payment.amortised and not isinstance(line.to_date, Unknown) and line.to_date > contract.advance_amount:
            values = {"sum": group(line.to_date), "advance": group(contract.advance_amount)}
            yield case.finding("amortised-above-advance", _key(payment), ("amortised",), **values)


def penalties_are_due_and_below_their_ceiling(case: Case) -> Iterator[Finding]:
    """Lateness costs what the contract says, or somebody said why not; all of it stays below the contract's ceiling."""
    contract = case.dossier.contract
    for payment, statement in _statements(case):
        late = statement.days_late
        if not isinstance(late, Unknown) and late and payment.paid and not payment.penalty and not payment.penalty_reason:
            yield case.finding("late-without-penalty", _key(payment), ("delivered_on",), days=numeral(late))
        line = next(line for line in statement.lines if line.id == "penalty")
        of_all = contract is None or contract.delay_base == "مبلغ قرارداد"
        charged, most = line.to_date if of_all else payment.penalty, _most_penalty(contract, statement)
        if payment.penalty and most is not None and not isinstance(charged, Unknown) and charged > most:
            ceiling = contract.delay_ceiling if contract else None
            values = {"sum": group(charged), "most": group(most)}
            values |= {"ceiling": "" if ceiling is None or isinstance(ceiling, Unknown) else percent_text(ceiling)}
            yield case.finding("penalty-above-ceiling", _key(payment), ("penalty",), **values)


def _most_penalty(contract: Contract | None, statement: Statement) -> int | None:
    """Return the ceiling of all penalties, or of those of the one instalment, as the contract says."""
    if contract is None or isinstance(contract.delay_ceiling, Unknown):
        return None
    base = contract.amount_now if contract.delay_base == "مبلغ قرارداد" else statement.instalment.amount
    return None if isinstance(base, Unknown) else int(base * contract.delay_ceiling / 100)


def _key(payment: Payment) -> str:
    return f"payments/{payment.id}"


def _statements(case: Case) -> Iterator[tuple[Payment, Statement]]:
    for statement in _account(case).statements:
        yield statement.payment, statement


def _account(case: Case) -> Account:
    """Return the account of the contract; an empty one while the contract or the rates cannot be read."""
    contract, legal = case.dossier.contract, case.names.legal
    if contract is None or legal is None:
        return Account((), 0, 0, 0)
    return account(case.dossier, contract, legal)
