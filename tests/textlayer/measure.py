"""The share of the words of a document that a reader finds in its PDF, each kind of word apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.persian import numeral
from tests.textlayer import docx
from tests.textlayer.readers import READERS
from tests.textlayer.words import HALF_SPACE, KINDS, counted, divided, words

LEAST = 0.995
"""The share of all words that each reader finds at least."""

LEAST_OF_A_KIND = 0.99
ENOUGH = 50
"""How many words of a kind make a share of them mean anything."""

MOST_DIVIDED = 0.01
"""The share of words that the ends of lines may divide; more would say that a reader sees ends where there are none."""

MOST_STRANGE = 0.001
"""How many words a reader may find that the document does not say, for each that it says: cells that run together."""


_LONGEST_LIST = 60
"""Items of a list that Word counts."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How often each word is said, is not found, was found in two pieces at the end of a line, and is found but not said."""

    wanted: Counter[str]
    lost: Counter[str]
    broken: Counter[str]
    strange: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str = "") -> int:
        """How many words of a kind, or without one of all, are looked for; those in two pieces are not."""
        return _of(self.wanted, kind) - _of(self.broken, kind)

    def share(self, kind: str = "") -> float:
        """The share of these that is found."""
        count = self.count(kind)
        return 1 - _of(self.lost, kind) / count if count else 1.0

    def faults(self) -> list[str]:
        """What falls short of the bounds, with the words that are lost most often."""
        short = [
            f"{kind or 'all words'}: {self.share(kind):.4f} of {self.count(kind)} found, lost {self.named(kind)}"
            for kind in ("", *KINDS)
            if self.share(kind) < (LEAST_OF_A_KIND if kind else LEAST) and (not kind or self.count(kind) >= ENOUGH)
        ]
        if self.broken.total() > MOST_DIVIDED * self.wanted.total():
            short.append(f"{self.broken.total()} of {self.wanted.total()} words in two pieces: {_named(self.broken)}")
        if self.strange.total() > MOST_STRANGE * self.wanted.total():
            short.append(f"{self.strange.total()} words that the document does not say: {_named(self.strange)}")
        return short

    def named(self, kind: str = "", most: int = 8) -> str:
        """The words that are lost most often, with their number."""
        return _named(Counter({word: count for word, count in self.lost.items() if _is(word, kind)}), most)


def _named(lost: Counter[str], most: int = 8) -> str:
    return "، ".join(f"{word} {count}" for word, count in lost.most_common(most))


def _is(word: str, kind: str) -> bool:
    return not kind or KINDS[kind].search(word) is not None


def _of(counts: Counter[str], kind: str) -> int:
    return sum(count for word, count in counts.items() if _is(word, kind))


def measure(said: docx.Said, pages: Sequence[str]) -> Measure:
    """Compare what a document says with the pages that a reader found.

    The pieces of a word that the end of a line divides are words that the document does not say.
    """
    found = [counted([page]) for page in pages]
    every = sum(found, Counter[str]())
    own = 0 if said.cover is None else 1
    # A cover that is all of a document has no page after it, and so nothing bears the headers of these.
    later = () if own and len(found) == 1 else said.furniture
    lost_heads = _take_heads(said.cover or (), found[:own]) + _take_heads(later, found[own:])
    wanted, everywhere = counted([said.body]), sum(found, Counter[str]())
    lost = wanted - everywhere
    broken = _broken(lost, everywhere - wanted, pages)
    known = wanted + counted((*said.furniture, *(said.cover or ())))
    return Measure(known, lost - broken + lost_heads, broken, _strange(every, known, len(pages)))


def _strange(found: Counter[str], known: Counter[str], pages: int) -> Counter[str]:
    """The words that are found but not said, except for numbers of pages and of lists, which each format counts for itself."""
    counted_by_format = {numeral(number) for number in range(max(pages, _LONGEST_LIST) + 1)}
    strange = {word: count for word, count in found.items() if word not in known and word not in counted_by_format}
    # «۳/۱۲»: the pages that a document has without its annexes, or one of these, are no more than all.
    pairs = {word for word in strange if len(parts := word.split("/")) == 2 and counted_by_format.issuperset(parts)}
    return Counter({word: count for word, count in strange.items() if word not in pairs})


def _take_heads(texts: Sequence[str], found: Sequence[Counter[str]]) -> Counter[str]:
    """Take the words of headers and footers out of the pages that bear them; what is lost of these.

    The document says each once, its PDF on every page: it is found as it is on the pages that have most of it, and from these
    pages it is taken, so that it cannot make up for what the body lost. Longer ones first: where one of them stands, a shorter
    one whose words are all among its own does not.
    """
    lost: Counter[str] = Counter()
    borne: list[list[Counter[str]]] = [[] for _ in found]
    for head in sorted(_heads(texts), key=lambda head: -head.total()):
        free = [number for number, others in enumerate(borne) if all(head - other for other in others)]
        most = max(((head & found[number]).total() for number in free), default=0)
        bearing = [number for number in free if (head & found[number]).total() == most]
        if not found:
            lost += head
        elif bearing:
            lost += head - found[bearing[0]]
        for number in bearing:
            found[number].subtract(head & found[number])
            borne[number].append(head)
    return lost


def _heads(texts: Sequence[str]) -> Iterable[Counter[str]]:
    """The words of headers and footers; those that differ in numbers alone, as the annexes' do, are one without these."""
    heads: dict[frozenset[tuple[str, int]], Counter[str]] = {}
    for head in map(counted, zip(texts, strict=True)):
        named = frozenset((word, count) for word, count in head.items() if not word.isdecimal())
        heads[named] = heads[named] & head if named in heads else head
    return heads.values()


def _broken(lost: Counter[str], besides: Counter[str], pages: Iterable[str]) -> Counter[str]:
    """The lost words that stand in two pieces at the end of a line and the beginning of the next one."""
    broken: Counter[str] = Counter()
    left = lost.copy()
    for page in pages:
        for first, second in divided(page.split("\n")):
            for word in dict.fromkeys(((first + second), first.rstrip(HALF_SPACE) + HALF_SPACE + second)):
                pieces = Counter(piece for each in (first, second) for piece in words(each))
                if left[word] > 0 and not pieces - besides:
                    left[word] -= 1
                    besides = besides - pieces
                    broken[word] += 1
    return broken


def measured(file: Path, pdf: Path, readers: Iterable[str] = READERS) -> Iterator[tuple[str, Measure]]:
    """The measure of a document by the name of each reader."""
    said = docx.said(file)
    for name in readers:
        yield name, measure(said, READERS[name](pdf))
