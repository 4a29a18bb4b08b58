"""After each edit, whatever it is of, a build of what changed equals a build of everything, and makes no more than that."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.edits import drawn
from tests.build.edits.drawn import DURING, EVERY, SIMPLE, UNDONE, VALUES, Edit
from tests.build.edits.project import Built, Small, document

SEED = 1404
_OF_THE_OUTPUT = ("[document-unasked]",)
"""What is said of files that are left, of which a build of everything into an empty folder has none."""

FORGOTTEN: dict[str, Callable[[Small], Edit]] = {
    "record": drawn.amount,
    "catalogue": drawn.agency,
    "picture": drawn.picture,
    "template": drawn.part,
    "look": drawn.colour,
    "faces": drawn.face,
}
"""Parts of keys, each with an edit that only they tell."""


@pytest.mark.parametrize("seed", [SEED])
def test_a_build_after_each_of_a_few_edits_equals_a_build_of_everything(tmp_path: Path, seed: int) -> None:
    _hold(Small(tmp_path / "project", random.Random(seed)), ["data", "renaming", UNDONE, DURING])


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(4))
def test_a_build_after_each_of_two_hundred_edits_equals_a_build_of_everything(tmp_path: Path, seed: int) -> None:
    sorts = [*EVERY] * 5
    random.Random(seed).shuffle(sorts)
    small = Small(tmp_path / "project", random.Random(seed))
    counted = _hold(small, sorts[:50])
    assert counted["made again"] >= 25, "the edits say something"
    assert counted["other bytes"] >= 20
    assert small.values >= len(VALUES) - 1, "each sort of value was changed, or all but one"


@pytest.mark.proof
@pytest.mark.parametrize("part", FORGOTTEN)
def test_a_key_that_forgets_a_part_is_found_by_the_bytes(tmp_path: Path, part: str) -> None:
    _is_found(tmp_path, part, FORGOTTEN[part], "old bytes")


def test_a_key_that_forgets_the_records_is_found_by_the_bytes(tmp_path: Path) -> None:
    _is_found(tmp_path, "record", drawn.amount, "old bytes")


def test_a_key_that_knows_too_much_is_found_by_what_is_made_again(tmp_path: Path) -> None:
    _is_found(tmp_path, "everything", drawn.nobodys, "made in vain")


def _is_found(root: Path, fault: str, edit: Callable[[Small], Edit], told: str) -> None:
    small = Small(root / "project", random.Random(SEED), fault=fault)
    last = small.build(small.root / "output")
    touches = edit(small).touches
    built, whole = small.build(small.root / "output"), _whole(small, root / "whole")
    with pytest.raises(AssertionError, match=told):
        _equals(built, whole, last, touches, "planted")
    assert whole.files != last.files or told == "made in vain", "the edit is to be seen"


def _hold(small: Small, sorts: list[str]) -> Counter[str]:
    """Do the edits one after the other; return what came of them."""
    counted, root = Counter[str](), small.root.parent
    last = small.build(small.root / "output")
    for number, (sort, built, touches) in enumerate(_builds(small, sorts)):
        whole = _whole(small, root / f"whole-{number}")
        _equals(built, whole, last, touches, f"edit {number}, {sort}; pytest -m '' {__file__}")
        counted["made again"] += bool(built.written)
        counted["other bytes"] += any(built.files[name] != last.files.get(name) for name in built.files)
        last = built
    return counted


def _equals(built: Built, whole: Built, last: Built, touches: frozenset[str], said: str) -> None:
    assert [line for line in built.told if "خطا:" in line] == [], said
    assert sorted(built.files) == sorted(whole.files), said
    old = [name for name, data in built.files.items() if data != whole.files[name]]
    assert old == [], f"old bytes: {old}; {said}"
    vain = [name for name in built.written if document(name) not in touches]
    assert vain == [], f"made in vain: {vain}; {said}"
    assert built.checked == whole.checked, said
    assert _told(built) == _told(whole), said
    assert {*last.files} | {*built.written} >= {*built.files}, said


def _builds(small: Small, sorts: list[str]) -> Iterator[tuple[str, Built, frozenset[str]]]:
    """Do each edit and yield what a build makes then, with the documents that it may make."""
    output = small.root / "output"
    for sort in sorts:
        if sort == UNDONE:
            named = small.drawn.choice([*SIMPLE])
            edit = SIMPLE[named](small)
            small.build(output)
            edit.undo()
            yield f"{sort}: {named} {edit.what}", small.build(output), edit.touches
        elif sort == DURING:
            done: list[Edit] = []
            named = small.drawn.choice(("data", "template", "part", "picture"))
            small.build(output, lambda named=named, done=done: done.append(SIMPLE[named](small)), force=True)  # type: ignore[misc]
            yield f"{sort}: {named} {done[0].what}", small.build(output), done[0].touches
        else:
            edit = SIMPLE[sort](small)
            yield f"{sort} {edit.what}", small.build(output), edit.touches


def _whole(small: Small, folder: Path) -> Built:
    """Build everything into an empty folder."""
    built = small.build(folder / "output", force=True)
    shutil.rmtree(folder)
    return built


def _told(built: Built) -> list[str]:
    return sorted(line for line in built.told if not line.endswith(_OF_THE_OUTPUT))


def test_nothing_is_made_where_nothing_was_edited(tmp_path: Path) -> None:
    small = Small(tmp_path / "project", random.Random(SEED))
    first = small.build(small.root / "output")
    again = small.build(small.root / "output")

    assert first.written == tuple(sorted(first.files))
    assert {document(name) for name in first.files} == small.every()
    assert again.written == ()
    assert again.files == first.files
    assert again.told == first.told
