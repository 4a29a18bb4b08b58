"""The map of a neighbourhood: what it rests on is seen, and each name can be read. All lines are made up."""

from __future__ import annotations

import math

import pytest

from generator.tree.nodes import Document
from generator.writing.drawing import formats
from generator.writing.drawing.canvas import Shape
from tests.writing.drawing.charts import document, look
from tests.writing.drawing.test_pictures import extent, picture, texts

BORDER = "59.650,36.280 59.670,36.280 59.670,36.300 59.650,36.300 59.650,36.280"


def feature(role: str, name: str, points: str, **more: str) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in more.items())
    return f'<feature role="{role}" name="{name}" points="{points}"{attributes}/>'


def mapped(*features: str, state: str = "پیشنهادی", **attributes: str) -> Document:
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    border = feature("boundary", "الف", BORDER, state=state)
    return document(f'<map key="figure-data"{given}><caption>نقشه</caption>{border}{"".join(features)}</map>')


def border_of(made: Document) -> Shape:
    """The line of the boundary: the first closed one in ink."""
    return next(shape for shape in picture(made).shapes if shape.stroke == look().colour("ink") and not shape.fill)


def test_only_an_approved_border_is_drawn_without_gaps() -> None:
    dashes = {state: border_of(mapped(state=state)).dashes for state in ("مصوب", "پیشنهادی", "نمونه")}

    assert dashes["مصوب"] == ()
    assert all(dashes[state] for state in ("پیشنهادی", "نمونه")) and len(set(dashes.values())) == 3


def test_what_a_border_rests_on_is_printed() -> None:
    source = feature("boundary", "ب", BORDER, state="مصوب", source="کمیسیون نمونه")
    assert {"مرز الف (پیشنهادی)", "مرز ب (مصوب، کمیسیون نمونه)"} <= set(texts(picture(mapped(source))))


def test_a_sample_says_that_nothing_on_it_is_real() -> None:
    said = "نقشهٔ نمونه: مرز، خیابان‌ها و مکان‌ها واقعی نیست."
    assert said in texts(picture(mapped(sample="yes"))) and said not in texts(picture(mapped()))


def test_it_is_true_to_the_land_and_the_bar_is_as_long_as_its_metres() -> None:
    made = mapped()
    left, top, right, bottom = extent(border_of(made))
    assert (right - left) / (bottom - top) == pytest.approx(math.cos(math.radians(36.29)), rel=1e-3)

    (bar,) = [shape for shape in picture(made).shapes if len(shape.steps) == 4 and shape.steps[-1][0] == "L" and not shape.fill]
    start, _, end, _ = extent(bar)
    (said,) = [text for text in texts(picture(made)) if "متر" in text]
    assert said == "۵۰۰ متر"
    assert (end - start) / (bottom - top) == pytest.approx(500 / (0.02 * 111_200), rel=1e-3)


def test_a_street_too_short_for_its_name_has_a_number_and_its_name_below() -> None:
    short = feature("street", "کوچه‌ای با نام بسیار بلند", "59.6600,36.2900 59.6602,36.2900")
    long = feature("street", "بولوار", "59.650,36.285 59.670,36.285")
    found = texts(picture(mapped(short, long)))

    assert "۱- کوچه‌ای با نام بسیار بلند" in found and "۱" in found
    assert not any("بولوار" in text for text in found), "it stands along its street, as a path"


def test_names_of_places_beside_each_other_do_not_lie_on_each_other() -> None:
    places = [feature("place", f"مکان شمارهٔ {at}", f"{59.66 + at / 50_000:.5f},36.29") for at in range(8)]
    made = picture(mapped(*places))
    seams = [extent(shape) for shape in made.shapes if shape.stroke == look().colour("paper") and not shape.fill]

    assert seams and any(text.startswith("۱- ") for text in texts(made))
    for at, (left, top, right, bottom) in enumerate(seams):
        for u, v, w, x in seams[at + 1 :]:
            assert right <= u + 2 or w <= left + 2 or bottom <= v + 4 or x <= top + 4


def test_equal_maps_give_equal_pictures() -> None:
    assert formats.svg(picture(mapped(sample="yes"))) == formats.svg(picture(mapped(sample="yes")))
