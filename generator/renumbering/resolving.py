"""Finds what a reference means, and writes its right numbers.

A link means the bookmark that it leads to, whatever stands in it. A reference that was typed means what bore its number when
the file came: where just one thing did it is certain, and changed; where none or several did nobody can know, and it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.persian import numeral
from generator.renumbering.lines import Line, Link
from generator.renumbering.references import Number, Part, Reference
from generator.renumbering.spelling import printed
from generator.renumbering.structure import Contract, Kind, Numbered
from generator.renumbering.text import Mark


class DoubtError(Exception):
    """What a reference means cannot be known; carries the code of the sentence that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Write:
    """A part of a line and what is right in its place."""

    start: int
    end: int
    new: str


class Resolver:
    """Knows the numbered things of a contract by their old numbers, their places and their bookmarks."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._by_line = {each.line.number: each for each in contract.things}
        self._marked = contract.text.named
        self.marks = contract.text.alive

    def linked(self, link: Link, reference: Reference, line: Line) -> tuple[list[Write], Numbered | None, bool]:
        """Return the numbers of a link's text, what it leads to, and whether its lost bookmark is to be put there."""
        kind = reference.parts[0].kind
        mark = self.marks.get(link.anchor)
        if mark and (found := self._at(mark, kind, reference)):
            return _writes(reference, [found], line), found, False
        if mark and self._is_other(mark, kind):
            return [], None, False
        lost = [each for each in self._typed(reference, line)[0] if each.line.number not in self._marked]
        if len(lost) != 1:
            raise DoubtError("renumber-target-gone")
        return _writes(reference, lost, line), lost[0], True

    def typed(self, reference: Reference, line: Line) -> list[Write]:
        """Return the numbers of a reference that was typed; DoubtError when what it means is not certain."""
        found = self._typed(reference, line)
        if not all(found):
            raise DoubtError("renumber-number-missing")
        targets = [each[0] for each in found]
        writes = _writes(reference, targets, line)
        for position, candidates in enumerate(found):
            for other in candidates[1:]:
                if _writes(reference, [*targets[:position], other, *targets[position + 1 :]], line) != writes:
                    raise DoubtError("renumber-several-bear-it")
        return writes

    def _at(self, mark: Mark, kind: Kind, reference: Reference) -> Numbered | None:
        """Return what a bookmark names: what begins with it; of several that have none of their own the one of that number."""
        first = self._by_line.get(mark.place)
        first = first if first and first.kind == kind else None
        inside = [
            each
            for each in self._contract.of(kind)
            if mark.place < each.line.number <= mark.end and each.line.number not in self._marked
        ]
        fits = [each for each in ([first] if first else []) + inside if _bears(each, reference.parts[0].numbers[:1])]
        return fits[0] if len(fits) == 1 else first

    def _is_other(self, mark: Mark, kind: Kind) -> bool:
        """Return whether a bookmark names what never had a number of this kind, as the heading of a chapter."""
        line = self._contract.text.lines[mark.place]
        return mark.place not in self._by_line and bool(line.text.strip()) and kind not in ("article", "clause", "note")

    def _typed(self, reference: Reference, line: Line) -> list[list[Numbered]]:
        """Return what bore each of the first numbers of a reference when the file came."""
        first = reference.parts[0]
        annex, article = self._contract.around(line)
        scope = self._scope(reference, annex)
        inside = self._inside(reference, article)
        found: list[list[Numbered]] = []
        each_number: list[tuple[Number, ...]] = [(each,) for each in first.numbers]
        for numbers in each_number or [()]:
            found.append(
                [
                    each
                    for each in self._contract.of(first.kind)
                    if scope(each) and inside(each) and _bears(each, numbers, reference)
                ]
            )
        return found

    def _scope(self, reference: Reference, around: Numbered | None) -> Callable[[Numbered], bool]:
        named = reference.part("annex") if reference.parts[0].kind != "annex" else None
        if named and named.numbers:
            return lambda each: each.annex is not None and _bears(each.annex, named.numbers)
        if named and named.own:
            return lambda each: each.annex is around
        if reference.parts[0].kind in ("annex", "table", "figure"):
            return lambda _: True
        return lambda each: each.annex is None or each.annex is around

    def _inside(self, reference: Reference, around: Numbered | None) -> Callable[[Numbered], bool]:
        clause, article = reference.part("clause"), reference.part("article")
        if is_bare(reference):
            return lambda each: each.article is around
        if reference.parts[0].kind in ("article", "annex", "table", "figure"):
            return lambda _: True

        def inside(each: Numbered) -> bool:
            if article and article.own and each.article is not around:
                return False
            if article and article.numbers and not (each.article and _bears(each.article, article.numbers)):
                return False
            if clause is None or clause is reference.parts[0]:
                return True
            return each.clause is not None and _bears(each.clause, clause.numbers, reference)

        return inside


