"""What becomes of one document: its files, or the problems that stopped it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.intended import NO_TEXTS, Texts
from generator.build.undrawable import Undrawn
from generator.checks import Finding
from generator.problems.errors import Problem
from generator.tree.nodes import Registration


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """The outcome for one subject: its files as (path under output, bytes) and warnings, or the problems that stopped it.

    `findings` are the facts behind the problems, or what is to be said of the records of a document that was built; `undrawn`
    stopped it too: only the caller knows the places of the records.
    `traceback` is the text of an error that nobody foresaw.
    """

    files: tuple[tuple[Path, bytes], ...] = ()
    problems: tuple[Problem, ...] = ()
    undrawn: tuple[Undrawn, ...] = ()
    exit_code: int = 0
    findings: tuple[Finding, ...] = ()
    traceback: str = ""
    noted: tuple[str, ...] = ()
    """What it has asked of the catalogues."""
    pictured: Mapping[str, str] = field(default_factory=dict)
    """The files that decide which pictures it shows, with their digests."""
    seconds: float = field(default=0.0, compare=False)
    """How long it took; documents are equal however long they took."""
    registration: Registration | None = None
    """What a final is to be registered as."""
    same: bool = False
    """Whether its text is that of the last final, which is then in the place of files."""
    texts: Texts = NO_TEXTS
    """What it says, block by block, where it is to be registered."""
