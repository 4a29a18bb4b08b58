"""Where a neighbourhood stands in the programme: each state is reached when a record proves it, none is stored.

The states are those of the source's stages in its order (lines 155-159, 169-189, 258-273, 286-287). The source leaves open
whether the agencies' programmes are reviewed before or after the contract, so a state does not need the one before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.letters import NOTIFICATION
from generator.model.records.meeting import REVIEW
from generator.model.records.workspace import Dossier
from generator.model.views.delivered import delivered

Path = tuple[str | int, ...]


class Proof(NamedTuple):
    """The fact that proves a state: a record of the dossier (`contract`, `meetings/review`) and the path of a field in it."""

    record: str
    path: Path = ()


class State(NamedTuple):
    """A state by its number in the programme (`S0` … `S16`) and its Persian name."""

    id: str
    title: str


class Reached(NamedTuple):
    """A state that a neighbourhood has reached, and what proves it."""

    state: State
    proof: Proof


def history(dossier: Dossier) -> tuple[Reached, ...]:
    """Every state that the dossier proves, in the programme's order; the first, `S0`, always is."""
    found = ((state, proves(dossier)) for state, proves in _STATES)
    return tuple(Reached(state, proof) for state, proof in found if proof is not None)


def of(dossier: Dossier) -> Reached:
    """The furthest state of the programme that the dossier proves."""
    return history(dossier)[-1]


def skipped(dossier: Dossier) -> tuple[State, ...]:
    """The states before the furthest that nothing proves: what is still owed, or was never recorded."""
    reached = {entry.state for entry in history(dossier)}
    states = [state for state, _ in _STATES]
    return tuple(state for state in states[: states.index(of(dossier).state)] if state not in reached)


def _record(name: str) -> Callable[[Dossier], Proof | None]:
    return lambda dossier: Proof(name) if getattr(dossier, name) is not None else None


def _call(dossier: Dossier) -> Proof | None:
    call = dossier.call
    return Proof("call", ("published_on",)) if call and not isinstance(call.published_on, Unknown) else None


def _contract(dossier: Dossier) -> Proof | None:
    """A contract is concluded when it has a date; its draft is no state."""
    contract = dossier.contract
    return Proof("contract", ("date",)) if contract and not isinstance(contract.date, Unknown) else None


def _office(dossier: Dossier) -> Proof | None:
    office = dossier.office
    return Proof("office", ("opened_on",)) if office and not isinstance(office.opened_on, Unknown) else None


def _review(dossier: Dossier) -> Proof | None:
    for meeting in dossier.meetings:
        if meeting.purpose == REVIEW and not isinstance(meeting.date, Unknown):
            return Proof(f"meetings/{meeting.id}", ("date",))
    return None


def _approved(about: str) -> Callable[[Dossier], Proof | None]:
    def proves(dossier: Dossier) -> Proof | None:
        for at, approval in enumerate(dossier.approvals.approvals if dossier.approvals else ()):
            if approval.about == about and approval.issued:
                return Proof("approvals", ("approvals", at, "date"))
        return None

    return proves


def _notified(dossier: Dossier) -> Proof | None:
    for at, letter in enumerate(dossier.letters.letters if dossier.letters else ()):
        if letter.kind == NOTIFICATION and not isinstance(letter.date, Unknown):
            return Proof("letters", ("letters", at, "date"))
    return None


def _running(dossier: Dossier) -> Proof | None:
    for evaluation in filter(delivered, dossier.evaluations):
        for at, line in enumerate(evaluation.progress):
            if line.actual > 0:
                return Proof(f"evaluations/{evaluation.id}", ("progress", at, "actual"))
    for quarter in filter(delivered, dossier.quarters):
        for at, note in enumerate(quarter.actions):
            if note.actual:
                return Proof(f"quarters/{quarter.id}", ("actions", at, "actual"))
    return None


def _latest(series: str) -> Callable[[Dossier], Proof | None]:
    def proves(dossier: Dossier) -> Proof | None:
        entries = [entry for entry in getattr(dossier, series) if delivered(entry)]
        return Proof(f"{series}/{entries[-1].id}") if entries else None

    return proves


_STATES: tuple[tuple[State, Callable[[Dossier], Proof | None]], ...] = (
    (State("S0", "شناسایی‌شده"), _record("neighbourhood")),
    (State("S1", "شناسنامه تهیه‌شده"), _record("profile")),
    (State("S2", "اولویت‌بندی‌شده"), _record("priority")),
    (State("S3", "فراخوان‌شده"), _call),
    (State("S4", "دارای قرارداد"), _contract),
    (State("S5", "دارای دفتر فعال"), _office),
    (State("S6", "برنامه‌های دستگاه‌ها بررسی‌شده"), _review),
    (State("S7", "شناسنامهٔ نیازها تهیه‌شده"), _record("needs")),
    (State("S8", "نیازها مصوب کمیتهٔ راهبردی"), _approved("شناسنامه نیازها")),
    (State("S9", "برنامهٔ اقدام مشترک تدوین‌شده"), _record("plan")),
    (State("S10", "برنامه مصوب ستاد"), _approved("برنامه اقدام")),
    (State("S11", "ابلاغ‌شده به دستگاه‌ها"), _notified),
    (State("S12", "سند مشارکتی تدوین‌شده"), _record("participatory")),
    (State("S13", "در حال اجرا"), _running),
    (State("S14", "دارای گزارش سه‌ماهه"), _latest("quarters")),
    (State("S15", "ارزیابی‌شده"), _latest("evaluations")),
    (State("S16", "دارای برنامهٔ یک‌ساله"), _latest("programmes")),
)
