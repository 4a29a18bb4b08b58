"""Check the geometry of a table in the markup: rows of equal width, spans that fit, shares that add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.markup.reader.rules import MOST_BLANK_ROWS, MOST_CELLS, MOST_COLUMNS, MOST_ROWS_SPANNED
from generator.markup.reader.xml import Characters, Element
from generator.persian import group, numeral
from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.tree import grid

GROUPS = ("thead", "tbody", "tfoot")


def rows(table: Element, group_name: str) -> list[Element]:
    """Return the rows of a group of a table, the blank ones of each `rows` among them."""
    parts = table.named(group_name)
    if not any(part.named("rows") for part in parts):
        return _written(parts)
    columns, found = columns_of(table), []
    for each in (each for part in parts for each in part.elements):
        found += _blank(each, columns) if each.name == "rows" else [each] if each.name == "tr" else []
    return found


def _written(parts: Iterable[Element]) -> list[Element]:
    """Return the rows that are written out."""
    return [row for part in parts for row in part.named("tr")]


def _blank(rows: Element, columns: int) -> list[Element]:
    """Return rows of empty cells, as if they were written out; the first cell of each has its number, if that is asked for."""
    first = number(rows, "from", MOST_CELLS, 0)
    made = []
    for position in range(number(rows, "count", MOST_BLANK_ROWS, 1)):
        row = Element("tr", {"height": rows.attributes.get("height", "")}, rows.place, complete=rows.complete)
        row.content = [Element("td", {}, rows.place, complete=True) for _ in range(columns)]
        if first and columns:
            row.elements[0].content.append(Characters(str(first + position), rows.place))
        made.append(row)
    return made


def cells(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return [cell for cell in row.elements if cell.name == "td" or cell.name == "th"]


def span(cell: Element, name: str, most: int) -> int:
    """Return a span of a cell; 1 when it is not a number within its bounds, which `grammar` reports."""
    return number(cell, name, most, 1)


def number(element: Element, name: str, most: int, otherwise: int) -> int:
    """Return the number of an attribute; another when there is none within its bounds."""
    value = element.attributes.get(name)
    if value is None:
        return otherwise
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 7 and 1 <= int(value) <= most else otherwise


def columns_of(table: Element) -> int:
    """Count the columns of a table: those it declares, else as many as its widest row."""
    return _declared(table) or _widest(_layout(_written(table.named(name))) for name in GROUPS)


def _declared(table: Element) -> int:
    return sum(len(part.named("column")) for part in table.named("columns"))


def _widest(layouts: Iterable[grid.Grid]) -> int:
    return max((width for layout in layouts for width in layout.widths), default=0)


def check(table: Element) -> Iterator[Problem]:
    """Yield the problems of a table's geometry."""
    if _count(table) > MOST_CELLS:
        yield problem("table-too-large", table.place, limit=group(MOST_CELLS))
        return
    groups = [rows(table, name) for name in GROUPS]
    if table.complete and table.named("tbody") and not rows(table, "tbody"):
        yield problem("table-without-rows", table.place)
    if not columns_of(table):
        yield from (problem("rows-without-columns", each.place) for part in table.named("tbody") for each in part.named("rows"))
    layouts = [_layout(lines) for lines in groups]
    columns = _declared(table) or _widest(layouts)
    for lines, layout in zip(groups, layouts, strict=True):
        yield from _group(lines, layout, columns)
    yield from _shares(table)


def _count(table: Element) -> int:
    """Return how many cells a table has, its blank rows counted and not made."""
    parts = [part for name in GROUPS for part in table.named(name)]
    return sum(len(cells(row)) for row in _written(parts)) + blank_cells(table)


def blank_cells(table: Element) -> int:
    """Return how many cells its blank rows have."""
    blank = [each for part in table.named("tbody") for each in part.named("rows")]
    return sum(number(each, "count", MOST_BLANK_ROWS, 1) for each in blank) * columns_of(table) if blank else 0


def _layout(lines: list[Element]) -> grid.Grid:
    return grid.lay(
        [
            [(span(cell, "colspan", MOST_COLUMNS), span(cell, "rowspan", MOST_ROWS_SPANNED)) for cell in cells(line)]
            for line in lines
        ]
    )


def _group(lines: list[Element], layout: grid.Grid, columns: int) -> Iterator[Problem]:
    for row, cell in layout.overruns:
        if lines[row].complete:
            yield problem("table-rowspan-overrun", cells(lines[row])[cell].place)
    for row in dict.fromkeys(layout.overlaps):
        yield problem("table-span-overlap", lines[row].place)
    for row, width in enumerate(layout.widths):
        if width != columns and lines[row].complete and row not in layout.overlaps:
            counts = {"width": numeral(width), "columns": numeral(columns)}
            yield problem("table-row-width", lines[row].place, **counts)


def _shares(table: Element) -> Iterator[Problem]:
    for part in table.named("columns"):
        written = [span(column, "share", 1000) for column in part.named("column") if "share" in column.attributes]
        whole = len(written) == len(part.named("column"))
        total = sum(written)
        if written and (total != 1000 if whole else total >= 1000):
            yield problem("column-shares", part.place, total=group(total))
