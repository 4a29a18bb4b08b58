"""The places of the fields of records, by which a finding becomes a problem at its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from generator.checks import Finding
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading.yamltext import Node, find
from generator.reading.yamltext.spots import titles_of
from generator.reading.yamltext.typed import ARROW


@dataclass(frozen=True, slots=True)
class Source:
    """The file of a record, its nodes, and the model that it was read as."""

    file: Path
    node: Node
    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Positions:
    """The sources of the records under the folder `plans`, by key (`neighbourhoods/z3-golshahr/plan.yaml`)."""

    plans: Path
    sources: dict[str, Source] = field(default_factory=dict)

    def place(self, record: str, path: tuple[str | int, ...] = ()) -> Place:
        """Return the place of a field, or of the nearest record around it; of a missing file its beginning."""
        source = self.sources.get(record)
        return find(source.node, path).place(source.file) if source else Place(self.plans / record)

    def problem(self, finding: Finding) -> Problem:
        """Return the problem of a finding at its place, with the Persian titles on the way to its field."""
        source = self.sources.get(finding.record)
        titles = titles_of(source.model, source.node, finding.path) if source else ()
        place = self.place(finding.record, finding.path)
        return problem(finding.code, place, where=ARROW.join(titles), **finding.values)
