"""Mixed text is seen in its right order: in the PDF, in the Word file as LibreOffice draws it, and as Word orders its runs.

Characters are compared by the places of their glyphs on the laid-out page, not by the order in which a file holds them.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.order import pages
from tests.order.cases import seen
from tests.order.pages import FORMATS, Printed
from tests.order.places import FAULTS, Stood, flowing, framing, listed

CASES = [stood for stood in (*flowing(), *listed(), *framing()) if stood.name not in FAULTS]


@pytest.fixture(scope="session")
def printed(once: Callable[[str, Callable[[Path], None]], Path]) -> Printed:
    """Every case as it is seen in each format, printed once a run."""

    def fill(folder: Path) -> None:
        (folder / "printed").write_bytes(pickle.dumps(pages.printed(folder)))

    read: Printed = pickle.loads((once("order", fill) / "printed").read_bytes())
    return read


def is_right(printed: Printed, stood: Stood, kind: str) -> bool:
    """Whether a case is seen as it must be in a format; only the file of Word tells its spaces for certain."""
    line = printed[kind].get(stood.name)
    return line is not None and stood.is_right(line.text, spaces=kind == "word")


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("stood", CASES, ids=lambda stood: stood.name)
def test_mixed_text_is_seen_in_its_right_order(printed: Printed, stood: Stood, kind: str) -> None:
    line = printed[kind].get(stood.name)

    assert line is not None, "no line of its own was found"
    assert is_right(printed, stood, kind), f"from left to right {line.text!r} is seen instead of {stood.case.seen!r}"


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(("fault", "wrong"), [("turned", "(⟦SIG⟧)"), ("bracket", "⟦)GIS(⟧")])
def test_a_text_turned_round_on_purpose_is_noticed(printed: Printed, fault: str, wrong: str, kind: str) -> None:
    (stood,) = [stood for stood in flowing() if stood.name == fault]

    assert printed[kind][fault].text.replace(" ", "") == seen(f"{FAULTS[fault]}{wrong}")
    assert not is_right(printed, stood, kind)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", ["solar", "lunar", "spaced", "bracketed", "S15"])
def test_he_with_a_stop_has_its_initial_form(printed: Printed, name: str, kind: str) -> None:
    """In «همراه» the first he has this form, the last one that of a letter alone."""
    alone, initial = _widths_of_he(printed, "persian numbers/mobile", kind)

    assert abs(initial - alone) > 0.5
    assert _widths_of_he(printed, f"letters with stops/{name}", kind)[-1] == pytest.approx(initial, abs=0.1)


def _widths_of_he(printed: Printed, name: str, kind: str) -> list[float]:
    return [glyph.right - glyph.left for glyph in printed[kind][name].glyphs if glyph.character == "ه"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("الف (⟦GIS⟧) ب", "ب (GIS) فلا"),
        ("«⟦a, b⟧»، ۱۲۳", "۱۲۳ ،«a, b»"),
        ("بند ۶-۲", "۲-۶ دنب"),
        ("۱۴۰۴/۰۷/۰۱ [و", "و] ۱۴۰۴/۰۷/۰۱"),
        ("⟦-۵⟧٪", "٪-۵"),
    ],
)
def test_what_is_expected_is_the_text_turned_round(shown: str, expected: str) -> None:
    assert seen(shown) == expected
