"""A project: its folders, and all that is read of it before anything is built."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.build import keys, kinds, settings
from generator.build import packaged as packaging
from generator.build.kinds import Kind
from generator.build.planning import Planner
from generator.build.settings import Settings
from generator.model.records.workspace import Workspace
from generator.problems import messages
from generator.problems.errors import MachineError, Problem, UsageError
from generator.problems.messages import problem
from generator.problems.outcome import Outcome
from generator.reading import plainfiles
from generator.reading import workspace as reading
from generator.reading.places import Reading
from generator.reading.records import NEIGHBOURHOODS, VERSIONS
from generator.reading.store import Store
from generator.records.kept import Kept
from generator.style import faces, looks
from generator.style.style import Style


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a project: its data, templates and documents."""

    plans: Path
    templates: Path
    output: Path
    settings: Path | None = None
    """The file of its settings; None where no root is known."""
    packaged: Path | None = None
    """The templates that travel with the program, for what its own lack; None where only its own count."""

    @classmethod
    def under(cls, root: Path) -> Folders:
        """Return the folders of a project by their usual names; the packaged templates are beneath its own."""
        own, packaged = root / packaging.TEMPLATES, packaging.root() / packaging.TEMPLATES
        beneath = packaged if plainfiles.is_folder(packaged) and plainfiles.real(own) != packaged else None
        return cls(root / packaging.PLANS, own, root / "output", root / settings.FILE, beneath)

    def read_settings(self) -> Outcome[Settings]:
        """Read `sanad.yaml`; without a value every problem of it."""
        known = looks.find(self.templates, self.packaged), kinds.declarations(self.templates, self.packaged)
        return settings.read(self.settings, *known)


def find_root(start: Path) -> Path:
    """Return the nearest folder from `start` upwards with `sanad.yaml` or `plans/`; UsageError when there is none."""
    for folder in (start, *start.parents):
        if plainfiles.is_folder(folder / "plans") or os.path.lexists(folder / settings.FILE):
            return folder
    raise UsageError([problem("no-root", None, path=start)])


def open_store(folders: Folders) -> Store:
    """Open what earlier runs have found, in the output folder of a project."""
    try:
        home = faces.cache_folder()
    except MachineError:
        return Store.none()
    return Store.open(folders.output, home, keys.program())


@dataclass(frozen=True)
class Project:
    """All that is read: settings, data, kinds, look, and the problems met while reading."""

    folders: Folders
    settings: Settings
    """The defaults where `sanad.yaml` is wrong."""
    is_configured: bool
    """Whether `sanad.yaml` is right; with a wrong one nothing is built."""
    reading: Reading
    kinds: tuple[Kind, ...]
    look: str
    """The name of the look."""
    style: Style | None
    problems: tuple[Problem, ...]
    store: Store = field(default_factory=Store.none)
    """What earlier runs have found."""

    @property
    def workspace(self) -> Workspace | None:
        """The data, or None when the catalogues themselves are wrong."""
        return self.reading.workspace

    @classmethod
    def read(cls, folders: Folders, look_name: str | None = None, store: Store | None = None) -> Project:
        """Read the whole project with a look by its name, or that of the settings; what a store has of it from there.

        Never raises for wrong data, its problems are in the result.
        """
        for folder in (folders.plans, *([] if folders.packaged else [folders.templates])):
            if not plainfiles.is_folder(folder):
                raise UsageError([problem("no-folder", None, path=folder)])
        given, wrong = folders.read_settings()
        chosen = given or Settings()
        data = reading.read(folders.plans, chosen.limits.problems.of_file, store)
        name = look_name or chosen.look
        look, look_problems = looks.load(folders.templates, name, folders.packaged)
        found, wrong_kinds = kinds.find_kinds(folders.templates, folders.packaged)
        problems = [*wrong, *data.problems, *look_problems, *wrong_kinds]
        if data.workspace is not None:
            bodies = {body.id: body.name for body in data.workspace.catalogue.bodies.bodies}
            problems += kinds.unknown_bodies(found or (), bodies)
        return cls(folders, chosen, given is not None, data, found or (), name, look, tuple(problems), store or Store.none())

    @property
    def kept(self) -> Kept:
        """Where finals are kept: with the data, or where the settings say."""
        named, plans = self.settings.versions, self.folders.plans
        return Kept((self.folders.settings or plans).parent / named if named else plans / VERSIONS)

    @cached_property
    def planner(self) -> Planner | None:
        """What plans the documents; None when the catalogues themselves are wrong."""
        return None if self.workspace is None else Planner(self, self.workspace)

    @classmethod
    def remembered(cls, folders: Folders, look_name: str | None = None) -> Project:
        """Read the whole project, and keep in its output folder, if it is there, what need not be read again."""
        store = open_store(folders) if plainfiles.is_folder(folders.output) else Store.none()
        project = cls.read(folders, look_name, store)
        store.commit()
        return project

    def sources(self) -> dict[str, dict[str, bytes]]:
        """Return the YAML files of each neighbourhood as they are, by its id and their names in its folder.

        A folder in it goes into the name with a hyphen. MachineError for a file that is not there any more.
        """
        found: dict[str, dict[str, bytes]] = {}
        for key, source in self.reading.positions.sources.items():
            folder, _, rest = key.partition("/")
            place, _, name = rest.partition("/")
            if folder == NEIGHBOURHOODS:
                try:
                    found.setdefault(place, {})[name.replace("/", "-")] = plainfiles.read(source.file)
                except OSError as error:
                    raise MachineError(
                        [problem("cannot-read", None, path=source.file, reason=messages.reason(error))]
                    ) from None
        return found
