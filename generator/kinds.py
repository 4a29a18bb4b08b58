"""The kinds of documents: every folder of the templates with a `kind.yaml` is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator import plainfiles, yamltext
from generator.errors import Place, Problem, Severity, worst
from generator.messages import problem
from generator.model.fields import Count, Flag, Text
from generator.model.known import Unknown
from generator.model.workspace import Dossier
from generator.persian import to_persian
from generator.yamltext import typed

DECLARATION = "kind.yaml"
TEMPLATE = "document.html.j2"

SubjectName = Literal["neighbourhood", "agency", "recipient", "action", "contract", "period", "group", "meeting", "province"]
"""What the documents of a kind are about, one document for each."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_RECORDS = tuple(name for name in Dossier.model_fields if name != "neighbourhood")
_FACT = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


def _record(value: object) -> object:
    if value not in _RECORDS:
        raise PydanticCustomError("not-in-list", "{value}", {"value": str(value), "allowed": list(_RECORDS)})
    return value


def _fact(value: object) -> object:
    if not isinstance(value, str) or not _FACT.fullmatch(value):
        raise PydanticCustomError("kind-fact-malformed", "{value}", {"value": str(value)})
    if Unknown not in _types_at(Dossier, value.split(".")):
        raise PydanticCustomError("kind-fact-unknown", "{value}", {"value": value})
    return value


def _types_at(record: type[BaseModel], path: list[str]) -> set[object]:
    """The types that the field at a path of names may have; none when a name on the way does not exist."""
    head, *rest = path
    field = record.model_fields.get(head)
    found = set(_flat(field.annotation)) if field is not None else set()
    if not rest:
        return found
    records = [each for each in found if isinstance(each, type) and issubclass(each, BaseModel)]
    return {each for inner in records for each in _types_at(inner, rest)}


def _flat(annotation: object) -> Iterator[object]:
    """The plain types inside unions, tuples and annotations."""
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if not parts:
        yield annotation
    for part in parts:
        yield from _flat(part)


class Declaration(BaseModel):
    """What `kind.yaml` says. `requires` names records a subject must have; `final_requires` facts that a final needs.

    `letter`, `signers` and `initials` are for the kind's own template, which sees them as `kind.…`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text = Field(title="عنوان")
    order: Count = Field(title="ترتیب")
    subject: SubjectName = Field(title="موضوع")
    requires: tuple[Annotated[str, BeforeValidator(_record)], ...] = Field(default=(), title="پرونده‌های لازم")
    final_requires: tuple[Annotated[str, BeforeValidator(_fact)], ...] = Field(default=(), title="اطلاعات لازم برای نسخهٔ نهایی")
    page: Text = Field(default="portrait", title="شکل صفحه")
    letter: Flag = Field(default=False, title="نامه است")
    protect: Flag = Field(default=False, title="در Word فقط جای خالی پر می‌شود")
    signers: tuple[Text, ...] = Field(default=(), title="امضاکنندگان")
    initials: tuple[Text, ...] = Field(default=(), title="پاراف‌ها")


class Kind(Declaration):
    """A kind of document: its declaration, its id (the folder's name) and the folder of its template."""

    id: str
    folder: Path

    @property
    def template(self) -> Path:
        """The file of its template."""
        return self.folder / TEMPLATE


def find_kinds(templates: Path) -> tuple[list[Kind], list[Problem]]:
    """The kinds found in a folder of templates, in their order, and the problems of those that are wrong."""
    kinds: list[Kind] = []
    problems: list[Problem] = []
    for file in sorted(templates.glob(f"*/{DECLARATION}")):
        kind, found = _read(file)
        problems += found
        if kind is not None:
            kinds.append(kind)
    kinds.sort(key=lambda kind: (kind.order, kind.id))
    return kinds, [*problems, *_repeated(kinds)]


def _read(file: Path) -> tuple[Kind | None, list[Problem]]:
    folder = file.parent
    problems = []
    if not _ID.fullmatch(folder.name):
        problems.append(problem("kind-id-malformed", Place(file), kind=folder.name))
    if not plainfiles.is_file(folder / TEMPLATE):
        problems.append(problem("kind-template-missing", Place(file), kind=folder.name))
    parsed = yamltext.read(file)
    problems += parsed.problems
    if parsed.node is None:
        return None, problems
    declaration, found = typed.load(parsed.node, Declaration, file)
    problems += found
    if declaration is None or worst(problems) is Severity.ERROR:
        return None, problems
    return Kind(id=folder.name, folder=folder, **dict(declaration)), problems


def _repeated(kinds: list[Kind]) -> list[Problem]:
    """A problem for each kind with the order of another: their documents would have no settled order."""
    problems = []
    for before, kind in pairwise(kinds):
        if before.order == kind.order:
            names = {"kind": kind.id, "other": before.id, "order": to_persian(str(kind.order))}
            problems.append(problem("kind-order-repeated", Place(kind.folder / DECLARATION), **names))
    return problems
