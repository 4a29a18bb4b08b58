"""An organisation chart: boxes under boxes, the first at the right; where a row is too wide, one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.style.contrast import readable_ink
from generator.tree.charts.figures import Chart
from generator.tree.charts.hierarchy import Branch, grown
from generator.tree.charts.rows import NOTHING
from generator.writing.drawing.canvas import Canvas

_WIDEST, _NARROWEST = 120.0, 74.0
_PADDING = 5.0
_ACROSS, _DOWN = 10.0, 20.0
_INDENT, _BELOW = 14.0, 7.0


@dataclass(frozen=True, slots=True)
class _Form:
    """The width of boxes, and the depth (0: the roots) from which branches go one under the other."""

    box: float
    hang: int


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw the trees side by side, as wide as fits."""
    pairs = [(entry.label, "" if entry.texts[0] in NOTHING else entry.texts[0]) for entry in chart.entries]
    roots = grown(pairs)
    form = _fitting(roots, canvas.width)
    drawing = _Boxes(canvas, form)
    whole = sum(drawing.width(root, 0) for root in roots) + _ACROSS * (len(roots) - 1)
    right = (canvas.width + whole) / 2
    lowest = 0.0
    for root in roots:
        lowest = max(lowest, drawing.place(root, 0, right, 1.0))
        right -= drawing.width(root, 0) + _ACROSS
    return lowest + 1


def _fitting(roots: tuple[Branch, ...], width: float) -> _Form:
    """Choose the form that keeps the most boxes in rows and still fits a width."""
    for hang in range(_depth(roots), -1, -1):
        for box in (_WIDEST, 104.0, 88.0, _NARROWEST):
            form = _Form(box, hang)
            if sum(_width(root, 0, form) for root in roots) + _ACROSS * (len(roots) - 1) <= width:
                return form
    return _Form(_NARROWEST, 0)


def _depth(branches: tuple[Branch, ...]) -> int:
    return 1 + max(_depth(branch.branches) for branch in branches) if branches else 0


def _width(branch: Branch, depth: int, form: _Form) -> float:
    under = [_width(inner, depth + 1, form) for inner in branch.branches]
    if not under:
        return form.box
    if depth >= form.hang:
        return max(form.box, _INDENT + max(under))
    return max(form.box, sum(under) + _ACROSS * (len(under) - 1))


class _Boxes:
    def __init__(self, canvas: Canvas, form: _Form) -> None:
        self._canvas = canvas
        self._form = form

    def width(self, branch: Branch, depth: int) -> float:
        return _width(branch, depth, self._form)

    def place(self, branch: Branch, depth: int, right: float, top: float) -> float:
        """Draw a branch in the width that it needs, to the left of `right`; return its lower edge."""
        hanging = depth >= self._form.hang or not branch.branches
        edge = right if hanging else right - (self.width(branch, depth) - self._form.box) / 2
        bottom = self._box(branch.label, depth, edge, top)
        if not branch.branches:
            return bottom
        return self._hang(branch, depth, right, bottom) if hanging else self._spread(branch, depth, right, edge, bottom)

    def _box(self, label: str, depth: int, right: float, top: float) -> float:
        canvas, width = self._canvas, self._form.box
        lines = canvas.lettering.lines(label, width - 2 * _PADDING, canvas.size, bold=depth == 0)
        bottom = top + len(lines) * canvas.line_height() + 2 * _PADDING
        fill = canvas.colour("head_fill" if depth == 0 else "label_fill")
        canvas.box(right - width, top, right, bottom, fill, canvas.colour("ink" if depth == 0 else "rule"))
        ink = canvas.colour("ink")
        colour = "ink" if readable_ink(ink, fill) == ink else "paper"
        canvas.lines(right - width / 2, (top + bottom) / 2, lines, "middle", bold=depth == 0, colour=colour)
        return bottom

    def _spread(self, branch: Branch, depth: int, right: float, edge: float, top: float) -> float:
        """Draw the branches below in a row under a line."""
        canvas, box = self._canvas, self._form.box
        middle, level = edge - box / 2, top + _DOWN / 2
        row = sum(self.width(inner, depth + 1) for inner in branch.branches) + _ACROSS * (len(branch.branches) - 1)
        right -= (self.width(branch, depth) - row) / 2
        heads, lowest = [], top
        for inner in branch.branches:
            wide = self.width(inner, depth + 1)
            hangs = depth + 1 >= self._form.hang or not inner.branches
            heads.append(right - box / 2 if hangs else right - wide / 2)
            lowest = max(lowest, self.place(inner, depth + 1, right, top + _DOWN))
            right -= wide + _ACROSS
        line = canvas.colour("ink")
        canvas.line((middle, top), (middle, level), stroke=line)
        canvas.line((max(*heads, middle), level), (min(*heads, middle), level), stroke=line)
        for head in heads:
            canvas.line((head, level), (head, top + _DOWN), stroke=line)
        return lowest

    def _hang(self, branch: Branch, depth: int, right: float, top: float) -> float:
        """Draw the branches below one under the other, a step further in."""
        canvas, line = self._canvas, self._canvas.colour("ink")
        trunk, lowest, last = right - _INDENT / 2, top, top
        for inner in branch.branches:
            start = lowest + _BELOW
            lowest = self.place(inner, depth + 1, right - _INDENT, start)
            last = start + canvas.line_height() / 2 + _PADDING
            canvas.line((trunk, last), (right - _INDENT, last), stroke=line)
        canvas.line((trunk, top), (trunk, last), stroke=line)
        return lowest
