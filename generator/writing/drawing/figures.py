"""Draws the figures of a document: which module draws which kind, and the room on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.style.style import PageForm, Style
from generator.tree.charts import idle
from generator.tree.charts.figures import Chart, read
from generator.tree.nodes import ChartKind, Document, Figure, Map, Table
from generator.tree.walk import every
from generator.writing import rooms
from generator.writing.drawing import bars, columns, formats, gantt, indicators, maps, organisation, projection, sentence, zones
from generator.writing.drawing.canvas import Canvas, Picture
from generator.writing.drawing.lettering import Lettering, Letters, Noting
from generator.writing.measures import room_of

DRAWERS: dict[ChartKind, Callable[[Chart, Canvas], float]] = {
    "bars": bars.draw,
    "columns": columns.draw,
    "progress": bars.draw_progress,
    "deviation": bars.draw,
    "indicators": indicators.draw,
    "gantt": gantt.draw,
    "organisation": organisation.draw,
    "zones": zones.draw,
}
"""Each draws a chart on a canvas and returns the height that it took, in points."""

WRITERS: dict[str, Callable[[Picture], bytes]] = {"svg": formats.svg, "png": formats.png}


def draw_all(document: Document, style: Style) -> tuple[dict[str, Picture], list[Problem]]:
    """Draw each figure, by its key, with a problem for each that is higher than its page."""
    charts, noting = _charts(document, style), Noting(style)
    problems = [*_faults(charts, style, noting)]
    lettering = Lettering(style)
    lettering.learn(noting.noted)
    drawn: dict[str, Picture] = {}
    for each in charts:
        if each.chart is not None:
            canvas, height = each.drawn(each.chart, style, lettering)
            problems += each.too_tall(height)
            drawn[each.figure.key] = canvas.picture(height).magnified(each.page.magnified)
    return drawn, [*dict.fromkeys(problems)]


def faults(document: Document, style: Style) -> list[Problem]:
    """Return the problems of figures that every machine finds, whatever faces it draws with."""
    return [*_faults(_charts(document, style), style, Noting(style))]


def _faults(charts: Iterable[_Charted], style: Style, noting: Noting) -> Iterator[Problem]:
    for each in charts:
        yield from each.problems
        if each.chart is not None:
            yield from each.too_tall(each.drawn(each.chart, style, noting)[1])


@dataclass(frozen=True, slots=True)
class _Charted:
    """A figure on its page, and what it shows; None where that cannot be drawn, as the problems say."""

    figure: Figure | Map
    page: PageForm
    room: float
    """The greatest height that it may have there, as all measures before it is magnified."""
    chart: Chart | Map | None
    problems: Sequence[Problem]

    def drawn(self, chart: Chart | Map, style: Style, letters: Letters) -> tuple[Canvas, float]:
        """Draw the chart; return its canvas and its height."""
        width, measuring = self.page.text_width * self.figure.width / 100 / self.page.magnified, isinstance(letters, Noting)
        canvas = Canvas(width, style, letters, self.room, measuring=measuring)
        if isinstance(chart, Map):
            return canvas, maps.draw(chart, canvas)
        said = idle.sentence(chart)
        return canvas, sentence.draw(said, canvas) if said else DRAWERS[chart.kind](chart, canvas)

    def too_tall(self, height: float) -> Iterator[Problem]:
        """Yield a problem where a height is more than the page has."""
        if height * self.page.magnified > room_of(self.page):
            named = self.figure.key if isinstance(self.figure, Map) else self.figure.of
            yield problem("chart-too-tall", self.figure.place, table=named)


def _charts(document: Document, style: Style) -> list[_Charted]:
    figures, tables = _found(document, style)
    given = rooms.of(document, style)
    return [
        _Charted(
            figure,
            page,
            _room(figure, given.get(figure.key), page) / page.magnified,
            *((figure, ()) if isinstance(figure, Map) else read(figure, tables[figure.of])),
        )
        for figure, page in figures
    ]


def _room(shown: Figure | Map, height: float | None, page: PageForm) -> float:
    """Return the room of a page on which a figure is no higher than a height, if any; a map's sheet takes its share of it."""
    if height is None:
        return room_of(page)
    return max(height - _EXPLAINED * page.magnified, height / 2) / projection.SHARE if isinstance(shown, Map) else height


_EXPLAINED = 84.0
"""Points that the scale and the legend of a map take, with some names below."""


def _found(document: Document, style: Style) -> tuple[list[tuple[Figure | Map, PageForm]], dict[str, Table]]:
    """Find the figures with their pages, and the tables by their keys."""
    figures: list[tuple[Figure | Map, PageForm]] = []
    tables: dict[str, Table] = {}
    for section in document.sections:
        for node in every(section):
            if isinstance(node, Figure | Map):
                figures.append((node, style.pages[section.page]))
            elif isinstance(node, Table):
                tables[node.key] = node
    return figures, tables
