"""The layout of `plans/`, and the reading of one file as one record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field

from generator.model.fields import Count
from generator.model.known import Record
from generator.model.records.action import ActionPlan
from generator.model.records.activities import Activities
from generator.model.records.agencies import Agency
from generator.model.records.bodies import Bodies
from generator.model.records.call import Call
from generator.model.records.community import Community
from generator.model.records.contacts import Contacts
from generator.model.records.contract import Contract
from generator.model.records.evaluation import Evaluation
from generator.model.records.handover import Handover
from generator.model.records.holidays import Holidays
from generator.model.records.indicators import Indicators
from generator.model.records.keepers import Keepers
from generator.model.records.legal import Legal
from generator.model.records.letters import Letter
from generator.model.records.meeting import Meeting
from generator.model.records.needs import Needs
from generator.model.records.neighbourhood import Approvals, Neighbourhood, Office, Priority, Sampled
from generator.model.records.operators import Operators
from generator.model.records.participatory import Participatory
from generator.model.records.payment import Payment
from generator.model.records.profile import Profile
from generator.model.records.programme import Programme
from generator.model.records.province import Province, Zones
from generator.model.records.quarterly import ProvinceQuarter, QuarterlyReport
from generator.model.records.register import RegisterYear
from generator.model.records.reviews import AgencyReview
from generator.model.records.secretariat import Secretariat
from generator.model.records.services import Services
from generator.model.records.statements import Statements
from generator.model.records.surveys import Survey
from generator.model.records.terms import Terms
from generator.model.records.yearly import YearProgramme
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import problem
from generator.problems.outcome import Outcome
from generator.reading import amounts, strays
from generator.reading.contents import most_bytes
from generator.reading.positions import Positions, Source
from generator.reading.store import Store, digest
from generator.reading.yamltext import Parsed, parse, read, typed

M = TypeVar("M", bound=BaseModel)

VERSION = 2
"""The version of the data's form that this program reads."""

SUFFIX = ".yaml"


class Schema(Record, title="نسخهٔ شکل داده‌ها"):
    """`schema.yaml`: the version of the form in which the data is written."""

    version: Count = Field(title="نسخهٔ شکل داده‌ها", description="نسخهٔ شکل داده‌ها. این عدد را تغییر ندهید.", examples=["۱"])


CATALOGUES: dict[str, type[Record]] = {
    "programme": Programme,
    "province": Province,
    "zones": Zones,
    "services": Services,
    "bodies": Bodies,
    "legal": Legal,
    "secretariat": Secretariat,
}
"""The catalogue files by stem; all of them are needed."""

OPTIONAL_CATALOGUES: dict[str, type[Record]] = {
    "operators": Operators,
    "contacts": Contacts,
    "terms": Terms,
    "statements": Statements,
    "keepers": Keepers,
    "indicators": Indicators,
    "holidays": Holidays,
}
"""The catalogue files that may be left out."""

AGENCIES = "agencies"
NEIGHBOURHOODS = "neighbourhoods"
REGISTER = "register"
"""The folder of the register, a file a year."""
VERSIONS, SIGNED = "versions", "signed"
"""The folders of what is kept of finals: their files with what they were made from, and their signed copies."""
IDENTITY = "neighbourhood"

RECORDS: dict[str, type[Record]] = {
    "priority": Priority,
    "profile": Profile,
    "needs": Needs,
    "community": Community,
    "office": Office,
    "contract": Contract,
    "plan": ActionPlan,
    "participatory": Participatory,
    "approvals": Approvals,
    "activities": Activities,
}
"""The optional files of a neighbourhood's folder by stem, which is also the dossier's attribute."""

SERIES: dict[str, tuple[type[Sampled], str]] = {
    "evaluations": (Evaluation, "period"),
    "quarters": (QuarterlyReport, "period"),
    "programmes": (YearProgramme, "year"),
    "meetings": (Meeting, "id"),
    "reviews": (AgencyReview, "agency"),
    "surveys": (Survey, "id"),
    "handovers": (Handover, "id"),
    "payments": (Payment, "id"),
}
"""The optional folders of a neighbourhood's folder, each also the dossier's attribute: the record of each of its files, and
the key that says its id, which is the file's name. Files are taken in the order of their names."""

