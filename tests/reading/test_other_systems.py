"""Names that another system gives to files, or takes otherwise: what Windows and Word leave, and what Windows cannot keep."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.problems import messages
from generator.problems.errors import Severity
from generator.reading import picture_files, plainfiles
from generator.reading.places import Reading
from tests.reading.plans_tree import PLAN, PlansTree

LEFT = (
    "Thumbs.db",
    "desktop.ini",
    "Desktop.ini",
    "~$plan.docx",
    ".~lock.plan.docx#",
    ".DS_Store",
    "~$ها.xlsx",
    "#plan.yaml#",
    ".#plan.yaml",
    ".plan.yaml.swp",
)


def errors(reading: Reading) -> list[str]:
    return [found.code for found in reading.problems if found.severity is Severity.ERROR]


@pytest.mark.parametrize("folder", ["", "agencies", "neighbourhoods/z1-alef", "neighbourhoods/z1-alef/meetings"])
def test_what_windows_word_and_editors_leave_in_a_folder_is_no_record(plans: PlansTree, folder: str) -> None:
    plans.read()
    for name in LEFT:
        (plans.root / folder / name).write_bytes(b"\xd0\xcf\x11\xe0")

    assert errors(plans.read()) == []


@pytest.mark.parametrize("name", ["plan-DESKTOP-7Q2.yaml", "plan.yaml~", "Plan.yaml", "plan.yaml.txt", "نامه.docx"])
def test_what_may_be_the_work_of_people_is_told_as_before(plans: PlansTree, name: str) -> None:
    plans.read()
    (plans.root / PLAN).with_name(name).write_text("version: ۱\n", encoding="utf-8")

    assert errors(plans.read()) == ["unknown-file"]


@pytest.mark.parametrize(
    "name", ["a.png", "maps/a.png", "نقشهٔ محله.png", "a b.png", "console.png", "com.png", ".hidden.png", "a..b"]
)
def test_a_name_that_every_system_keeps_is_portable(name: str) -> None:
    assert plainfiles.is_portable(name)


@pytest.mark.parametrize(
    "name",
    [
        *("C:a.png", "a.png:b", "a?.png", "a*", "a|b", "<a>", 'a"', "a.png.", "a ", "maps./a.png", "a\\b", "a\x00", "a\tb"),
        *("con", "NUL.png", "maps/aux.png", "Com1", "lpt9.tar.gz", "prn/a.png"),
    ],
)
def test_a_name_that_windows_takes_for_something_else_is_not(name: str) -> None:
    assert not plainfiles.is_portable(name)


@pytest.mark.parametrize("name", ["a.png:b.png", "nul.png", "emblem.png.", "emblem.png "])
def test_a_picture_of_such_a_name_is_refused_on_every_system(tmp_path: Path, name: str) -> None:
    with pytest.raises(picture_files.PictureRefused) as refused:
        picture_files.load(tmp_path, name)

    assert refused.value.code == "picture-name"


def test_a_folder_in_the_place_of_a_file_is_told_as_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        plainfiles.read(tmp_path)


@pytest.mark.parametrize(
    ("number", "told"),
    [(32, "در برنامهٔ دیگری باز است"), (53, "رایانه یا پوشهٔ شبکه پیدا نشد"), (112, "جای خالی در دیسک نمانده است")],
)
def test_what_windows_refuses_is_told_by_its_own_number(number: int, told: str) -> None:
    error = OSError(errno.EACCES, "refused")
    error.winerror = number  # type: ignore[attr-defined]

    assert messages.reason(error) == told


def test_a_path_too_long_for_windows_is_told_as_such_and_not_as_missing() -> None:
    error = FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", "x" * 300)
    error.winerror = 3  # type: ignore[attr-defined]

    assert messages.reason(error) == messages.reason(OSError(errno.ENAMETOOLONG, ""))
    error.filename = "x"
    assert messages.reason(error) == messages.reason(OSError(errno.ENOENT, ""))
