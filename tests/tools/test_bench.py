"""The province that the bench reads is faultless and its wrong files are wrong, so that what it measures is the whole road."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from generator.problems.errors import Severity
from generator.reading.workspace import read

ROOT = Path(__file__).parents[2]
BENCH = runpy.run_path(str(ROOT / "bench" / "reading.py"))
WRONG = runpy.run_path(str(ROOT / "bench" / "wrong.py"))


def test_a_made_province_is_read_whole_and_without_an_error(tmp_path: Path) -> None:
    BENCH["make"](tmp_path / "plans", 9)
    reading = read(tmp_path / "plans")
    assert [found.line() for found in reading.problems if found.severity is Severity.ERROR] == []
    assert reading.workspace is not None
    assert len(reading.workspace.dossiers) == 9
    assert all(dossier.plan and dossier.evaluations and dossier.meetings for dossier in reading.workspace.dossiers)


def test_the_least_time_of_the_runs_counts() -> None:
    runs: list[int] = []
    assert BENCH["best"](lambda: runs.append(1), 4) >= 0
    assert len(runs) == 4


@pytest.mark.parametrize("name", sorted(WRONG["CASES"]))
def test_every_wrong_file_of_the_bench_is_wrong_throughout(name: str, tmp_path: Path) -> None:
    text, _ = WRONG["CASES"][name]
    assert WRONG["told"](text(3), tmp_path / "plan.yaml") >= 3


def test_make_runs_every_bench() -> None:
    (recipe,) = re.findall(r"^bench:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(re.findall(r"bench/(\w+\.py)", recipe)) == sorted(file.name for file in (ROOT / "bench").glob("*.py"))
