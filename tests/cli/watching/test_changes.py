"""What counts as a change: another content, however files came to have it and whatever the system says of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.cli.watching import changes
from generator.cli.watching.changes import Stamp, Watch

Act = Callable[[], object]


class Day:
    """A folder that is watched while acts happen in it, one at each moment at which it is not looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.time = 0.0
        self.acts: deque[Act] = deque()
        self.write("contract.yaml", "amount: ۱\n")
        self.write("plan.yaml", "version: ۱\n")
        self.watch = self.begin()

    def begin(self, look: Callable[[Iterable[Path]], dict[Path, Stamp]] = changes.look) -> Watch:
        return Watch([self.root], wait=self.wait, now=lambda: self.time, look=look)

    def wait(self, seconds: float) -> None:
        self.time += seconds
        if self.acts:
            self.acts.popleft()()

    def write(self, name: str, text: str) -> Path:
        file = self.root / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def changed(self, *acts: Act, seconds: float = 20) -> list[str]:
        """What has changed after some acts, one after the other."""
        self.acts.extend(acts)
        return [each.relative_to(self.root).as_posix() for each in self.watch.changed(seconds)]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return Day(tmp_path)


def test_nothing_is_a_change_where_nobody_writes(day: Day) -> None:
    assert day.changed() == []


def test_a_save_is_a_change_once(day: Day) -> None:
    assert day.changed(lambda: day.write("plan.yaml", "version: ۲\n")) == ["plan.yaml"]
    assert day.changed() == []


def test_a_save_in_which_nothing_changed_is_none(day: Day) -> None:
    assert day.changed(lambda: day.write("plan.yaml", "version: ۱\n"), lambda: os.utime(day.root / "plan.yaml", (0, 0))) == []


def test_an_edit_that_was_undone_is_seen_each_time(day: Day) -> None:
    assert day.changed(lambda: day.write("plan.yaml", "version: ۲\n")) == ["plan.yaml"]
    assert day.changed(lambda: day.write("plan.yaml", "version: ۱\n")) == ["plan.yaml"]


def test_new_deleted_and_renamed_files_are_changes(day: Day) -> None:
    def rename() -> None:
        (day.root / "plan.yaml").rename(day.root / "needs.yaml")

    assert day.changed(lambda: day.write("meetings/m01.yaml", "id: m01\n")) == ["meetings/m01.yaml"]
    assert day.changed((day.root / "contract.yaml").unlink) == ["contract.yaml"]
    assert day.changed(rename) == ["needs.yaml", "plan.yaml"]


def test_a_burst_of_saves_is_one_change(day: Day) -> None:
    def save(name: str, text: str) -> Act:
        return lambda: day.write(name, text)

    found = day.changed(
        save("plan.yaml", "v"), save("plan.yaml", "version"), save("contract.yaml", "a"), save("plan.yaml", "version: ۹")
    )

    assert found == ["contract.yaml", "plan.yaml"]
    assert day.changed() == []


def test_a_file_that_is_written_on_and_on_is_taken_as_it_is(day: Day) -> None:
    growing = [lambda at=at: day.write("plan.yaml", f"version: {at}\n") for at in range(100)]

    assert day.changed(*growing, seconds=5) == ["plan.yaml"]
    assert len(day.acts) > 10


def test_an_edit_while_something_is_made_is_seen_afterwards(day: Day) -> None:
    assert day.changed(lambda: day.write("plan.yaml", "version: ۲\n")) == ["plan.yaml"]
    day.write("plan.yaml", "version: ۳\n")
    day.time += 60

    assert day.changed() == ["plan.yaml"]


def test_of_an_editor_that_replaces_a_file_one_change_is_seen(day: Day) -> None:
    plan = day.root / "plan.yaml"

    def put_aside() -> None:  # As Vim does, after it has tried whether it may write here.
        day.write("4913", "")
        (day.root / "4913").unlink()
        day.write(".plan.yaml.swp", "b0VIM")
        plan.rename(day.root / "plan.yaml~")

    def put_back() -> None:
        day.write("plan.yaml", "version: ۲\n")
        (day.root / "plan.yaml~").unlink()

    def replace() -> None:  # As others do, Windows' own function among them.
        day.write("plan.yaml~RF1a2b.TMP", "version: ۳\n").replace(plan)

    assert day.changed(put_aside, put_back) == ["plan.yaml"]
    assert day.changed(replace) == ["plan.yaml"]


