"""After each edit, whatever it is of, a build of what changed equals a build of everything, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.edits.drawn import DURING, EVERY, SIMPLE, UNDONE
from tests.build.edits.project import Built, Small

SEED = 1404
_OF_THE_OUTPUT = ("[document-unasked]",)
"""What is said of files that are left, of which a build of everything into an empty folder has none."""


@pytest.mark.parametrize("seed", [SEED])
def test_a_build_after_each_of_a_few_edits_equals_a_build_of_everything(tmp_path: Path, seed: int) -> None:
    _hold(tmp_path, seed, [*[*SIMPLE][seed % 3 :: 3], UNDONE, DURING])


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(4))
def test_a_build_after_each_of_two_hundred_edits_equals_a_build_of_everything(tmp_path: Path, seed: int) -> None:
    sorts = [*EVERY] * 5
    random.Random(seed).shuffle(sorts)
    counted = _hold(tmp_path, seed, sorts[:50])
    assert counted["made again"] >= 25, "the edits say something"
    assert counted["left"] >= 25, "and not all is made again each time"
    assert counted["other bytes"] >= 20


def _hold(root: Path, seed: int, sorts: list[str]) -> Counter[str]:
    """Do the edits one after the other; return what came of them."""
    small, counted = Small(root / "project", random.Random(seed)), Counter[str]()
    last = small.build(root / "project" / "output")
    for number, (sort, built) in enumerate(_builds(small, sorts)):
        whole = _whole(small, root / f"whole-{number}")
        said = f"seed {seed}, edit {number}: {sort}; pytest {__file__} -m '' -k 'edits' (seed {seed})"
        assert sorted(built.files) == sorted(whole.files), said
        different = [name for name, data in built.files.items() if data != whole.files[name]]
        assert different == [], said
        assert built.checked == whole.checked, said
        assert _told(built) == _told(whole), said
        counted["made again"] += bool(built.written)
        counted["left"] += any(name not in built.written for name in built.files)
        counted["other bytes"] += any(built.files[name] != last.files.get(name) for name in built.files)
        last = built
    return counted


def _builds(small: Small, sorts: list[str]) -> Iterator[tuple[str, Built]]:
    output = small.root / "output"
    for sort in sorts:
        if sort == UNDONE:
            undo = SIMPLE[small.drawn.choice([*SIMPLE])](small)
            small.build(output)
            undo()
            yield sort, small.build(output)
        elif sort == DURING:
            inner = small.drawn.choice(("data", "template", "part", "picture"))
            small.build(output, lambda inner=inner: SIMPLE[inner](small) and None, force=True)  # type: ignore[misc]
            yield f"{sort}: {inner}", small.build(output)
        else:
            SIMPLE[sort](small)
            yield sort, small.build(output)


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
    assert len(first.files) == 8, first.told
    assert again.written == ()
    assert again.files == first.files
    assert again.told == first.told
