"""Runs what is measured: all that is compared in turn, so that what else the machine does falls on all alike."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bench.performance import baseline
from bench.performance.fresh import ROOT, Cost, OverLimitError, median, run
from bench.performance.watched import OF_BUILD, OF_ENGINE

K = TypeVar("K")

PARTS = ("documents", "plain", "build", "growth")
BEFORE, NOW = baseline.COMMIT, "now"

ByDocument = Mapping[str, Mapping[str, Cost]]
"""The cost of each document, by engine."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a build wrote: how many files, and what made its PDFs."""

    number: int
    engines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured; what was not asked for is empty."""

    runs: int
    documents: ByDocument = field(default_factory=dict)
    plain: ByDocument = field(default_factory=dict)
    """The cost of plain engines: the same HTML with WeasyPrint, the text alone with Typst."""
    builds: Mapping[str, Cost] = field(default_factory=dict)
    files: Mapping[str, Files] = field(default_factory=dict)
    growth: Mapping[str, Mapping[int, Cost | None]] = field(default_factory=dict)
    """The cost of a table, by engine and rows; None where it was not done in time."""
    limit: float = 0.0


def measure(parts: Iterable[str], runs: int, limit: float) -> Measured:
    """Measure some of `PARTS`; a table that grows may take `limit` seconds."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        prepared = run("prepare", str(folder / "prepared")).said
        given = _Given(folder / "prepared", prepared, runs, limit)
        documents = given.documents() if {"documents", "plain"} & {*parts} else {}
        plain = given.plain() if "plain" in parts else {}
        growth = given.growth() if "growth" in parts else {}
        builds, files = _builds(folder, runs) if "build" in parts else ({}, {})
    return Measured(runs, documents, plain, builds, files, growth, limit)


@dataclass(frozen=True, slots=True)
class _Given:
    """What `prepared` made, and how often it is measured."""

    folder: Path
    said: Mapping[str, Any]
    runs: int
    limit: float

    def documents(self) -> ByDocument:
        pdf = str(self.folder / "made.pdf")
        keys = [(engine, name) for name in self.said["names"] for engine in OF_ENGINE]
        return _by_engine(_in_turn("documents", {key: partial(_written, "make", *key, pdf) for key in keys}, self.runs))

    def plain(self) -> ByDocument:
        files = {"weasyprint": "page.html", "typst": "text.typ"}

        def job(engine: str, name: str) -> Cost:
            words = (f"plain-{engine}", str(self.folder / name / files[engine]), str(self.folder / "plain.pdf"))
            return run(*words, variables=self.said["variables"]).work

        keys = [(engine, name) for name in self.said["names"] for engine in OF_ENGINE]
        return _by_engine(_in_turn("plain engines", {key: partial(job, *key) for key in keys}, self.runs))

    def growth(self) -> Mapping[str, Mapping[int, Cost | None]]:
        found: dict[str, dict[int, Cost | None]] = defaultdict(dict)
        for rows in self.said["rows"]:
            for engine in OF_ENGINE:
                _progress(f"{rows} rows, {engine}")
                try:
                    file, pdf = (str(self.folder / name) for name in (f"rows-{rows}", "table.pdf"))
                    found[engine][rows] = _written("write", engine, file, pdf, limit=self.limit)
                except OverLimitError:
                    found[engine][rows] = None
        return found


def _written(job: str, engine: str, given: str, target: str, limit: float | None = None) -> Cost:
    return run(job, engine, given, target, road=engine, limit=limit).work.of(OF_ENGINE[engine])


def _builds(folder: Path, runs: int) -> tuple[Mapping[str, Cost], Mapping[str, Files]]:
    """Build all documents before and now; return the costs, with the pages of all PDFs, and the files."""
    old = baseline.check_out(folder / "before")
    trees = {BEFORE: (old, baseline.python_for(old, folder / "python")), NOW: (ROOT, sys.executable)}
    written: dict[str, Files] = {}

    def building(name: str, road: str) -> Callable[[], Cost]:
        tree, python = trees[name]

        def job() -> Cost:
            with tempfile.TemporaryDirectory() as output:
                cost = run("build", output, road=road, tree=tree, python=python).cost
                said = run("count", output).said
            written[name] = Files(said["files"], said["engines"])
            return replace(cost, pages=said["pages"]).of(OF_BUILD)

        return job

    for tree, python in trees.values():
        run("compile", str(tree / "generator"), tree=tree, python=python)
    costs = _in_turn("builds", {BEFORE: building(BEFORE, "baseline"), NOW: building(NOW, "now")}, runs)
    return costs, written


def _in_turn(title: str, jobs: Mapping[K, Callable[[], Cost]], runs: int) -> dict[K, Cost]:
    """Run each job in turn, so many times, and return the cost in the middle of each."""
    costs: dict[K, list[Cost]] = {key: [] for key in jobs}
    for number in range(runs):
        _progress(f"{title}, run {number + 1} of {runs}")
        for key, job in jobs.items():
            costs[key].append(job())
    return {key: median(of_key) for key, of_key in costs.items()}


def _by_engine(costs: Mapping[tuple[str, str], Cost]) -> ByDocument:
    found: dict[str, dict[str, Cost]] = defaultdict(dict)
    for (engine, name), cost in costs.items():
        found[engine][name] = cost
    return found


def _progress(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
