"""The documents that the project's samples make, by name: place, kind, and the period of an evaluation."""

from __future__ import annotations

import pickle
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.build.output import DRAFT
from generator.writing.writers import DEFAULT_ENGINE, Engine
from tests import goldens
from tests.engines import OTHERS

ROOT = Path(__file__).parents[2]
SAMPLES = ("z3-golshahr", "z7-torogh", "z8-sisabad")
OF_A_SAMPLE = (
    "contract",
    "action-plan",
    "participatory-document",
    "evaluation-report/1404-h1",
    "evaluation-report/1404-h2",
)
DOCUMENTS = tuple(f"{place}/{document}" for place in SAMPLES for document in OF_A_SAMPLE)
MANY = {
    "agency-sheet": "municipality",
    "notification": "golshahr-notify-2-water",
    "residents-invitation": "residents-1405",
    "local-minutes": "review",
}
"""Kinds of which a neighbourhood gets a document for each recipient or meeting: those of one are built, one is looked at."""
OF_PROVINCE = (
    "letter/golshahr-inquiry",
    "follow-up/golshahr-follow-up-education",
    "invitation/golshahr-invite-review",
    "minutes/hq-3",
    "report-letter/report-1404-q4",
    "quarterly-report/1404-q4",
    "programme-status",
    "letters-register",
    "distribution-list",
)
"""A document of each kind of which the province gets some."""
KINDS = tuple(file.parent.name for file in sorted((ROOT / "templates" / "fa").glob("*/kind.yaml")))
SHORT = (
    *(
        f"{goldens.PLACE}/{kind}/{MANY[kind]}" if kind in MANY else f"{goldens.PLACE}/{kind}"
        for kind in KINDS
        if kind not in {name.partition("/")[0] for name in (*OF_A_SAMPLE, *OF_PROVINCE)}
    ),
    *(f"province/{name}" for name in OF_PROVINCE),
)
"""A document of each further kind: short, and no more of them for more recipients and neighbourhoods."""
EVERY = (*DOCUMENTS, *SHORT)
OF_EACH_KIND = tuple(f"{goldens.PLACE}/{document}" for document in goldens.GOLDEN)
"""One document of each kind, which the other engines lay out too."""


class Laid(NamedTuple):
    """A document, and the engine that lays it out."""

    name: str
    engine: Engine = DEFAULT_ENGINE

    def __str__(self) -> str:
        return self.name if self.engine == DEFAULT_ENGINE else f"{self.name}-{self.engine}"


LAID = (*map(Laid, EVERY), *(Laid(name, engine) for engine in OTHERS for name in OF_EACH_KIND))
EACH_PDF = pytest.mark.parametrize("laid", LAID, ids=str)
"""Every PDF of the documents, for tests of what holds whatever engine laid it out."""


class Built:
    """What one build left: its exit code, what it printed, and the files."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self.exit_code: int
        self.printed: str
        self.told: str
        self.exit_code, self.printed, self.told = pickle.loads((folder / "result").read_bytes())

    @cached_property
    def names(self) -> list[str]:
        """Every document that lies there in both formats or one, all of them drafts."""
        files = (file.relative_to(self.output) for file in self.output.rglob("*.*") if file.suffix in (".docx", ".pdf"))
        return sorted({file.with_suffix("").as_posix().removesuffix(DRAFT) for file in files})

    @property
    def of_many(self) -> list[str]:
        """The documents of the kinds of which a neighbourhood, or the province, gets many."""
        many = {*MANY, *(name.partition("/")[0] for name in OF_PROVINCE)}
        return [name for name in self.names if name.split("/")[1] in many]

    def path(self, name: str, suffix: str) -> Path:
        """The file of a document in a format."""
        return self.output / f"{name}{DRAFT}.{suffix}"
