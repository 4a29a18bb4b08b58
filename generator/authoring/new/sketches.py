"""Sketches of new files, checked with the records around them before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import checks
from generator.authoring.new import fillings
from generator.authoring.new.cited import citable, cited_by
from generator.authoring.new.fillings import Around, Filling
from generator.authoring.new.skeleton import Cited, comment, skeleton
from generator.authoring.schema.files import modeline
from generator.build.kinds import Kind
from generator.checks import Case, Catalogues, Finding
from generator.model.known import Record
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier, Workspace
from generator.problems.errors import DataError, Severity
from generator.problems.messages import SENTENCES
from generator.reading import records
from generator.reading.positions import Positions, Source
from generator.reading.yamltext import parse, typed

UNWRITTEN = "text-to-write"
"""The code of a finding about a text that is still to be written."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A file that is not yet written: its place under `plans/`, its text, and the record that it holds."""

    key: str
    text: str
    record: Record
    source: Source


def sketch(plans: Path, key: str, model: type[Record], filling: Filling, cited: Cited) -> Sketch:
    """Draw a file and read it as it would be read from the disk; DataError when its model would refuse it."""
    head = "\n".join((modeline(key), *comment(filling.heading)))
    text = f"{head}\n\n{skeleton(model, filling.given, cited)}"
    file = plans / key
    parsed = parse(text, file)
    loaded = typed.load(parsed.node, model, file) if parsed.node and not parsed.failed else None
    if parsed.node is None or loaded is None or loaded.value is None:
        raise DataError([*parsed.problems, *(loaded.problems if loaded else ())])
    return Sketch(key, text, loaded.value, Source.of(file, parsed.node, model))


def catalogues(workspace: Workspace, catalogue: Catalogue | None = None) -> Catalogues:
    """Return the catalogues of a project, or others, as the rules take them."""
    whole = catalogue or workspace.catalogue
    parts = {name: getattr(whole, name) for name in Catalogue.model_fields}
    return Catalogues(**parts, unread=frozenset(), neighbourhoods=tuple(dossier.id for dossier in workspace.dossiers))


def refuse(plans: Path, sketches: Sequence[Sketch], found: Sequence[Finding]) -> None:
    """Raise DataError when a sketch would have an error."""
    keys = {each.key for each in sketches}
    errors = [each for each in found if each.record in keys and SENTENCES[each.code].severity is Severity.ERROR]
    if errors:
        positions = Positions(plans, {each.key: each.source for each in sketches})
        raise DataError([positions.problem(each) for each in errors])


@dataclass(slots=True)
class Growth:
    """A dossier that grows by sketches, each with the records that it rests on."""

    plans: Path
    workspace: Workspace
    dossier: Dossier
    kinds: Sequence[Kind]
    sketches: dict[str, Sketch] = field(default_factory=dict)
    """The sketches by their record, such as `plan` and `meetings/review`."""
    beginning: set[str] = field(default_factory=set)
    """The records that wait for those that they rest on; two that want each other do not wait for ever."""

    def key(self, record: str) -> str:
        """Return the path of a record's file under `plans/`."""
        return f"{records.NEIGHBOURHOODS}/{self.dossier.id}/{record}{records.SUFFIX}"

    def keep(self, record: str, drawn: Sketch) -> None:
        """Take a sketch into the dossier."""
        name, _, entry = record.partition("/")
        there: Any = getattr(self.dossier, name)
        value = tuple(sorted((*there, drawn.record), key=lambda each: each.id)) if entry else drawn.record
        self.dossier = self.dossier.model_copy(update={name: value})
        self.sketches[record] = drawn

    def add(self, asked: Sequence[str]) -> None:
        """Sketch those records that are not there, the cited before those that cite them; DataError when one would be wrong."""
        for name in _ordered(asked):
            self._add(name)

    def _add(self, record: str) -> None:
        name, _, entry = record.partition("/")
        if record in self.beginning or (not entry and getattr(self.dossier, name) is not None):
            return
        self.beginning.add(record)
        for needed in self._needed(name):
            self._add(needed)
        drawn = self._drawn(name, entry)
        if missing := self._missing(record, drawn):
            for each in missing:
                self._add(each)
            drawn = self._drawn(name, entry)
        self.keep(record, drawn)

    def _needed(self, name: str) -> Iterator[str]:
        """Yield the other records that the documents about a record need."""
        for kind in self.kinds:
            if kind.subject.each == name and not kind.of_province:
                yield from (each for each in kind.requires if each in records.RECORDS and each != name)

    def _drawn(self, name: str, entry: str) -> Sketch:
        model = records.SERIES[name][0] if entry else records.RECORDS[name]
        around = Around(self.workspace.catalogue, self.dossier, self.kinds, entry)
        cited = citable(self.workspace.catalogue, self.case().names)
        record = f"{name}/{entry}" if entry else name
        return sketch(self.plans, self.key(record), model, fillings.of_record(name, around), cited)

    def _missing(self, record: str, drawn: Sketch) -> list[str]:
        """Return the records that the rules want with a sketch."""
        trial = Growth(self.plans, self.workspace, self.dossier, self.kinds)
        trial.keep(record, drawn)
        found = checks.of_dossier(trial.case())
        return [str(each.values["lacking"]) for each in found if each.record == drawn.key and "lacking" in each.values]

    def case(self) -> Case:
        """Return the dossier as the rules take it."""
        names = checks.names_of_catalogues(catalogues(self.workspace))
        province = checks.case_of_province(self.workspace.province, names, frozenset())
        return checks.case_of(self.dossier, province.names, frozenset())

    def findings(self) -> list[Finding]:
        """Return what a check will find in the sketches; DataError when there is an error among it."""
        keys = {each.key for each in self.sketches.values()}
        found = [each for each in checks.of_dossier(self.case()) if each.record in keys]
        refuse(self.plans, list(self.sketches.values()), found)
        return found


def _ordered(asked: Sequence[str]) -> list[str]:
    """Return records in an order in which those that others cite come first."""
    ordered: dict[str, None] = {}

    def visit(record: str, after: frozenset[str]) -> None:
        name = record.partition("/")[0]
        model = records.SERIES[name][0] if name in records.SERIES else records.RECORDS[name]
        for each in asked:
            if each in cited_by(model) - after:
                visit(each, after | {name})
        ordered.setdefault(record)

    for record in asked:
        visit(record, frozenset())
    return list(ordered)
