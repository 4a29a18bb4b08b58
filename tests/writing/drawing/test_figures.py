"""Numbers, captions, references and alternative text of figures, and what they read from their tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.persian import NBSP
from generator.tree.charts.compass import CENTRE, bearing
from generator.tree.charts.figures import read as read_figure
from generator.tree.charts.hierarchy import Branch, circular, grown
from generator.tree.nodes import Paragraph, Reference, Table
from generator.tree.walk import walk
from tests.writing.drawing.charts import BAR, KINDS, chart, document, figure, table


def test_figures_are_counted_apart_from_tables_and_referred_to_by_number() -> None:
    made = document(KINDS["bars"], '<p>در <ref to="figure-data"/> آمده است.</p>')
    paragraph = next(visit.node for visit in walk(made) if isinstance(visit.node, Paragraph) and visit.node.role == "body"
                     and any(isinstance(child, Reference) for child in visit.node.children))  # fmt: skip

    assert figure(made).number == "شکل ۱"
    assert paragraph.children[1] == Reference("figure-data", f"شکل{NBSP}۱")


def test_alternative_text_is_made_from_the_rows_and_names_the_table() -> None:
    assert figure(document(KINDS["progress"])).summary == (
        "نمودار پیشرفت – شکل data. شهرداری مشهد: برنامه ۶۵٪، واقعی ۵۲٫۳٪؛ اداره کل آموزش و پرورش خراسان رضوی: برنامه ۸۰٫۵٪؛ "
        "کمیتهٔ امداد امام خمینی (ره): برنامه ۳۰٪، واقعی ۳۵٪. داده‌ها در جدول ۱ آمده است."
    )


def test_alternative_text_says_each_band_of_a_schedule() -> None:
    assert "بهسازی: بهار و پاییز؛ آموزش: تابستان تا پاییز" in figure(document(KINDS["gantt"])).summary


def test_alternative_text_that_the_template_wrote_is_kept() -> None:
    made = document(table("data", ("نام", "عدد"), ("الف", "۱۲")), chart("bars", "1 2", summary="یک میله"))

    assert figure(made).summary == "یک میله"


def test_long_tables_are_left_to_the_table_in_alternative_text() -> None:
    rows = ((f"ردیف {number}", "۱۲") for number in range(20))
    made = document(table("data", ("نام", "عدد"), *rows), chart("bars", "1 2"))

    assert figure(made).summary == "نمودار میله‌ای – شکل data. داده‌ها در جدول ۱ آمده است."


def test_signs_percents_and_missing_values_are_read_as_printed() -> None:
    rows = (("الف", "+۱۲٫۵٪"), ("ب", "−۳٪"), ("پ", "—"), ("ت", '<blank prompt="عدد"/>'), ("ث", "۱٬۲۵۰"))
    made = document(table("data", ("نام", "عدد"), *rows), chart("bars", "1 2"))
    drawn = next(visit.node for visit in walk(made) if isinstance(visit.node, Table))
    read, problems = read_figure(figure(made), drawn)

    assert problems == [] and read is not None
    assert [entry.numbers[0] for entry in read.entries] == [Decimal("12.5"), Decimal(-3), None, None, Decimal(1250)]


def test_heads_over_several_columns_group_those_below() -> None:
    head = '<thead><tr><th rowspan="2">اقدام</th><th colspan="2">۱۴۰۳</th></tr><tr><th>بهار</th><th>پاییز</th></tr></thead>'
    made = document(
        f'<table key="data">{head}<tbody><tr><td>الف</td>{BAR}<td></td></tr></tbody></table>', chart("gantt", "1 2 3")
    )
    drawn = next(visit.node for visit in walk(made) if isinstance(visit.node, Table))
    read, _ = read_figure(figure(made), drawn)

    assert read is not None
    assert (read.groups, read.titles) == (("۱۴۰۳", "۱۴۰۳"), ("بهار", "پاییز"))
    assert read.entries[0].tones == ("bar", "")


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("شمال", 0.0),
        ("شرق", 90.0),
        ("شمال شرق", 45.0),
        ("جنوب‌غربی", 225.0),
        ("شرق و جنوب شرق", 112.5),
        ("مرکز", CENTRE),
        ("شمال و جنوب", None),
        ("بالا", None),
        ("", None),
    ],
)
def test_a_direction_is_read_in_degrees_from_the_north(text: str, degrees: float | None) -> None:
    assert bearing(text) == degrees


def test_rows_grow_into_a_tree_in_their_order() -> None:
    pairs = [("ریشه", ""), ("ب", "ریشه"), ("الف", "ریشه"), ("پ", "ب")]

    assert grown(pairs) == (Branch("ریشه", (Branch("ب", (Branch("پ"),)), Branch("الف"))),)
    assert circular(pairs) == ""
    assert circular([("الف", "ب"), ("ب", "پ"), ("پ", "ب")]) in ("ب", "پ")
