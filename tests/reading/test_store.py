"""What earlier runs have kept: only what this user's program has put there, and nothing that is wrong costs more than time."""

from __future__ import annotations

import os
import pickle
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading.store import FOLDER, Store

FILE = f"{FOLDER}/cache.sqlite"


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Store]:
    """Opens the store of a folder, by a user's own folder and a program."""
    return lambda home="home", program="p1": Store.open(tmp_path / "output", tmp_path / home, program)


def test_what_was_kept_is_there_in_the_next_run(opened: Callable[..., Store]) -> None:
    with opened() as store:
        store.put("record", "a", {"x": 1}, "a")

    with opened() as store:
        assert store.get("record", "a") == {"x": 1}
        assert (store.get("record", "b"), store.get("place", "a")) == (None, None)


def test_what_another_user_has_kept_is_not_there_and_stays_his(opened: Callable[..., Store]) -> None:
    with opened() as store:
        store.put("record", "a", "mine", "a")

    with opened("other") as store:
        assert store.get("record", "a") is None
        store.put("record", "a", "his", "a")

    with opened() as store:
        assert store.get("record", "a") == "mine"


def test_what_another_version_of_the_program_has_kept_is_not_there(opened: Callable[..., Store]) -> None:
    with opened() as store:
        store.put("record", "a", "old", "a")

    with opened(program="p2") as store:
        assert store.get("record", "a") is None


class Hostile:
    """What runs a command when it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch ran",)


def test_a_value_that_somebody_else_has_put_in_its_place_is_never_unpickled(
    opened: Callable[..., Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened() as store:
        store.put("record", "a", "mine", "a")
    with sqlite3.connect(tmp_path / "output" / FILE) as connection:
        connection.execute("UPDATE kept SET value = ?", (pickle.dumps(Hostile()),))
    connection.close()

    with opened() as store:
        assert store.get("record", "a") is None
    assert not (tmp_path / "ran").exists()


def test_a_value_of_another_key_is_none_of_this_one(opened: Callable[..., Store], tmp_path: Path) -> None:
    with opened() as store:
        store.put("record", "a", "of a", "a")
        store.put("record", "b", "of b", "b")
    with sqlite3.connect(tmp_path / "output" / FILE) as connection:
        (first, *_), (second, *_) = connection.execute("SELECT key FROM kept").fetchall()
        for column in ("seal", "value"):
            wanted = f"(SELECT {column} FROM kept WHERE key = ?)"
            connection.execute(f"UPDATE kept SET {column} = {wanted} WHERE key = ?", (first, second))
    connection.close()

    with opened() as store:
        assert sorted(filter(None, [store.get("record", "a"), store.get("record", "b")])) in (["of a"], ["of b"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b"no database at all" * 100),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(b""),
        lambda file: _begun_otherwise(file),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["other bytes", "half of it", "empty", "another form", "a folder"],
)
def test_a_spoilt_file_is_as_good_as_none(
    opened: Callable[..., Store], tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    with opened() as store:
        store.put("record", "a", list(range(10_000)), "a")
    spoil(tmp_path / "output" / FILE)

    with opened() as store:
        assert store.get("record", "a") in (None, list(range(10_000)))
        store.put("record", "b", 2, "b")


def _begun_otherwise(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_has_no_store(opened: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "output").mkdir(mode=0o500)
    with opened() as store:
        store.put("record", "a", 1, "a")
        assert store.get("record", "a") is None


def test_a_file_in_the_place_of_the_folder_is_no_store(opened: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "output").write_text("", encoding="utf-8")
    with opened() as store:
        store.put("record", "a", 1, "a")
        assert (store.get("record", "a"), store.is_there) == (None, False)


def test_the_store_of_another_process_that_is_writing_is_left_alone(opened: Callable[..., Store], tmp_path: Path) -> None:
    with opened() as store:
        store.put("record", "a", 1, "a")
    writing = sqlite3.connect(tmp_path / "output" / FILE, isolation_level=None)
    writing.execute("BEGIN EXCLUSIVE")
    with opened() as store:
        assert store.get("record", "a") is None
    writing.execute("ROLLBACK")
    writing.close()

    with opened() as store:
        assert store.get("record", "a") == 1


def test_of_a_thing_only_the_last_values_are_kept(opened: Callable[..., Store]) -> None:
    with opened() as store:
        for at in range(9):
            store.put("record", str(at), at, "plan.yaml")
        store.put("record", "other", "other", "needs.yaml")

    with opened() as store:
        assert [store.get("record", str(at)) for at in range(9)] == [None] * 5 + [5, 6, 7, 8]
        assert store.get("record", "other") == "other"
