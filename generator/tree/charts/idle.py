"""Charts in which nothing has happened yet: a sentence says so in place of bars that nobody would see."""

from __future__ import annotations

from generator.persian import numeral
from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import ChartRow


def sentence(chart: Chart) -> str:
    """Return what a chart says whose bars are all zero, or whose indicators all stand where they began; else nothing."""
    many = len(chart.entries) > 1
    if chart.kind == "indicators":
        if any(_moved(entry) for entry in chart.entries):
            return ""
        rows = f"هیچ‌یک از {numeral(len(chart.entries))} شاخص" if many else "این شاخص"
        return f"{rows} تا پایان این دوره از وضع مبنا پیش نرفته است."
    if chart.kind not in ("bars", "columns", "progress", "deviation") or any(any(entry.numbers) for entry in chart.entries):
        return ""
    *others, last = chart.titles
    what = " و ".join(filter(None, ("، ".join(others), last))) or "مقدار"
    missing = any(number is None for entry in chart.entries for number in entry.numbers)
    rows = f" در هر {numeral(len(chart.entries))} ردیف" if many else ""
    return f"{what}{rows} صفر است{' یا ثبت نشده است' if missing else ''}."


def _moved(entry: ChartRow) -> bool:
    baseline, actual, _ = entry.numbers
    return actual is not None and actual != baseline
