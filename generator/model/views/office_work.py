"""The work of an office in a half-year: who was there against the contract, what was delivered by its day, what was paid."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.catalogue import Catalogue
from generator.model.records.contract import Contract
from generator.model.records.contract_parts import StaffLine
from generator.model.records.contract_sums import Owed, due_in
from generator.model.records.evaluation import Evaluation
from generator.model.records.evaluation_parts import StaffPresent
from generator.model.records.workspace import Dossier
from generator.model.views import payments
from generator.persian import Half, JalaliDate


class StaffStanding(NamedTuple):
    """A line of the contract's staff with how many were there on average (None when nobody counted), and a remark."""

    line: StaffLine
    present: Decimal | None
    note: str

    @property
    def missing(self) -> Decimal | None:
        """How many fewer were there than the contract asks for."""
        return None if self.present is None else max(Decimal(self.line.people) - self.present, Decimal(0))


class Output(NamedTuple):
    """What an instalment is paid for: its day, and when it was delivered, how many days late, and when it was paid.

    What is in no record of a payment is unknown; `delivered` says whether it is there.
    """

    owed: Owed
    due: JalaliDate | Unknown
    delivered_on: JalaliDate | Unknown
    days_late: int | Unknown
    paid_on: JalaliDate | Unknown

    @property
    def delivered(self) -> bool:
        """Whether the day of its delivery is recorded."""
        return not isinstance(self.delivered_on, Unknown)


class OfficeStanding(NamedTuple):
    """The office at the end of a half-year: `outputs` are those due until then, `activities` those of the half-year.

    The staff and the end of the contract (`ends`) are those of the amendments until then; `beyond` is whether the half-year
    reaches past that end.
    """

    staff: tuple[StaffStanding, ...]
    outputs: tuple[Output, ...]
    activities: int
    participants: int
    ends: JalaliDate | Unknown
    beyond: bool

    @property
    def counted(self) -> bool:
        """Whether anybody counted who was there."""
        return any(each.present is not None for each in self.staff)

    @property
    def delivered(self) -> int:
        """How many outputs are recorded as delivered."""
        return sum(output.delivered for output in self.outputs)

    @property
    def late(self) -> int:
        """How many of them came after their day."""
        return sum(isinstance(output.days_late, int) and output.days_late > 0 for output in self.outputs)


def work(dossier: Dossier, evaluation: Evaluation, catalogue: Catalogue) -> OfficeStanding | None:
    """Return the work of the office in the half-year of an evaluation; None without a contract."""
    contract, period = dossier.contract, evaluation.period
    if contract is None:
        return None
    contract = _as_of(contract, period)
    counted = {each.line: each for each in evaluation.office.presence}
    staff = [
        StaffStanding(line, counted[line.id].present if line.id in counted else None, _note(counted, line.id))
        for line in contract.staff_now
    ]
    activities = dossier.activities.activities if dossier.activities else ()
    held = [each for each in activities if not isinstance(each.date, Unknown) and period.start <= each.date <= period.end]
    return OfficeStanding(
        tuple(staff),
        tuple(_outputs(dossier, contract, catalogue, period)),
        activities=len(held),
        participants=sum(each.participants for each in held if isinstance(each.participants, int)),
        ends=contract.end_now,
        beyond=not isinstance(contract.end_now, Unknown) and contract.end_now < period.end,
    )


def _as_of(contract: Contract, period: Half) -> Contract:
    """Return a contract without the amendments that were made after a half-year; one without a day is not made yet."""
    made = [each for each in contract.amendments if not isinstance(each.date, Unknown) and each.date <= period.end]
    return contract.model_copy(update={"amendments": tuple(made)})


def _note(counted: dict[str, StaffPresent], line: str) -> str:
    return counted[line].note if line in counted else ""


def _outputs(dossier: Dossier, contract: Contract, catalogue: Catalogue, period: Half) -> list[Output]:
    start = payments.origin(dossier, contract)
    known = {each.payment.instalment: each for each in payments.account(dossier, contract, catalogue.legal).statements}
    found: list[Output] = []
    for owed in contract.payments_now:
        due, statement = due_in(start, owed.instalment.month), known.get(owed.instalment.id)
        if not isinstance(due, Unknown) and due > period.end:
            continue
        delivered = _by(statement.payment.delivered_on, period) if statement else Unknown(prompt="تاریخ تحویل خروجی")
        paid = _by(statement.payment.paid_on, period) if statement else Unknown(prompt="تاریخ پرداخت")
        late = statement.days_late if statement and not isinstance(delivered, Unknown) else Unknown(prompt="روزهای تأخیر")
        found.append(Output(owed, due, delivered, late, paid))
    return found


def _by(day: JalaliDate | Unknown, period: Half) -> JalaliDate | Unknown:
    """Return a day as it was known at the end of a half-year: what came later was not there yet."""
    return Unknown(prompt="تا پایان دوره") if not isinstance(day, Unknown) and day > period.end else day
