"""The register searched: by number, words, recipient and day; and how each document stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.build import naming
from generator.build.planned import Planned
from generator.build.project import Project
from generator.model.records.register import Entry, Register
from generator.persian import JalaliDate, fold, to_western
from generator.problems.errors import DataError, Problem
from generator.records import register as registers

DRAFT = "پیش‌نویس"
"""How a document stands of which no final was issued."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words that all are found, a recipient by id or name, days from one to another."""

    words: Sequence[str] = ()
    recipient: str = ""
    since: JalaliDate | None = None
    until: JalaliDate | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """A final with its state, and what was written down of it afterwards."""

    issued: Entry
    state: str
    later: tuple[Entry, ...]


def faults(project: Project) -> list[Problem]:
    """Return the errors of the register, with which no final is issued."""
    return [*registers.faults(project.problems, project.folders.plans)]


def search(project: Project, asked: Search) -> Iterator[Registered]:
    """Yield the finals that are looked for, in the order of their issue; UsageError for a recipient whom nobody knows."""
    register = project.workspace.finals if project.workspace else Register()
    recipients = recipients_of(project, asked.recipient)
    for issued in register.issued:
        if recipients is not None and recipients.isdisjoint(issued.recipients):
            continue
        if (asked.since and issued.date < asked.since) or (asked.until and issued.date > asked.until):
            continue
        entries = register.about(issued.about)
        if _says(project, entries, asked.words):
            yield Registered(issued, register.state(issued.about), entries[1:])


def recipients_of(project: Project, given: str) -> set[str] | None:
    """Return the ids that a recipient, an agency or a contact goes by; None where none is asked for.

    UsageError for one whom nobody knows.
    """
    if not given:
        return None
    found = set(naming.ids_or_all([given], naming.recipients(project.reading), "unknown-recipient"))
    catalogue = project.workspace.catalogue if project.workspace else None
    for agency in catalogue.agencies if catalogue else ():
        found |= {each.id for each in agency.recipients} if agency.id in found else set()
    for contact in catalogue.contacts.contacts if catalogue else ():
        found |= {contact.id} if contact.of in found else set()
    return found


def _says(project: Project, entries: Sequence[Entry], words: Sequence[str]) -> bool:
    """Return whether what the register says of a final, or else its own text, has every one of some words."""
    wanted = [_folded(word) for word in words]
    said = _folded(" ".join(_texts(entries)))
    if all(word in said for word in wanted):
        return True
    try:
        kept = " ".join(block.text for block in project.kept.blocks(entries[0].about))
    except DataError:  # It is told by a check.
        return False
    whole = f"{said} {_folded(kept)}"
    return all(word in whole for word in wanted)


def _texts(entries: Sequence[Entry]) -> Iterator[str]:
    for each in entries:
        yield from filter(None, (str(each.number or ""), each.document, each.title, each.reason, each.text, str(each.by or "")))


def _folded(text: str) -> str:
    return to_western(fold(text))


def standing(register: Register, planned: Planned) -> tuple[str, str]:
    """Return how a document stands in the register, and the number of its last final; a draft has none."""
    versions = register.versions(planned.name)
    last = register.last(planned.name) or (versions[-1] if versions else None)
    return (register.state(last.about), last.about) if last else (DRAFT, "")
