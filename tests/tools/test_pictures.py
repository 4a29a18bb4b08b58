"""The pictures of the documentation: each cut that is listed is made and shown, and none is shown that is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MOST_BYTES = 1_500_000

_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


def listed() -> dict[str, dict[str, object]]:
    """The cuts of `make pictures`."""
    cuts = tomllib.loads((ROOT / "tools" / "pictures" / "cuts.toml").read_text(encoding="utf-8"))["crops"]
    assert isinstance(cuts, dict)
    return cuts


@pytest.mark.parametrize("page", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=lambda page: page.name)
def test_every_picture_that_a_page_shows_is_there(page: Path) -> None:
    assert [name for name in _PICTURE.findall(page.read_text(encoding="utf-8")) if not (page.parent / name).is_file()] == []


def test_every_cut_is_shown_in_the_page_on_typography_and_nothing_else_is() -> None:
    shown = _PICTURE.findall((DOCS / "typography.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"pictures/typography/{name}.png" for name in listed())


def test_no_picture_is_left_of_a_cut_that_is_no_longer_listed() -> None:
    assert {file.stem for file in (DOCS / "pictures" / "typography").iterdir()} == set(listed())


def test_all_pictures_together_stay_small() -> None:
    assert sum(file.stat().st_size for file in (DOCS / "pictures").rglob("*.png")) < MOST_BYTES
