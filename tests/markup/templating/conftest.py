"""A folder of templates written by a test, and what renders it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build.kinds import Kind
from generator.build.vocabulary import vocabulary
from generator.markup.templating import Limits, Vocabulary, environment
from generator.model.records.workspace import Dossier
from generator.problems.errors import Problem, TemplateError

MARK = re.compile(r"<\?at [^?]*\?>")


@dataclass(frozen=True)
class NotKnown:
    """A fact not yet known, as the model has them."""

    prompt: str
    reason: str = ""

    def __bool__(self) -> bool:
        return False


class Desk:
    """Writes templates and renders them; they may use the names of the models, and those of `own`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.own: Vocabulary = {}
        self.limits = Limits()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def marked(self, text: str, **context: object) -> str:
        """The output of a template, with its line marks."""
        self.write("kind/document.html.j2", text)
        return environment(self.folder, {**vocabulary(), **self.own}, self.limits).render("kind/document.html.j2", context)

    def render(self, text: str, **context: object) -> str:
        """The output of a template, without line marks."""
        return MARK.sub("", self.marked(text, **context))

    def problems(self, text: str, **context: object) -> list[Problem]:
        """The problems of a template that must fail."""
        with pytest.raises(TemplateError) as caught:
            self.marked(text, **context)
        return caught.value.problems

    def told(self, text: str, **context: object) -> list[tuple[str, str, int, int]]:
        """The problems as (code, template, line, column)."""
        return [
            (found.code, found.place.file.relative_to(self.folder).as_posix(), found.place.line, found.place.column)
            for found in self.problems(text, **context)
            if found.place is not None
        ]


def reading_all(kind: Kind) -> Kind:
    """The kind, which reads every record that a kind may read."""
    return kind.model_copy(update={"reads": tuple(name for name in Dossier.model_fields if name != "neighbourhood")})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
