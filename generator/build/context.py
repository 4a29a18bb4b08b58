"""The names that a template sees of a subject: its records, and what the views reckon from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.markup.templating import Deferred
from generator.model.records.action import Action, ActionPlan
from generator.model.records.agencies import Recipient
from generator.model.records.amendment import Amendment
from generator.model.records.approving import shown
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.letters import REMINDER, Letter
from generator.model.records.meeting import Meeting
from generator.model.records.neighbourhood import Sampled
from generator.model.records.payment import Payment
from generator.model.records.quarterly import ProvinceQuarter
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views import (
    agreement,
    asked,
    assessment,
    budgets,
    correspondence,
    duties,
    handing,
    overdue,
    participation,
    payers,
    payments,
    progress,
    quarterly,
    residents,
    schedule,
    sheets,
)
from generator.model.views.minutes import minutes_of
from generator.model.views.parts import divide

if TYPE_CHECKING:
    from generator.build.subjects import Subject


def related(subject: Subject) -> dict[str, object]:
    """Return what belongs to the record that a subject is about.

    Of an action its agency, of a recipient its part in the plan, of an evaluation what it compares, of a payment its account,
    of an amendment what it changes, of a letter what it means.
    """
    names: dict[str, object] = {}
    for _, part in subject.parts:
        names |= _of_part(subject, part)
    return names


def _of_part(subject: Subject, part: BaseModel) -> dict[str, object]:
    dossier, catalogue = subject.dossier, subject.catalogue
    contract, plan = (dossier.contract, dossier.plan) if dossier else (None, None)
    match part:
        case Action():
            return {"agency": Deferred(lambda: catalogue.agency(part.lead))}
        case Payment() if dossier and contract:
            return {"statement": Deferred(lambda: payments.account(dossier, contract, catalogue.legal).find(part.id))}
        case Amendment() if contract:
            return {"amended": next(each for each in contract.amended if each.amendment.id == part.id)}
        case Recipient() if plan:
            parts = Deferred(lambda: next(each for each in divide(plan, catalogue) if each.recipient.id == part.id))
            return {"part": parts}
        case ProvinceQuarter() if subject.province:
            province, dossiers = subject.province, subject.dossiers
            return {"report": Deferred(lambda: quarterly.report(part, province, dossiers, catalogue))}
        case Meeting():
            held = dossier or subject.province
            return {"minutes": Deferred(lambda: minutes_of(part, held.meetings if held else (part,)))}
        case Evaluation() if dossier:
            return _of_evaluation(dossier, part, catalogue)
        case Letter():
            return _of_letter(subject, part)
        case _:
            return {}


def _of_letter(subject: Subject, letter: Letter) -> dict[str, object]:
    dossier, catalogue = subject.dossier, subject.catalogue
    province = subject.province or ProvinceDossier()
    letters = dossier.letters if dossier else province.letters
    meetings = dossier.meetings if dossier else correspondence.meetings_of(province, subject.dossiers)
    names: dict[str, object] = {
        "addressees": Deferred(lambda: correspondence.addressees(letter, catalogue)),
        "cited": Deferred(lambda: correspondence.cited(letter, letters)),
        "announced": Deferred(lambda: correspondence.announced(letter, meetings)),
        "invited": Deferred(lambda: correspondence.invited(letter, meetings)),
        "overdue": Deferred(lambda: overdue.remind(letter, province, subject.dossiers, catalogue)),
        "sent": Deferred(lambda: quarterly.sent(letter, province, subject.dossiers, catalogue)),
    }
    if dossier is not None and (plan := dossier.plan) is not None:
        names["notified"] = Deferred(lambda: correspondence.notified(letter, plan, catalogue))
    return names


def bearing(subject: Subject) -> Iterator[Sampled]:
    """Yield the records whose classification a document bears: all that it holds, of a provincial letter those that it prints.

    Such a letter is looked for in all meetings and letters, and must not be secret because another one is.
    """
    letter, province = subject.parts[-1][1] if subject.parts else None, subject.province
    if province is None or not isinstance(letter, Letter):
        yield from (record for held in subject.held for record in held.records())
        return
    yield letter
    meetings = correspondence.meetings_of(province, subject.dossiers)
    yield from (each for each in province.letters if each.id in {cited.letter for cited in letter.references})
    yield from (each.meeting for each in correspondence.announced(letter, meetings))
    for quarter in (each for each in province.quarters if each.letter == letter.id):
        yield quarter
        yield from (each for dossier in subject.dossiers for each in dossier.quarters if each.period == quarter.period)
    if (invited := correspondence.invited(letter, meetings)) is not None:
        yield invited
    found = overdue.remind(letter, province, subject.dossiers, subject.catalogue) if letter.kind == REMINDER else None
    yield from (row.record for row in (*found.rows, *found.waiting) if row.record) if found else ()


def _of_evaluation(dossier: Dossier, evaluation: Evaluation, catalogue: Catalogue) -> dict[str, object]:
    previous = dossier.previous(evaluation)
    compared = cache(lambda: progress.compare(dossier, evaluation, previous, catalogue))
    return {
        "previous": previous,
        "progress": Deferred(compared),
        "assessment": Deferred(lambda: assessment.assess(dossier, evaluation, compared(), catalogue)),
    }


def of_dossier(subject: Subject) -> dict[str, object]:
    """Return the records of a subject's neighbourhood by their names, and what is reckoned from them."""
    dossier, catalogue = subject.dossier, subject.catalogue
    if dossier is None:
        return {}
    names: dict[str, object] = {
        "dossier": dossier.seen(subject.kind.records),
        "neighbourhood": dossier.neighbourhood,
        "zone": Deferred(lambda: catalogue.zone(dossier.neighbourhood.zone)),
        "contract": dossier.contract,
        "office": dossier.office,
        "plan": dossier.plan,
    }
    if subject.kind.approvals:
        names["approvals"] = shown(dossier.approvals, subject.kind.approvals)
    if "handovers" in subject.kind.records:
        names["holdings"] = Deferred(lambda: handing.holdings(dossier))
    if (contract := dossier.contract) is not None:
        names["account"] = Deferred(lambda: payments.account(dossier, contract, catalogue.legal))
        names["agreement"] = Deferred(lambda: agreement.agreed(dossier, contract, catalogue.legal))
    if dossier.plan is not None:
        names |= _of_plan(dossier, dossier.plan, catalogue)
    return names


def _of_plan(dossier: Dossier, plan: ActionPlan, catalogue: Catalogue) -> dict[str, object]:
    participatory = dossier.participatory
    return {
        "budgets": Deferred(lambda: budgets.summarise(plan, catalogue)),
        "duties": Deferred(lambda: duties.coverage(plan, catalogue)),
        "schedule": Deferred(lambda: schedule.chart(plan)),
        "payers": Deferred(lambda: payers.name(plan, catalogue)),
        "parts": Deferred(lambda: divide(plan, catalogue)),
        "sheets": Deferred(lambda: sheets.lay_out(plan, catalogue)),
        "asked": Deferred(lambda: asked.ask(dossier, plan, catalogue)),
        "residents": Deferred(lambda: residents.survey(plan, catalogue)),
        "participation": Deferred(
            lambda: participation.links(dossier, plan, participatory, catalogue) if participatory is not None else None
        ),
    }
