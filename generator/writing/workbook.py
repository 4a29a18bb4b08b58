"""A list as a workbook for Excel: one sheet from right to left."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence

_MOMENT = datetime.datetime(2000, 1, 1)
"""The day that a workbook says it was made on: equal lists give equal bytes."""
_A4 = 9
"""The paper by its number in Office Open XML (`ST_PaperSize` of older drafts, `paperSize`)."""


def workbook(title: str, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook with one sheet of this name, whose heading repeats on each page and whose columns have a filter.

    Columns are headings with widths in characters. Every cell is text: what begins as a formula or an address is none.
    """
    import xlsxwriter  # only who asks for a workbook waits for it

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _MOMENT})
        sheet = book.add_worksheet(name)
        sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        head = book.add_format({"bold": True, "bg_color": "#E5E5E5", "border": 1, "reading_order": 2, "align": "center"})
        cell = book.add_format({"border": 1, "reading_order": 2, "align": "right", "valign": "top", "text_wrap": True})
        for at, (heading, width) in enumerate(columns):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, heading, head)
        row = 0
        for row, values in enumerate(rows, 1):
            for at, value in enumerate(values):
                sheet.write_string(row, at, value, cell)
        sheet.autofilter(0, 0, max(row, 1), len(columns) - 1)
    return data.getvalue()
