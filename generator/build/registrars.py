"""Who issues finals, and in which series of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.build import naming
from generator.model.known import of_id
from generator.problems.errors import UsageError
from generator.problems.messages import meant, problem

if TYPE_CHECKING:
    from generator.build.project import Project


@dataclass(frozen=True, slots=True)
class Registrar:
    """Who issues: a post or a name as the register has it, empty for nobody, and the series of numbers."""

    by: str = ""
    series: int = 0


def find(project: Project, given: str) -> Registrar:
    """Return who is meant by an id, a post or a name, or by the settings; UsageError for one who is no keeper.

    Where no keepers are named yet, whoever is named issues.
    """
    word = given.strip() or project.settings.registrar.strip()
    known = naming.keepers(project.reading)
    if not word or not known or project.workspace is None:
        return Registrar(word)
    found = naming.find(word, known)
    if len(found) != 1:
        names = [*known, *(name for each in known.values() for name in each)]
        raise UsageError([problem("unknown-keeper", None, given=word, near=meant(word, names))])
    keeper = of_id(project.workspace.catalogue.keepers.keepers, found[0])
    return Registrar(keeper.post, keeper.series or 0)
