"""Report the characters in values that nobody sees and no text needs, each at its own place and by its Persian name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel

from generator.checks.texts import VERBATIM
from generator.persian import group, numeral
from generator.persian.invisible import ZWNJ, name_of, without_stray
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import problem
from generator.reading import cells
from generator.reading.yamltext import Mapping, Node, Parsed, Scalar, Sequence
from generator.reading.yamltext.spots import owner_of, record_of, titles_of, walk
from generator.reading.yamltext.strays import Stray
from generator.reading.yamltext.typed import ARROW

Steps = tuple[str | int, ...]
Point = tuple[int, int]

_OF_IDS = frozenset({"id-unseen"})
_OF_RECORDS = frozenset({"expected-list", "expected-mapping"})
_OF_NOTHING = frozenset({"text-invisible", "value-empty", "unknown-empty"})


def explained(refusals: Iterable[Problem], parsed: Parsed, model: type[BaseModel]) -> list[Problem]:
    """Point each refusal of an id at the character in it that is not seen, and say of pasted rows that they are."""
    first: dict[Point, Stray] = {}
    for stray in parsed.strays:
        first.setdefault(stray.value, stray)
    return [_explained(found, first.get(_point(found)), parsed.node, model) for found in refusals]


def _explained(found: Problem, stray: Stray | None, root: Node | None, model: type[BaseModel]) -> Problem:
    if stray is None or found.place is None or root is None:
        return found
    if found.code in _OF_RECORDS and stray.character == "\t":
        return _pasted(found, stray, root, model)
    moved = Place(found.place.file, stray.line, stray.column)
    return replace(found, place=moved) if found.code in _OF_IDS else found


def _pasted(found: Problem, stray: Stray, root: Node, model: type[BaseModel]) -> Problem:
    """Return what to say of the rows of a table in the place of records: the keys of the cells, where they are known."""
    path, text = dict(scalars(root)).get(stray.value, ((), ""))
    # In the place of a whole list the rows were read as one text, whose last cells are no longer known.
    record = record_of(walk(model, root, path).annotation)
    lines = cells.of_row(text, record) if record else []
    if lines:
        return problem("rows-pasted", found.place, where=found.where, cells="، ".join(f"«{line}»" for line in lines))
    return problem("yaml-rows-pasted", found.place, where=found.where)


def _point(found: Problem) -> Point:
    return (found.place.line, found.place.column) if found.place else (0, 0)


def problems(
    parsed: Parsed, file: Path, model: type[BaseModel], refusals: Iterable[Problem] = (), most: int = LIMITS.problems_of_file
) -> list[Problem]:
    """Return a warning for each kind of such character in each value, `most` of them; none for text kept as published.

    A value that is refused for what is not seen in it (`refusals`, at the places of the values) is not reported again.
    """
    strays = [stray for stray in parsed.strays if stray.character != ZWNJ]
    if not strays:
        return []
    refused = {_point(found) for found in refusals if found.code in _OF_IDS | _OF_NOTHING | _OF_RECORDS}
    known = dict(scalars(parsed.node)) if parsed.node else {}
    strays = [
        stray
        for stray in strays
        if stray.value not in refused and VERBATIM.isdisjoint(map(str, known.get(stray.value, ((), ""))[0]))
    ]
    found = [_problem_of(stray, known.get(stray.value), parsed.node, file, model) for stray in strays[:most]]
    if len(strays) > most:
        place = Place(file, strays[most].line, strays[most].column)
        found.append(problem("text-stray-more", place, count=group(len(strays) - most)))
    return found


def values(parsed: Parsed) -> Iterator[Scalar]:
    """Yield the values with such characters, but those kept as published."""
    wanted = {stray.value for stray in parsed.strays if stray.character != ZWNJ}
    for place, (path, text) in scalars(parsed.node) if wanted and parsed.node else ():
        if place in wanted and VERBATIM.isdisjoint(map(str, path)):
            yield Scalar(text, *place)


def rows_of(parsed: Parsed, model: type[BaseModel]) -> Iterator[Stray]:
    """Yield the tabs that stand between the cells of a table in one value."""
    tabs = {stray.value: stray for stray in parsed.strays if stray.character == "\t"}
    if not tabs or parsed.node is None:
        return
    for place, (path, text) in scalars(parsed.node):
        if place in tabs and rows(text, model, parsed.node, path):
            yield tabs[place]


def scalars(node: Node, path: Steps = ()) -> Iterator[tuple[Point, tuple[Steps, str]]]:
    """Yield the place of each value below a node, with its path and its text."""
    match node:
        case Scalar():
            yield (node.line, node.column), (path, node.text)
        case Sequence():
            for at, item in enumerate(node.items):
                yield from scalars(item, (*path, at))
        case Mapping():
            for entry in node.entries:
                yield from scalars(entry.value, (*path, entry.key.text))


def _problem_of(
    stray: Stray, value: tuple[Steps, str] | None, root: Node | None, file: Path, model: type[BaseModel]
) -> Problem:
    place = Place(file, stray.line, stray.column)
    where = ""
    if value and root:
        path, text = value
        where = ARROW.join(titles_of(model, root, path))
        lines = rows(text, model, root, path) if stray.character == "\t" else []
        if lines:
            return problem("text-cells", place, where=where, cells="؛ ".join(f"«{line}»" for line in lines))
    times = f"، {numeral(stray.times)} بار" if stray.times > 1 else ""
    code = "text-stray-space" if without_stray(stray.character) else "text-stray-mark"
    return problem(code, place, where=where, character=name_of(stray.character), times=times)


def rows(text: str, model: type[BaseModel], root: Node, path: Steps) -> list[str]:
    """Return the lines to write for a value in which cells of a table were pasted; none when it holds no cells."""
    if "\t" not in text:
        return []
    names = [step for step in path if isinstance(step, str)]
    owner = owner_of(model, root, path)
    return cells.placed(text, owner, names[-1]) if owner and names and path[-1] == names[-1] else []
