"""What the rules over a neighbourhood asked of the names that any record may cite, so that they run again when it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.checks import Names
from generator.reading.store import digest

Answers = Mapping[tuple[str, str | None], str | None]
"""For a kind and an id its name, None where nothing has the id; for a kind without an id the digest of all its names."""


class Asking:
    """The names that records may cite, with a note of each that was asked for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._questions: set[tuple[str, str | None]] = set()

    @property
    def names(self) -> Names:
        """The names, which note what is asked."""
        known = self._names.by_kind
        noting = {kind: named if named is None else _Noting(kind, named, self._questions) for kind, named in known.items()}
        return replace(self._names, by_kind=noting)

    @property
    def answers(self) -> Answers:
        """What was asked until now, with its answers."""
        return {question: answer(self._names, *question) for question in self._questions}


class _Noting(Mapping[str, str]):
    def __init__(self, kind: str, named: Mapping[str, str], questions: set[tuple[str, str | None]]) -> None:
        self._kind, self._named, self._questions = kind, named, questions

    def __getitem__(self, id_: str) -> str:
        self._questions.add((self._kind, id_))
        return self._named[id_]

    def __contains__(self, id_: object) -> bool:
        self._questions.add((self._kind, str(id_)))
        return id_ in self._named

    def __iter__(self) -> Iterator[str]:
        self._questions.add((self._kind, None))
        return iter(self._named)

    def __len__(self) -> int:
        self._questions.add((self._kind, None))
        return len(self._named)


def answer(names: Names, kind: str, id_: str | None) -> str | None:
    """Return what names answer to a question."""
    named = names.by_kind.get(kind)
    if named is None:
        return None
    return named.get(id_) if id_ is not None else digest(*(part for pair in sorted(named.items()) for part in pair))


def same(answers: Answers, names: Names) -> bool:
    """Return whether names answer as others did."""
    return all(answer(names, *question) == said for question, said in answers.items())


def of_whole(names: Names) -> str:
    """Return a digest of all that rules know of names without asking: which are known at all, and the catalogues in them."""
    known = [kind for kind, named in sorted(names.by_kind.items()) if named is not None]
    catalogues = (each.model_dump_json() if each else "" for each in (names.legal, names.bodies))
    return digest(*known, "", repr(sorted(names.owners.items())), repr(sorted(names.recipients.items())), *catalogues)
