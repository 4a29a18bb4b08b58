"""The pictures themselves: paths alone, equal bytes, right-to-left reading, distinct in grey, and as large as their place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from decimal import Decimal
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from generator.problems.errors import TemplateError
from generator.tree.nodes import Document
from generator.writing import drawing
from generator.writing.drawing import figures
from generator.writing.drawing.canvas import Canvas, Picture, Shape
from generator.writing.drawing.lettering import Lettering
from generator.writing.drawing.scale import ticks
from generator.writing.measures import room_of
from tests.writing.drawing.charts import AGENCIES, KINDS, LOOKS, ROOT, chart, document, look, table

SVG = "{http://www.w3.org/2000/svg}"


def picture(made: Document, name: str = LOOKS[0]) -> Picture:
    """The one picture of a document in a look, before it becomes a file."""
    drawn, problems = figures.draw_all(made, look(name))
    assert problems == []
    return drawn["figure-data"]


def extent(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape's points."""
    xs = [x for _, points in shape.steps for x in points[::2]]
    ys = [y for _, points in shape.steps for y in points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def texts(drawn: Picture) -> dict[str, tuple[float, float, float, float]]:
    """Return the texts that a picture draws, with their places."""
    return {shape.text: extent(shape) for shape in drawn.shapes if shape.text and shape.steps}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_paths_without_text_and_reference_and_keeps_within_its_sheet(kind: str) -> None:
    made = document(KINDS[kind])
    svg = etree.fromstring(drawing.pictures(made, look(), ("svg",))["/figure/figure-data.svg"])
    drawn = picture(made)

    assert {element.tag for element in svg.iter()} == {f"{SVG}svg", f"{SVG}path"}
    assert len(svg) > 5
    assert float(svg.get("width").removesuffix("pt")) == pytest.approx(look().pages["portrait"].text_width, abs=0.01)
    for shape in drawn.shapes:
        left, top, right, bottom = extent(shape)
        assert left >= 0 and top >= 0 and right <= drawn.width and bottom <= drawn.height, shape.text


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_of_the_table_is_spelt_in_the_picture(kind: str) -> None:
    made = document(KINDS[kind])
    spelt = " ".join(texts(picture(made)))
    table_of = next(iter(made.sections[0].blocks))
    labels = [row.cells[0].blocks[0].children[0].text for row in table_of.body]  # type: ignore[union-attr]

    assert [label for label in labels if not all(word in spelt for word in label.split())] == []
    assert not re.search("[0-9]", spelt)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_a_picture_has_one_size(kind: str) -> None:
    assert {shape.size for shape in picture(document(KINDS[kind])).shapes if shape.text} == {look().roles[drawing.ROLE].size}


def test_equal_documents_give_equal_bytes_in_other_processes_too() -> None:
    program = (
        "import hashlib; from generator.writing import drawing\n"
        "from tests.writing.drawing.charts import KINDS, document, look\n"
        "drawn = drawing.pictures(document(KINDS['progress']), look(), ('svg', 'png'))\n"
        "print(*(hashlib.sha256(data).hexdigest() for data in drawn.values()))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1 and len(said.pop().split()) == 2


def test_a_png_is_as_large_as_its_svg_at_300_dots_an_inch() -> None:
    made = document(KINDS["bars"])
    drawn = picture(made)
    with Image.open(BytesIO(drawing.pictures(made, look(), ("png",))["/figure/figure-data.png"])) as image:
        assert image.size == pytest.approx((drawn.width * 300 / 72, drawn.height * 300 / 72), abs=1)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert not any("date" in name.lower() or "software" in name.lower() for name in image.info)
        # Something is drawn at the right, where names begin, and the paper is white.
        grey = image.convert("L")
        assert grey.getpixel((0, 0)) == 255
        assert min(grey.crop((image.width * 3 // 4, 0, image.width, image.height)).tobytes()) < 80


def test_names_stand_at_the_right_and_bars_grow_to_the_left_the_first_row_on_top() -> None:
    made = document(KINDS["progress"])
    drawn = picture(made)
    spelt = texts(drawn)
    names = [spelt["شهرداری مشهد"], spelt["کمیتهٔ امداد امام خمینی (ره)"]]
    planned, actual = spelt["۶۵٪"], spelt["۵۲٫۳٪"]

    assert names[0][3] < names[1][1]
    assert all(right == pytest.approx(drawn.width - 2, abs=0.01) for _, _, right, _ in names)
    assert planned[2] < actual[2] < names[0][0]
    assert spelt["۱۰۰٪"][0] < spelt["۰٪"][0]
    assert spelt["واقعی"][2] < spelt["برنامه"][0]


def test_the_first_period_and_the_scale_stand_at_the_right() -> None:
    drawn = picture(document(KINDS["columns"]))
    spelt = texts(drawn)

    assert spelt["پاییز ۱۴۰۳"][2] < spelt["بهار ۱۴۰۳"][0]
    assert spelt["۵۰۰"][2] == pytest.approx(drawn.width - 2, abs=0.01)


def test_an_indicator_that_has_not_moved_is_seen_at_its_baseline() -> None:
    drawn = picture(document(table("data", ("شاخص", "پایه", "اکنون", "هدف"), ("گروه", "۱", "۲", "۴"), ("کلاس", "۳", "۳", "۱۲")),
                             chart("indicators", "1 2 3 4")))  # fmt: skip
    *_, circle, _, diamond = (shape for shape in drawn.shapes if shape.fill and not shape.text)
    (left, top, right, bottom), inner = extent(circle), extent(diamond)

    assert circle.fill == "ffffff" and diamond.fill == look().colour("chart_1")
    assert left < inner[0] and right > inner[2] and top < inner[1] and bottom > inner[3]


def test_a_map_has_the_east_at_the_right_and_the_north_on_top() -> None:
    spelt = texts(picture(document(KINDS["zones"])))

    assert spelt["التیمور"][0] > spelt["طرق"][2]
    assert spelt["التیمور"][3] < spelt["طرق"][1]


def test_persian_is_joined_and_read_from_the_right() -> None:
    lettering = Lettering(look())

    assert lettering.width("سسسس", 10) < lettering.width("\u200c".join("سسسس"), 10)
    assert lettering.width("لا", 10) < lettering.width("ل\u200cا", 10)
    # «٪» stands at the left of its number, and a number after a word at its left: only then are these one word wider.
    percent, number = lettering.path("۱۱٪"), lettering.path("۱۱")
    assert percent.steps[: len(number.steps)] != number.steps
    assert [round(x, 6) for _, points in percent.steps[-len(number.steps) :] for x in points[1::2]] == [
        round(x, 6) for _, points in number.steps for x in points[1::2]
    ]


def grey(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.1)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours in grey."""
    low, high = sorted((grey(one), grey(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", LOOKS)
def test_series_differ_in_grey_from_each_other_and_are_outlined_where_pale(name: str) -> None:
    canvas = Canvas(400, look(name), Lettering(look(name)), 600)
    fills = canvas.series(4)

    for at, one in enumerate(fills):
        for other in fills[at + 1 :]:
            assert contrast(one.colour, other.colour) >= 1.3
            assert (
                contrast(one.colour, other.colour) >= 3 or one.hatch != other.hatch or contrast(one.colour, other.colour) >= 1.5
            )
    assert contrast(look(name).colour("ink"), "ffffff") >= 7
    assert all(contrast(look(name).colour(used), "ffffff") >= 4.5 for used in ("ink", "muted"))


@pytest.mark.parametrize("name", LOOKS)
def test_every_name_in_a_box_can_be_read_on_its_fill(name: str) -> None:
    shapes = picture(document(KINDS["organisation"]), name).shapes
    boxes = [(extent(shape), shape.fill) for shape in shapes if shape.fill and not shape.text]
    names = [(extent(shape), shape.fill) for shape in shapes if shape.text and shape.steps]

    assert len(names) == len(boxes) == 3
    for (left, top, right, bottom), ink in names:
        (under,) = [fill for box, fill in boxes if box[0] <= left and box[1] <= top and box[2] >= right and box[3] >= bottom]
        assert contrast(ink, under) >= 4.5


def test_a_picture_that_is_magnified_is_the_same_with_all_its_lines_and_letters_larger() -> None:
    drawn = picture(document(KINDS["organisation"]))
    large = drawn.magnified(1.5)

    assert (large.width, large.height) == pytest.approx((drawn.width * 1.5, drawn.height * 1.5))
    for small, shape in zip(drawn.shapes, large.shapes, strict=True):
        assert shape.thickness == small.thickness * 1.5
        if small.steps:
            assert extent(shape) == pytest.approx([edge * 1.5 for edge in extent(small)])


def test_a_bar_is_hatched_within_its_edges() -> None:
    canvas = Canvas(100, look(), Lettering(look()), 100)
    canvas.bar(10, 20, 60, 30, canvas.series(2)[0])
    shapes = canvas.picture(50).shapes
    hatching = [shape for shape in shapes if shape.stroke and len(shape.steps) == 2]

    assert len(hatching) > 5
    for shape in hatching:
        left, top, right, bottom = extent(shape)
        assert left >= 11.9 and right <= 62.1 and top >= 21.9 and bottom <= 32.1
        assert right - left == pytest.approx(bottom - top)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "100", ["0", "20", "40", "60", "80", "100"]),
        ("0", "36750.5", ["0", "10000", "20000", "30000", "40000"]),
        ("-3", "12.5", ["-5", "0", "5", "10", "15"]),
        ("0", "0", ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ("0", "0.004", ["0", "0.001", "0.002", "0.003", "0.004"]),
    ],
)
def test_marks_are_round_and_enclose_what_is_shown(low: str, high: str, expected: list[str]) -> None:
    assert list(ticks(Decimal(low), Decimal(high), 6)) == [Decimal(tick) for tick in expected]


def test_bars_get_thinner_before_a_chart_is_refused_as_too_tall() -> None:
    rows = [(f"دستگاه شمارهٔ {number}", "۱۰", "۲۰") for number in range(36)]
    low, wide = (
        document(table("data", ("نام", "الف", "ب"), *rows), chart("bars", "1 2 3"), page=page)
        for page in ("portrait", "landscape")
    )

    assert picture(low).height <= room_of(look().pages["portrait"]) + 5
    with pytest.raises(TemplateError) as refused:
        drawing.pictures(wide, look(), ("svg",))
    assert [(found.code, found.place and found.place.line) for found in refused.value.problems] == [("chart-too-tall", 3)]
    assert drawing.faults(wide, look()) == refused.value.problems
    assert drawing.faults(low, look()) == []


def test_a_narrower_chart_is_drawn_for_its_width() -> None:
    made = document(table("data", ("دستگاه", "برنامه", "واقعی"), *AGENCIES), chart("progress", "1 2 3", width=60))

    assert picture(made).width == pytest.approx(look().pages["portrait"].text_width * 0.6)


@pytest.mark.parametrize(("drawn", "loaded"), [("", []), ("bars", ["matplotlib.backends._backend_agg", "numpy"])])
def test_numbers_and_agg_are_loaded_only_where_a_word_file_shows_a_chart(drawn: str, loaded: list[str]) -> None:
    program = (
        "import sys; from generator.build.document import DocumentBuilder\n"
        "from tests.writing.drawing.charts import KINDS, ROOT, document, look\n"
        "builder = DocumentBuilder(ROOT / 'templates' / 'fa', look())\n"
        f"made = document(KINDS.get('{drawn}', '<p>متن</p>')); builder.write(made, ('pdf',), {{}})\n"
        "print('numpy' in sys.modules)\n"
        "builder.write(made, ('docx', 'pdf'), {})\n"
        "print(*sorted({'numpy', 'matplotlib', 'matplotlib.backends._backend_agg'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)

    assert done.stdout.split() == ["False", *loaded]


def test_every_kind_has_what_draws_it() -> None:
    assert set(KINDS) == set(figures.DRAWERS)
