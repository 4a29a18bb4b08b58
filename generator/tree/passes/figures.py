"""Check each figure against its table, and write its alternative text where the template has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.tree.charts import idle
from generator.tree.charts.figures import Chart, read
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.tree.nodes import ChartKind, Document, Figure, Table
from generator.tree.passes import keys
from generator.tree.walk import every, plain_text, rebuild_blocks

_NAMES: dict[ChartKind, str] = {
    "bars": "نمودار میله‌ای",
    "columns": "نمودار ستونی",
    "progress": "نمودار پیشرفت",
    "deviation": "نمودار انحراف",
    "indicators": "نمودار شاخص‌ها",
    "gantt": "نمودار زمان‌بندی",
    "organisation": "نمودار سازمانی",
    "zones": "نقشهٔ شماتیک",
}

_TRUE_MAP = "نقشه از روی مرزها"
"""What a chart of zones is called whose outlines are known."""

_MOST_LISTED = 12
"""The most rows that alternative text lists one by one; past that the table serves a listener better."""

_ENDS = 3
"""How many rows it lists of either end of more of them, where they are sorted."""


def run(document: Document) -> tuple[Document, list[Problem]]:
    """Return the document with alternative text for each figure, and a problem for each that cannot be drawn."""
    found = [*every(document)]
    if not any(isinstance(node, Figure) for node in found):
        return document, []
    tables = {node.key: node for node in found if getattr(node, "key", "")}
    problems: list[Problem] = []

    def visit(node: Any) -> Any:
        if not isinstance(node, Figure):
            return rebuild_blocks(node, visit)
        table = tables.get(node.of)
        if table is None:
            problems.extend(keys.dangling([(node.of, node.place)], [*tables]))
        elif not isinstance(table, Table):
            problems.append(problem("chart-of-no-table", node.place, target=node.of))
        else:
            chart, found = read(node, table)
            problems.extend(found)
            if chart is not None and not node.summary:
                return replace(node, summary=_summary(node, chart, table))
        return node

    return visit(document), problems


def _summary(figure: Figure, chart: Chart, table: Table) -> str:
    name = _TRUE_MAP if figure.outlines else _NAMES[figure.kind]
    sentences = [f"{name} – {plain_text(figure.caption)}"]
    if said := idle.sentence(chart):
        sentences.append(said.removesuffix("."))
    elif rows := [f"{entry.label}: {said}" for entry in chart.entries if (said := _said(entry, chart))]:
        unit = f" ({chart.unit})" if chart.unit else ""
        if len(chart.entries) <= _MOST_LISTED:
            sentences.append("؛ ".join(rows) + unit)
        elif figure.sort or figure.kind == "deviation":
            sentences.append(f"در آغاز {'؛ '.join(rows[:_ENDS])}، و در پایان {'؛ '.join(rows[-_ENDS:])}{unit}")
    if table.number:
        sentences.append(f"داده‌ها در {table.number} آمده است")
    return ". ".join(filter(None, sentences)) + "."


def _said(entry: ChartRow, chart: Chart) -> str:
    """Say in words what a row shows."""
    if chart.kind == "gantt":
        return " و ".join(_span(chart, first, last) for first, last in _runs(entry.tones))
    if chart.kind == "organisation":
        return "" if entry.texts[0] in NOTHING else f"زیر نظر {entry.texts[0]}"
    pairs = zip(chart.titles, entry.texts, strict=True)
    one = len(chart.titles) == 1
    return "، ".join(text if one else f"{title} {text}".strip() for title, text in pairs if text not in NOTHING)


def _runs(tones: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of filled cells."""
    for filled, run in groupby(enumerate(tones), key=lambda placed: bool(placed[1])):
        places = [place for place, _ in run]
        if filled:
            yield places[0], places[-1]


def _span(chart: Chart, first: int, last: int) -> str:
    names = [f"{chart.titles[at]} {chart.groups[at]}".strip() for at in (first, last)]
    return " تا ".join(dict.fromkeys(names))
