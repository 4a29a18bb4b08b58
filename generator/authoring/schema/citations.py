"""The fields that cite a record of the catalogues, and what an editor offers for them.

Ids of a neighbourhood's own records (needs, groups, actions, approvals) are not offered: a schema is one for all
neighbourhoods. `sanad check` holds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from generator.authoring.schema.messages import of_values, with_messages
from generator.model import citations
from generator.model.fields import Id
from generator.model.records.catalogue import Catalogue
from generator.persian import quotable

_OFFERED = frozenset(
    {"agency", "recipient", "duty", "duty-part", "service", "goal", "zone", "body", "rate", "operator"}
    | {"contact", "statement", "priority-indicator"}
)

CITES = {field: kinds for field, kinds in citations.CITES.items() if _OFFERED.issuperset(kinds)}
"""Model and field -> the kinds of record of the catalogues that it may name."""


_MOST_TITLED = 20
"""Ids that a message names with their texts; of more than these the ids alone."""


def definition(kinds: tuple[str, ...], catalogue: Catalogue) -> dict[str, Any]:
    """Return the ids of these kinds, each with the text that an editor shows for it; any id while there are none."""
    known = {id_: text for kind in kinds for id_, text in named(kind, catalogue)}
    if not known:
        return with_messages(TypeAdapter(Id).json_schema(), "شناسه")
    texts = list(known.values())
    offered = {"type": "string", "enum": list(known), "enumDescriptions": texts, "markdownEnumDescriptions": texts}
    titles = {id_: quotable(text) if len(known) <= _MOST_TITLED else "" for id_, text in known.items()}
    return offered | {"errorMessage": of_values(titles)}


def named(kind: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the ids of a kind of record of the catalogues, each with its text."""
    match kind:
        case "agency":
            yield from ((agency.id, agency.name) for agency in catalogue.agencies)
        case "duty":
            yield from ((duty.id, duty.clean) for agency in catalogue.agencies for duty in agency.duties)
        case "recipient":
            yield from ((each.id, each.name) for agency in catalogue.agencies for each in agency.recipients)
        case "duty-part":
            yield from ((part.id, part.quote) for agency in catalogue.agencies for duty in agency.duties for part in duty.parts)
        case "service":
            yield from ((service.id, service.clean) for service in catalogue.services.every_service)
        case "goal":
            yield from ((goal.id, goal.clean) for goal in catalogue.programme.goals)
        case "zone":
            yield from ((zone.id, zone.name) for zone in catalogue.zones.zones)
        case "body":
            yield from ((body.id, body.name) for body in catalogue.bodies.bodies)
        case "rate":
            yield from ((rate.id, rate.title) for rate in catalogue.legal.rates)
        case "operator":
            yield from ((operator.id, str(operator.name or "")) for operator in catalogue.operators.operators)
        case "recipient":
            yield from ((each.id, each.name) for agency in catalogue.agencies for each in agency.recipients)
        case "contact":
            yield from ((each.id, each.post) for each in catalogue.contacts.contacts)
        case "statement":
            yield from ((each.id, each.question) for each in catalogue.statements.statements)
        case "priority-indicator":
            yield from ((each.id, each.title) for each in catalogue.indicators.indicators)
        case _:
            raise KeyError(kind)
