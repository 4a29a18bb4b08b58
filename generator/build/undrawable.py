"""Find characters that no face of the look has, before anything is written, and report them at the datum with them.

A tree knows the lines of its template only. So the printed text is looked for in the records that the document may print; a
text that is made of several data with such a character is told at the template, with the data named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.build.subjects import Subject
from generator.checks import Finding
from generator.checks.texts import VERBATIM
from generator.persian import DIRECTION_CONTROLS, spelled, to_western, with_plain_spaces
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading.positions import Positions
from generator.reading.records import NEIGHBOURHOODS
from generator.reading.yamltext import Mapping, Node, Scalar, Sequence
from generator.style.faces.glyphs import Uncovered
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.tree.walk import texts
from generator.writing.pdf import characters
from generator.writing.writers import Writer

_BLANKS = re.compile(r"\s+")
_CONTROLS = re.compile(f"[{DIRECTION_CONTROLS}]")
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A character that no face of its stack has: the text that prints it, its template line, the places of its records."""

    character: str
    text: str
    place: Place | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Datum:
    """A paragraph of a scalar with the character, spelt as it is printed."""

    text: str
    record: str
    path: tuple[str | int, ...]


def find(document: Document, style: Style, subject: Subject, writer: Writer, lacking: Uncovered) -> list[Undrawn]:
    """Find what no face can draw of a finished document, in the order of its texts; `writer` notes what is drawn.

    `lacking` knows what the faces of a stack lack.
    """
    whole = "".join(printed.text for printed in texts(document))
    if not any(lacking(whole, stack.faces) for stack in style.stacks.values()):
        return []
    records = tuple(dossier.id for dossier in subject.all_dossiers)
    found: list[Undrawn] = []
    # Noting takes longer than all else here.
    for character, places in characters.uncovered(writer.met(document, style), style, lacking):
        where = set(places)
        met = [
            Undrawn(character, printed.text, next(iter(printed.places), None), records)
            for printed in texts(document)
            if character in printed.text and not where.isdisjoint({*printed.places, None})
        ]
        # What no text of the tree holds, the program has written itself (a mark, a label).
        found += met or [Undrawn(character, "", place, records) for place in where]
    return [*dict.fromkeys(found)]


def problems(found: Iterable[Undrawn], positions: Positions) -> list[Problem]:
    """Make the problem of each, at the datum that prints it, or at the template's line where that is none or several."""
    seen: dict[tuple[str, tuple[str, ...]], list[_Datum]] = {}
    made: list[Problem] = []
    for each in found:
        key = each.character, each.records
        if key not in seen:
            seen[key] = [*_data(each, positions)]
        made += _problems_of(each, _sources(each, seen[key]), positions)
    return [*dict.fromkeys(made)]


def _problems_of(undrawn: Undrawn, sources: Collection[_Datum], positions: Positions) -> Iterator[Problem]:
    values = {"character": undrawn.character, "code": f"U+{ord(undrawn.character):04X}"}
    if len({datum.text for datum in sources}) > 1:
        names = dict.fromkeys(_name(datum, positions) for datum in sources)
        yield problem("character-undrawable-joined", undrawn.place, data="؛ ".join(names), **values)
    elif sources:
        for datum in sources:
            yield positions.problem(Finding("character-undrawable", datum.record, datum.path, values))
    else:
        yield problem("character-undrawable", undrawn.place, **values)


def _name(datum: _Datum, positions: Positions) -> str:
    """Name the datum by its titles and ids, and by its line."""
    found = positions.problem(Finding("character-undrawable", datum.record, datum.path, {"character": "", "code": ""}))
    file = datum.record.rpartition("/")[2]
    return f"{found.where} («{file}:{found.place.line}»)" if found.place else found.where


def _sources(undrawn: Undrawn, data: Collection[_Datum]) -> list[_Datum]:
    """Find the data with the character that a text is printed from."""
    text = _spelt(undrawn.text)
    chosen: dict[_Datum, None] = {}
    for at in (found.start() for found in re.finditer(re.escape(undrawn.character), text)):
        around = [datum for datum in data if _covers(datum.text, text, at)]
        longest = max((len(datum.text) for datum in around), default=0)
        best = [datum for datum in around if len(datum.text) == longest] or _by_word(text, at, data)
        written = [datum for datum in best if VERBATIM.isdisjoint(map(str, datum.path))]
        chosen |= dict.fromkeys(written or best)
    return [*chosen]


def _covers(part: str, text: str, at: int) -> bool:
    """Return whether a part of a text covers a position of it."""
    return text.find(part, max(at - len(part) + 1, 0), at + len(part)) >= 0


def _by_word(text: str, at: int, data: Collection[_Datum]) -> list[_Datum]:
    """Find the data with the word at a position, for a text that a template has changed otherwise."""
    word = text[text.rfind(" ", 0, at) + 1 :].partition(" ")[0]
    return [datum for datum in data if word in datum.text.split(" ")]


def _data(undrawn: Undrawn, positions: Positions) -> Iterator[_Datum]:
    """Yield the paragraphs with the character, of the catalogues and of the neighbourhoods of the document."""
    # Spelling may only put together what was written apart.
    written = {undrawn.character, unicodedata.normalize("NFD", undrawn.character)[0]}
    for record, source in positions.sources.items():
        folder, _, rest = record.partition("/")
        if folder == NEIGHBOURHOODS and rest.partition("/")[0] not in undrawn.records:
            continue
        for path, scalar in _scalars(source.node, ()):
            paragraphs = _EMPTY_LINE.split(scalar.text) if any(each in scalar.text for each in written) else ()
            for paragraph in paragraphs:
                if undrawn.character in (text := _spelt(paragraph)):
                    yield _Datum(text, record, path)


def _scalars(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Sequence():
            for at, item in enumerate(node.items):
                yield from _scalars(item, (*path, at))
        case Mapping():
            for entry in node.entries:
                yield from _scalars(entry.value, (*path, entry.key.text))


def _spelt(text: str) -> str:
    """Spell a text as the tree does, but for the digits and the width of spaces, which passes change."""
    return _BLANKS.sub(" ", to_western(with_plain_spaces(spelled(_CONTROLS.sub("", text))))).strip()
