"""The letters by which a plan is made known: one for each recipient of whom it asks something and who has none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authoring.new.fillings import Filling
from generator.authoring.new.skeleton import Given
from generator.model.records.action import ActionPlan
from generator.model.records.catalogue import Catalogue
from generator.model.records.letters import NOTIFICATION
from generator.model.records.workspace import Dossier
from generator.model.views import correspondence
from generator.model.views.parts import Part, divide
from generator.persian import to_western

_PLAN = "برنامه اقدام"
"""The matter of the approval by which a plan is made known."""


def of_plan(dossier: Dossier, plan: ActionPlan, catalogue: Catalogue) -> Iterator[tuple[str, Filling]]:
    """Yield the id of each letter that is lacking, and what it begins with; number and date are given when it is sent."""
    letters = [letter for letter in dossier.letters if letter.kind == NOTIFICATION]
    done = {part.recipient.id for letter in letters for part in correspondence.notified(letter, plan, catalogue)}
    heading = (
        f"ابلاغ برنامهٔ اقدام مشترک محلهٔ {dossier.neighbourhood.name} به یک گیرنده. "
        "شماره و تاریخ هنگام فرستادن نوشته می‌شود؛ سهم گیرنده از خود برنامه خوانده می‌شود."
    )
    edition = "".join(f"{each}-" for each in re.findall("[a-z0-9]+", to_western(str(plan.version)).lower()))
    for part in divide(plan, catalogue):
        if part.is_asked and part.recipient.id not in done:
            letter = f"{dossier.id}-notify-{edition}{part.recipient.id}"[:64].rstrip("-")
            yield letter, Filling(heading, {"id": letter, **_said(dossier, part, catalogue)})


def _said(dossier: Dossier, part: Part, catalogue: Catalogue) -> Given:
    contacts = [each for each in catalogue.contacts.contacts if each.of in (part.recipient.id, part.agency.id)]
    contact = next((each for each in contacts if each.of == part.recipient.id), contacts[0] if contacts else None)
    approvals = dossier.approvals.approvals if dossier.approvals else ()
    decisions = [each.decision for each in approvals if each.about == _PLAN and each.decision]
    said: dict[str, object] = {
        "neighbourhoods": [dossier.id],
        "direction": "صادره",
        "kind": NOTIFICATION,
        "subject": f"ابلاغ برنامهٔ اقدام مشترک محلهٔ {dossier.neighbourhood.name}",
        "sender": catalogue.secretariat.name,
        "recipient": contact.addressed_as if contact else part.recipient.name,
        "agency": part.agency.id,
    }
    said |= {"recipients": [contact.id]} if contact else {}
    return said | ({"decisions": decisions[-1:]} if decisions else {})
