"""The map of zones from their boundaries; all of them are made up."""

from __future__ import annotations

import math

import pytest

from generator.tree.nodes import Document
from generator.writing import drawing
from generator.writing.drawing.outlines import point_within
from tests.writing.drawing.charts import chart, document, figure, look, read, table
from tests.writing.drawing.test_pictures import extent, picture, texts

HEAD = ("پهنه", "جهت", "جمعیت")
ROWS = (("الف", "شرق", "۱٬۲۰۰"), ("ب", "غرب", "—"))
EAST, WEST = "59.6,36.2 59.7,36.2 59.7,36.3 59.6,36.3 59.6,36.2", "59.4,36.2 59.5,36.2 59.5,36.3 59.4,36.3 59.4,36.2"
HOLE = "59.62,36.22 59.62,36.28 59.68,36.28 59.68,36.22 59.62,36.22"
DATA = table("data", HEAD, *ROWS).replace("<tr><td>", "<tr key=KEY><td>")
for number in "12":
    DATA = DATA.replace("key=KEY", f'key="zone/z{number}"', 1)


def mapped(*outlines: tuple[str, str], kind: str = "zones") -> str:
    inner = "".join(f'<outline row="{row}" points="{points}"/>' for row, points in outlines)
    return chart(kind, "1 2 3", unit="نفر").replace("</chart>", f"{inner}</chart>")


def made(east: str = EAST) -> Document:
    return document(DATA, mapped(("zone/z1", east), ("zone/z2", WEST)))


def test_the_map_is_true_to_the_land_with_east_at_the_right_and_degrees_shortened() -> None:
    drawn = picture(made())
    east, west = (extent(shape) for shape in drawn.shapes[:2])

    assert east[0] > west[2]
    wide, high = west[2] - west[0], west[3] - west[1]
    assert wide / high == pytest.approx(math.cos(math.radians(36.25)), rel=1e-3)
    assert [drawn.shapes[at].fill for at in (0, 1)] == [look().colour("chart_2")] * 2
    spelt = texts(drawn)
    assert spelt["۱"][0] > east[0] and spelt["۱"][2] < east[2]
    assert {"۱- الف: ۱٬۲۰۰ نفر", "۲- ب", "شمال", "۵ کیلومتر"} <= set(spelt)


def test_the_bar_is_as_long_as_its_kilometres() -> None:
    drawn = picture(made())
    (bar,) = [shape for shape in drawn.shapes if len(shape.steps) == 4 and not shape.fill]
    left, _, right, _ = extent(bar)
    west = extent(drawn.shapes[1])

    assert (right - left) / (west[3] - west[1]) == pytest.approx(5 / (0.1 * 111.2), rel=1e-3)


def test_a_number_keeps_out_of_a_hole_and_each_large_piece_has_one() -> None:
    left, top, right, bottom = texts(picture(made(f"{EAST}; {HOLE}")))["۱"]
    east = extent(picture(made()).shapes[0])
    along, down = ((left + right) / 2 - east[0]) / (east[2] - east[0]), ((top + bottom) / 2 - east[1]) / (east[3] - east[1])
    assert 0 < along < 1 and 0 < down < 1
    assert not (0.2 < along < 0.8 and 0.2 < down < 0.8)

    far = " ".join(f"{float(x) + 0.3:.1f},{y}" for x, y in (point.split(",") for point in EAST.split()))
    numbers = [shape.text for shape in picture(made(f"{EAST}; {far}")).shapes if shape.text in ("۱", "۲")]
    assert numbers == ["۱", "۱", "۲"]


@pytest.mark.parametrize(
    ("piece", "holes"),
    [
        ([(0, 0), (10, 0), (10, 2), (2, 2), (2, 10), (0, 10)], []),
        ([(0, 0), (10, 0), (10, 10), (0, 10)], [[(1, 1), (1, 8), (9, 8), (9, 1)]]),
        ([(0, 0), (10, 0), (10, 10), (9, 1), (1, 1), (0, 10)], [[(20, 0), (20, 10), (40, 10), (40, 0)]]),
    ],
)
def test_a_point_within_is_in_the_piece_and_in_no_hole(piece: list, holes: list) -> None:
    x, y = point_within(piece, [piece, *holes])

    def inside(ring: list) -> bool:
        pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
        cuts = [a + (y - b) * (c - a) / (d - b) for (a, b), (c, d) in pairs if (b > y) != (d > y)]
        return sum(cut > x for cut in cuts) % 2 == 1

    assert inside(piece) and not any(inside(hole) for hole in holes)


def test_alternative_text_says_whether_the_map_is_true_or_schematic() -> None:
    schematic = figure(document(table("data", HEAD, *ROWS), chart("zones", "1 2 3", unit="نفر")))

    assert figure(made()).summary.startswith("نقشه از روی مرزها – ")
    assert schematic.summary.startswith("نقشهٔ شماتیک – ")
    assert "الف: جهت شرق، جمعیت ۱٬۲۰۰" in figure(made()).summary


def test_the_map_is_equal_for_equal_outlines_and_wholly_paths() -> None:
    first, second = (drawing.pictures(made(), look(), ("svg",))["/figure/figure-data.svg"] for _ in range(2))

    assert first == second and b"<text" not in first


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (mapped(("zone/z1", EAST)), "chart-outline-missing"),
        (mapped(("zone/z1", EAST), ("zone/z2", WEST), ("zone/z3", WEST)), "chart-outline-of-no-row"),
        (mapped(("zone/z1", EAST), ("zone/z2", "59.6;36.2")), "markup-points-wrong"),
        (mapped(("zone/z1", EAST), ("zone/z2", "59.6,36.2 59.7,36.2 59.6,36.2")), "markup-points-wrong"),
        (mapped(("zone/z1", EAST), ("zone/z2", WEST), kind="bars"), "chart-outlines-unused"),
    ],
)
def test_outlines_that_fit_no_map_are_refused_at_their_line(wrong: str, code: str) -> None:
    data = DATA if "bars" not in wrong else DATA.replace("شرق", "۱").replace("غرب", "۲")
    _, problems = read(data, wrong)

    assert [(found.code, found.place and found.place.line) for found in problems] == [(code, 3)]
