"""What the documents of a kind are about: one document for each record of a list, of a neighbourhood or of the province.

`kind.yaml` says `subject: {each: meetings, of: province, where: {purpose: تصویب}}`, or a short form (`subject: action`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Code, Flag, one_of
from generator.model.known import Record, Unknown
from generator.model.paths import record_in, types_of
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.letters import Letter
from generator.model.records.meeting import Meeting
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.persian import fold, near_matches

AGENCIES = "agencies"
"""The first step of a path to agencies: of a neighbourhood those that its plan concerns, of the province all."""

ADDED_UP = frozenset({"payments", "handovers"})
"""The series whose entries are reckoned together: sums to date, and what the operator still holds."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")

Scope = Annotated[Literal["neighbourhood", "province"], one_of("neighbourhood", "province")]
Wanted = Annotated[tuple[Code, ...], BeforeValidator(lambda given: given if isinstance(given, (list, tuple)) else [given])]
"""One value, or any of several."""


class Form(BaseModel):
    """The form of a kind's subjects: the path of a list of records, whose they are, and which of them.

    Without `each` there is one document for each neighbourhood, or one of the province. In templates a record has the name
    `as`, else that of its class (`meeting`, `year_programme`). `where` names fields with the values that they must have. Of a
    neighbourhood that has `own` ones alone those are left out that the province keeps, which concern others too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    each: str = Field(default="", title="فهرست")
    of: Scope = Field(default="neighbourhood", title="محدوده")
    name: str = Field(default="", alias="as", title="نام در الگو")
    where: dict[str, Wanted] = Field(default_factory=dict, title="شرط")
    own: Flag = Field(default=False, title="فقط از خود محله")

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if isinstance(value, str):
            if value not in SHORT:
                raise PydanticCustomError("not-in-list", "{value}", {"value": value, "allowed": list(SHORT)})
            return dict(SHORT[value])
        return value

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Form:
        models = tuple(_chain(self.each, self.of)) if self.each else ()
        if self.name and not _NAME.fullmatch(self.name):
            raise PydanticCustomError("subject-name-malformed", "{value}", {"value": self.name})
        if not self.each and self.where:
            raise PydanticCustomError("subject-where-alone", "where")
        for field, wanted in self.where.items():
            _refuse(models[-1], field, wanted)
        return self

    @property
    def record(self) -> str:
        """The record of the dossier that the subjects are found in (`plan` for actions); empty where it is no record."""
        first = self.each.partition(".")[0]
        if first == AGENCIES:
            return "plan" if self.of == "neighbourhood" else ""
        return first if first in Dossier.model_fields else ""

    @property
    def names_places(self) -> bool:
        """Whether its records are of the province and say which neighbourhoods they concern, as letters and meetings do."""
        return bool(self.each) and self.of == "province" and _names_places(self.each)

    @property
    def is_series(self) -> bool:
        """Whether each subject is a file of its own, as a meeting is, and reads none beside it but those that it cites."""
        alone = self.record != "" and self.record not in ADDED_UP
        return "." not in self.each and alone and Dossier.model_fields[self.record].default == ()


SHORT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "neighbourhood": {},
        "province": {"of": "province"},
        "contract": {"each": "contract"},
        "period": {"each": "evaluations"},
        "action": {"each": "plan.actions"},
        "group": {"each": "community.groups"},
        "meeting": {"each": "meetings"},
        "gathering": {"each": "participatory.gatherings"},
        "agency": {"each": AGENCIES},
        "recipient": {"each": f"{AGENCIES}.recipients"},
    }
)
"""The short forms of subjects."""


def _roots(of: str) -> Mapping[str, type[BaseModel]]:
    """Return the first steps that a path may take, each with the class that it leads to."""
    owner: type[BaseModel] = Dossier if of == "neighbourhood" else ProvinceDossier
    found = _records(owner) | {AGENCIES: Agency}
    return found if of == "neighbourhood" else _records(Catalogue) | found


def _records(owner: type[BaseModel]) -> dict[str, type[BaseModel]]:
    found = {name: record_in(field.annotation) for name, field in owner.model_fields.items()}
    return {name: model for name, model in found.items() if model is not None and name != "neighbourhood"}


def _chain(path: str, of: str) -> Iterator[type[BaseModel]]:
    """Yield the class that each step of a path leads to; refused where one leads nowhere or to records without ids."""
    known = _roots(of)
    steps = path.split(".")
    for at, field in enumerate(steps):
        if field not in known:
            near = near_matches(field, known, 1) or list(known)
            raise PydanticCustomError("not-in-list", "{value}", {"value": field, "allowed": near})
        model = known[field]
        if at == len(steps) - 1 and not ("id" in model.model_fields or isinstance(getattr(model, "id", None), property)):
            raise PydanticCustomError("subject-without-id", "{value}", {"value": path})
        yield model
        known = _records(model)


@cache
def _names_places(path: str) -> bool:
    *_, model = _chain(path, "province")
    return "neighbourhoods" in model.model_fields


def _refuse(model: type[BaseModel], field: str, wanted: tuple[str, ...]) -> None:
    """Refuse a condition over a field that the record does not have, or with a value that it cannot have."""
    if field not in model.model_fields:
        allowed = near_matches(field, model.model_fields, 1) or list(model.model_fields)
        raise PydanticCustomError("not-in-list", "{value}", {"value": field, "allowed": allowed})
    choices = sorted(choice for choice in types_of(model.model_fields[field]) if isinstance(choice, str))
    for value in wanted if choices else ():
        if fold(value) not in {fold(choice) for choice in choices}:
            raise PydanticCustomError("not-in-list", "{value}", {"value": value, "allowed": choices})


def name_of(form: Form, record: BaseModel) -> str:
    """Return the name that a record has in templates: `year_programme` for a `YearProgramme`, or what the form calls it."""
    return form.name or class_name(record)


def class_name(record: BaseModel) -> str:
    """Return the name of a record's class as templates write names."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(record).__name__).lower()


def cited_by(record: BaseModel) -> tuple[str, ...]:
    """Return the ids of the records of its own series that a record cites: letters, or sessions that it follows up."""
    if isinstance(record, Meeting):
        return tuple(each.decision.partition("/")[0] for each in record.follow_up)
    references = record.references if isinstance(record, Letter) else ()
    return tuple(each.letter for each in references if each.letter is not None)


def title_of(record: BaseModel) -> str:
    """Return what a record is called on lists: its title, name or subject, else its period or id."""
    for name in ("title", "name", "subject", "period", "id"):
        value = getattr(record, name, None)
        if value is not None and not isinstance(value, Unknown):
            return str(getattr(value, "title", value)) if not isinstance(value, str) else value
    return ""


def fits(form: Form, record: BaseModel) -> bool:
    """Return whether a record has the values that a form wants."""
    of_province = bool(getattr(record, "neighbourhoods", False))
    if form.own and of_province:
        return False
    return all(_has(getattr(record, field), wanted) for field, wanted in form.where.items())


def _has(value: object, wanted: tuple[str, ...]) -> bool:
    values = value if isinstance(value, tuple) else (value,)
    said = {_folded(each) for each in values if each is not None and not isinstance(each, (Unknown, Record))}
    return not said.isdisjoint(fold(each) for each in wanted)


def _folded(value: object) -> str:
    return fold({True: "بله", False: "خیر"}[value] if isinstance(value, bool) else str(value))
