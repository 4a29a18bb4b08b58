"""The map of a neighbourhood: its boundary as firm as what it rests on, streets and places by name, north, bar and legend."""

from __future__ import annotations

from collections.abc import Iterator

from generator.tree.nodes import BoundaryState, Feature, FeatureRole, Map
from generator.tree.passes.maps import boundary_title
from generator.writing.drawing import labels, points, projection
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.labels import DOT, Label, Labels
from generator.writing.drawing.points import Spot
from generator.writing.drawing.projection import Sheet

_MARGIN = 8.0
_STREET = 1.8
_BOUNDARIES: dict[BoundaryState, tuple[float, tuple[float, ...]]] = {
    "مصوب": (1.6, ()),
    "پیشنهادی": (1.3, (7.0, 3.0)),
    "نمونه": (1.3, (2.0, 2.5)),
    "": (1.3, (2.0, 2.5)),
}
"""The thickness and the dashes of a boundary: only one that was approved is a line without gaps."""

_SAMPLE = "نقشهٔ نمونه: مرز، خیابان‌ها و مکان‌ها واقعی نیست."

_SHORTEST = 10
"""Metres of the shortest bar."""

_SWATCH, _GAP, _APART = 24.0, 6.0, 16.0

Numbered = tuple[str, Spot]
"""A name that has no room on the map, and its spot."""


def draw(shown: Map, canvas: Canvas) -> float:
    """Draw the map and what explains it; return the height that it took."""
    top = canvas.line_height() + 4 if shown.sample else 0.0
    if shown.sample:
        canvas.text(canvas.width, top / 2, _SAMPLE, bold=True)
    every = [point for feature in shown.features for line in feature.lines for point in line]
    sheet = projection.sheet(every, canvas, margin=_MARGIN, top=top)
    bottom = top + sheet.height
    canvas.box(projection.STRIP, top, canvas.width, bottom, "", canvas.colour("rule"), HAIRLINE)
    _areas(shown, canvas, sheet)
    for feature in _of(shown, "street"):
        for line in feature.lines:
            canvas.line(*sheet.line(line), stroke=canvas.colour("muted"), thickness=_STREET)
    numbered = _names(shown, canvas, sheet, (projection.STRIP, top, canvas.width, bottom))
    projection.north(canvas, top)
    foot = _legend(canvas, shown, projection.bar(canvas, sheet, bottom, _SHORTEST) + 4)
    return points.names(canvas, [name for name, _ in numbered], foot + 2) if numbered else foot


def _of(shown: Map, role: FeatureRole) -> Iterator[Feature]:
    return (feature for feature in shown.features if feature.role == role)


def _areas(shown: Map, canvas: Canvas, sheet: Sheet) -> None:
    """Fill the areas, and draw the border of each, the neighbourhood's over that of what lies around it."""
    for feature in _of(shown, "zone"):
        outline = projection.steps([sheet.line(line) for line in feature.lines])
        canvas.path(outline, "", canvas.colour("muted"), HAIRLINE * 2)
    for feature in _of(shown, "boundary"):
        outline = projection.steps([sheet.line(line) for line in feature.lines])
        thickness, dashes = _BOUNDARIES[feature.state]
        canvas.path(outline, canvas.colour("label_fill"))
        canvas.path(outline, "", canvas.colour("ink"), thickness, dashes=dashes)


def _names(shown: Map, canvas: Canvas, sheet: Sheet, edges: tuple[float, float, float, float]) -> list[Numbered]:
    """Draw the names of streets and places on the map; return those that have no room there, in the order of their numbers."""
    placing = Labels(canvas, edges)
    places = [(feature, sheet.spot(*feature.lines[0][0])) for feature in _of(shown, "place")]
    for _, spot in places:
        placing.take(spot, DOT + 1)
    found: list[Label] = []
    homeless: list[Numbered] = []
    for feature in _of(shown, "street"):
        lines = [sheet.line(line) for line in feature.lines]
        label = next((label for line in lines if len(line) > 1 and (label := placing.along(feature.name, line))), None)
        found += [label] if label else []
        homeless += [] if label else [(feature.name, lines[0][len(lines[0]) // 2])]
    for feature, spot in places:
        canvas.disc(*spot, DOT, canvas.colour("chart_1"), canvas.colour("paper"), 0.8)
        label = placing.beside(feature.name, spot)
        found += [label] if label else []
        homeless += [] if label else [(feature.name, spot)]
    for label in found:
        labels.draw(canvas, label)
    for number, (_, spot) in enumerate(homeless, 1):
        free = placing.number(spot)
        if free != spot:
            canvas.line(spot, free, stroke=canvas.colour("ink"), thickness=HAIRLINE)
        points.draw(canvas, free, number)
    return homeless


def _legend(canvas: Canvas, shown: Map, top: float) -> float:
    """Draw what each kind of line and dot means, from the right; return the lower edge."""
    items: list[tuple[Feature, str]] = [(feature, f"مرز {boundary_title(feature)}") for feature in _of(shown, "boundary")]
    items += [(feature, f"مرز {feature.name}") for feature in _of(shown, "zone")]
    items += [(feature, "خیابان") for feature in [*_of(shown, "street")][:1]]
    items += [(feature, "مکان") for feature in [*_of(shown, "place")][:1]]
    right, y = canvas.width, top + canvas.line_height() / 2
    for feature, text in items:
        for number, line in enumerate(canvas.lettering.lines(text, canvas.width - _SWATCH - _GAP, canvas.size)):
            width = _SWATCH + _GAP + canvas.lettering.width(line, canvas.size)
            if number or (right - width < 0 and right < canvas.width):
                right, y = canvas.width, y + canvas.line_height() + 2
            if not number:
                _swatch(canvas, feature, right - _SWATCH, right, y)
            canvas.text(right - _SWATCH - _GAP, y, line)
            right -= width + _APART
    return y + canvas.line_height() / 2


def _swatch(canvas: Canvas, feature: Feature, left: float, right: float, y: float) -> None:
    match feature.role:
        case "boundary":
            thickness, dashes = _BOUNDARIES[feature.state]
            canvas.line((left, y), (right, y), stroke=canvas.colour("ink"), thickness=thickness, dashes=dashes)
        case "zone":
            canvas.line((left, y), (right, y), stroke=canvas.colour("muted"), thickness=HAIRLINE * 2)
        case "street":
            canvas.line((left, y), (right, y), stroke=canvas.colour("muted"), thickness=_STREET)
        case "place":
            canvas.disc((left + right) / 2, y, DOT, canvas.colour("chart_1"), canvas.colour("paper"), 0.8)
