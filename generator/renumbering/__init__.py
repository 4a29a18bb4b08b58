"""Puts the numbers of a contract right after somebody put articles, clauses or notes into its Word file, or took some out.

`renumber` reads a file of this program, whoever saved it last, and gives the same file with right numbers, what it changed, and
what only a person can decide. Numbers stay text, as lawyers need them: nothing here makes a field or a list of Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.inspection.package import Package, UnreadableError
from generator.renumbering import counts, labels, numbering, references, structure
from generator.renumbering.anchors import put_back
from generator.renumbering.lines import Line
from generator.renumbering.package import with_document
from generator.renumbering.pen import Pen
from generator.renumbering.references import Reference, Whose
from generator.renumbering.resolving import DoubtError, Resolver, Write, is_bare
from generator.renumbering.structure import Contract, Numbered, Styles
from generator.renumbering.text import Text

__all__ = ["Change", "Doubt", "NoContractError", "Renumbered", "UnreadableError", "renumber"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `what` it is of (`label`, `reference`, `count`), what stood there, what stands there now, and where."""

    what: str
    old: str
    new: str
    where: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only a person can decide: the code of its sentence, the words that it is about, and where they are."""

    code: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The file with right numbers; the very bytes that came where nothing was wrong."""

    data: bytes
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    tracked: bool = False
    """Whether the changes are tracked changes of Word."""


class NoContractError(Exception):
    """The file has no article in the style of this program."""


def renumber(data: bytes) -> Renumbered:
    """Put the numbers of a contract right; UnreadableError for what is no Word file, NoContractError without any article."""
    package = Package(data)
    text = Text(package.document.root)
    contract = structure.read(text, Styles(package.styles))
    if not any(contract.of("article")):
        raise NoContractError
    numbering.run(contract)
    work = _Work(contract)
    work.run()
    if not work.changes:
        return Renumbered(data, (), tuple(work.doubts))
    root = package.document.root
    pen = Pen(root, tracked=package.tracks_changes)
    pen.write(text.lines)
    for name, line in work.lost.items():
        put_back(root, line.paragraph, name, pen.number())
    written = with_document(data, package.document.name, root)
    return Renumbered(written, tuple(work.changes), tuple(work.doubts), package.tracks_changes)


@dataclass(slots=True)
class _Work:
    """What is found on the way through a contract."""

    contract: Contract
    changes: list[Change] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    lost: dict[str, Line] = field(default_factory=dict)
    """The bookmarks to be put back, and where."""

    def run(self) -> None:
        """Go through the lines in their order."""
        things = {each.line.number: each for each in self.contract.things}
        resolver = Resolver(self.contract)
        between = labels.separator(self.contract)
        unnumbered = {line.number for line in self._unnumbered(resolver)}
        around: Numbered | None = None
        for line in self.contract.text.lines:
            thing = things.get(line.number)
            around = thing or around
            if thing is not None:
                self._label(thing, between)
            if line.number in unnumbered:
                self._doubt("renumber-clause-unnumbered", line.shown(0, len(line.text)), labels.place(around))
            self._references(line, thing.label if thing else 0, resolver, around)
            self._counts(line, around)

    def _unnumbered(self, resolver: Resolver) -> Iterator[Line]:
        """Yield the paragraphs in the style of clauses that neither have a number nor lie in the bookmark of a clause."""
        parts = {each.line.number for each in self.contract.things if each.kind not in ("article", "annex")}
        inside = [mark for name, mark in resolver.marks.items() if name.startswith("c_") and mark.place in parts]
        for line in self.contract.unnumbered:
            if not any(mark.start < line.number <= mark.end for mark in inside):
                yield line

    def _label(self, thing: Numbered, between: str) -> None:
        writes = labels.writes(thing, between)
        if writes:
            self._write(thing.line, writes)
            old, new = labels.old_name(thing), labels.new_name(thing)
            self.changes.append(Change("label", old, new, labels.place(thing)))

    def _references(self, line: Line, start: int, resolver: Resolver, around: Numbered | None) -> None:
        found = [*references.find(line.text, start, line.apart)]
        for reference, whose in zip(found, references.whose(line.text, found), strict=True):
            try:
                writes = self._resolved(reference, whose, line, resolver, around)
            except DoubtError as doubt:
                self._doubt(doubt.code, line.shown(reference.start, reference.end), labels.place(around))
                continue
            if writes:
                self._write(line, writes)
                old = line.shown(reference.start, reference.end)
                self.changes.append(Change("reference", old, _after(line, reference, writes), labels.place(around)))

    def _resolved(
        self, reference: Reference, whose: Whose, line: Line, resolver: Resolver, around: Numbered | None
    ) -> Sequence[Write]:
        link = line.link_of(reference.start, reference.end)
        if link and link.anchor.startswith("c_"):
            writes, target, is_lost = resolver.linked(link, reference, line)
            if is_lost and target:
                self.lost.setdefault(link.anchor, target.line)
            if target and self._is_in_copy(line, target):
                self._doubt("renumber-link-copied", line.shown(reference.start, reference.end), labels.place(around))
            return writes
        if whose is Whose.LAW:
            return []
        try:
            writes = resolver.typed(reference, line)
        except DoubtError:
            if whose is Whose.UNSURE or is_bare(reference):
                return []
            raise
        if writes and whose is Whose.UNSURE:
            raise DoubtError("renumber-law-named")
        if writes and is_bare(reference):
            raise DoubtError("renumber-article-unsaid")
        return writes

    def _is_in_copy(self, line: Line, target: Numbered) -> bool:
        """Return whether a link stands in a copy of the article that it leads into."""
        _, article = self.contract.around(line)
        if article is None or target.article is None or article is target.article or article is target:
            return False
        return article.old is not None and article.old == target.article.old and article.annex is target.article.annex

    def _counts(self, line: Line, around: Numbered | None) -> None:
        for count in counts.find(line, self.contract):
            old = line.shown(count.start, count.end)
            if not count.new:
                self._doubt("renumber-count-of-none", f"{old} {count.what}", labels.place(around))
                continue
            self._write(line, [Write(count.start, count.end, count.new)])
            changed = Change("count", f"{old} {count.what}", f"{count.new} {count.what}", labels.place(around))
            self.changes.append(changed)

    def _doubt(self, code: str, text: str, where: str) -> None:
        self.doubts.append(Doubt(code, labels.shortened(text), where))

    def _write(self, line: Line, writes: Sequence[Write]) -> None:
        for write in writes:
            line.replace(write.start, write.end, write.new)


def _after(line: Line, reference: Reference, writes: Sequence[Write]) -> str:
    """Return the words of a reference with its right numbers."""
    parts: list[str] = []
    at = reference.start
    for write in sorted(writes, key=lambda each: each.start):
        parts += [line.shown(at, write.start), write.new]
        at = write.end
    return "".join([*parts, line.shown(at, reference.end)]).replace("\u200f", "")
