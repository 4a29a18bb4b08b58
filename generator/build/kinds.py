"""The kinds of documents: every folder of the templates with a `kind.yaml` is one.

A kind of the project's own templates takes the place of a packaged one of the same name, with all its files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from generator.build.confirming import Confirming
from generator.build.forms import Form
from generator.model.fields import Count, Flag, KindCode, Note, Text, is_id, one_of
from generator.model.identity import Same
from generator.model.known import Unknown
from generator.model.paths import fields_at, types_of
from generator.model.records.approving import NeededApproval
from generator.model.records.workspace import Dossier
from generator.persian import fold, near_matches, numeral
from generator.problems.errors import Place, Problem, Severity, worst
from generator.problems.messages import problem, remedy
from generator.problems.outcome import Outcome
from generator.reading import plainfiles, yamltext
from generator.reading.yamltext import typed

DECLARATION = "kind.yaml"
TEMPLATE = "document.html.j2"

REGISTER = "register"
"""What of the register concerns the place; no file of the place, and so nothing that a kind requires."""
_RECORDS = (*(name for name in Dossier.model_fields if name != "neighbourhood"), REGISTER)
_DRAWN = "map"
"""What no kind requires: a document says so where there is none, and no command begins one."""

_FACT = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


def _record(value: object) -> object:
    if value not in _RECORDS:
        raise PydanticCustomError("not-in-list", "{value}", {"value": str(value), "allowed": list(_RECORDS)})
    return value


def _required(value: object) -> object:
    if value in (_DRAWN, REGISTER):
        allowed = [name for name in _RECORDS if name not in (_DRAWN, REGISTER)]
        raise PydanticCustomError("not-in-list", "{value}", {"value": str(value), "allowed": allowed})
    return _record(value)


def _fact(value: object) -> object:
    if not isinstance(value, str) or not _FACT.fullmatch(value):
        raise PydanticCustomError("kind-fact-malformed", "{value}", {"value": str(value)})
    if not any(Unknown in types_of(field) for field in fields_at(Dossier, value.split("."))):
        raise PydanticCustomError("kind-fact-unknown", "{value}", {"value": value})
    return value


class ApprovalItem(BaseModel):
    """An approval among the requirements of a final: `approval: {of: …, by: …}`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    approval: NeededApproval = Field(title="مصوبه")


Requirement = Annotated[
    Annotated[str, BeforeValidator(_fact), Tag("fact")] | Annotated[ApprovalItem, Tag("approval")],
    Discriminator(lambda value: "approval" if isinstance(value, (dict, ApprovalItem)) else "fact"),
]
"""A fact by its path from the dossier (`contract.funding.source`), or an approval."""


Condition = Annotated[Literal["notified", "overdue", "invited"], one_of("notified", "overdue", "invited")]
"""A name of a letter's template that holds nothing where there is nothing to write."""


