"""A picture that a record names and that cannot be shown is reported where the record names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.reading.picture_files import MAX_BYTES
from tests.reading.plans_tree import PROFILE, PlansTree, reported

SECRETARIAT = "secretariat.yaml"


def emblem(plans: PlansTree, name: str) -> Path:
    plans.plant(SECRETARIAT, "director_post: مدیرکل\n", f"director_post: مدیرکل\nemblem: §{name}\n")
    folder = plans.root / "pictures"
    folder.mkdir(parents=True)
    return folder


def codes(plans: PlansTree) -> list[tuple[str, str, int, int]]:
    return reported(plans.read().problems, plans.root)


@pytest.mark.parametrize("name", ["emblem.png", "emblem.jpg"])
def test_a_picture_that_is_there_is_accepted(plans: PlansTree, name: str) -> None:
    Image.new("RGB", (300, 300)).save(emblem(plans, name) / name)
    assert codes(plans) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "picture-missing"),
        (b"", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-format"),
        (b"\0" * (MAX_BYTES + 1), "picture-too-large"),
    ],
    ids=["missing", "empty", "svg", "heavy"],
)
def test_a_picture_that_cannot_be_drawn_is_reported_where_it_is_named(
    plans: PlansTree, content: bytes | None, code: str
) -> None:
    folder = emblem(plans, "emblem.png")
    if content is not None:
        (folder / "emblem.png").write_bytes(content)
    assert codes(plans) == [(code, SECRETARIAT, *plans.marked[SECRETARIAT])]


@pytest.mark.parametrize("name", ["../secretariat.yaml", "/etc/hostname"])
def test_a_picture_outside_its_folder_is_refused(plans: PlansTree, name: str) -> None:
    emblem(plans, name)
    assert codes(plans) == [("picture-outside", SECRETARIAT, *plans.marked[SECRETARIAT])]


def test_a_name_too_long_for_a_file_is_of_no_file(plans: PlansTree) -> None:
    emblem(plans, "a" * 300 + ".png")
    assert codes(plans) == [("picture-missing", SECRETARIAT, *plans.marked[SECRETARIAT])]


def test_a_map_is_looked_at_as_well(plans: PlansTree) -> None:
    plans.plant(PROFILE, "drawn_on: ۱۴۰۲/۱۰/۰۱}", "drawn_on: ۱۴۰۲/۱۰/۰۱, alt: مرز محله, file: §border.png}")
    assert codes(plans) == [("picture-missing", PROFILE, *plans.marked[PROFILE])]
