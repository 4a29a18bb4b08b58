"""The places of the fields of records, by which a finding becomes a problem at its line."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from generator.checks import Finding
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading.yamltext import Mapping, Node, find, read
from generator.reading.yamltext.spots import titles_of
from generator.reading.yamltext.typed import ARROW

_MOST = 1500
"""Files whose nodes stay in memory; of any other they are read again when a place in it is asked for."""


class Nodes:
    """The nodes of the files that were last read or asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path, Node] = OrderedDict()

    def keep(self, file: Path, node: Node) -> None:
        """Keep the nodes of a file, and let those go that nobody has asked for the longest."""
        self._kept[file] = node
        self._kept.move_to_end(file)
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    def of(self, file: Path) -> Node:
        """Return the nodes of a file; of one that was spoilt or removed meanwhile its beginning alone."""
        node = self._kept.get(file) or read(file).node or Mapping((), 1, 1)
        self.keep(file, node)
        return node


@dataclass(frozen=True, slots=True)
class Source:
    """The file of a record and the model that it was read as; its nodes are kept or read again."""

    file: Path
    model: type[BaseModel]
    nodes: Nodes = field(default_factory=Nodes)

    @classmethod
    def of(cls, file: Path, node: Node, model: type[BaseModel], nodes: Nodes | None = None) -> Source:
        """Return the source of a file whose nodes were read."""
        source = cls(file, model, nodes or Nodes())
        source.nodes.keep(file, node)
        return source

    @property
    def node(self) -> Node:
        """Its root node."""
        return self.nodes.of(self.file)


@dataclass(frozen=True, slots=True)
class Positions:
    """The sources of the records under the folder `plans`, by key (`neighbourhoods/z3-golshahr/plan.yaml`)."""

    plans: Path
    sources: dict[str, Source] = field(default_factory=dict)
    nodes: Nodes = field(default_factory=Nodes)

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