class Declaration(BaseModel):
    """The fields of `kind.yaml`: `requires` names records a subject must have, `reads` those that it prints if they exist.

    `final_requires` names facts and approvals that a final needs, `blanks` the prompts of blanks that it may still have.
    `confirmation` says what somebody confirms of its text, without which there is no final either. `only_with` names what its
    template must find something in, else there is no document.
    `short` names the kind on the command line; with `keyed` its template gives a key to whatever may be found again.
    `letter`, `signers` and `initials` are for the kind's own template, which sees them as `kind.…`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text = Field(title="عنوان")
    short: Note = Field(default="", title="نام کوتاه")
    code: KindCode | None = Field(default=None, title="حرف شمارهٔ ثبت")
    order: Count = Field(title="ترتیب")
    subject: Form = Field(title="موضوع")
    requires: tuple[Annotated[str, BeforeValidator(_required)], ...] = Field(default=(), title="پرونده‌های لازم")
    reads: tuple[Annotated[str, BeforeValidator(_record)], ...] = Field(default=(), title="پرونده‌های دیگری که خوانده می‌شود")
    final_requires: tuple[Requirement, ...] = Field(default=(), title="اطلاعات و مصوبه‌های لازم برای نسخهٔ نهایی")
    confirmation: Confirming | None = Field(default=None, title="تأیید متن")
    blanks: tuple[Text, ...] = Field(default=(), title="جاهای خالی مجاز در نسخهٔ نهایی")
    only_with: Condition | None = Field(default=None, title="آنچه سند بی آن ساخته نمی‌شود")
    page: Text = Field(default="portrait", title="شکل صفحه")
    letter: Flag = Field(default=False, title="نامه است")
    protect: Flag = Field(default=False, title="در Word فقط جای خالی پر می‌شود")
    keyed: Flag = Field(default=False, title="هر ماده، بند، تبصره، مورد و ردیف کلید دارد")
    signers: tuple[Text, ...] = Field(default=(), title="امضاکنندگان")
    initials: tuple[Text, ...] = Field(default=(), title="پاراف‌ها")

    @model_validator(mode="after")
    def _is_confirmed_alone(self) -> Declaration:
        """A record holds one confirmation, so a neighbourhood has one document of the kind."""
        alone = self.subject.each in ("", *(name for name, field in Dossier.model_fields.items() if field.default is None))
        if self.confirmation and (self.subject.of == "province" or not alone):
            raise PydanticCustomError("kind-confirmation-of-several", "several", {"path": ("confirmation",)})
        return self


class KindView(Declaration):
    """A kind as templates see it: its declaration and its id (the folder's name), and no path."""

    id: str


class Kind(KindView):
    """A kind of document with the folder of its template."""

    folder: Path

    @property
    def view(self) -> KindView:
        """The kind as its template sees it."""
        return KindView(**{name: getattr(self, name) for name in KindView.model_fields})

    @property
    def template(self) -> Path:
        """The file of its template."""
        return self.folder / TEMPLATE

    @property
    def needed(self) -> tuple[str, ...]:
        """The records without which a neighbourhood gets no document of it."""
        found_in = [self.subject.record] if self.subject.record and not self.of_province else []
        return tuple(dict.fromkeys((*self.requires, *found_in)))

    @property
    def of_province(self) -> bool:
        """Whether its documents are of the province, not of a neighbourhood each."""
        return self.subject.of == "province"

    @property
    def records(self) -> frozenset[str]:
        """The records that its documents are made from; no other can be seen by its template."""
        return _records(Same(self))

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that a final needs."""
        return tuple(each for each in self.final_requires if isinstance(each, str))

    @property
    def approvals(self) -> tuple[NeededApproval, ...]:
        """The approvals that a final needs."""
        return tuple(each.approval for each in self.final_requires if isinstance(each, ApprovalItem))


@lru_cache(maxsize=256)
def _records(same: Same[Kind]) -> frozenset[str]:
    """Find the records of a kind once: planning asks for them at each document. A copy of a kind is another one."""
    kind = same.value
    finals = {fact.partition(".")[0] for fact in kind.facts} | ({"approvals"} if kind.approvals else set())
    finals |= {kind.confirmation.record.partition(".")[0]} if kind.confirmation else set()
    found_in = {kind.subject.record} - {""}
    return frozenset(kind.needed) | frozenset(kind.reads) | finals | found_in


def declarations(templates: Path, packaged: Path | None = None) -> dict[str, Path]:
    """Return the declaration of each kind by its id."""
    own = {file.parent.name: file for file in templates.glob(f"*/{DECLARATION}")}
    lent = packaged.glob(f"*/{DECLARATION}") if packaged else ()
    # A folder of the project that lacks its declaration hides the packaged kind too, as the templates see it.
    beneath = {file.parent.name: file for file in lent if not plainfiles.is_folder(templates / file.parent.name)}
    found = beneath | own
    return {name: found[name] for name in sorted(found)}


def find_kinds(templates: Path, packaged: Path | None = None) -> Outcome[tuple[Kind, ...]]:
    """Find the kinds in a folder of templates and beneath it, in their order; one that is wrong is left out."""
    read = [_read(file) for file in declarations(templates, packaged).values()]
    kinds = sorted((each.value for each in read if each.value), key=lambda kind: (kind.order, kind.id))
    problems = [*(found for each in read for found in each.problems), *_repeated(kinds, templates), *_coded(kinds, templates)]
    return Outcome.of(tuple(kinds), [*problems, *_hidden(templates, packaged)])


def _hidden(templates: Path, packaged: Path | None) -> Iterator[Problem]:
    """Report each folder of the project that has the name of a packaged kind and is none."""
    for name in declarations(packaged) if packaged else ():
        if plainfiles.is_folder(templates / name) and not plainfiles.is_file(templates / name / DECLARATION):
            yield problem("kind-declaration-missing", Place(templates / name / DECLARATION), kind=name)


def _read(file: Path) -> Outcome[Kind]:
    folder = file.parent
    problems: list[Problem] = []
    if not is_id(folder.name):
        problems.append(problem("kind-id-malformed", Place(file), kind=folder.name))
    if not plainfiles.is_file(folder / TEMPLATE):
        problems.append(problem("kind-template-missing", Place(file), kind=folder.name))
    parsed = yamltext.read(file)
    problems += parsed.problems
    if parsed.node is None:
        return Outcome.of(None, problems)
    declaration, found = typed.load(parsed.node, Declaration, file)
    problems += found
    if declaration is None or worst(problems) is Severity.ERROR:
        return Outcome.of(None, problems)
    return Outcome.of(Kind(id=folder.name, folder=folder, **dict(declaration)), problems)


def unknown_bodies(kinds: Sequence[Kind], bodies: Mapping[str, str]) -> list[Problem]:
    """Report each approval that a kind needs from a body that is not among `bodies` (names by ids)."""
    return [
        problem(
            "kind-body-unknown", Place(kind.folder / DECLARATION), body=need.by, about=need.of, remedy=_near(need.by, bodies)
        )
        for kind in kinds
        for need in kind.approvals
        if need.by not in bodies
    ]


def _near(given: str, bodies: Mapping[str, str]) -> str:
    shown = {name: f"{name} ({title})" for name, title in bodies.items()}
    return remedy([shown[name] for name in near_matches(given, bodies, 1)], shown.values())


def _repeated(kinds: Sequence[Kind], own: Path) -> list[Problem]:
    """Report each kind with the order of another, one of the project's own where it can, or with a name of another."""
    problems = []
    for pair in pairwise(kinds):
        before, kind = sorted(pair, key=lambda each: each.folder.parent == own)
        if before.order == kind.order:
            names = {"kind": kind.id, "other": before.id, "order": numeral(kind.order)}
            problems.append(problem("kind-order-repeated", Place(kind.folder / DECLARATION), **names))
    for before, kind in combinations(kinds, 2):
        if name := _names_both(kind, before) or _names_both(before, kind):
            values = {"kind": kind.id, "other": before.id, "name": name}
            problems.append(problem("kind-name-repeated", Place(kind.folder / DECLARATION), **values))
    return problems


def _coded(kinds: Sequence[Kind], own: Path) -> Iterator[Problem]:
    """Report each kind with the letters of another, one of the project's own where it can."""
    first: dict[str, Kind] = {}
    for kind in sorted(kinds, key=lambda each: each.folder.parent == own):
        other = first.setdefault(kind.code, kind) if kind.code else kind
        if other is not kind:
            values = {"kind": kind.id, "other": other.id, "code": str(kind.code)}
            yield problem("kind-code-repeated", Place(kind.folder / DECLARATION), **values)


def _names_both(kind: Kind, other: Kind) -> str:
    """Return the id or the short name of a kind when it also names another, as people read; else nothing."""
    taken = {fold(name) for name in (other.id, other.short, other.title)}
    return next((name for name in (kind.short, kind.id) if name and fold(name) in taken), "")
