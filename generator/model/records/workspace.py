"""All data of a project: the catalogues, the records of the province, and a dossier for each neighbourhood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self, overload

from pydantic import SkipValidation

from generator.model.known import Record, UndeclaredError, of_id
from generator.model.records.action import ActionPlan
from generator.model.records.activities import Activities
from generator.model.records.call import Call
from generator.model.records.catalogue import Catalogue
from generator.model.records.community import Community
from generator.model.records.contract import Contract
from generator.model.records.evaluation import Evaluation
from generator.model.records.handover import Handover
from generator.model.records.letters import Letter
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.meeting import Meeting
from generator.model.records.needs import Needs
from generator.model.records.neighbourhood import Approvals, Neighbourhood, Office, Priority, Sampled
from generator.model.records.participatory import Participatory
from generator.model.records.payment import Payment
from generator.model.records.profile import Profile
from generator.model.records.quarterly import ProvinceQuarter, QuarterlyReport
from generator.model.records.register import Register
from generator.model.records.reviews import AgencyReview
from generator.model.records.surveys import Survey
from generator.model.records.yearly import YearProgramme
from generator.persian import Half


class _Holding(Record):
    """Records by name: one of each, or a series of them."""

    def records(self, *names: str) -> Iterator[Sampled]:
        """Yield every record that may be a sample; of these names, if any are given."""
        for name in names or type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Sampled):
                yield value
            elif isinstance(value, tuple):
                yield from value

    @property
    def sample(self) -> bool:
        """Whether any record of it is illustrative."""
        return any(record.sample for record in self.records())

    def without(self, keys: Collection[str]) -> Self:
        """Return what is left without some records (`plan`, `evaluations`) and entries (`evaluations/1404-h1`)."""
        entries: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            name, _, entry = key.partition("/")
            entries[name].add(entry)
        left: dict[str, Any] = {}
        for name, gone in entries.items():
            value = getattr(self, name)
            kept = () if "" in gone or not isinstance(value, tuple) else tuple(each for each in value if each.id not in gone)
            left[name] = kept if isinstance(value, tuple) else None
        return self.model_copy(update=left) if left else self

    def real(self) -> Self:
        """Return what is left without the records that are illustrative."""
        keys: set[str] = set()
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, tuple):
                keys |= {f"{name}/{each.id}" for each in value if each.sample}
            elif isinstance(value, Sampled) and value.sample:
                keys.add(name)
        return self.without(keys)

    def seen(self, names: Collection[str]) -> Self:
        """Return it as a template sees it: asking for a record that is not among `names` is an UndeclaredError."""
        seen = self.model_copy()
        for name in type(self).model_fields.keys() - {"neighbourhood"} - set(names):
            del seen.__dict__[name]
        return seen

    if not TYPE_CHECKING:  # A type checker would take every name for a field.

        def __getattr__(self, name: str) -> Any:
            if name in type(self).model_fields:
                raise UndeclaredError(name)
            return super().__getattr__(name)


class ProvinceDossier(_Holding):
    """The records of the province; each concerns the neighbourhoods that it names, or the province as a whole."""

    meetings: tuple[Meeting, ...] = ()
    letters: tuple[Letter, ...] = ()
    calls: tuple[Call, ...] = ()
    quarters: tuple[ProvinceQuarter, ...] = ()

    def file(self, record: str) -> str:
        """Return the file under `plans/` of a record (`meetings/hq-1`)."""
        return f"{record}.yaml"


class Dossier(_Holding):
    """All records of one neighbourhood; one that is not there yet is None.

    Meetings, letters and calls of the province that concern it are among its own, and `approvals` has those that decisions of
    meetings give.
    """

    neighbourhood: Neighbourhood
    priority: Priority | None = None
    profile: Profile | None = None
    needs: Needs | None = None
    community: Community | None = None
    office: Office | None = None
    contract: Contract | None = None
    plan: ActionPlan | None = None
    participatory: Participatory | None = None
    approvals: Approvals | None = None
    activities: Activities | None = None
    map: NeighbourhoodMap | None = None
    evaluations: tuple[Evaluation, ...] = ()
    quarters: tuple[QuarterlyReport, ...] = ()
    programmes: tuple[YearProgramme, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    letters: tuple[Letter, ...] = ()
    calls: tuple[Call, ...] = ()
    reviews: tuple[AgencyReview, ...] = ()
    surveys: tuple[Survey, ...] = ()
    handovers: tuple[Handover, ...] = ()
    payments: tuple[Payment, ...] = ()

    @property
    def id(self) -> str:
        """The neighbourhood's id."""
        return self.neighbourhood.id

    def file(self, record: str) -> str:
        """Return the file under `plans/` of a record (`plan`, `meetings/review`): of the neighbourhood, or of the province."""
        name, _, entry = record.partition("/")
        of_province = name in ProvinceDossier.model_fields and any(
            each.id == entry and getattr(each, "neighbourhoods", ()) for each in getattr(self, name)
        )
        file = f"{record}.geojson" if record == "map" else f"{record}.yaml"
        return file if of_province else f"neighbourhoods/{self.id}/{file}"

    def previous(self, evaluation: Evaluation) -> Evaluation | None:
        """Return the evaluation of the half-year before, when there is one."""
        return self.evaluation(evaluation.period.previous())

    def evaluation(self, period: Half) -> Evaluation | None:
        """Return the evaluation of a half-year, when there is one."""
        return {evaluation.period: evaluation for evaluation in self.evaluations}.get(period)


class Dossiers(Sequence[Dossier]):
    """Dossiers in an order, each loaded when it is asked for; only the last ones stay in memory."""

    def __init__(self, ids: Sequence[str], load: Callable[[str], Dossier], most: int = 32) -> None:
        self.ids = tuple(ids)
        self._load = lru_cache(most)(load)

    @overload
    def __getitem__(self, at: int) -> Dossier: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Dossier, ...]: ...
    def __getitem__(self, at: int | slice) -> Dossier | tuple[Dossier, ...]:
        return tuple(map(self._load, self.ids[at])) if isinstance(at, slice) else self._load(self.ids[at])

    def __len__(self) -> int:
        return len(self.ids)

    def find(self, neighbourhood_id: str) -> Dossier | None:
        """Return the dossier of a neighbourhood, None when there is none."""
        return self._load(neighbourhood_id) if neighbourhood_id in self.ids else None


class Workspace(Record):
    """The catalogues, the records of the province, the register, and the dossiers, ordered by zone and rank."""

    catalogue: Catalogue
    province: ProvinceDossier = ProvinceDossier()
    finals: Register = Register()
    """The register of what was issued."""
    dossiers: SkipValidation[Sequence[Dossier]]

    def dossier(self, neighbourhood_id: str) -> Dossier:
        """Return the dossier of a neighbourhood (NotListedError when there is none)."""
        if isinstance(self.dossiers, Dossiers):
            found = self.dossiers.find(neighbourhood_id)
            return found if found is not None else of_id((), neighbourhood_id)
        return of_id(self.dossiers, neighbourhood_id)
