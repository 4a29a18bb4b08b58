"""Mixed text is seen in its right order: in the PDF, in Word files as LibreOffice and as Word lay them out, and in charts.

Characters are compared by the places of their glyphs on the laid-out page, not by the order in which a file holds them.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.order import pages
from tests.order.cases import seen
from tests.order.labels import without_letters
from tests.order.pages import CHART, FORMATS, OUTLINE, Printed
from tests.order.places import CHAPTER, CONTENTS, FAULTS, PARAGRAPH, TITLE, Stood, flowing, framing, listed
from tests.visual.machine import libreoffice

CASES = [stood for stood in (*flowing(), *listed(), *framing()) if stood.name not in FAULTS]


@pytest.fixture(scope="session")
def printed(once: Callable[[str, Callable[[Path], None]], Path]) -> Printed:
    """Every case as it is seen in each format, printed once a run."""

    def fill(folder: Path) -> None:
        (folder / "printed").write_bytes(pickle.dumps(pages.printed(folder)))

    read: Printed = pickle.loads((once("order", fill) / "printed").read_bytes())
    return read


def wrong(printed: Printed, stood: Stood) -> dict[str, str]:
    """What is seen of a case from left to right in each format where that is wrong; only the file of Word tells all spaces."""
    kinds = [*FORMATS, *([OUTLINE] if stood.place is TITLE and not stood.name.endswith(CONTENTS) else [])]
    texts = {kind: printed[kind][stood.name].text if stood.name in printed[kind] else "no line of its own" for kind in kinds}
    faults = {kind: text for kind, text in texts.items() if not is_right(stood, kind, text)}
    if stood.place is PARAGRAPH and (label := printed[CHART][stood.name].text) != without_letters(stood.case.seen):
        faults[CHART] = label
    return faults


def is_right(stood: Stood, kind: str, text: str) -> bool:
    """Whether a case is seen as it must be in a format.

    The title of a chapter that a footer repeats is stored in the file, but LibreOffice (24.2 and later) computes it: from plain
    text, each script of which it sets by itself. So its letters are looked at there, and its order in the file alone.
    """
    if kind == "docx" and stood.place.name == CHAPTER and libreoffice() >= (24, 2):
        return sorted(text.replace(" ", "")) == sorted(stood.case.seen.replace(" ", ""))
    return stood.is_right(text, spaces=kind in ("word", OUTLINE))


@pytest.mark.parametrize("stood", CASES, ids=lambda stood: stood.name)
def test_mixed_text_is_seen_in_its_right_order(printed: Printed, stood: Stood) -> None:
    faults = wrong(printed, stood)

    assert not faults, f"from left to right {stood.case.seen!r} is right"


@pytest.mark.parametrize(("fault", "shown"), [("turned", "(⟦SIG⟧)"), ("bracket", "⟦)GIS(⟧")])
def test_a_text_turned_round_on_purpose_is_noticed_in_every_format(printed: Printed, fault: str, shown: str) -> None:
    (stood,) = [stood for stood in flowing() if stood.name == fault]
    faults = {kind: text.replace(" ", "") for kind, text in wrong(printed, stood).items()}

    whole = seen(f"{FAULTS[fault]}{shown}")
    # A chart takes the words of its table, and finds out for itself that this bracket is a Persian one.
    in_a_chart = {"turned": without_letters(whole), "bracket": without_letters(seen(f"{FAULTS[fault]})⟦GIS⟧("))}[fault]
    assert faults == {**dict.fromkeys(FORMATS, whole), CHART: in_a_chart}


@pytest.mark.parametrize("name", ["solar", "lunar", "spaced", "bracketed", "S15"])
def test_he_with_a_stop_has_its_initial_form(printed: Printed, name: str) -> None:
    """In «همراه» the first he has this form, the last one that of a letter alone."""
    for kind in ("pdf", "docx"):
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