PROVINCE_SERIES: dict[str, tuple[type[Sampled], str]] = {
    "meetings": (Meeting, "id"),
    "letters": (Letter, "id"),
    "calls": (Call, "id"),
    "quarters": (ProvinceQuarter, "period"),
}
"""The optional folders of the province's records, each also an attribute of `ProvinceDossier`."""


def model_of(key: str) -> type[Record] | None:
    """Return the model of a file by its key under `plans/`; None for a file that is no record."""
    parts = key.removesuffix(SUFFIX).split("/")
    if not key.endswith(SUFFIX):
        return None
    match parts:
        case ["neighbourhoods", _, "neighbourhood"]:
            return Neighbourhood
        case ["neighbourhoods", _, stem]:
            return RECORDS.get(stem)
        case ["neighbourhoods", _, series, _]:
            return SERIES[series][0] if series in SERIES else None
        case ["agencies", _]:
            return Agency
        case ["register", _]:
            return RegisterYear
        case [series, _]:
            return PROVINCE_SERIES[series][0] if series in PROVINCE_SERIES else None
        case _:
            return CATALOGUES.get(key.removesuffix(SUFFIX)) or OPTIONAL_CATALOGUES.get(key.removesuffix(SUFFIX))


_JOINED = frozenset({"yaml-persian-comma", "yaml-two-items"})
"""Errors by which several values are read as one, whose form is then wrong too."""

# What is missing from a file of broken YAML may be only what could not be read of it.
_CONSEQUENCES = frozenset({"missing-key", "missing-keys", "too-few"})


def load(
    plans: Path,
    key: str,
    model: type[M],
    positions: Positions,
    most: int = LIMITS.problems_of_file,
    store: Store | None = None,
    content: bytes | None = None,
) -> Outcome[M]:
    """Read the record of a file and note its nodes in `positions`; no record when the file has an error.

    What a store has of these bytes is taken from there; `content` are the bytes where they were read already.
    """
    file = plans / key
    if store is None or content is None:
        return _load(file, key, model, positions, most, None)
    name = kept_as(file, digest(content), most)
    kept = store.get(SORT, name)
    if kept is not None:
        if kept[1]:
            positions.sources[key] = Source(file, model, positions.nodes)
        return Outcome(*kept[0])
    outcome = _load(file, key, model, positions, most, content)
    store.put(SORT, name, (tuple(outcome), key in positions.sources), key)
    return outcome


SORT = "record"
"""The sort of values in a store that are records with their problems, and whether their file has nodes."""


def kept_as(file: Path, content: str, most: int) -> str:
    """Return the key in a store of the record of a file whose bytes have this digest."""
    return f"{file}\0{content}\0{most}"


def _load(file: Path, key: str, model: type[M], positions: Positions, most: int, content: bytes | None) -> Outcome[M]:
    parsed = read(file, most) if content is None else parse(content, file, most, most_bytes(key))
    if parsed.node is None:
        unread = [*parsed.problems, *strays.problems(parsed, file, model, (), most)]
        return Outcome.of(None, unread or [problem("record-empty", Place(file))])
    positions.sources[key] = Source.of(file, parsed.node, model, positions.nodes)
    record, refusals = typed.load(parsed.node, model, file, most)
    found = [
        *parsed.problems,
        *strays.problems(parsed, file, model, refusals, most),
        *amounts.bare(parsed.node, file, model),
        *strays.explained(_unexplained(refusals, parsed), parsed, model),
    ]
    return Outcome.of(None if parsed.failed else record, found)


def _unexplained(refusals: Iterable[Problem], parsed: Parsed) -> Iterator[Problem]:
    """Yield the refusals that are no consequence of broken YAML: of what was lost, or of a value that was read wrongly."""
    joined = [found.place for found in parsed.problems if found.place and found.code in _JOINED]
    misread: set[strays.Point] = set()
    if joined and parsed.node:
        values = sorted(strays.scalars(parsed.node))
        for place in joined:
            at = bisect_right(values, ((place.line, place.column + 1),)) - 1
            misread |= {values[at][0]} if at >= 0 else set()
    for found in refusals:
        at_value = found.place is not None and (found.place.line, found.place.column) in misread
        if not parsed.failed or not (at_value or found.code in _CONSEQUENCES):
            yield found
