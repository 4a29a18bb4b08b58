"""Put the documents of a build in place: those that are not there as they would be made, and nobody has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.build import output, undrawable
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.keying import Keys
from generator.build.keys import differing
from generator.build.manifest import Manifest, Row, State, row_of, unasked
from generator.build.planned import Planned
from generator.build.planning import Planner
from generator.build.project import Project
from generator.build.results import Result
from generator.build.selection import Selection
from generator.problems.errors import MachineError, Place, Problem, Severity, worst
from generator.problems.messages import problem


@dataclass
class Making:
    """One build under the lock of its output folder."""

    project: Project
    builder: DocumentBuilder
    selection: Selection
    result: Result
    on_written: Callable[[Path], None]
    planner: Planner = field(init=False)
    manifest: Manifest = field(init=False)
    _left_alone: set[str] = field(default_factory=set)
    """The files that somebody has changed."""
    _told: dict[str, list[Problem]] = field(default_factory=dict)
    """What was told of each document, in the order in which they were asked for, however long each takes."""
    _order: dict[Path, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        project = self.project
        assert project.planner is not None and project.style is not None, "it has a look and data"
        self.planner = project.planner
        self.manifest = Manifest(project.folders.output, project.folders.plans.parent)
        final, attach = self.selection.final, self.selection.attach
        self._keys = Keys(project, project.planner.workspace, project.style, self.builder, final, attach)

    def moment(self) -> DocumentBuilder:
        """Return the builder with the templates as they were when this build began."""
        return replace(self.builder, contents=self._keys.moment(self.result.choice.documents))

    def waiting(self, ready: Sequence[Planned]) -> list[Planned]:
        """Return the documents that are to be made, long ones first, and tell of the others what was told when they were."""
        self._told = {each.name: [] for each in ready}
        self._order = {self._path(name): at for at, name in enumerate(name for each in ready for name in self._names(each))}
        stale = [each for each in ready if self._is_stale(each)]
        return sorted(stale, key=lambda each: -self._seconds(each))

    def _is_stale(self, planned: Planned) -> bool:
        """Return whether one of the files of a document is to be made."""
        names = self._names(planned)
        rows = [self.manifest.files.get(name) for name in names]
        if self.selection.force:
            return True
        keys = [self._keys.of(planned, row.key) if row else {} for row in rows]
        states = [self.manifest.state(name, key) for name, key in zip(names, keys, strict=True)]
        changed = [name for name, state in zip(names, states, strict=True) if state is State.CHANGED]
        self._left_alone.update(changed)
        outdated = any(row is None or row.key != key for row, key in zip(rows, keys, strict=True))
        for name in changed:
            told = problem("changed-by-hand", Place(self._path(name)), document=planned.name)
            self._told[planned.name].append(told if outdated else replace(told, severity=Severity.WARNING))
        if State.STALE in states or self._is_unissued(planned, names, rows):
            self._explain(planned, rows, keys)
            return True
        self._retell(planned, names)
        return False

    def _is_unissued(self, planned: Planned, names: Sequence[str], rows: Sequence[Row | None]) -> bool:
        """Return whether a final is not the one that was issued last, or none was."""
        if not self.selection.final or planned.sample:
            return False
        last = self.planner.workspace.finals.last(planned.name)
        issued = dict(last.files) if last else {}
        return any(row and row.sha256 != issued.get(Path(name).suffix[1:]) for name, row in zip(names, rows, strict=True))

    def key(self, planned: Planned, done: BuiltDocument) -> dict[str, str]:
        """Return the key of a document that was made."""
        return self._keys.made(planned, done.noted, done.pictured)

    def _explain(self, planned: Planned, rows: Sequence[Row | None], keys: Sequence[dict[str, str]]) -> None:
        pairs = [(row.key, key) for row, key in zip(rows, keys, strict=True) if row is not None]
        reasons = sorted({name for before, now in pairs for name in differing(before, now)})
        self.result.reasons[planned.name] = reasons

    def _retell(self, planned: Planned, names: Sequence[str]) -> None:
        positions = self.project.reading.positions
        for name in names:
            if name not in self._left_alone:
                self.result.current.append(self._path(name))
            row = self.manifest.files[name]
            found = [*self.manifest.told(row), *(positions.problem(each.finding) for each in row.findings)]
            self._told[planned.name] += found

    def put(self, planned: Planned, done: BuiltDocument) -> None:
        """Put the files of a document in place; one that cannot be written keeps back no other."""
        result, positions = self.result, self.project.reading.positions
        behind = [positions.problem(found) for found in done.findings]
        if done.exit_code:  # What a draft can wait for has stopped this one.
            behind = [replace(found, severity=Severity.ERROR) for found in behind]
        told = self._told[planned.name]
        told += [*undrawable.problems(done.undrawn, positions), *done.problems, *behind]
        result.failed((), done.exit_code)
        result.tracebacks += [done.traceback] if done.traceback else []
        data = {path.as_posix(): data for path, data in done.files if path.as_posix() not in self._left_alone}
        self.manifest.begin({name: self._row(planned, done, content) for name, content in data.items()})
        put = []
        for name, content in data.items():
            try:
                result.written.append(output.write(self.project.folders.output, Path(name), content))
            except MachineError as error:
                told += error.problems
                result.failed((), error.exit_code)
            else:
                put.append(name)
                self.on_written(result.written[-1])
        self.manifest.end(put)

    def _row(self, planned: Planned, done: BuiltDocument, data: bytes) -> Row | None:
        return row_of(planned.name, done, data, self.key(planned, done), self.manifest.root, final=self.selection.final)

    def finish(self) -> None:
        """Tell what was told of the documents, in their order, and which no subject asks for any more.

        Drafts of these are removed where that was asked for.
        """
        result = self.result
        result.problems += [found for told in self._told.values() for found in told]
        for files in (result.written, result.current):
            files.sort(key=lambda path: self._order[path])
        if worst(self.project.problems) is not Severity.ERROR:
            for name in unasked(self.manifest, [*self.planner.names()]):
                self._unask(name)
        self.manifest.refresh()
        self.project.store.commit()

    def _unask(self, name: str) -> None:
        path, row = self._path(name), self.manifest.files[name]
        seen = self.manifest.seen(name)
        if seen is None:
            self.manifest.drop(name)
        elif not self.selection.prune or row.final or seen != row.sha256:
            self.result.problems.append(problem("document-unasked", Place(path), document=row.document))
        else:
            self._remove(name, path)

    def _remove(self, name: str, path: Path) -> None:
        try:
            output.remove(self.project.folders.output, Path(name))
        except MachineError as error:
            self.result.failed(error.problems, error.exit_code)
        else:
            self.manifest.drop(name)
            self.result.removed.append(path)

    def _path(self, name: str) -> Path:
        return self.project.folders.output / name

    def _names(self, planned: Planned) -> list[str]:
        paths = (output.path_of(planned, suffix, final=self.selection.final) for suffix in self.selection.formats)
        return [path.as_posix() for path in paths]

    def _seconds(self, planned: Planned) -> float:
        """Return how long a document took to be made; a new one counts as long, since nobody knows."""
        rows = (self.manifest.files.get(name) for name in self._names(planned))
        return max((row.seconds if row else float("inf") for row in rows), default=0.0)
