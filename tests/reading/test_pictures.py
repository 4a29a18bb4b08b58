"""A picture that a record names is there, can be opened, and is of a size that a page can use."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from reading.plans_tree import PROFILE, PlansTree, told

SECRETARIAT = "secretariat.yaml"


def bomb() -> bytes:
    """A picture of 30,000 x 30,000 pixels by its header, in a few hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def emblem(plans: PlansTree, name: str) -> Path:
    plans.plant(SECRETARIAT, "director_post: مدیرکل\n", f"director_post: مدیرکل\nemblem: §{name}\n")
    folder = plans.root / "pictures"
    folder.mkdir(parents=True)
    return folder


def codes(plans: PlansTree) -> list[tuple[str, str, int, int]]:
    return told(plans.read().problems, plans.root)


@pytest.mark.parametrize("name", ["emblem.png", "emblem.jpg"])
def test_a_picture_that_is_there_is_accepted(plans: PlansTree, name: str) -> None:
    Image.new("RGB", (300, 300)).save(emblem(plans, name) / name)
    assert codes(plans) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "picture-missing"),
        (b"", "picture-unreadable"),
        (b"GIF89a\x01\x00\x01\x00", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
        (bomb(), "picture-too-large"),
        (b"\0" * (5 * 2**20 + 1), "picture-too-large"),
    ],
    ids=["missing", "empty", "gif", "svg", "bomb", "heavy"],
)
def test_a_picture_that_cannot_be_drawn_is_told_where_it_is_named(plans: PlansTree, content: bytes | None, code: str) -> None:
    folder = emblem(plans, "emblem.png")
    if content is not None:
        (folder / "emblem.png").write_bytes(content)
    assert codes(plans) == [(code, SECRETARIAT, *plans.marked[SECRETARIAT])]


@pytest.mark.parametrize("name", ["../secretariat.yaml", "/etc/hostname", "a\\b.png"])
def test_a_picture_outside_its_folder_is_refused(plans: PlansTree, name: str) -> None:
    emblem(plans, name)
    assert codes(plans) == [("picture-outside", SECRETARIAT, *plans.marked[SECRETARIAT])]


def test_a_map_is_looked_at_as_well(plans: PlansTree) -> None:
    plans.plant(PROFILE, "drawn_on: ۱۴۰۲/۱۰/۰۱}", "drawn_on: ۱۴۰۲/۱۰/۰۱, file: §border.png}")
    assert codes(plans) == [("picture-missing", PROFILE, *plans.marked[PROFILE])]
