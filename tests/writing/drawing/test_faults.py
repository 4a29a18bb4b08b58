"""What a chart cannot be drawn from is refused at its place."""

from __future__ import annotations

import pytest

from tests.writing.drawing.charts import AGENCIES, chart, read, table

DATA = table("data", ("دستگاه", "برنامه", "واقعی"), *AGENCIES)
MANY = table("data", ("نام", "عدد"), *((f"ردیف {number}", "۱۲") for number in range(41)))


@pytest.mark.parametrize(
    ("markup", "wrong", "code"),
    [
        (DATA, chart("pie", "1 2"), "markup-value-unknown"),
        (DATA, chart("bars", "1;2"), "markup-columns-wrong"),
        (DATA, chart("bars", "0 2"), "markup-columns-wrong"),
        (DATA, chart("bars", "1 2", width="20"), "markup-number-wrong"),
        (DATA, chart("bars", "1 2", of="dta"), "reference-dangling"),
        (DATA, '<chart key="figure-data" kind="bars" of="data" columns="1 2"/>', "markup-child-missing"),
        (DATA, '<chart kind="bars" of="data" columns="1 2"><caption>بی‌کلید</caption></chart>', "markup-attribute-missing"),
        ('<h1 key="data">عنوان</h1>', chart("bars", "1 2"), "chart-of-no-table"),
        (DATA, chart("bars", "1"), "chart-columns-count"),
        (DATA, chart("progress", "1 2"), "chart-columns-count"),
        (DATA, chart("bars", "1 9"), "chart-column-missing"),
        (table("data", ("نام", "عدد"), ("الف", "بسیار"), ("ب", "۳")), chart("bars", "1 2"), "chart-not-a-number"),
        (table("data", ("نام", "عدد"), ("الف", "—"), ("ب", "")), chart("bars", "1 2"), "chart-without-numbers"),
        (table("data", (), ("الف", "۱", "۲"), ("ب", "۳", "۴")), chart("bars", "1 2 3"), "chart-head-missing"),
        (table("data", ("نام", "عدد"), ('<td colspan="2">گروه</td>',)), chart("bars", "1 2"), "chart-without-rows"),
        (MANY, chart("bars", "1 2"), "chart-too-many-rows"),
        (DATA, chart("bars", "1 2", sort="downwards"), "markup-value-unknown"),
        (DATA, chart("bars", "1 2", highlight="a10 A25"), "key-malformed"),
        (DATA, chart("bars", "1 2", highlight="a10"), "chart-highlight-of-no-row"),
        (DATA, chart("columns", "1 2", sort="ascending"), "chart-attribute-unused"),
        (DATA, chart("bars", "1 2 3", **{"axis-of": 1}), "chart-attribute-unused"),
        (DATA, chart("bars", "1 2", **{"axis-of": 9}), "chart-column-missing"),
        (
            table("data", ("نام", "عدد", "محور"), ("الف", "۱", "کالبدی")),
            chart("bars", "1 2", **{"axis-of": 3}),
            "chart-axis-unknown",
        ),
        (DATA, chart("deviation", "1 2 3"), "chart-columns-count"),
        (table("data", ("پهنه", "جهت", "جمعیت"), ("الف", "بالا", "۳")), chart("zones", "1 2 3"), "chart-direction-unknown"),
        (table("data", ("نهاد", "بالادست"), ("الف", "ب")), chart("organisation", "1 2"), "chart-parent-unknown"),
        (table("data", ("نهاد", "بالا"), ("الف", "ب"), ("ب", "الف")), chart("organisation", "1 2"), "chart-parents-circular"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_reported_once_at_its_line(markup: str, wrong: str, code: str) -> None:
    _, problems = read(markup, wrong)

    assert [(found.code, found.place and found.place.line) for found in problems] == [(code, 3)]


def test_a_cell_without_a_number_is_named_by_its_row_and_column() -> None:
    _, (found,) = read(table("data", ("نام", "عدد"), ("شهرداری", "بسیار")), chart("bars", "1 2"))

    assert found.message == "ستون ۲ در ردیف «شهرداری» عدد نیست: «بسیار»."
