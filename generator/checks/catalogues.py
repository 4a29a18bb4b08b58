"""Rules over the catalogues: unique ids, the agencies of duties, and the parents of bodies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.fields import repeated_ids
from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import CATALOGUES, Catalogues, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.agencies import Agency
from generator.model.records.services import Service

FILES = tuple(name for name in CATALOGUES if name not in ("legal", "terms"))
"""The catalogues whose entries have ids of their own; the intervals of a legal rate or a term share one."""


def ids_stand_once(parts: Catalogues) -> Iterator[Finding]:
    """Ids are unique: a citation could not choose between two records of one id."""
    for name in FILES:
        record = getattr(parts, name)
        for path, entry_id in repeated_ids(record) if record else ():
            yield Finding("duplicate-id", f"{name}.yaml", path, {"id": entry_id})
    for agency in parts.agencies:
        for path, entry_id in repeated_ids(agency):
            yield Finding("duplicate-id", _key(agency), path, {"id": entry_id})


def services_stand_once(parts: Catalogues) -> Iterator[Finding]:
    """Ids of services are unique over all stages and steps, since services are cited by id alone."""
    seen: set[str] = set()
    for at, stage in enumerate(parts.services.stages if parts.services else ()):
        # A service twice in one list is reported by `ids_stand_once`.
        lists: list[tuple[FieldPath, tuple[Service, ...]]] = [(("stages", at), stage.services)]
        lists += [(("stages", at, "steps", step_at), step.services) for step_at, step in enumerate(stage.steps)]
        for path, services in lists:
            for service_at, service in enumerate(services):
                if service.id in seen:
                    where = (*path, "services", service_at, "id")
                    yield Finding("duplicate-id", "services.yaml", where, {"id": service.id})
            seen |= {service.id for service in services}


def recipients_stand_once(parts: Catalogues) -> Iterator[Finding]:
    """A recipient's id is the name of its letter's file, so two agencies cannot share it."""
    owners: dict[str, str] = {}
    for agency in parts.agencies:
        for at, recipient in enumerate(agency.recipients):
            owner = owners.setdefault(recipient.id, agency.id)
            if owner != agency.id:
                yield Finding("duplicate-id", _key(agency), ("recipients", at, "id"), {"id": recipient.id})


def duties_carry_their_agency(parts: Catalogues) -> Iterator[Finding]:
    """A duty is cited as `agency/number`, so its id begins with the id of the agency that has it."""
    for agency in parts.agencies:
        for at, duty in enumerate(agency.duties):
            if duty.id.split("/")[0] != agency.id:
                values = {"id": duty.id, "agency": agency.id}
                yield Finding("duty-id-of-other-agency", _key(agency), ("duties", at, "id"), values)


def duties_in_doubt_are_reported(parts: Catalogues) -> Iterator[Finding]:
    """Some published duties read like powers of another body (lines 305-308, 310, 313): who cites one should know."""
    for agency in parts.agencies:
        for at, duty in enumerate(agency.duties):
            if duty.needs_review:
                values = {"id": duty.id, "reason": " ".join(duty.needs_review.split()).rstrip(".")}
                yield Finding("duty-in-doubt", _key(agency), ("duties", at, "needs_review"), values)


def parents_exist(parts: Catalogues) -> Iterator[Finding]:
    """The diagram of bodies hangs each body under its parent."""
    bodies = parts.bodies.bodies if parts.bodies else ()
    known = {body.id: body.name for body in bodies}
    for at, body in enumerate(bodies):
        if not isinstance(body.parent, Unknown) and body.parent not in known:
            values = {"kind": KINDS["body"], "id": body.parent, "remedy": remedy_for(body.parent, known)}
            yield Finding("reference-unknown", "bodies.yaml", ("bodies", at, "parent"), values)


def _key(agency: Agency) -> str:
    return f"agencies/{agency.id}.yaml"
