"""The page of performance says what was measured, and the names by which parts are timed are those of the program."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from bench.performance import report
from bench.performance.clock import IMPORTS, Clock, Watch, Watched
from bench.performance.fresh import REST, Cost, FailedError, median, run
from bench.performance.measuring import BEFORE, NOW, Files, Measured
from bench.performance.watched import AGAIN, ROADS
from generator.writing.writers import WRITERS

ROOT = Path(__file__).parents[2]


def cost(processor: float, wall: float = 0.0, pages: int = 1, **parts: float) -> Cost:
    return Cost(processor, wall or processor, int(processor * 10e6), parts or {"source": processor}, pages)


def measured(typst: float = 1.0, now: float = 20.0) -> Measured:
    """Two documents, of which Typst takes so many seconds each, and a build that now takes so many."""
    documents = {
        "typst": {"contract": cost(typst, pages=16), "action-plan": cost(typst, 2 * typst, pages=30)},
        "weasyprint": {"contract": cost(5.0, pages=16), "action-plan": cost(7.0, 14.0, pages=31)},
    }
    plain = {engine: {name: cost(each.processor / 2) for name, each in costs.items()} for engine, costs in documents.items()}
    builds = {BEFORE: cost(100.0, 60.0, 40, PDF=80.0, rest=20.0), NOW: cost(now, 30.0, 41, PDF=4.0, rest=now - 4)}
    files = {BEFORE: Files(30, ["WeasyPrint 70.0"]), NOW: Files(30, ["Typst 0.15.2"])}
    growth = {"typst": {2_000: cost(4.0, pages=77)}, "weasyprint": {2_000: None}}
    return Measured(5, documents, plain, builds, files, growth, 600.0)


def rows(text: str, title: str) -> list[list[str]]:
    """The cells of the tables of a chapter, line by line."""
    chapter = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in chapter.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def page(found: Measured) -> str:
    return report.page(found, {"day": "2026-12-01"}, "make performance")


def test_each_document_stands_with_both_engines_and_how_much_faster_and_their_sum_below() -> None:
    table = rows(page(measured()), "From the tree to the file")
    assert ["contract", "16 / 16", "1.00 / 1.00", "5.00 / 5.00", "5.0 / 5.0"] in table
    assert ["sum", "46 / 47", "2.00 / 3.00", "12.0 / 19.0", "6.0 / 6.3"] in table


def test_the_parts_of_each_engine_stand_before_their_sum() -> None:
    table = rows(page(measured()), "From the tree to the file")
    assert table.count(["document", "source", "whole"]) == 2
    assert ["sum", "12.0", "12.0"] in table


def test_the_plain_engines_stand_beside_ours_with_how_much_more_ours_take() -> None:
    table = rows(page(measured()), "Beside the plain engines")
    assert ["contract", "0.50 / 0.50", "1.00 / 1.00", "2.0 / 2.0", "2.50 / 2.50", "5.00 / 5.00", "2.0 / 2.0"] in table


def test_a_build_stands_beside_the_one_before_with_every_part() -> None:
    text = page(measured())
    table = rows(text, "A whole build")
    assert ["files", "30", "30", ""] in table
    assert ["pages of the PDFs", "40", "41", ""] in table
    assert ["seconds of processors", "100.0", "20.0", "5.0"] in table
    assert ["seconds by the clock", "60.0", "30.0", "2.0"] in table
    assert ["PDF", "80.0", "4.00", "20.0"] in table
    assert "now (by Typst 0.15.2)" in text.replace("\n", " ")


def test_a_table_that_was_not_done_in_time_is_told_as_such() -> None:
    table = rows(page(measured()), "How it grows")
    assert ["2,000", "Typst", "77", "4.00 / 4.00", "2.00", "40"] in table
    assert ["2,000", "WeasyPrint", "", "not done after 600 by the clock", "", ""] in table


def test_every_line_of_a_table_has_the_cells_of_its_head_and_a_sentence_before_it() -> None:
    blocks = page(measured()).split("\n\n")
    for before, block in pairwise(blocks):
        if block.startswith("|"):
            assert before.endswith("."), before
            assert len({line.count("|") for line in block.splitlines()}) == 1, block


def test_what_was_not_measured_has_no_chapter_and_misses_no_target() -> None:
    assert "##" not in page(Measured(5))
    assert report.missed(Measured(5)) == []


def test_targets_that_are_just_met_are_not_missed() -> None:
    assert report.missed(measured()) == []


def test_each_target_that_is_missed_is_a_sentence() -> None:
    found = report.missed(measured(typst=1.25, now=25.0))
    assert found == [
        "Typst is 4.00 times faster for contract by processors, not 5 times.",
        "Typst is 4.00 times faster for contract by the clock, not 5 times.",
        "Typst is 4.80 times faster for all documents by processors, not 6 times.",
        "Typst is 5.07 times faster for all documents by the clock, not 6 times.",
        f"A build is 4.00 times faster than at {BEFORE} by processors, not 5 times.",
    ]


def test_the_run_in_the_middle_gives_the_parts_and_the_clock_has_a_middle_of_its_own() -> None:
    found = median([cost(3.0, 9.0, source=3.0), cost(1.0, 7.0, source=1.0), cost(2.0, 8.5, source=2.0)])
    assert (found.processor, found.wall, found.parts) == (2.0, 8.5, {"source": 2.0})


def test_parts_and_imports_and_the_rest_make_the_whole() -> None:
    found = cost(10.0, **{IMPORTS: 1.0, "reading": 4.0, "trees": 3.0}).of(("trees", "reading", AGAIN))
    assert [*found.parts.items()] == [("trees", 3.0), ("reading", 4.0), (AGAIN, 0.0), (IMPORTS, 1.0), (REST, 2.0)]


def test_a_part_in_which_no_time_was_seen_is_a_failure() -> None:
    with pytest.raises(FailedError, match="trees"):
        cost(10.0, **{IMPORTS: 1.0, "reading": 4.0}).of(("trees", "reading"))


def test_a_job_that_fails_is_a_failure_that_says_why() -> None:
    with pytest.raises(FailedError, match="no such job"):
        run("no such job")


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """A clock that watches the functions of a module `timed_here`, which is not loaded yet."""
    (tmp_path / "timed_here.py").write_text(
        "def work(number):\n    return Worker.make(number)\n\n\n"
        "class Worker:\n    @classmethod\n    def make(cls, number):\n        return cls, number\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    clock, parts = Clock(), {"work": lambda number: f"work {number}", "Worker.make": "making"}
    Watch(clock, {"timed_here": parts}).install()
    yield clock
    sys.modules.pop("timed_here", None)


def test_watched_functions_do_as_before_and_count_for_their_parts(watched: Clock) -> None:
    module = importlib.import_module("timed_here")
    assert {*watched.spent} == {IMPORTS}
    assert module.work(7) == (module.Worker, 7)
    assert {*watched.spent} == {IMPORTS, "work 7", "making"}


def defined(module: str) -> set[str]:
    """The functions of a module of the program, and the methods of its classes as `Class.method`."""
    path = ROOT / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


@pytest.mark.parametrize("road", ["now", *(writer.engine for writer in WRITERS if writer.engine)])
def test_what_is_timed_is_in_the_program(road: str) -> None:
    names: Watched = ROADS[road]
    assert {f"{module}:{name}" for module, parts in names.items() for name in {*parts} - defined(module)} == set()
