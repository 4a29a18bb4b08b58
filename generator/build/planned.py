"""What is planned of a place: its documents, and why it gets none of a kind."""

from __future__ import annotations

from dataclasses import dataclass

from generator.build.kinds import Kind
from generator.build.omissions import LeftOut
from generator.build.subject import name_of
from generator.problems.errors import Problem


@dataclass(frozen=True, slots=True)
class Planned:
    """A document that is to be made: what it is about, and what is not known yet that its final needs."""

    kind: Kind
    place: str
    place_name: str
    """What the neighbourhood is called; of the province nothing."""
    id: str
    title: str
    sample: bool
    about: str
    """The digest of the records that it is about."""
    unread: frozenset[str]
    """The entries of its own series that it does not read."""
    gaps: tuple[Problem, ...]
    concerns: tuple[str, ...] = ()
    """The neighbourhoods that a document of the province is about; none where it is about all of them."""
    holds: tuple[tuple[str, frozenset[str]], ...] = ()
    """Of the series of the province of which its document does not hold all, the ids that it holds."""
    with_samples: bool = False
    """Whether a provincial document holds samples too."""

    @property
    def name(self) -> str:
        """What the document is called, draft or final."""
        return name_of(self.place, self.kind.id, self.id)


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents that a place gets, in the order of the kinds, and the kinds of which it gets none."""

    documents: tuple[Planned, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
