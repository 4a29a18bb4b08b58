"""Faults of the layout that the torture document brought to light, each in a small document of its own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.tree.nodes import Document, Furniture, LineBreak, Text
from generator.writing import drawing
from generator.writing.pdf.margins import Margins, margins
from generator.writing.writers import Supplies, Write, Written
from tests.writing.drawing.charts import document, look
from tests.writing.word.opened import Opened

BROKEN = ("کمنسی", "بسعی", "سشصضعغی")
"""Letters whose final forms are wider than the medial ones."""

WORDS = "نوسازی و بهسازی معبرهای کم‌عرض با همکاری ساکنان محله "


Lay = Callable[[Document], Written]


@pytest.fixture
def written(write: Write) -> Lay:
    """A document as PDF."""
    return lambda made: write(made, look(), Supplies(drawing.pictures(made, look(), ("svg",))))


def poppler(result: Written, folder: Path, *options: str) -> str:
    """What poppler reads in a PDF."""
    (folder / "made.pdf").write_bytes(result.data)
    command = ["pdftotext", *options, str(folder / "made.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_a_justified_line_that_ends_before_bold_or_latin_text_stays_within_the_margins(written: Lay, tmp_path: Path) -> None:
    made = document(*(f"<p>{'واژه ' * n}{WORDS}<b>پررنگ</b> {WORDS}UN Habitat {WORDS * 2}</p>" for n in range(12)))
    found = re.finditer(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', poppler(written(made), tmp_path, "-bbox"))
    edges = [(float(word[1]), float(word[2])) for word in found]
    page = look().pages["portrait"]
    left, right = page.left * 72 / 25.4, (page.width - page.right) * 72 / 25.4

    assert len(edges) > 300
    assert [edge for edge in edges if edge[0] < left - 0.5 or edge[1] > right + 0.5] == []


def test_a_broken_word_stays_within_the_line_with_its_last_letter_in_its_final_form(written: Lay, tmp_path: Path) -> None:
    made = document(*(f"<p>{word * 90}</p>" for word in BROKEN))
    found = re.findall(r'xMin="([\d.]+)"', poppler(written(made), tmp_path, "-bbox"))
    left = look().pages["portrait"].left * 72 / 25.4

    assert len(found) > 12
    assert [edge for edge in found if float(edge) < left - 0.1] == []


@pytest.mark.parametrize("before", range(14, 22))
def test_a_list_in_a_list_is_split_where_the_page_ends(written: Lay, before: int) -> None:
    deep = "<p key='end'>پایان</p>"
    for _ in range(6):
        deep = f"<p>{WORDS * 2}</p><ul><li>{deep}</li></ul>"
    result = written(document(*["<p>سطر</p>"] * before, f"<p key='lead'>پیش از فهرست</p><ul><li>{deep}</li></ul>"))

    assert result.pages["lead"] == 1
    assert result.page_count == result.pages["end"] == 2


def test_a_row_higher_than_a_page_begins_under_its_heading(written: Lay) -> None:
    tall = "".join(f"<p>{WORDS * 3}</p>" for _ in range(40))
    made = document("<p>سطر</p>", '<h2 key="title">سر</h2>', f'<table><tbody><tr key="r"><td>{tall}</td></tr></tbody></table>')
    result = written(made)

    assert result.pages["title"] == result.pages["r"] == 1
    assert Opened(made).find("//w:tr[not(w:trPr/w:cantSplit)]")


@pytest.mark.parametrize("before", (20, 22, 24))
def test_a_table_of_one_row_does_not_hold_a_heading_back_from_what_follows_it(written: Lay, before: int) -> None:
    one = "<table><tbody><tr><td>یک خانه</td></tr></tbody></table>"
    kept = f'<keep>{"<p>سطر</p>" * 10}<p key="kept">پایان</p></keep>'
    result = written(document(*["<p>سطر</p>"] * (before - 6), one, '<h1 key="title">سر</h1>', kept))

    assert result.pages["title"] == result.pages["kept"]


def test_latin_in_a_letterhead_a_prompt_and_the_title_that_a_reference_prints_is_set_apart_in_word() -> None:
    letterhead = "<letterhead><organisation>سازمان C++</organisation><centre>نامهٔ UN-Habitat</centre></letterhead>"
    title = '<h1 numbered="no" key="t">برنامهٔ C++</h1>'
    made = document(letterhead, title, '<p>بنگرید به <ref to="t"/> <blank prompt="نشانی (URL)"/></p>')
    mixed = re.compile("[A-Za-z].*[\u0600-\u06ff]|[\u0600-\u06ff].*[A-Za-z]")
    parts = Opened(made)

    assert [run.text for run in parts.find("//w:t") if mixed.search(run.text or "")] == []


def test_a_footer_higher_than_its_margin_makes_the_margin_larger() -> None:
    plain, page = document("<p>متن</p>"), look().pages["portrait"]
    footer = (Text("سطر یک"), LineBreak(), Text("سطر دو"), LineBreak(), Text("سطر سه"))
    high = replace(plain, furniture=Furniture(footer=footer, initials=("پاراف",)))
    needed = 4 * look().roles["footer"].line + 2 * look().tables["plain"].padding

    assert margins(page, look(), plain) == Margins(page.top, page.bottom)
    assert margins(page, look(), high).bottom == pytest.approx(page.footer + needed * 25.4 / 72)
    assert margins(page, look(), high).bottom > page.bottom


def test_marks_of_two_lines_take_the_room_of_two() -> None:
    page = look().pages["portrait"].model_copy(update={"top": 0})
    one, two = (
        margins(page, look(), replace(document("<p>متن</p>"), furniture=Furniture(marks=marks))).top
        for marks in (("الف", "ب"), ("الف", "ب", "پ"))
    )
    assert two - one == pytest.approx(look().roles["mark"].line * 25.4 / 72)
