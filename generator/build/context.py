"""The names that a template sees of a subject: its records, and what the views reckon from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.records.action import Action
from generator.model.records.agencies import Recipient
from generator.model.records.amendment import Amendment
from generator.model.records.approving import shown
from generator.model.records.evaluation import Evaluation
from generator.model.records.payment import Payment
from generator.model.views import (
    agreement,
    asked,
    assessment,
    budgets,
    duties,
    handing,
    participation,
    payers,
    payments,
    progress,
    residents,
    schedule,
    sheets,
)
from generator.model.views.parts import divide

if TYPE_CHECKING:
    from generator.build.subjects import Subject


def related(subject: Subject) -> dict[str, Any]:
    """Return what belongs to the record that a subject is about.

    Of an action its agency, of a recipient its part in the plan, of an evaluation what it compares, of a payment its account,
    of an amendment what it changes.
    """
    names: dict[str, Any] = {}
    contract = subject.dossier.contract if subject.dossier else None
    for _, part in subject.parts:
        if isinstance(part, Payment) and subject.dossier and contract:
            names["statement"] = payments.account(subject.dossier, contract, subject.catalogue.legal).find(part.id)
        if isinstance(part, Amendment) and contract:
            names["amended"] = next(each for each in contract.amended if each.amendment.id == part.id)
        if isinstance(part, Recipient) and subject.dossier and subject.dossier.plan:
            divided = divide(subject.dossier.plan, subject.catalogue)
            names["part"] = next(each for each in divided if each.recipient.id == part.id)
        if isinstance(part, Action):
            names["agency"] = subject.catalogue.agency(part.lead)
        if isinstance(part, Evaluation) and subject.dossier:
            names["previous"] = subject.dossier.previous(part)
            figures = progress.compare(subject.dossier, part, names["previous"], subject.catalogue)
            names["progress"] = figures
            names["assessment"] = assessment.assess(subject.dossier, part, figures, subject.catalogue)
    return names


def of_dossier(subject: Subject) -> dict[str, Any]:
    """Return the records of a subject's neighbourhood by their names, and what is reckoned from them."""
    dossier, catalogue = subject.dossier, subject.catalogue
    if dossier is None:
        return {}
    names: dict[str, Any] = {
        "dossier": dossier.seen(subject.kind.records),
        "neighbourhood": dossier.neighbourhood,
        "zone": catalogue.zone(dossier.neighbourhood.zone),
        "contract": dossier.contract,
        "office": dossier.office,
        "plan": dossier.plan,
    }
    if subject.kind.approvals:
        names["approvals"] = shown(dossier.approvals, subject.kind.approvals)
    if "handovers" in subject.kind.records:
        names["holdings"] = handing.holdings(dossier)
    if dossier.contract is not None:
        names["account"] = payments.account(dossier, dossier.contract, catalogue.legal)
        names["agreement"] = agreement.agreed(dossier, dossier.contract, catalogue.legal)
    if dossier.plan is not None:
        names["budgets"] = budgets.summarise(dossier.plan, catalogue)
        names["duties"] = duties.coverage(dossier.plan, catalogue)
        names["schedule"] = schedule.chart(dossier.plan)
        names["payers"] = payers.name(dossier.plan, catalogue)
        names["parts"] = divide(dossier.plan, catalogue)
        names["sheets"] = sheets.lay_out(dossier.plan, catalogue)
        names["asked"] = asked.ask(dossier, dossier.plan, catalogue)
        names["residents"] = residents.survey(dossier.plan, catalogue)
        if dossier.participatory is not None:
            names["participation"] = participation.links(dossier, dossier.plan, dossier.participatory, catalogue)
    return names
