"""Draws the figures of a document: which module draws which kind, and the room on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.style.style import PageForm, Style
from generator.tree.charts.figures import Chart, read
from generator.tree.nodes import ChartKind, Document, Figure, Table
from generator.tree.walk import every
from generator.writing.drawing import bars, columns, formats, gantt, indicators, organisation, priority, zones
from generator.writing.drawing.canvas import Canvas, Picture
from generator.writing.drawing.lettering import Lettering, Noting

DRAWERS: dict[ChartKind, Callable[[Chart, Canvas], float]] = {
    "bars": bars.draw,
    "columns": columns.draw,
    "progress": bars.draw_progress,
    "indicators": indicators.draw,
    "gantt": gantt.draw,
    "priority": priority.draw,
    "organisation": organisation.draw,
    "zones": zones.draw,
}
"""Each draws a chart on a canvas and returns the height that it took, in points."""

WRITERS: dict[str, Callable[[Picture], bytes]] = {"svg": formats.svg, "png": formats.png}

_CAPTION_ROOM = 46.0
"""Points that a caption, and the white space of a figure, take of a page's height."""


def draw_all(document: Document, style: Style) -> tuple[dict[str, Picture], list[Problem]]:
    """Draw each figure, by its key, with a problem for each that is higher than its page."""
    drawn: dict[str, Picture] = {}
    problems: list[Problem] = []
    for figure, sheet, found in _sheets(document, style):
        problems += found
        if sheet is not None:
            drawn[figure.key] = sheet[0].picture(sheet[1])
    return drawn, problems


def faults(document: Document, style: Style) -> list[Problem]:
    """Return the problems of `draw_all`, without the pictures."""
    return [fault for _, _, found in _sheets(document, style, measuring=True) for fault in found]


def _sheets(
    document: Document, style: Style, *, measuring: bool = False
) -> Iterator[tuple[Figure, tuple[Canvas, float] | None, list[Problem]]]:
    """Draw each figure; yield it with its canvas and height (None where it cannot be drawn), and its problems."""
    figures, tables = _found(document, style)
    charts = [(figure, page, *read(figure, tables[figure.of])) for figure, page in figures]

    noting, lettering = Noting(style), Lettering(style)
    for figure, page, chart, _ in charts:
        if chart is not None:
            DRAWERS[figure.kind](chart, _canvas(figure, page, style, noting, measuring=True))
    lettering.learn(noting.noted)
    for figure, page, chart, found in charts:
        if chart is None:
            yield figure, None, found
            continue
        canvas = _canvas(figure, page, style, lettering, measuring=measuring)
        height = DRAWERS[figure.kind](chart, canvas)
        if height > room_of(page):
            found = [*found, problem("chart-too-tall", figure.place, table=figure.of)]
        yield figure, (canvas, height), found


def _canvas(figure: Figure, page: PageForm, style: Style, lettering: Lettering, *, measuring: bool) -> Canvas:
    return Canvas(page.text_width * figure.width / 100, style, lettering, room_of(page), measuring=measuring)


def room_of(page: PageForm) -> float:
    """Return the greatest height of a figure on a page, in points."""
    return (page.height - page.top - page.bottom) * 72 / 25.4 - _CAPTION_ROOM


def _found(document: Document, style: Style) -> tuple[list[tuple[Figure, PageForm]], dict[str, Table]]:
    """Find the figures with their pages, and the tables by their keys."""
    figures: list[tuple[Figure, PageForm]] = []
    tables: dict[str, Table] = {}
    for section in document.sections:
        for node in every(section):
            if isinstance(node, Figure):
                figures.append((node, style.pages[section.page]))
            elif isinstance(node, Table):
                tables[node.key] = node
    return figures, tables
