"""The whole of what is known: the catalogues, and a dossier for each neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.action import ActionPlan
from generator.model.catalogue import Catalogue
from generator.model.contract import Contract
from generator.model.evaluation import Evaluation
from generator.model.known import Record
from generator.model.neighbourhood import (
    Approvals,
    Community,
    Needs,
    Neighbourhood,
    Office,
    Participatory,
    Priority,
    Profile,
    Sampled,
)


class Dossier(Record):
    """Everything kept about one neighbourhood; a record that is not there yet is None."""

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
    evaluations: tuple[Evaluation, ...] = ()

    @property
    def id(self) -> str:
        """The neighbourhood's id."""
        return self.neighbourhood.id

    def records(self) -> Iterator[Sampled]:
        """Every record that may be a sample."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Sampled):
                yield value
        yield from self.evaluations

    @property
    def sample(self) -> bool:
        """Whether any record of it is illustrative."""
        return any(record.sample for record in self.records())

    def previous(self, evaluation: Evaluation) -> Evaluation | None:
        """The evaluation of the half-year before, when there is one."""
        before = evaluation.period.previous()
        return {other.period: other for other in self.evaluations}.get(before)


class Workspace(Record):
    """The catalogues and the dossiers, ordered by zone and rank."""

    catalogue: Catalogue
    dossiers: tuple[Dossier, ...]

    def dossier(self, neighbourhood_id: str) -> Dossier:
        """The dossier of a neighbourhood (KeyError when there is none)."""
        return {dossier.id: dossier for dossier in self.dossiers}[neighbourhood_id]
