"""Which documents there are to make, without the records that they are made from.

What a neighbourhood gets is found anew only when something that it follows from has changed; its records are loaded when one
of its documents is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.build import finals, omissions, subjects
from generator.build.kinds import Kind
from generator.build.omissions import PROVINCE
from generator.build.planned import Plan, Planned
from generator.build.provincial import ProvincePlanner, places
from generator.build.reads import Answers, ReadCatalogue
from generator.build.subjects import Subject
from generator.model.records.workspace import Dossier, Workspace
from generator.reading.store import digest

if TYPE_CHECKING:  # A project plans its own documents.
    from generator.build.project import Project

_SORT = "plan"


@dataclass
class Planner:
    """Plans the documents of a project; makes the subject of each when it is asked for."""

    project: Project
    workspace: Workspace
    _kinds: Mapping[str, Kind] = field(init=False)

    def __post_init__(self) -> None:
        self._kinds = {kind.id: kind for kind in self.project.kinds}
        self._declared = digest(*(kind.model_dump_json() for kind in self.project.kinds))
        self._answers = Answers(self.workspace.catalogue)
        self._province = ProvincePlanner(self.project, self.workspace, self._answers)
        self._of_kind = lru_cache(maxsize=2)(self._found)

    def of_place(self, place: str) -> Plan:
        """Return the plan of a neighbourhood."""
        store, read = self.project.store, self.project.reading.places.get(place)
        broken = self.project.reading.broken.get(place, frozenset())
        key = digest(place, read.fingerprint, self._declared, *sorted(broken)) if read else ""
        kept = store.get(_SORT, key) if read else None
        if kept is not None and self._answers.of(sorted(kept[0])) == kept[0]:
            plan: Plan = kept[1]
            return plan
        catalogue = ReadCatalogue.of(self.workspace.catalogue)
        plan = self._plan(self.workspace.dossier(place), catalogue)
        if read:
            store.put(_SORT, key, (self._answers.of(catalogue.noted), plan), place)
        return plan

    def _plan(self, dossier: Dossier, catalogue: ReadCatalogue) -> Plan:
        broken = self.project.reading.broken
        alone = self.workspace.model_copy(update={"dossiers": (dossier,), "catalogue": catalogue})
        own = [kind for kind in self.project.kinds if not kind.of_province]
        judged = [subjects.judged(kind, alone, broken) for kind in own]
        documents = tuple(self._planned(each) for met, _ in judged for each in met)
        left = (omissions.left_out(kind, dossier, broken) for kind in own)
        empty = (each for _, unmet in judged for each in unmet)
        return Plan(documents, (*(each for each in left if each), *empty))

    def of_province(self, *, with_samples: bool) -> Plan:
        """Return the plan of the province's documents."""
        return self._province.plan(with_samples=with_samples)

    def names(self) -> Iterator[str]:
        """Yield the names of all documents of the project, samples too."""
        for place in places(self.workspace):
            yield from (each.name for each in self.of_place(place).documents)
        yield from self._province.names()

    def _planned(self, subject: Subject) -> Planned:
        gaps = tuple(self.project.reading.positions.problem(found) for found in finals.missing(subject))
        about = digest(*(f"{name}\0{record.model_dump_json()}" for name, record in subject.parts))
        return Planned(
            subject.kind,
            subject.place,
            subject.dossier.neighbourhood.name if subject.dossier else "",
            subject.id,
            subject.title,
            subject.sample,
            about,
            self._unread(subject),
            gaps,
        )

    def _unread(self, subject: Subject) -> frozenset[str]:
        kind = subject.kind
        name = kind.subject.record
        if not kind.subject.is_series or name in (*kind.requires, *kind.reads):
            return frozenset()
        whole = self.workspace.dossier(subject.place)
        held = {each.id for each in getattr(subject.dossier, name)}
        return frozenset(f"{name}/{each.id}" for each in getattr(whole, name) if each.id not in held)

    def subject(self, planned: Planned) -> Subject:
        """Return the subject of a planned document."""
        from generator.build import against  # it reads a project, which has a planner

        if planned.place == PROVINCE:
            return against.measured(self._province.subject(planned), self.project)
        found = self._of_kind(planned.kind.id, planned.place)
        return against.measured(next(each for each in found if each.id == planned.id), self.project)

    def _found(self, kind: str, place: str) -> Sequence[Subject]:
        alone = self.workspace.model_copy(update={"dossiers": (self.workspace.dossier(place),)})
        return [*subjects.find(self._kinds[kind], alone, self.project.reading.broken)]


class Subjects(Sequence[Subject]):
    """The subjects of planned documents, each made when it is asked for."""

    def __init__(self, planner: Planner, planned: Sequence[Planned]) -> None:
        self.planned = planned
        # Each is asked for when it is handed out, and its name again when it is done.
        self._made = lru_cache(maxsize=64)(lambda at: planner.subject(planned[at]))

    def __len__(self) -> int:
        return len(self.planned)

    def __getitem__(self, at: int) -> Subject:  # type: ignore[override]  # Nobody cuts it.
        return self._made(at)
