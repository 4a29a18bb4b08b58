"""The confirmation of a document's text: what a kind declares of it, and whether what is printed is what was confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.checks import Finding
from generator.checks.scope import place
from generator.model.fields import Text
from generator.model.paths import fields_at, record_in, types_of
from generator.model.records.confirmation import Confirmation
from generator.model.records.workspace import Dossier
from generator.tree.digest import digest
from generator.tree.nodes import Document
from generator.tree.walk import every_block

if TYPE_CHECKING:  # A subject is of a kind, which declares what is here.
    from generator.build.subjects import Subject

CONFIRMED = "text_confirmed"
"""The name by which a template asks whether its text is the one confirmed."""

_PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_RECORD_AND_FIELD = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")


def _printed(value: object) -> object:
    if not isinstance(value, str) or not _PATH.fullmatch(value) or not any(fields_at(Dossier, value.split("."))):
        raise PydanticCustomError("kind-fact-absent", "{value}", {"value": str(value)})
    return value


def _confirmation(value: object) -> object:
    path = str(_printed(value))
    if not _RECORD_AND_FIELD.fullmatch(path) or not any(
        Confirmation in types_of(field) for field in fields_at(Dossier, path.split("."))
    ):
        raise PydanticCustomError("kind-confirmation-unknown", "{value}", {"value": path})
    return path


class Confirming(BaseModel):
    """How the text of a kind's documents is confirmed: by whom and when is in the field `record` of a neighbourhood's record.

    What is confirmed is all that a document says `without` these facts, and without the block with the key `notice`, which
    says whether it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    record: Annotated[str, BeforeValidator(_confirmation)] = Field(title="جای تأیید")
    notice: Text = Field(title="کلید آگهی تأیید")
    without: tuple[Annotated[str, BeforeValidator(_printed)], ...] = Field(default=(), title="آنچه جزء متن تأییدشده نیست")

    def digest(self, document: Document) -> str:
        """Return the digest of what is confirmed of a finished tree."""
        return digest(document, self.without, self.notice)

    def says_it(self, document: Document) -> bool:
        """Return whether a document has the block that says whether its text is confirmed."""
        return any(getattr(block, "key", "") == self.notice for block in every_block(document))


def given(subject: Subject) -> Confirmation | None:
    """Return the confirmation that a subject's record holds, None where none is given."""
    if subject.kind.confirmation is None or subject.dossier is None:
        return None
    name, field = subject.kind.confirmation.record.split(".")
    found = getattr(getattr(subject.dossier, name), field, None)
    return found if isinstance(found, Confirmation) else None


def agrees(document: Document, subject: Subject) -> bool:
    """Return whether what a finished tree says was confirmed."""
    confirmation, confirming = given(subject), subject.kind.confirmation
    return confirmation is not None and confirming is not None and confirming.digest(document) == confirmation.digest


def outdated(document: Document, subject: Subject) -> Iterator[Finding]:
    """Yield a finding where a text was confirmed, and the finished tree says another one."""
    confirmation = given(subject)
    if confirmation is not None and not agrees(document, subject):
        yield _finding("text-changed", subject, on=str(confirmation.on), by=confirmation.by)


def absent(subject: Subject) -> Iterator[Finding]:
    """Yield a finding where nobody has confirmed the text of a kind that needs it."""
    if subject.kind.confirmation is not None and subject.dossier is not None and given(subject) is None:
        yield _finding("text-unconfirmed", subject, fact=_title(subject.kind.confirmation.record))


def place_of(subject: Subject) -> tuple[str, tuple[str | int, ...]]:
    """Return the file and the field in it of the confirmation of a subject whose kind has one."""
    assert subject.dossier is not None and subject.kind.confirmation is not None
    name, field = subject.kind.confirmation.record.split(".")
    return place(subject.dossier, name, (field,))


def keys_of(declared: Confirming) -> list[str]:
    """Return the keys of the record that holds the confirmation, in their order."""
    name = declared.record.partition(".")[0]
    record = record_in(Dossier.model_fields[name].annotation)
    return [*record.model_fields] if record else []


def _finding(code: str, subject: Subject, **values: str) -> Finding:
    values["command"] = f'sanad confirm {subject.kind.id} {subject.place} --by "…"'
    return Finding(code, *place_of(subject), values)


def _title(path: str) -> str:
    return next(field.title or path for field in fields_at(Dossier, path.split(".")))
