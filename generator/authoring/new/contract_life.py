"""What new records of the life of a contract begin with: a payment, a handover."""

from __future__ import annotations

from generator import persian
from generator.authoring.new.skeleton import Given
from generator.model.records.handover import END, START
from generator.model.records.workspace import Dossier
from generator.model.views.handing import holdings
from generator.model.views.payments import unpaid


def payment(dossier: Dossier, new_id: str) -> Given:
    """Return the first instalment that is not yet paid."""
    left = unpaid(dossier, dossier.contract) if dossier.contract else ()
    return {"id": new_id} | ({"instalment": left[0].instalment.id} if left else {})


def handover(dossier: Dossier, new_id: str) -> Given:
    """Return the two parties, and the staff of the contract at the start of work; at its end what the operator holds."""
    attendance = [
        {"id": "employer", "side": "کارفرما", "post": "… سمت نمایندهٔ کارفرما را بنویسید"},
        {"id": "operator", "side": "مجری", "post": "… سمت نمایندهٔ مجری را بنویسید"},
    ]
    begun = any(each.purpose == START for each in dossier.handovers)
    given: dict[str, object] = {"id": new_id, "purpose": END if begun else START, "attendance": attendance}
    if begun:
        held = [each for each in holdings(dossier).goods if each.held > 0]
        goods = [{"id": each.goods.id, "title": each.goods.title, "count": persian.numeral(each.held)} for each in held]
        return given | {"goods": goods} if goods else given
    staff = dossier.contract.staff_now if dossier.contract else ()
    introduced = [{"line": line.id, "people": persian.numeral(line.people)} for line in staff]
    return given | {"staff": introduced} if introduced else given
