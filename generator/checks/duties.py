"""Rules over the duties of the agencies: what is said of a duty is said in its own words (V4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Catalogues, FieldPath, Finding
from generator.model.records.agencies import Agency, Duty
from generator.persian import quotable


def quotes_stand_in_their_duty(parts: Catalogues) -> Iterator[Finding]:
    """Priority, partners, credit and parts of a duty quote its text, so that nothing is read into the source (V4)."""
    for agency in parts.agencies:
        for at, duty in enumerate(agency.duties):
            clean = _plain(duty.clean)
            for path, quote in _quotes(duty):
                if _plain(quote) not in clean:
                    values = {"quote": quotable(quote), "id": duty.id}
                    yield Finding("quote-not-in-duty", _key(agency), ("duties", at, *path), values)


def parts_carry_their_duty(parts: Catalogues) -> Iterator[Finding]:
    """A part is cited as `duty/number`, so its id begins with the id of its duty."""
    for agency in parts.agencies:
        for at, duty in enumerate(agency.duties):
            for part_at, part in enumerate(duty.parts):
                if part.id.rpartition("/")[0] != duty.id:
                    path = ("duties", at, "parts", part_at, "id")
                    yield Finding("part-id-of-other-duty", _key(agency), path, {"id": part.id, "duty": duty.id})


def partners_of_duties_exist(parts: Catalogues) -> Iterator[Finding]:
    """Whom a duty names as a partner is an agency or a body of the catalogues."""
    if parts.bodies is None or parts.unread or not parts.agencies_listed:
        return
    known = {agency.id: agency.name for agency in parts.agencies} | {body.id: body.name for body in parts.bodies.bodies}
    for agency in parts.agencies:
        for at, duty in enumerate(agency.duties):
            for partner_at, partner in enumerate(duty.partners):
                if partner.owner is not None and partner.owner not in known:
                    kind = " یا ".join(KINDS[each] for each in ("agency", "body"))
                    values = {"kind": kind, "id": partner.owner, "remedy": remedy_for(partner.owner, known)}
                    yield Finding("reference-unknown", _key(agency), ("duties", at, "partners", partner_at, "owner"), values)


def _quotes(duty: Duty) -> Iterator[tuple[FieldPath, str]]:
    yield from (((name,), quote) for name in ("priority", "budget") if (quote := getattr(duty, name)))
    yield from ((("partners", at, "quote"), partner.quote) for at, partner in enumerate(duty.partners))
    yield from ((("parts", at, "quote"), part.quote) for at, part in enumerate(duty.parts))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _key(agency: Agency) -> str:
    return f"agencies/{agency.id}.yaml"
