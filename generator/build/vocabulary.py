"""The names that templates may use: fields and properties of records, read from the models, and a few methods.

A name is on the list when everything that it can lead to is text, a number, a date or a record of the list. So a path or any
other object never gets on it, and nothing of pydantic does.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.build.kinds import KindView
from generator.build.reads import ReadCatalogue
from generator.model.known import Record
from generator.model.records.action import ActionPlan
from generator.model.records.catalogue import Catalogue
from generator.model.records.community import Community
from generator.model.records.contacts import Contact
from generator.model.records.contract import Contract
from generator.model.records.legal import Legal
from generator.model.records.neighbourhood import Approvals
from generator.model.records.register import Register
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views.agreement import Agreement
from generator.model.views.asked import Asked
from generator.model.views.assessment import Assessment
from generator.model.views.budgets import Budgets
from generator.model.views.correspondence import Announced, Cited
from generator.model.views.duties import AgencyCoverage
from generator.model.views.handing import Holdings
from generator.model.views.minutes import Minutes
from generator.model.views.overdue import Reminder
from generator.model.views.participation import Participation
from generator.model.views.parts import Part
from generator.model.views.payers import Payers
from generator.model.views.payments import Account
from generator.model.views.progress import ProgressReport
from generator.model.views.quarterly import QuarterReport, SentReport
from generator.model.views.residents import Residents
from generator.model.views.schedule import Schedule
from generator.model.views.sheets import ActionSheet
from generator.model.views.states import Standing
from generator.tree.nodes import Registration

TypeNames = Mapping[str, Mapping[str, tuple[type, ...]] | None]
"""The names of one type: None for a value, for a method its parameters with their types."""

ROOTS: tuple[type, ...] = (
    KindView, Catalogue, Dossier, ProvinceDossier, Budgets, AgencyCoverage, Schedule, ProgressReport,
    Account, Agreement, Assessment, Holdings, Minutes, QuarterReport, Payers, Part, ActionSheet, Asked, Participation,
    Residents, Standing, Announced, Cited, Reminder, SentReport, Register, Registration,
)  # fmt: skip
"""The types of what a template sees by name; every other type on the list is reached from these."""

METHODS: Mapping[type, tuple[str, ...]] = {
    Account: ("of",),
    ActionPlan: ("action", "of_recipient"),
    Approvals: ("about", "approval"),
    Catalogue: ("agency", "body", "contact", "duty", "organisation", "owner", "said", "statement", "term"),
    Community: ("group", "partner"),
    Contact: ("holder", "salutation"),
    Contract: ("securities", "supplementary"),
    Legal: ("in_force", "rate"),
    Register: ("about", "final", "is_void", "last", "office", "signed", "state", "versions"),
}
"""The methods that templates call: each looks something up or adds it up, and changes nothing."""

_PLAIN = (str, int, float, bool, Decimal, type(None))
_HOLDING = (tuple, list, dict)


@cache
def vocabulary() -> Mapping[type, TypeNames]:
    """Return the names that a template may use, by the type that they belong to."""
    found: dict[type, dict[str, object]] = {}
    waiting = [*ROOTS]
    while waiting:
        record = waiting.pop()
        if record in found:
            continue
        found[record] = named = {name: hint for name, hint in _hints(record) if _printable(hint)}
        waiting += [kind for hint in named.values() for kind in _kinds(hint) if kind not in _PLAIN]
        waiting += [kind for _, hint, _ in _methods(record) for kind in _kinds(hint) if kind not in _PLAIN]
    names = {record: {**dict.fromkeys(named), **_parameters(record)} for record, named in found.items()}
    return names | {ReadCatalogue: names[Catalogue]}


def _hints(record: type) -> Iterator[tuple[str, object]]:
    """Yield the fields and own properties of a record with their types."""
    if issubclass(record, BaseModel):
        hidden = record.unprinted if issubclass(record, Record) else ()
        yield from ((name, field.annotation) for name, field in record.model_fields.items() if name not in hidden)
    elif dataclasses.is_dataclass(record):
        hints = get_type_hints(record, include_extras=True)
        yield from ((field.name, hints[field.name]) for field in dataclasses.fields(record))
    else:
        yield from get_type_hints(record, include_extras=True).items()
    for owner in record.__mro__:
        if owner.__module__.startswith("generator."):
            for name, member in vars(owner).items():
                if isinstance(member, property) and not name.startswith("_"):
                    yield name, get_type_hints(member.fget, include_extras=True).get("return", Any)


def _methods(record: type) -> Iterator[tuple[str, object, dict[str, tuple[type, ...]]]]:
    """Yield the listed methods of a record: name, type of the result, types of the parameters."""
    for name in METHODS.get(record, ()):
        method = getattr(record, name)
        hints = get_type_hints(method, include_extras=True)
        parameters = [each for each in inspect.signature(method).parameters if each != "self"]
        yield name, hints["return"], {each: tuple(_kinds(hints[each])) for each in parameters}


def _parameters(record: type) -> dict[str, Mapping[str, tuple[type, ...]]]:
    return {name: parameters for name, _, parameters in _methods(record)}


def _kinds(hint: object) -> Iterator[type]:
    """Yield the types inside a hint: those of a union, of the members of a list, of the values of a closed list."""
    origin = get_origin(hint)
    if origin is Literal:
        yield from (type(value) for value in get_args(hint))
    elif origin is Annotated:
        yield from _kinds(get_args(hint)[0])
    elif origin in (Union, types.UnionType) or origin in _HOLDING:
        yield from (kind for part in get_args(hint) if part is not Ellipsis for kind in _kinds(part))
    else:
        yield hint if isinstance(hint, type) else object


def _printable(hint: object) -> bool:
    """Return whether all that a hint can be is text, a number, a date or a record."""
    return all(kind in _PLAIN or _is_record(kind) for kind in _kinds(hint))


def _is_record(kind: type) -> bool:
    own = kind.__module__.startswith("generator.")
    return own and (issubclass(kind, BaseModel) or dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"))
