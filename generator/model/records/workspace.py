"""All data of a project: the catalogues, and a dossier for each neighbourhood."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, Self

from generator.model.known import Record, UndeclaredError, of_id
from generator.model.records.action import ActionPlan
from generator.model.records.call import Call
from generator.model.records.catalogue import Catalogue
from generator.model.records.community import Community
from generator.model.records.contract import Contract
from generator.model.records.evaluation import Evaluation
from generator.model.records.letters import Letters
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.meeting import Meeting
from generator.model.records.neighbourhood import Approvals, Needs, Neighbourhood, Office, Priority, Sampled
from generator.model.records.participatory import Participatory
from generator.model.records.profile import Profile
from generator.model.records.quarterly import QuarterlyReport
from generator.model.records.yearly import YearProgramme
from generator.persian import Half


class Dossier(Record):
    """All records of one neighbourhood; one that is not there yet is None."""

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
    call: Call | None = None
    letters: Letters | None = None
    map: NeighbourhoodMap | None = None
    evaluations: tuple[Evaluation, ...] = ()
    quarters: tuple[QuarterlyReport, ...] = ()
    programmes: tuple[YearProgramme, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def seen(self, names: Collection[str]) -> Self:
        """Return the dossier as a template sees it: asking for a record that is not among `names` is an UndeclaredError."""
        seen = self.model_copy()
        for name in type(self).model_fields.keys() - {"neighbourhood"} - set(names):
            del seen.__dict__[name]
        return seen

    if not TYPE_CHECKING:  # A type checker would take every name for a field.

        def __getattr__(self, name: str) -> Any:
            if name in Dossier.model_fields:
                raise UndeclaredError(name)
            return super().__getattr__(name)

    @property
    def id(self) -> str:
        """The neighbourhood's id."""
        return self.neighbourhood.id

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
        """Return the dossier without some records (`plan`, `evaluations`) and entries (`evaluations/1404-h1`)."""
        left: dict[str, Any] = {}
        for key in sorted(keys):
            name, _, entry = key.partition("/")
            value = left.get(name, getattr(self, name))
            left[name] = tuple(each for each in value if entry and each.id != entry) if isinstance(value, tuple) else None
        return self.model_copy(update=left) if left else self

    def previous(self, evaluation: Evaluation) -> Evaluation | None:
        """Return the evaluation of the half-year before, when there is one."""
        return self.evaluation(evaluation.period.previous())

    def evaluation(self, period: Half) -> Evaluation | None:
        """Return the evaluation of a half-year, when there is one."""
        return {evaluation.period: evaluation for evaluation in self.evaluations}.get(period)


class Workspace(Record):
    """The catalogues and the dossiers, ordered by zone and rank."""

    catalogue: Catalogue
    dossiers: tuple[Dossier, ...]

    def dossier(self, neighbourhood_id: str) -> Dossier:
        """Return the dossier of a neighbourhood (NotListedError when there is none)."""
        return of_id(self.dossiers, neighbourhood_id)
