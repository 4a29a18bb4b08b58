"""How large a picture from a file is in print."""

from __future__ import annotations

import pytest

from generator.tree.nodes import Document, Picture, Properties, Section, Text
from generator.writing import pictures
from generator.writing.measures import room_of
from tests.writing.drawing.charts import look

PAGE = look().pages["portrait"]


def sized(across: int, down: int, width: int = 0, page: str = "portrait") -> Picture:
    node = Picture("a.png", "کوچه", (Text("معبر"),), width=width)
    made = Document(Properties("سند"), (Section((node,), page),))
    (found,) = pictures.pictures(pictures.sized(made, look(), {pictures.asset(node): (across, down)}))
    return found


def test_without_a_width_a_picture_has_150_dots_an_inch() -> None:
    found = sized(300, 150)
    assert (found.wide, found.high) == (144, 72)


def test_a_width_is_a_share_of_the_text_whatever_dots_there_are() -> None:
    for across in (30, 3000):
        assert sized(across, across // 2, 40).wide == pytest.approx(PAGE.text_width * 0.4, abs=0.01)


@pytest.mark.parametrize("width", [0, 20, 100])
@pytest.mark.parametrize(("across", "down"), [(9000, 300), (300, 9000), (6000, 6000), (1, 20_000), (20_000, 1)])
@pytest.mark.parametrize("page", ["portrait", "landscape", "letter-a5"])
def test_no_picture_is_larger_than_its_page_or_distorted(across: int, down: int, width: int, page: str) -> None:
    found, form = sized(across, down, width, page), look().pages[page]

    assert found.wide <= form.text_width + 0.01 and found.high <= room_of(form)
    if min(found.wide, found.high) > 1:
        assert found.wide / found.high == pytest.approx(across / down, rel=0.02)