def _bears(thing: Numbered, numbers: Sequence[Number], reference: Reference | None = None) -> bool:
    """Return whether something bore one of these numbers; of no number a note alone in its article."""
    if not numbers:
        return thing.old == ()
    return any(_is(thing, number, reference) for number in numbers)


def _is(thing: Numbered, number: Number, reference: Reference | None) -> bool:
    if thing.kind == "item":
        return thing.letter == number.letter if number.letter else thing.old == number.path
    if thing.bis != number.bis or thing.old is None:
        return False
    if (
        thing.kind == "clause"
        and len(number.path) < len(thing.old)
        and reference
        and (reference.part("article") or is_bare(reference))
    ):
        return thing.old[1:] == number.path
    return thing.old == number.path


def is_bare(reference: Reference) -> bool:
    """Return whether a reference does not say of which article its clause, note or item is."""
    first = reference.parts[0]
    if first.kind == "clause":
        return len(reference.parts) == 1 and all(len(each.path) == 1 for each in first.numbers)
    return first.kind in ("note", "item") and len(reference.parts) == 1


def _writes(reference: Reference, targets: Sequence[Numbered], line: Line) -> list[Write]:
    first = reference.parts[0]
    found: list[Write] = []
    if first.numbers:
        for number, target in zip(first.numbers, targets, strict=False):
            found += _written(first, number, target, reference, line)
    elif targets[0].new:
        found.append(Write(first.word, first.word, f" {printed(targets[0].new)}"))
    for part in reference.parts[1:]:
        around = {"clause": targets[0].clause, "article": targets[0].article, "annex": targets[0].annex}.get(part.kind)
        if around is not None and len(part.numbers) == 1:
            found += _written(part, part.numbers[0], around, reference, line)
    return found


def _written(part: Part, number: Number, target: Numbered, reference: Reference, line: Line) -> Iterable[Write]:
    """Return what is to be written for one number; nothing where it is right."""
    if target.kind != part.kind:
        return []
    if target.kind == "item":
        new = target.order[target.new[0] - 1] if target.letter and target.new else printed(target.new)
        right = new and line.shown(number.start, number.end) != new
        return [Write(number.start, number.end, new)] if right else []
    if target.kind == "note" and not target.new:
        return [Write(part.word, max(number.tail, part.end), "")]
    path = target.new
    if (
        part.kind == "clause"
        and len(number.path) < len(target.old or path)
        and (reference.part("article") or is_bare(reference))
    ):
        path = path[1:]
    return number_writes(line, number.start, number.end, number.tail, path)


def number_writes(line: Line, start: int, end: int, tail: int, path: tuple[int, ...]) -> list[Write]:
    """Return what makes a number right: digit by digit where it has as many parts, so that the signs between them stay."""
    digits = [*re.finditer(r"\d+", line.text[start:end])]
    found = [Write(end, tail, "")] if tail > end else []
    if len(digits) == len(path) and "مکرر" not in line.text[start:end]:
        for each, right in zip(digits, path, strict=True):
            first, last = start + each.start(), start + each.end()
            if line.shown(first, last) != numeral(right):
                found.append(Write(first, last, numeral(right)))
    else:
        found.append(Write(start, end, printed(path)))
    return found
