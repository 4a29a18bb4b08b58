"""Rules over handovers: when they are, who is there, and that what was given comes back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.handover import END, START, Handover
from generator.model.views.handing import holdings
from generator.persian import numeral

SIDES = ("کارفرما", "مجری")
"""The parties of a contract, who both sign a handover."""


def handovers_have_two_sides(case: Case) -> Iterator[Finding]:
    """What only one side signs binds nobody."""
    for handover in case.dossier.handovers:
        present = {each.side for each in handover.attendance}
        missing = [side for side in SIDES if side not in present]
        if missing:
            yield case.finding("handover-one-side", _key(handover), ("attendance",), side=" و ".join(missing))


def work_starts_after_the_contract(case: Case) -> Iterator[Finding]:
    """The start of work carries out a contract that is signed; the office opens with it or after it."""
    contract, office = case.dossier.contract, case.dossier.office
    for handover in case.dossier.handovers:
        day = handover.date
        if handover.purpose != START or isinstance(day, Unknown):
            continue
        if contract and not isinstance(contract.date, Unknown) and day < contract.date:
            values = {"date": str(day), "contract": str(contract.date)}
            yield case.finding("handover-before-contract", _key(handover), ("date",), **values)
        opened = office.opened_on if office else None
        # An office that opened before the contract or its term is reported there.
        begun = [each for each in (contract.date, contract.start) if not isinstance(each, Unknown)] if contract else []
        if opened and not isinstance(opened, Unknown) and max([opened, *begun]) == opened < day:
            values = {"date": str(day), "opened": str(opened)}
            yield case.finding("opened-before-handover", _key(handover), ("date",), **values)


def staff_of_the_contract_is_introduced(case: Case) -> Iterator[Finding]:
    """At the start the operator introduces all the staff that the contract asks for."""
    contract = case.dossier.contract
    for handover in case.dossier.handovers:
        if contract is None or handover.purpose != START or not handover.staff:
            continue
        introduced: dict[str, int] = {}
        for each in handover.staff:
            introduced[each.line] = introduced.get(each.line, 0) + each.people
        short = [line for line in contract.staff if introduced.get(line.id, 0) < line.people]
        if short:
            posts = "، ".join(
                f"«{line.post}» ({numeral(introduced.get(line.id, 0))} از {numeral(line.people)})" for line in short
            )
            yield case.finding("staff-short", _key(handover), ("staff",), posts=posts)


def property_comes_back(case: Case) -> Iterator[Finding]:
    """At the end the operator gives back what he was given (article on his duties of the contract), and no more."""
    if "handovers" in case.unread:
        return
    for handover in case.dossier.handovers:
        if handover.purpose != END or isinstance(handover.date, Unknown):
            continue
        found = holdings(case.dossier).goods
        kept = [holding for holding in found if holding.held > 0]
        if kept:
            items = "، ".join(f"«{holding.goods.title}» ({numeral(holding.held)})" for holding in kept)
            yield case.finding("property-not-returned", _key(handover), ("goods",), items=items)
        places = {goods.id: at for at, goods in enumerate(handover.goods)}
        for holding in found:
            if holding.held < 0 and holding.goods.id in places:
                path = ("goods", places[holding.goods.id], "count")
                values = {"given": numeral(holding.given), "returned": numeral(holding.returned)}
                yield case.finding("property-returned-more", _key(handover), path, **values)


def data_is_handed_over_and_then_deleted(case: Case) -> Iterator[Finding]:
    """At the end the data goes to the employer, and only then are the operator's copies removed."""
    for handover in case.dossier.handovers:
        data = handover.data
        if data is None:
            if handover.purpose == END:
                yield case.finding("end-without-data", _key(handover), ("purpose",))
            continue
        handed, deleted = data.handed_on, data.deleted_on
        if not isinstance(handed, Unknown) and not isinstance(deleted, Unknown) and deleted < handed:
            values = {"handed": str(handed), "deleted": str(deleted)}
            yield case.finding("data-deleted-early", _key(handover), ("data", "deleted_on"), **values)


def _key(handover: Handover) -> str:
    return f"handovers/{handover.id}"
