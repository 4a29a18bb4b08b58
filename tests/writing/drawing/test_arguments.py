"""Charts that argue: sorted, deviations at both sides, rows that stand out, axes by colour, numbers that touch nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest

from generator.persian import group, numeral
from generator.tree.charts.figures import Chart
from generator.tree.charts.figures import read as read_figure
from generator.tree.nodes import Document, Table
from generator.tree.walk import walk
from generator.writing import drawing
from generator.writing.drawing.canvas import Canvas, Picture, Shape
from generator.writing.drawing.lettering import Lettering
from generator.writing.measures import room_of
from tests.writing.drawing.charts import LOOKS, chart, document, figure, look
from tests.writing.drawing.test_pictures import contrast, extent, picture, texts

HEAD = ("اقدام", "انحراف", "محور", "اعتبار")
ROWS = (
    ("آموزش", "+۶", "اجتماعی", "۱٬۲۰۰"),
    ("بیمه", "−۲۳٫۵", "اقتصادی", "۹۰۰"),
    ("سند", "—", "محیطی", "۴۸۷٬۴۳۰"),
    ("معبر", "−۱", "محیطی", "—"),
    ("روشنایی", "۰", "اجتماعی", "۹۰۰"),
)


def keyed(*rows: Sequence[str], head: Sequence[str] = HEAD) -> str:
    """A table whose rows have the keys r1, r2, …"""
    heads = "".join(f"<th>{title}</th>" for title in head)
    body = "".join(
        f'<tr key="r{at}">' + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for at, row in enumerate(rows, 1)
    )
    return f'<table key="data"><caption>داده</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def drawn(kind: str, columns: str, *rows: Sequence[str], head: Sequence[str] = HEAD, **others: object) -> Document:
    attributes = {name.replace("_", "-"): value for name, value in others.items()}
    return document(keyed(*(rows or ROWS), head=head), chart(kind, columns, **attributes))


def shown(made: Document) -> Chart:
    table = next(visit.node for visit in walk(made) if isinstance(visit.node, Table))
    found, problems = read_figure(figure(made), table)
    assert found is not None and problems == []
    return found


def names(made: Document) -> list[str]:
    return [entry.label for entry in shown(made).entries]


def bars(made: Picture) -> list[Shape]:
    """The filled bars, from the top; not the white below numbers, nor hatching and edges."""
    paper = look().colour("paper")
    return sorted(
        (shape for shape in made.shapes if shape.fill not in ("", paper) and not shape.text and len(shape.steps) == 5),
        key=lambda shape: extent(shape)[1],
    )


def test_a_chart_is_sorted_by_its_numbers_and_its_table_is_not() -> None:
    made = drawn("bars", "1 4", sort="descending")
    table = next(visit.node for visit in walk(made) if isinstance(visit.node, Table))

    # Equal numbers stand as in the table, a row without one last in both orders.
    assert names(made) == ["سند", "آموزش", "بیمه", "روشنایی", "معبر"]
    assert names(drawn("bars", "1 4", sort="ascending")) == ["بیمه", "روشنایی", "آموزش", "سند", "معبر"]
    assert names(drawn("bars", "1 4")) == [row[0] for row in ROWS]
    assert [row.key for row in table.body] == ["r1", "r2", "r3", "r4", "r5"]


def test_planned_and_actual_are_sorted_by_what_is_reached() -> None:
    rows = (("الف", "۹۰", "۲۰"), ("ب", "۱۰", "۵۰"), ("پ", "۵۰", "—"))

    assert names(drawn("progress", "1 2 3", *rows, head=("نام", "برنامه", "واقعی"), sort="ascending")) == ["الف", "ب", "پ"]


def test_alternative_text_has_the_order_of_the_picture_and_says_that_all_is_zero() -> None:
    assert "بیمه: −۲۳٫۵؛ معبر: −۱؛ روشنایی: ۰؛ آموزش: +۶." in figure(drawn("deviation", "1 2")).summary

    zeros = drawn("progress", "1 2 3", ("الف", "۰", "۰"), ("ب", "۰", "۰"), head=("نام", "برنامه", "واقعی"))
    assert "برنامه و واقعی در هر ۲ ردیف صفر است." in figure(zeros).summary


def test_alternative_text_of_many_sorted_rows_names_both_ends() -> None:
    rows = [(f"اقدام {numeral(at)}", f"−{numeral(at)}") for at in range(1, 21)]

    assert figure(drawn("deviation", "1 2", *rows, head=("نام", "انحراف"), unit="واحد درصد")).summary == (
        "نمودار انحراف – شکل data. در آغاز اقدام ۲۰: −۲۰؛ اقدام ۱۹: −۱۹؛ اقدام ۱۸: −۱۸، "
        "و در پایان اقدام ۳: −۳؛ اقدام ۲: −۲؛ اقدام ۱: −۱ (واحد درصد). داده‌ها در جدول ۱ آمده است."
    )


def test_what_is_behind_lies_at_the_right_of_zero_hatched_and_the_farthest_is_on_top() -> None:
    made = picture(drawn("deviation", "1 2", unit="واحد درصد"))
    behind, little, ahead = bars(made)
    spelt = texts(made)
    hatching = [extent(shape) for shape in made.shapes if shape.stroke and len(shape.steps) == 2 and not shape.fill]
    zero = extent(ahead)[2]

    assert extent(behind)[0] == extent(little)[0] == pytest.approx(zero)
    assert extent(behind)[2] > extent(little)[2] > zero > extent(ahead)[0]
    assert behind.fill == little.fill == look().colour("chart_late") != ahead.fill
    assert sum(extent(behind)[1] <= top < extent(behind)[3] and left >= zero for left, top, *_ in hatching) > 10
    assert not any(extent(ahead)[1] <= top < extent(ahead)[3] and left != right for left, top, right, _ in hatching)
    # Numbers outside their bars, names at the right edge whatever the side.
    assert spelt["−۲۳٫۵"][0] > extent(behind)[2] and spelt["+۶"][2] < extent(ahead)[0]
    assert all(spelt[name][2] == pytest.approx(made.width - 2, abs=0.01) for name, *_ in ROWS)
    assert spelt["بیمه"][1] < spelt["معبر"][1] < spelt["روشنایی"][1] < spelt["آموزش"][1] < spelt["سند"][1]


@pytest.mark.parametrize("kind", ["bars", "columns", "deviation"])
def test_a_row_that_stands_out_is_strong_among_pale_ones_and_bold(kind: str) -> None:
    column = "1 2" if kind == "deviation" else "1 4"
    plain, chosen = (picture(drawn(kind, column, highlight=keys)) for keys in ("", "r2"))
    strong = look().colour("chart_late" if kind == "deviation" else "chart_1")

    assert sum(bar.fill == strong for bar in bars(plain)) >= 2
    assert sum(bar.fill == strong for bar in bars(chosen)) == 1
    assert len(bars(chosen)) == len(bars(plain))
    (bold, thin) = ([shape.pieces[0].outline for shape in each.shapes if shape.text == "بیمه"] for each in (chosen, plain))
    assert bold != thin


def test_a_zone_that_stands_out_is_the_dark_circle() -> None:
    rows = (("التیمور", "شمال شرق", "۲۱۰٬۰۶۶"), ("طرق", "جنوب", "۵۰٬۰۰۰"))
    made = picture(drawn("zones", "1 2 3", *rows, head=("پهنه", "جهت", "جمعیت"), highlight="r2"))
    (dark,) = [extent(shape) for shape in made.shapes if shape.fill == look().colour("chart_1")]

    assert dark[0] < texts(made)["طرق"][0] < dark[2]


def test_axes_have_their_colours_and_a_legend_in_their_own_order() -> None:
    made = picture(drawn("bars", "1 4", unit="میلیون ریال", sort="ascending", axis_of=3))
    spelt = texts(made)
    swatches, shown_bars = bars(made)[:3], bars(made)[3:]
    colours = [look().colour(f"axis_{name}") for name in ("social", "economic", "environmental")]

    assert [shape.fill for shape in sorted(swatches, key=lambda shape: -extent(shape)[0])] == colours
    assert [shape.fill for shape in shown_bars] == [colours[1], colours[0], colours[0], colours[2]]
    assert spelt["اجتماعی"][0] > spelt["اقتصادی"][2] and spelt["اقتصادی"][0] > spelt["محیطی"][2]


def test_what_is_measured_stands_beside_the_scale() -> None:
    rows = (("دستگاهی که نام آن از نام اندازه بلندتر است", "۲۵۰٬۰۰۰"), ("دستگاه دیگر", "۱۲"))
    spelt = texts(picture(drawn("bars", "1 2", *rows, head=("نام", "اعتبار"), unit="میلیون ریال")))
    unit, zero = spelt["اعتبار (میلیون ریال)"], min(spelt["۱۰۰٬۰۰۰"], spelt["۲۰۰٬۰۰۰"])

    assert abs((unit[1] + unit[3]) / 2 - (zero[1] + zero[3]) / 2) < 4 and unit[0] > zero[2]


def many(rows: int, series: int) -> Document:
    """Long names, and numbers of one length with bars of many."""
    body = [
        (
            f"تکمیل شبکهٔ جمع‌آوری فاضلاب خیابان‌های شمارهٔ {numeral(row)} محله",
            *(f"{group(row * 997 * (at + 1))}٫۵" for at in range(series)),
        )
        for row in range(1, rows + 1)
    ]
    head = ("نام", "اعتبار", "تخصیص", "هزینه")[: 1 + series]
    return drawn("bars", "1 2 3 4"[: 1 + 2 * series], *body, head=head, sort="descending")


def touching(made: Picture) -> list[tuple[str, str]]:
    """The numbers that lie on another text or on a bar."""
    spelt = [(shape.text, extent(shape)) for shape in made.shapes if shape.text and shape.steps]
    blocks = [("", extent(shape)) for shape in bars(made)]
    numbers = [text for text in spelt if text[0].strip("+−٬٫۰۱۲۳۴۵۶۷۸۹") == ""]
    pairs = [(number, other) for number in numbers for other in (*spelt, *blocks) if other is not number]
    return [
        (one[0], other[0])
        for one, other in pairs
        if one[1][0] < other[1][2] and other[1][0] < one[1][2] and one[1][1] < other[1][3] and other[1][1] < one[1][3]
    ]


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("rows", "series"), [(14, 3), (30, 1), (26, 2)])
def test_no_number_touches_a_bar_or_another_number_and_each_has_its_full_size(name: str, rows: int, series: int) -> None:
    made = picture(many(rows, series), name)
    sizes = {shape.size for shape in made.shapes if shape.text}

    assert touching(made) == []
    assert sizes == {look(name).roles[drawing.ROLE].size}
    assert made.height <= room_of(look(name).pages["portrait"]) + 5


def test_where_numbers_would_touch_bars_have_none_and_names_keep_their_size() -> None:
    made = picture(many(25, 3))

    assert len(bars(made)) == 3 + 25 * 3 and touching(made) == []
    assert not any(shape.text.endswith("٫۵") for shape in made.shapes)
    assert {shape.size for shape in made.shapes if shape.text} == {look().roles[drawing.ROLE].size}


def test_a_narrow_chart_of_long_numbers_keeps_its_bars() -> None:
    rows = (("نامی که بسیار بلند است", "۱٬۲۳۴٬۵۶۷٬۸۹۰٫۵"), ("کوتاه", "−۹۸۷٬۶۵۴٬۳۲۱٫۵"))
    made = picture(drawn("deviation", "1 2", *rows, head=("نام", "انحراف"), width=30))

    assert [extent(bar)[2] - extent(bar)[0] > 5 for bar in bars(made)] == [True, True]


@pytest.mark.parametrize("name", LOOKS)
def test_deviations_of_many_rows_touch_nothing(name: str) -> None:
    rows = [(f"اقدام شمارهٔ {numeral(at)}", f"{'−' if at % 3 else '+'}{numeral(at)}٫۵") for at in range(1, 27)]
    made = picture(drawn("deviation", "1 2", *rows, head=("نام", "انحراف"), unit="واحد درصد"), name)

    assert touching(made) == []


@pytest.mark.parametrize("most", ["۴۸۷٬۴۳۰", "۳۰۷٬۲۰۰", "۱۰۱", "۹۹٫۹", "۱"])
def test_the_scale_ends_just_above_the_greatest_number_which_stays_within_the_frame(most: str) -> None:
    made = picture(drawn("bars", "1 2", ("الف", most), ("ب", "۰"), head=("نام", "عدد")))
    grid = [extent(shape) for shape in made.shapes if shape.stroke == look().colour("chart_grid")]
    lines = sorted({left for left, _, right, _ in grid if left == right})
    (bar,) = bars(made)

    assert lines[0] <= extent(bar)[0] < lines[1]
    assert lines[1] - lines[0] < (lines[-1] - lines[0]) / 2.9
    frame = min(extent(shape)[0] for shape in made.shapes if shape.stroke == look().colour("rule"))
    assert frame <= texts(made)[most][0] + 1


def test_a_long_name_breaks_into_two_even_lines() -> None:
    name = "پوشش بیمهٔ پایهٔ سلامت خانوارهای بی‌بیمه با پرداخت قسطی سهم بیمه و پیگیری آن"
    made = picture(drawn("bars", "1 2", (name, "۱۲"), ("کوتاه", "۳"), head=("نام", "عدد")))
    first, second = (shape.text for shape in made.shapes if len(shape.text) > 20)

    assert f"{first} {second}" == name
    assert abs(len(first) - len(second)) < 12


def test_of_nothing_but_zeros_a_sentence_is_drawn() -> None:
    made = picture(drawn("bars", "1 2", ("الف", "۰"), ("ب", "۰"), ("پ", "—"), head=("نام", "هزینه")))
    still = picture(
        drawn("indicators", "1 2 3 4", ("الف", "۳", "۳", "۹"), ("ب", "۱", "—", "۲"), head=("نام", "پایه", "اکنون", "هدف"))
    )

    assert list(texts(made)) == ["هزینه در هر ۳ ردیف صفر است یا ثبت نشده است."]
    assert list(texts(still)) == ["هیچ‌یک از ۲ شاخص تا پایان این دوره از وضع مبنا پیش نرفته است."]


def test_no_mark_of_the_page_is_seen_through_a_picture() -> None:
    made = drawn("bars", "1 4")
    svg = drawing.pictures(made, look(), ("svg",))["/figure/figure-data.svg"].decode()
    size = svg.split('viewBox="0 0 ')[1].split('"')[0].split()

    assert svg.split("<path ")[1].startswith(f'd="M0 0h{size[0]}v{size[1]}h-{size[0]}z" fill="#ffffff"')


@pytest.mark.parametrize("name", LOOKS)
def test_what_stands_beside_each_other_differs_in_grey(name: str) -> None:
    look_of = look(name)
    canvas = Canvas(400, look_of, Lettering(look_of), 600)
    axes = [canvas.axis(axis) for axis in ("اجتماعی", "اقتصادی", "محیطی")]
    ahead, behind = (canvas.deviation(behind=behind, pale=False) for behind in (False, True))
    pale = canvas.deviation(behind=True, pale=True)

    for one, other in [*combinations(axes, 2), (ahead, behind), (behind, pale)]:
        assert contrast(one.colour, other.colour) >= 1.5
    assert contrast(look_of.colour("chart_1"), look_of.colour("chart_2")) >= 3
    assert not ahead.hatch and behind.hatch and pale.hatch
    # What fills the cells of a schedule, side by side.
    for first, second in combinations(("bar_fill", "done_fill", "late_fill"), 2):
        assert contrast(look_of.colour(first), look_of.colour(second)) >= 1.3


def test_numbers_of_standing_bars_are_whole_or_left_to_the_scale() -> None:
    few, crowded = (
        picture(drawn("columns", "1 2 3", *[(f"دورهٔ {numeral(at)}", "۶۱۷٬۹۱۰", "۵۱۵٬۲۵۰") for at in range(count)],
                      head=("دوره", "تخصیص", "هزینه")))
        for count in (4, 20)
    )  # fmt: skip
    numbers = [sum(shape.text == "۶۱۷٬۹۱۰" for shape in made.shapes) for made in (few, crowded)]

    assert numbers == [4, 0] and touching(few) == []
    assert {shape.size for shape in few.shapes if shape.text} == {look().roles[drawing.ROLE].size}
