"""The states of a neighbourhood in the programme: a record proves each, none is stored.

The states are those of the source's stages in its order (lines 155-159, 169-189, 258-273, 286-287). The source leaves open
whether the agencies' programmes are reviewed before or after the contract, so a state does not need the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.joining import source
from generator.model.records.letters import NOTIFICATION
from generator.model.records.meeting import REVIEW
from generator.model.records.neighbourhood import Approval
from generator.model.records.workspace import Dossier
from generator.model.views.delivered import delivered, written
from generator.persian import JalaliDate

Path = tuple[str | int, ...]


class Proof(NamedTuple):
    """The fact that proves a state: a record of the dossier (`contract`, `meetings/review`) and the path of a field in it."""

    record: str
    path: Path = ()


class State(NamedTuple):
    """A state by its number in the programme (`S0` … `S16`), its Persian name, and what proves it, in Persian.

    `body` is the id of the body whose step it is, where the source names one; empty where it is silent.
    """

    id: str
    title: str
    proven_by: str
    body: str = ""


class Reached(NamedTuple):
    """A state that a neighbourhood has reached, its proof, and of the transition the body, the number and the day, if known."""

    state: State
    proof: Proof
    body: str = ""
    number: str = ""
    date: JalaliDate | None = None


class Standing(NamedTuple):
    """How far a neighbourhood is: what it has reached, the furthest, and the first state that nothing proves (None: all
    are, or it was merged or closed and nothing comes next).

    `turn` is the id of the body whose step the next one is, empty where the source names none; `since` the day of the last
    transition that has one.
    """

    dossier: Dossier
    reached: tuple[Reached, ...]
    furthest: Reached
    next: State | None
    turn: str
    since: JalaliDate | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the states that it has reached."""
        return tuple(each.state.id for each in self.reached)


def _record(name: str) -> Callable[[Dossier], Proof | None]:
    def proves(dossier: Dossier) -> Proof | None:
        record = getattr(dossier, name)
        return Proof(name) if record is not None and written(record) else None

    return proves


def _prepared(name: str) -> Callable[[Dossier], Proof | None]:
    """Prove a record by the day on which it was prepared: of most neighbourhoods only a part of it is known."""

    def proves(dossier: Dossier) -> Proof | None:
        record = getattr(dossier, name)
        return Proof(name, ("prepared_on",)) if record is not None and delivered(record) else None

    return proves


def _call(dossier: Dossier) -> Proof | None:
    for call in dossier.calls:
        if not isinstance(call.published_on, Unknown):
            return Proof(f"calls/{call.id}", ("published_on",))
    return None


def _contract(dossier: Dossier) -> Proof | None:
    """Prove the contract by its date; a draft has none."""
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
                return Proof(*source(dossier, "approvals", ("approvals", at, "date")))
        return None

    return proves


def _notified(dossier: Dossier) -> Proof | None:
    """Prove the notification by its first letter; a later edition of the plan is notified again."""
    dated = [(str(letter.date), letter.id) for letter in dossier.letters if not isinstance(letter.date, Unknown)]
    issued = {letter.id for letter in dossier.letters if letter.kind == NOTIFICATION}
    first = min((each for each in dated if each[1] in issued), default=None)
    return Proof(f"letters/{first[1]}", ("date",)) if first else None


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
        return Proof(f"{series}/{entries[-1].id}", ("prepared_on",)) if entries else None

    return proves


