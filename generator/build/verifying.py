"""Compares a file with the final that it is said to be: the same bytes, the same words, or the first block that differs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.build import confined
from generator.build.project import Project
from generator.inspection.texts import Said, Told
from generator.model.records.register import Entry, Register
from generator.persian import to_persian, to_western
from generator.problems.errors import DataError, Place, Problem
from generator.problems.limits import RunLimits
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.records import register as registers
from generator.records.kept import Block, Kept
from generator.writing.word.bookmarks import bookmark_name

_NUMBER = re.compile(r"[0-9]{4}/[\u0621-\u06cc]{1,3}/[0-9]{1,7}")
_CODE = re.compile(rf"sanad:({_NUMBER.pattern}):([0-9]{{1,4}}):([0-9a-f]{{16}})")
_SHOWN, _BEFORE = 160, 50
"""Letters of a block that are shown, and of them before the first that differs."""
_NEARLY = 0.6
"""How much alike two texts are that say nearly the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first block that differs: its page, what it belongs to, and its words in the final and in the file."""

    page: int
    block: str
    final: str
    file: str
    others: int
    """How many blocks differ beside it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A file beside a final: the final (None when the register has none that it could be), and how far they agree."""

    path: Path
    final: Entry | None
    state: str = ""
    same_bytes: bool = False
    difference: Difference | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the file says what the final says."""
        return self.final is not None and not self.problems and (self.same_bytes or self.difference is None)


def of_project(project: Project, files: Iterable[Path], limits: RunLimits) -> Iterator[Compared]:
    """Yield files beside the finals of a project's register; DataError when that is wrong."""
    register = registers.read(project.folders.plans)
    for path in files:
        try:
            data = plainfiles.read(path)
        except OSError:
            yield Compared(path, None)
        else:
            yield compare(path, data, register, project.kept, limits)


def compare(path: Path, data: bytes, register: Register, kept: Kept, limits: RunLimits) -> Compared:
    """Compare a file with the final of the register that it is, or says to be."""
    digest = hashlib.sha256(data).hexdigest()
    exact = next((each for each in register.issued if digest in each.files.values()), None)
    if exact is not None:
        return Compared(path, exact, register.state(exact.about), same_bytes=True)
    told = confined.texts(path, limits)
    if not isinstance(told, Told):
        return Compared(path, None, problems=tuple(told.problems))
    final = _named(told, register)
    if final is None:
        return Compared(path, None)
    state = register.state(final.about)
    try:
        suffix = "pdf" if data.startswith(b"%PDF-") else "docx"
        if not told.blocks:
            raise DataError([problem("verify-no-text", Place(path))])
        if suffix not in final.files:
            raise DataError([problem("verify-other-format", Place(path), number=to_persian(final.about))])
        kept.read(final, suffix)
        own = confined.texts(kept.path(final, suffix), limits)
        if not isinstance(own, Told):
            return Compared(path, final, state, problems=tuple(own.problems))
        return Compared(path, final, state, difference=_first(own.blocks, told.blocks, kept.blocks(final.about)))
    except DataError as error:
        return Compared(path, final, state, problems=tuple(error.problems))


def by_code(code: str, register: Register) -> tuple[Entry | None, bool]:
    """Return the final that a code names, and whether the digest in it is that of the final; None for none."""
    read = _CODE.search(to_western(code))
    number = read[1] if read else (found[0] if (found := _NUMBER.search(to_western(code))) else "")
    final = next((each for each in register.issued if each.about == number), None)
    if final is None or read is None:
        return final, final is not None
    return final, (int(read[2]), read[3]) == (final.version, str(final.digest)[:16])


def _named(told: Told, register: Register) -> Entry | None:
    """Return the final that a file names by its number, the last one of its document else."""
    numbers = {each.about: each for each in register.issued}
    for said in reversed(told.blocks):
        for found in _NUMBER.findall(to_western(said.text)):
            if found in numbers and (not told.document or numbers[found].document == told.document):
                return numbers[found]
    return register.last(told.document) if told.document else None


def _first(own: Sequence[Said], given: Sequence[Said], blocks: Sequence[Block]) -> Difference | None:
    """Return the first block that differs, None where all that is said is the same."""
    before, after = [each.plain for each in own], [each.plain for each in given]
    if "".join(before).replace(" ", "") == "".join(after).replace(" ", ""):
        return None  # Another program has laid out the lines anew.
    parts = [each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"]
    _, first, last, start, end = parts[0]
    place = own[min(first, len(own) - 1)]
    block = _block(place, before[min(first, len(own) - 1)], blocks)
    others = sum(max(each[2] - each[1], each[4] - each[3]) for each in parts) - max(last - first, end - start)
    final, file = _around(" ".join(before[first:last]), " ".join(after[start:end]))
    return Difference(
        page=place.page or (block.page if block else 0),
        block=_short(block.text) if block else "",
        final=final,
        file=file,
        others=max(others, 0),
    )


def _around(one: str, other: str) -> tuple[str, str]:
    """Return two texts, long ones cut to what is around the first letter that differs."""
    differ = (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    begin = max(next(differ, 0) - _BEFORE, 0) if max(len(one), len(other)) > _SHOWN else 0
    return tuple(f"{'…' if begin and text else ''}{_short(text[begin:])}" for text in (one, other))  # type: ignore[return-value]


def _block(place: Said, words: str, blocks: Sequence[Block]) -> Block | None:
    """Return the block of a final that a place of its file lies in.

    By its bookmark or page and its words; where another block says nearly the same and none there does, it is that one.
    """
    if place.mark:
        near = [each for each in blocks if each.key and bookmark_name(each.key) == place.mark]
    else:
        near = [each for each in blocks if each.page == place.page]
    for held in (near, blocks):
        best = max(held, key=lambda each: _alike(each.text, words), default=None)
        if best is not None and _alike(best.text, words) >= _NEARLY:
            return best
    return max(near or blocks, key=lambda each: _alike(each.text, words), default=None)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, Said(one).plain, other, autojunk=False).ratio()


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
