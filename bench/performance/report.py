"""The page of what was measured: plain tables, each after a sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bench.performance.fresh import Cost
from bench.performance.measuring import BEFORE, NOW, Measured

ENGINES = {"typst": "Typst", "weasyprint": "WeasyPrint"}
IN_SUM, FOR_EACH, OF_BUILD = 6.0, 5.0, 5.0
"""How many times faster Typst is to be for the documents in sum and for each, and a build than before."""
SUM = "sum"

_INTRODUCTION = """\
Made by `{command}`, which measures again and writes this page whole. Each figure is the middle one of {runs} fresh
processes, but for the tables that grow; what is compared runs in turn. Times are in seconds: of all processors / by the
clock. The parts of a time are those of the run in the middle, in seconds of processors."""

_DOCUMENTS = """\
What each document of golshahr takes from its finished tree with its pictures to the finished file, loading of the engine
included, in a process that made the tree and the pictures; Typst is to be {in_sum:g} times faster in sum and {for_each:g}
times for each document."""

_PARTS = {
    "typst": "Where Typst spends it; what did not fit its page is made again with what would not part let loose.",
    "weasyprint": "Where WeasyPrint spends it; its text is mended while it is typeset.",
}

_PLAIN = """\
How much is the engine and how much is ours. WeasyPrint as it is: on the same HTML and pictures, without our mending of the
text and finishing. Typst as it is: on a source of the same text, tables and pictures without a look, in which letterheads,
contents and signatures are lines of text and headers are left out. Both write PDF/A-3a, in a process that has loaded
nothing before."""

_BUILD = """\
`sanad build` of all samples, Word and PDF, now (by {engines}) and at {before}, each with its own data and templates; it is
to take a fifth of the processors."""

_BUILD_PARTS = "Where the processors spend it, in the process of the command and its workers together."

_GROWTH = """\
A document that is one table of rows of five cells, from its tree to its file, in one fresh process each; a build stops a
document that takes more than the limits of `sanad.yaml`, which do not hold here."""


def page(measured: Measured, machine: Mapping[str, str], command: str) -> str:
    """Return the page: on what it was measured, and a table for all that was."""
    parts = [
        "# Performance",
        _INTRODUCTION.format(command=command, runs=measured.runs),
        _table(("measured on", ""), machine.items()),
        *_documents(measured),
        *_plain(measured),
        *_build(measured),
        *_growth(measured),
    ]
    return "\n\n".join(parts) + "\n"


def missed(measured: Measured) -> list[str]:
    """Return a sentence for each target that is missed."""
    found = []
    if measured.documents:
        typst, weasyprint = (_with_sum(measured.documents[engine]) for engine in ENGINES)
        for name, cost in typst.items():
            what, wanted = ("all documents", IN_SUM) if name == SUM else (name, FOR_EACH)
            for times, kind in zip(_times(weasyprint[name], cost), ("processors", "the clock"), strict=True):
                if times < wanted:
                    found.append(f"Typst is {times:.2f} times faster for {what} by {kind}, not {wanted:g} times.")
    if measured.builds:
        times, _ = _times(measured.builds[BEFORE], measured.builds[NOW])
        if times < OF_BUILD:
            found.append(f"A build is {times:.2f} times faster than at {BEFORE} by processors, not {OF_BUILD:g} times.")
    return found


def _documents(measured: Measured) -> Iterator[str]:
    if not measured.documents:
        return
    costs = {engine: _with_sum(measured.documents[engine]) for engine in ENGINES}
    typst, weasyprint = costs.values()
    rows = []
    for name, cost in typst.items():
        other = weasyprint[name]
        rows.append((name, f"{cost.pages} / {other.pages}", _both(cost), _both(other), _faster(other, cost)))
    yield "## From the tree to the file"
    yield _DOCUMENTS.format(in_sum=IN_SUM, for_each=FOR_EACH)
    yield _table(("document", "pages, Typst / WeasyPrint", "Typst", "WeasyPrint", "times faster"), rows)
    for engine, of_engine in costs.items():
        yield _PARTS[engine]
        head = ("document", *of_engine[SUM].parts, "whole")
        yield _table(head, ((name, *map(_seconds, (*cost.parts.values(), cost.processor))) for name, cost in of_engine.items()))


def _plain(measured: Measured) -> Iterator[str]:
    if not measured.plain:
        return
    ours = {engine: _with_sum(measured.documents[engine]) for engine in ENGINES}
    plain = {engine: _with_sum(measured.plain[engine]) for engine in ENGINES}
    head = [words for title in ENGINES.values() for words in (f"plain {title}", f"{title} here", "times")]
    rows = []
    for name in ours["typst"]:
        pairs = [(plain[engine][name], ours[engine][name]) for engine in ENGINES]
        rows.append((name, *(cell for less, more in pairs for cell in (_both(less), _both(more), _faster(more, less)))))
    yield "## Beside the plain engines"
    yield _PLAIN
    yield _table(("document", *head), rows)


def _build(measured: Measured) -> Iterator[str]:
    if not measured.builds:
        return
    before, now = measured.builds[BEFORE], measured.builds[NOW]
    rows: list[tuple[object, ...]] = [
        ("files", measured.files[BEFORE].number, measured.files[NOW].number, ""),
        ("pages of the PDFs", before.pages, now.pages, ""),
        ("seconds of processors", *_change(before.processor, now.processor)),
        ("seconds by the clock", *_change(before.wall, now.wall)),
        ("most memory of a process, MB", _megabytes(before), _megabytes(now), f"{before.memory / now.memory:.1f}"),
    ]
    yield "## A whole build"
    yield _BUILD.format(engines=" and ".join(measured.files[NOW].engines), before=BEFORE)
    yield _table(("", BEFORE, NOW, "times less"), rows)
    yield _BUILD_PARTS
    yield _table(
        ("part", BEFORE, NOW, "times less"), ((name, *_change(before.parts[name], now.parts[name])) for name in now.parts)
    )


def _growth(measured: Measured) -> Iterator[str]:
    if not measured.growth:
        return
    rows = []
    for count in measured.growth["typst"]:
        for engine, title in ENGINES.items():
            rows.append((f"{count:,}", title, *_grown(measured.growth[engine][count], count, measured.limit)))
    yield "## How it grows"
    yield _GROWTH
    yield _table(("rows", "engine", "pages", "seconds", "processors for 1,000 rows", "most memory, MB"), rows)


def _grown(cost: Cost | None, rows: int, limit: float) -> Sequence[object]:
    if cost is None:
        return ("", f"not done after {limit:g} by the clock", "", "")
    return (cost.pages, _both(cost), _seconds(cost.processor / rows * 1_000), _megabytes(cost))


def _with_sum(costs: Mapping[str, Cost]) -> dict[str, Cost]:
    """Return the costs of documents, and their sum after them."""
    every = list(costs.values())
    parts = {name: sum(cost.parts[name] for cost in every) for name in every[0].parts}
    processor, wall = sum(cost.processor for cost in every), sum(cost.wall for cost in every)
    memory, pages = max(cost.memory for cost in every), sum(cost.pages for cost in every)
    return {**costs, SUM: Cost(processor, wall, memory, parts, pages)}


def _times(slow: Cost, fast: Cost) -> tuple[float, float]:
    return slow.processor / fast.processor, slow.wall / fast.wall


def _faster(slow: Cost, fast: Cost) -> str:
    return " / ".join(f"{times:.1f}" for times in _times(slow, fast))


def _change(before: float, now: float) -> tuple[str, str, str]:
    return _seconds(before), _seconds(now), f"{before / now:.1f}"


def _both(cost: Cost) -> str:
    return f"{_seconds(cost.processor)} / {_seconds(cost.wall)}"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 10 else f"{seconds:.2f}"


def _megabytes(cost: Cost) -> str:
    return f"{cost.memory / 1e6:.0f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
