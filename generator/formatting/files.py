"""One file: its values tidied at their places, the outcome read again and compared before anybody may write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from generator.errors import Place, Problem
from generator.formatting.places import Placed, applied, edits, scalars
from generator.formatting.prose import model_of, names, prose
from generator.messages import problem
from generator.orthography import Suspicion, suspicions, tidy
from generator.yamltext import parse, read
from generator.yamltext.nodes import Mapping, Node, Scalar, Sequence

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
    """A file before and after: its texts, how many values were mended, what is doubtful, what is wrong."""

    before: str = ""
    after: str = ""
    values: int = 0
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return self.before != self.after


def formatted(file: Path, key: str) -> Formatted:
    """A file tidied in memory; `key` is its path in `plans/`, which names its model. Refused when its YAML is wrong."""
    parsed = read(file)
    if parsed.failed or parsed.node is None:
        return Formatted(errors=list(parsed.problems))
    model = model_of(key)
    text = file.read_bytes().decode("utf-8")
    done = Formatted(text, text)
    if model is None:
        return done
    bom = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    values = list(prose(parsed.node, model))
    mended = _mend(file, body, values, done)
    done.warnings += _doubts(file, body, parsed.node, values, mended)
    if mended:
        _verify(file, body, parsed.node, done.after, mended)
        done.after = bom + done.after
    return done


def _mend(file: Path, text: str, values: list[Scalar], done: Formatted) -> dict[tuple[int, int], str]:
    """Mend the values that need it; returns their new texts by place, and notes the new text of the file in `done`."""
    wanting = [value for value in values if tidy(value.text) != value.text]
    if not wanting:
        return {}
    places = scalars(text)
    changes = []
    mended: dict[tuple[int, int], str] = {}
    for value in wanting:
        at = (value.line, value.column)
        placed = places.get(at)
        pieces = _pieces(placed) if placed else {}
        found = edits(placed, pieces) if placed and pieces else None
        if placed is None or found is None:
            done.warnings.append(problem("format-left", Place(file, value.line, value.column)))
        elif found:
            changes += found
            mended[at] = _whole(placed, pieces)
    done.values = len(mended)
    if mended:
        done.after = applied(text, changes)
    return mended


def _pieces(placed: Placed) -> dict[int, str]:
    """The parts of a value that change, by where they begin; a break of the line is never mended away."""
    return {begin: new for begin, piece in placed.pieces() if (new := tidy(piece)) != piece}


def _whole(placed: Placed, pieces: dict[int, str]) -> str:
    text = placed.text
    for begin, piece in sorted(placed.pieces(), reverse=True):
        text = text[:begin] + pieces.get(begin, piece) + text[begin + len(piece) :]
    return text


def _doubts(file: Path, text: str, node: Node, values: list[Scalar], mended: dict[tuple[int, int], str]) -> Iterator[Problem]:
    """What a person must decide about the mended values, each at its word."""
    named = {(value.line, value.column) for value in names(node)}
    places: dict[tuple[int, int], Placed] | None = None
    for value in values:
        at = (value.line, value.column)
        whole = mended.get(at, value.text)
        for doubt in suspicions(whole):
            if at in named and doubt.kind in ("typo", "doubled"):
                continue
            places = scalars(text) if places is None else places
            line, column = _place_of(text, places.get(at), whole, doubt) or at
            meant = " یا ".join(f"«{suggestion}»" for suggestion in doubt.suggestions)
            yield problem(_CODES[doubt.kind], Place(file, line, column), word=doubt.word, meant=meant)


def _place_of(text: str, placed: Placed | None, whole: str, doubt: Suspicion) -> tuple[int, int] | None:
    """Line and column of a doubtful word in the file as it is, None where it was typed otherwise."""
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


def _verify(file: Path, before: str, node: Node, after: str, mended: dict[tuple[int, int], str]) -> None:
    """The mended text must read as the old one but for the mended values, with the same comments, in both readers.

    A difference is a fault of this program, never of the data: it is raised before anything is written.
    """
    again = parse(after, file)
    expected = [mended.get(place, text) for text, place in _read(node)]
    if again.node is None or again.failed or [text for text, _ in _read(again.node)] != expected:
        raise AssertionError(f"{file}: a mended value would read otherwise")
    comments_before, comments_after = _comments(before), _comments(after)
    if comments_before != comments_after:
        raise AssertionError(f"{file}: a comment would change")


def _read(node: Node) -> Iterator[tuple[str, tuple[int, int]]]:
    """Keys, values and marks of nesting in order, each with its place."""
    place = (node.line, node.column)
    match node:
        case Scalar():
            yield node.text, place
        case Sequence():
            yield "[", (0, 0)
            for item in node.items:
                yield from _read(item)
            yield "]", (0, 0)
        case Mapping():
            yield "{", (0, 0)
            for entry in node.entries:
                yield entry.key.text, (0, 0)
                yield from _read(entry.value)
            yield "}", (0, 0)
        case _:
            yield "", (0, 0)


def _comments(text: str) -> list[str]:
    """The comments that ruamel.yaml's round-trip reader keeps, in order, with the shape of the file about them."""
    reader = YAML(typ="rt")
    found: list[str] = []

    def walk(node: Any) -> None:
        found.append(type(node).__name__)
        found.append(repr(_comment_text(node.comment)))
        if isinstance(node, MappingNode):
            for key, value in node.value:
                walk(key)
                walk(value)
        elif isinstance(node, SequenceNode):
            for item in node.value:
                walk(item)
        else:
            assert isinstance(node, ScalarNode)

    walk(reader.compose(StringIO(text)))
    return found


def _comment_text(comment: Any) -> Any:
    if comment is None:
        return None
    if isinstance(comment, list | tuple):
        return [_comment_text(part) for part in comment]
    return comment.value
