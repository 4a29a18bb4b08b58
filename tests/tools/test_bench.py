"""The province that the bench reads is faultless, so that what it measures is the whole road."""

from __future__ import annotations

import runpy
from pathlib import Path

from generator.problems.errors import Severity
from generator.reading.workspace import read

BENCH = runpy.run_path(str(Path(__file__).parents[2] / "bench" / "reading.py"))


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