_STATES: tuple[tuple[State, Callable[[Dossier], Proof | None]], ...] = (
    (State("S0", "شناسایی‌شده", "هویت محله"), _record("neighbourhood")),
    (State("S1", "شناسنامه تهیه‌شده", "شناسنامهٔ محله با تاریخ تهیه"), _prepared("profile")),
    (State("S2", "اولویت‌بندی‌شده", "اولویت محله"), _record("priority")),
    (State("S3", "فراخوان‌شده", "تاریخ انتشار فراخوان"), _call),
    (State("S4", "دارای قرارداد", "تاریخ قرارداد"), _contract),
    (State("S5", "دارای دفتر فعال", "تاریخ شروع به کار دفتر"), _office),
    (State("S6", "برنامه‌های دستگاه‌ها بررسی‌شده", "جلسهٔ بررسی برنامه‌های دستگاه‌ها با تاریخ", "working-group"), _review),
    (State("S7", "شناسنامهٔ نیازها تهیه‌شده", "شناسنامهٔ نیازها با تاریخ تهیه", "facilitation-office"), _prepared("needs")),
    (
        State("S8", "نیازها مصوب کمیتهٔ راهبردی", "مصوبهٔ شناسنامهٔ نیازها با شماره و تاریخ", "strategic-committee"),
        _approved("شناسنامه نیازها"),
    ),
    (State("S9", "برنامهٔ اقدام مشترک تدوین‌شده", "برنامهٔ اقدام مشترک", "county-committee"), _record("plan")),
    (State("S10", "برنامه مصوب ستاد", "مصوبهٔ برنامهٔ اقدام با شماره و تاریخ", "headquarters"), _approved("برنامه اقدام")),
    (State("S11", "ابلاغ‌شده به دستگاه‌ها", "نامهٔ ابلاغ با تاریخ"), _notified),
    (State("S12", "سند مشارکتی تدوین‌شده", "سند مشارکتی"), _record("participatory")),
    (State("S13", "در حال اجرا", "پیشرفت اقدامی در گزارش یا ارزیابی تحویل‌شده"), _running),
    (State("S14", "دارای گزارش سه‌ماهه", "گزارش سه‌ماههٔ تحویل‌شده", "secretariat"), _latest("quarters")),
    (State("S15", "ارزیابی‌شده", "ارزیابی تحویل‌شده", "evaluation-committee"), _latest("evaluations")),
    (State("S16", "دارای برنامهٔ یک‌ساله", "برنامهٔ یک‌سالهٔ تحویل‌شده", "evaluation-committee"), _latest("programmes")),
)

STATES = tuple(state for state, _ in _STATES)
"""The states in the order of the source."""

ORDER = tuple(state.id for state in STATES)
"""The ids of the states in the order of the source."""


def history(dossier: Dossier, order: Sequence[str] = ORDER) -> tuple[Reached, ...]:
    """List the states that the dossier proves; `order` has the ids of all states in their order."""
    found = ((state, proof(dossier)) for state, proof in _in_order(order))
    return tuple(Reached(state, proof, *_transition(dossier, state, proof)) for state, proof in found if proof is not None)


def furthest(dossier: Dossier, order: Sequence[str] = ORDER) -> Reached:
    """Return the last state that the dossier proves; `S0` is always proven."""
    return history(dossier, order)[-1]


def unproven(dossier: Dossier, order: Sequence[str] = ORDER) -> tuple[State, ...]:
    """List the states before the furthest that nothing proves: what is still owed, or was never recorded."""
    reached = history(dossier, order)
    states = [state for state, _ in _in_order(order)]
    before = states[: states.index(reached[-1].state)]
    return tuple(state for state in before if state not in {each.state for each in reached})


def standing(dossier: Dossier, order: Sequence[str] = ORDER) -> Standing:
    """Return how far a neighbourhood is, and whose turn it is."""
    reached = history(dossier, order)
    known = {each.state.id for each in reached}
    to_come = () if dossier.neighbourhood.ended else _in_order(order)
    following = next((state for state, _ in to_come if state.id not in known), None)
    days = [each.date for each in reached if each.date is not None]
    return Standing(dossier, reached, reached[-1], following, following.body if following else "", max(days, default=None))


_DAYS = ("date", "opened_on", "published_on", "prepared_on")
"""The fields that say on which day a record came about."""


def _transition(dossier: Dossier, state: State, proof: Proof) -> tuple[str, str, JalaliDate | None]:
    """Return the body, the number and the day of the transition that a proof shows."""
    record = _approval(dossier, proof) or _record_of(dossier, proof.record)
    days = (getattr(record, name, None) for name in _DAYS)
    day = next((each for each in days if isinstance(each, JalaliDate)), None)
    number = getattr(record, "number", None)
    body = getattr(record, "body", None) or state.body
    return str(body or ""), number if isinstance(number, str) else "", day


def _approval(dossier: Dossier, proof: Proof) -> Approval | None:
    """Return the approval that a proof leads to, which a meeting or a letter may have given."""
    for at, approval in enumerate(dossier.approvals.approvals if dossier.approvals else ()):
        if approval.issued and Proof(*source(dossier, "approvals", ("approvals", at, "date"))) == proof:
            return approval
    return None


def _record_of(dossier: Dossier, name: str) -> object:
    field, _, entry = name.partition("/")
    held = getattr(dossier, field)
    return next((each for each in held if each.id == entry), None) if entry else held


def _in_order(order: Sequence[str]) -> list[tuple[State, Callable[[Dossier], Proof | None]]]:
    return sorted(_STATES, key=lambda each: order.index(each[0].id))
