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


PHOTOGRAPH = "photographs:\n  - {id: alley, file: alley.png, caption: معبر, alt: کوچه‌ای باریک, people: خیر}\n"
OWN = "neighbourhoods/z1-alef/pictures"


def photograph(plans: PlansTree, planted: str = PHOTOGRAPH, folder: str = OWN, name: str = "alley.png") -> PlansTree:
    plans.plant(PROFILE, "maps:\n", f"{planted}maps:\n")
    (plans.root / folder).mkdir(parents=True)
    Image.new("RGB", (30, 20)).save(plans.root / folder / name)
    return plans


@pytest.mark.parametrize("folder", [OWN, "pictures"])
def test_a_photograph_lies_with_its_neighbourhood_or_with_the_province(plans: PlansTree, folder: str) -> None:
    assert codes(photograph(plans, folder=folder)) == []


def test_what_is_wrong_with_the_nearer_file_is_told_though_the_farther_would_do(plans: PlansTree) -> None:
    photograph(plans, PHOTOGRAPH.replace("file: ", "file: §"), folder="pictures")
    (plans.root / OWN).mkdir(parents=True)
    (plans.root / OWN / "alley.png").write_bytes(b"GIF89a")

    assert codes(plans) == [("picture-format", PROFILE, *plans.marked[PROFILE])]


def test_a_photograph_without_words_for_who_does_not_see_it_is_refused(plans: PlansTree) -> None:
    assert [code for code, *_ in codes(photograph(plans, PHOTOGRAPH.replace("alt: کوچه‌ای باریک, ", "")))] == ["missing-key"]


def test_a_map_sheet_needs_those_words_as_soon_as_it_has_a_file(plans: PlansTree) -> None:
    plans.plant(
        PROFILE, "{id: border, title: نقشه محدوده, drawn_on", "§{id: border, title: نقشه محدوده, file: map.png, drawn_on"
    )
    (plans.root / OWN).mkdir(parents=True)
    Image.new("RGB", (30, 20)).save(plans.root / OWN / "map.png")

    assert codes(plans) == [("picture-alt-missing", PROFILE, *plans.marked[PROFILE])]


def test_people_are_not_shown_before_their_consent_is_recorded(plans: PlansTree) -> None:
    photograph(plans, PHOTOGRAPH.replace("{id", "§{id").replace("people: خیر", "people: بله"))
    reading = plans.read()

    assert reported(reading.problems, plans.root) == [("picture-consent-missing", PROFILE, *plans.marked[PROFILE])]
    assert reading.workspace is not None
    profile = reading.workspace.dossier("z1-alef").profile
    assert profile is not None and not profile.photographs[0].printable


def test_with_their_consent_people_are_shown(plans: PlansTree) -> None:
    reading = photograph(plans, PHOTOGRAPH.replace("people: خیر", "people: بله, consent: برگهٔ رضایت ۳ نفر")).read()

    assert reading.problems == () and reading.workspace is not None
    profile = reading.workspace.dossier("z1-alef").profile
    assert profile is not None and profile.photographs[0].printable


def test_a_file_that_no_record_names_is_told(plans: PlansTree) -> None:
    photograph(plans)
    Image.new("RGB", (30, 20)).save(plans.root / OWN / "old.png")

    assert codes(plans) == [("picture-unused", f"{OWN}/old.png", 1, 1)]


def test_nothing_is_told_of_unused_files_while_a_record_cannot_be_read(plans: PlansTree) -> None:
    photograph(plans).plant(PROFILE, "households: ۱۵۰", "households: زیاد")

    assert "picture-unused" not in [code for code, *_ in codes(plans)]
