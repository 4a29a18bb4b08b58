"""Tidy the values of one file at their places; the new text is read again and compared before it may be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.authoring.formatting.places import Edit, LocatedValue, applied, edits, scalars
from generator.authoring.formatting.prose import names, prose
from generator.authoring.formatting.verification import Original, Point
from generator.authoring.schema.files import kind_of
from generator.persian import without_stray
from generator.persian.orthography import Suspicion, suspicions, tidy
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles, strays
from generator.reading.yamltext import Parsed, read
from generator.reading.yamltext.nodes import Node, Scalar

_BOM = "\ufeff"
_CODES = {
    "ambiguous": "word-ambiguous",
    "glued": "words-glued",
    "typo": "word-misspelt",
    "doubled": "word-doubled",
    "apart": "words-apart",
}


@dataclass(slots=True)
class Formatted:
    """A file before and after: its texts, the number of corrected values, what is doubtful, what is wrong."""

    before: str = ""
    after: str = ""
    values: int = 0
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was corrected."""
        return self.before != self.after


def formatted(file: Path, key: str) -> Formatted:
    """Tidy a file in memory; `key` is its path in `plans/`, which names its model. Refused when its YAML is wrong."""
    parsed = read(file)
    if parsed.failed or parsed.node is None:
        return Formatted(errors=list(parsed.problems))
    kind = kind_of(key)
    try:
        text = plainfiles.read(file).decode("utf-8")
    except (OSError, UnicodeDecodeError):  # It was read a moment ago and is another file now.
        return Formatted(errors=[problem("yaml-file-missing", Place(file))])
    done = Formatted(text, text)
    if kind is None:
        return done
    bom = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    values = list(prose(parsed.node, kind.model))
    rows = [stray.value for stray in strays.rows_of(parsed, kind.model)]
    repairs = _repairs(parsed, values, rows)
    corrected = _correct(file, body, parsed.node, repairs, done)
    done.warnings += [found for found in strays.problems(parsed, file, kind.model) if found.code == "text-cells"]
    done.warnings += _doubts(file, body, parsed.node, values, corrected)
    if corrected:
        done.after = bom + done.after
    return done


def _repairs(parsed: Parsed, values: list[Scalar], rows: list[Point]) -> list[_Repair]:
    """Return how each value is corrected: free text is tidied, others lose what is not seen; pasted rows are left alone."""
    free = {(value.line, value.column) for value in values}
    others = [_Repair(value, without_stray) for value in strays.values(parsed) if (value.line, value.column) not in free]
    repairs = [*(_Repair(value, tidy) for value in values), *others]
    return [repair for repair in repairs if repair.at not in rows]


@dataclass(frozen=True, slots=True)
class _Repair:
    """A value, and the function that gives a part of it as it should be."""

    value: Scalar
    rule: Callable[[str], str]

    @property
    def at(self) -> Point:
        """The place of the value."""
        return self.value.line, self.value.column

    def of(self, piece: str) -> str:
        """Return a part of the value corrected; a space that an end of the part did not have would be lost in the file."""
        new = self.rule(piece)
        new = new if piece[:1] == " " else new.lstrip(" ")
        return new if piece[-1:] == " " else new.rstrip(" ")


@dataclass(frozen=True, slots=True)
class _Correction:
    """A value's new text and the edits that put it there."""

    at: Point
    text: str
    edits: list[Edit]


def _correct(file: Path, text: str, node: Node, repairs: list[_Repair], done: Formatted) -> dict[Point, str]:
    """Correct the values that need it; return their new texts by place, and put the new text of the file into `done`.

    All corrections are tried together; only when the file would read otherwise is each tried alone, and the one that its form
    of writing does not allow is left and reported.
    """
    untidy = [repair for repair in repairs if repair.of(repair.value.text) != repair.value.text]
    if not untidy:
        return {}
    places = scalars(text)
    corrections = [correction for repair in untidy if (correction := _correction_of(repair, places)) is not None]
    original = Original.of(file, text, node)
    kept = corrections if _survives(original, text, corrections) else []
    if corrections and not kept:
        for correction in corrections:
            kept = [*kept, correction] if _survives(original, text, [*kept, correction]) else kept
    corrected = {correction.at: correction.text for correction in kept}
    left = (Place(file, *repair.at) for repair in untidy if repair.at not in corrected)
    done.warnings += (problem("format-left", place) for place in left)
    done.values = len(kept)
    done.after = _applied(text, kept)
    return corrected


def _correction_of(repair: _Repair, places: dict[Point, LocatedValue]) -> _Correction | None:
    placed = places.get(repair.at)
    pieces = _pieces(placed, repair) if placed else {}
    found = edits(placed, pieces) if placed and pieces else None
    return _Correction(repair.at, _whole(placed, pieces), found) if placed and found else None


def _survives(original: Original, text: str, corrections: list[_Correction]) -> bool:
    return original.survives_in(_applied(text, corrections), {correction.at: correction.text for correction in corrections})


def _applied(text: str, corrections: list[_Correction]) -> str:
    return applied(text, [edit for correction in corrections for edit in correction.edits])


def _pieces(placed: LocatedValue, repair: _Repair) -> dict[int, str]:
    """Return the parts of a value that change, by where they begin; a line break is never removed."""
    return {begin: new for begin, piece in placed.pieces() if (new := repair.of(piece)) != piece}


def _whole(placed: LocatedValue, pieces: dict[int, str]) -> str:
    text = placed.text
    for begin, piece in sorted(placed.pieces(), reverse=True):
        text = text[:begin] + pieces.get(begin, piece) + text[begin + len(piece) :]
    return text


def _doubts(file: Path, text: str, node: Node, values: list[Scalar], corrected: dict[Point, str]) -> Iterator[Problem]:
    """Yield what a person must decide about the corrected values, each at its word."""
    named = {(value.line, value.column) for value in names(node)}
    places: dict[Point, LocatedValue] | None = None
    for value in values:
        at = (value.line, value.column)
        whole = corrected.get(at, value.text)
        for doubt in suspicions(whole):
            if at in named and doubt.kind in ("typo", "doubled"):
                continue
            places = scalars(text) if places is None else places
            line, column = _place_of(text, places.get(at), whole, doubt) or at
            meant = " یا ".join(f"«{suggestion}»" for suggestion in doubt.suggestions)
            yield problem(_CODES[doubt.kind], Place(file, line, column), word=doubt.word, meant=meant)


def _place_of(text: str, placed: LocatedValue | None, whole: str, doubt: Suspicion) -> tuple[int, int] | None:
    """Return line and column of a doubtful word in the file as it is, None where it was typed otherwise."""
    if placed is None:
        return None
    earlier = whole.count(doubt.word, 0, doubt.start)
    at = -1
    for _ in range(earlier + 1):
        at = placed.text.find(doubt.word, at + 1)
        if at < 0:
            return None
    index = placed.spans[at].start
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
