"""What a folder of plans may have besides files (links, pipes, devices, the unreadable): all reported, none blocks."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cli.reporting.cards import cards
from generator.problems import messages
from generator.problems.errors import Severity
from generator.reading import plainfiles
from generator.reading.places import Reading
from generator.reading.workspace import read
from generator.reading.yamltext import bounded, typed
from tests.reading.plans_tree import PLAN, PlansTree, reported

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps neither such modes nor such files")

ALEF = "neighbourhoods/z1-alef"
QUARTER = f"{ALEF}/quarters/1404-q2.yaml"
KEYS = ["zones.yaml", "schema.yaml", "zones.geojson", "operators.yaml", PLAN, QUARTER, "agencies/new.yaml"]


def errors(reading: Reading) -> list[str]:
    return [found.code for found in reading.problems if found.severity is Severity.ERROR]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def looping(path: Path) -> None:
    path.symlink_to(path.name)


def out(path: Path) -> None:
    outside = path.parents[len(path.parts) - path.parts.index("plans") - 1] / "outside.yaml"
    outside.write_text("id: a\n", encoding="utf-8")
    path.symlink_to(outside)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


MADE = {pipe: "not-plain-file", dangling: "link-broken", looping: "link-broken", out: "link-outside", device: "link-outside"}


@pytest.mark.parametrize(
    "key", ["zones.yaml", "schema.yaml", "zones.geojson", "operators.yaml", PLAN, QUARTER, "agencies/new.yaml"]
)
@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_what_is_no_plain_file_is_reported_at_its_place_and_nothing_else_is(
    plans: PlansTree, key: str, make: Callable[[Path], None]
) -> None:
    plans.read()
    (plans.root / key).unlink(missing_ok=True)
    make(plans.root / key)

    reading = read(plans.root)

    assert reported([found for found in reading.problems if found.severity is Severity.ERROR], plans.root) == [
        (MADE[make], key, 1, 1)
    ]
    assert list(cards(reading.problems, joined=True))  # which looks for the source line, and must not wait for a pipe
    if key.startswith(ALEF):
        record = key.removeprefix(f"{ALEF}/").partition("/")[0].removesuffix(".yaml")
        assert {name: {each.partition("/")[0] for each in found} for name, found in reading.broken.items()} == {
            "z1-alef": {record}
        }
        assert reading.workspace is not None
    else:
        assert reading.workspace is None


def test_a_link_to_a_file_of_the_same_folder_is_read(plans: PlansTree) -> None:
    plans.read()
    file = plans.root / PLAN
    file.rename(file.with_name("kept.txt"))
    file.symlink_to("kept.txt")

    assert errors(read(plans.root)) == ["unknown-file"]


@contextmanager
def nobody() -> Iterator[None]:
    """Run as a user to whom modes of files apply; the superuser reads everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_plans() -> Iterator[PlansTree]:
    """Plans in a folder that every user may enter."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    tree = PlansTree(root / "plans")
    tree.read()
    yield tree
    for folder in root.rglob("*"):
        folder.chmod(0o755)
    shutil.rmtree(root)


@pytest.mark.parametrize("mode", [0o000, 0o444])
@pytest.mark.parametrize("key", ["", "neighbourhoods", "agencies", ALEF, f"{ALEF}/quarters"])
def test_a_folder_that_may_not_be_read_is_reported_once(open_plans: PlansTree, key: str, mode: int) -> None:
    (open_plans.root / key).chmod(mode)
    try:
        with nobody():
            reading = read(open_plans.root)
    finally:
        (open_plans.root / key).chmod(0o755)

    assert errors(reading) == ["folder-unreadable"]
    if key.startswith(ALEF):
        assert reading.workspace is not None
        left = [each.id for each in reading.workspace.dossiers]
        if key == ALEF:
            assert "neighbourhood" in reading.broken["z1-alef"]
            assert left == ["z2-be"]
        else:
            assert reading.broken == {"z1-alef": frozenset({"quarters"})}
            assert left == ["z1-alef", "z2-be"]


def test_a_file_that_may_not_be_read_is_reported(open_plans: PlansTree) -> None:
    (open_plans.root / PLAN).chmod(0)
    with nobody():
        reading = read(open_plans.root)

    assert errors(reading) == ["yaml-file-forbidden"]


@pytest.mark.parametrize("name", ["plan.yaml", "outlines.geojson"])
def test_a_pipe_is_opened_without_waiting(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)

    with pytest.raises(plainfiles.NotPlainError):
        plainfiles.read(tmp_path / name)


def test_what_is_not_seen_is_named_wherever_data_are_quoted(plans: PlansTree) -> None:
    said = messages.problem("unknown-file", None, where="\u202eاقدام", name="a\u202eb\u2066\x00", remedy="")

    assert "aU+202EbU+2066U+0000" in said.message and said.where == "U+202Eاقدام"
    plans.read()
    (plans.root / "zon\u202ees.yaml").touch()
    line = next(found.line() for found in read(plans.root).problems if found.code == "unknown-file")
    assert "\u202e" not in line and "zonU+202Ees.yaml" in line


@pytest.mark.parametrize(
    ("text", "reported_at_most", "compared"),
    [
        ("actions:\n" + "- {}\n" * 2_000, 12, 0),
        ("".join(f"unknown_{at}: ۱\n" for at in range(2_000)), 51, 400),
        ("actions:\n" + "- {titel: x}\n" * 2_000, 21, 400),
    ],
    ids=["empty items", "unknown keys", "unknown keys of items"],
)
def test_a_file_that_is_wrong_throughout_is_reported_in_work_that_is_bounded(
    plans: PlansTree, monkeypatch: pytest.MonkeyPatch, text: str, reported_at_most: int, compared: int
) -> None:
    searched: list[str] = []
    near = typed.persian.near_matches
    monkeypatch.setattr(
        typed.persian, "near_matches", lambda word, known, *more: searched.append(word) or near(word, known, *more)
    )
    seen: list[int] = []
    cut = bounded._cut
    monkeypatch.setattr(bounded, "_cut", lambda data, most: seen.append(most) or cut(data, most))
    plans.files[PLAN] = text

    problems = [found for found in plans.read().problems if found.place and found.place.file.name == "plan.yaml"]

    assert len(problems) == reported_at_most
    assert problems[-1].code in ("yaml-more-untold", "yaml-more-unread")
    assert len(searched) <= compared
    assert set(seen) == {bounded.FIRST}


def test_the_count_of_what_is_left_out_is_reported(plans: PlansTree) -> None:
    plans.files[PLAN] = plans.files[PLAN] + "".join(f"unknown_{at}: ۱\n" for at in range(120))

    last = [found for found in plans.read().problems if found.place and found.place.file.name == "plan.yaml"][-1]

    assert last.code == "yaml-more-untold" and "۷۰" in last.message