def test_a_file_that_is_away_for_a_moment_is_no_change(day: Day) -> None:
    text = (day.root / "plan.yaml").read_text(encoding="utf-8")

    assert day.changed((day.root / "plan.yaml").unlink, lambda: day.write("plan.yaml", text)) == []


@pytest.mark.parametrize(
    "name", [".plan.yaml.swp", "#plan.yaml#", ".#plan.yaml", ".~lock.plan.yaml#", "~$plan.docx", "Thumbs.db"]
)
def test_what_editors_keep_beside_a_file_is_none(day: Day, name: str) -> None:
    assert day.changed(lambda: day.write(name, "x")) == []


def test_what_no_size_and_no_time_tells_is_found_within_a_minute(day: Day) -> None:
    unchanging: Stamp = (11, 0, 0)
    day.watch = day.begin(lambda places: dict.fromkeys(changes.look(places), unchanging))
    assert day.changed() == []  # The time in which every file is read at each look is over.

    assert day.changed(lambda: day.write("plan.yaml", "version: ۷\n"), seconds=60) == ["plan.yaml"]


def test_a_second_edit_within_the_time_that_a_drive_knows_is_found_at_once(day: Day) -> None:
    unchanging: Stamp = (11, 0, 0)
    day.watch = day.begin(lambda places: dict.fromkeys(changes.look(places), unchanging))
    assert day.changed(lambda: day.write("plan.yaml", "version: ۷\n"), seconds=2) == ["plan.yaml"]

    assert day.changed(lambda: day.write("plan.yaml", "version: ۸\n"), seconds=2) == ["plan.yaml"]


@pytest.mark.parametrize("time", [0, 4_000_000_000])
def test_a_file_of_another_time_is_a_change_whatever_the_clock_says(day: Day, time: int) -> None:
    def edit() -> None:
        os.utime(day.write("plan.yaml", "version: ۸\n"), (time, time))

    assert day.changed(edit) == ["plan.yaml"]


def test_an_edit_while_the_lid_was_closed_is_seen(day: Day) -> None:
    assert day.changed() == []
    day.write("plan.yaml", "version: ۲\n")
    day.time += 100_000

    assert day.changed() == ["plan.yaml"]


def test_a_drive_that_was_away_is_told_and_told_again_when_it_is_back(day: Day) -> None:
    away = day.root.with_name("away")

    assert day.changed(lambda: day.root.rename(away)) == ["contract.yaml", "plan.yaml"]
    assert day.changed(lambda: away.rename(day.root)) == ["contract.yaml", "plan.yaml"]


def test_a_file_that_cannot_be_read_is_tried_until_it_can(day: Day) -> None:
    plan = day.root / "plan.yaml"
    os.utime(plan, (0, 0))

    def block() -> None:  # A folder in its place can be read by nobody, root included; so can a pipe.
        plan.unlink()
        os.mkfifo(plan)

    def free() -> None:
        plan.unlink()
        day.write("plan.yaml", "version: ۱\n")

    assert day.changed(block) == ["plan.yaml"]
    assert day.changed(free) == ["plan.yaml"]


def test_a_link_that_leads_round_ends(day: Day) -> None:
    (day.root / "meetings").mkdir()
    (day.root / "meetings" / "again").symlink_to(day.root, target_is_directory=True)

    assert [*changes.look([day.root])] == [day.root / "contract.yaml", day.root / "plan.yaml"]


def test_the_longer_nothing_changes_the_rarer_it_is_looked(day: Day) -> None:
    day.changed(seconds=10)
    early = day.watch.pause
    day.changed(seconds=300)

    assert early < day.watch.pause <= 0.5
    day.changed(lambda: day.write("plan.yaml", "version: ۲\n"))
    assert day.watch.pause == changes.EVERY
