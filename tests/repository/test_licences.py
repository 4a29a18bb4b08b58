"""What others hold is named with its licence: in the page of dependencies, in the notice, and in the wheel."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

FOLDERS = ("generator", "templates", "plans", "docs", "tests", "bench", "tools")

NAMES = {
    "Apache License\n": "Apache-2.0",
    "The MIT License (MIT)\n": "MIT",
    "SIL OPEN FONT LICENSE Version 1.1": "OFL-1.1",
    "GNU GENERAL PUBLIC LICENSE\n": "GPL-2.0-or-later",
}
"""How a licence calls itself in its text, and in one word."""


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (file for file in sorted((ROOT / folder).rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


def licence(text: Path) -> str:
    """The licence that a file holds the text of; empty when it is no licence."""
    beginning = text.read_bytes()[:2000].decode(errors="replace")
    return next((name for title, name in NAMES.items() if title in beginning), "")


TEXTS = {
    file: found for file in files() if re.match(r"(LICENSE|COPYING|OFL)\b", file.name) and (found := licence(file) or file.name)
}
"""The texts of the licences of others, each beside what it is for."""


def told(text: Path, page: str) -> str:
    """The paragraphs and rows of a page that name the folder of a licence."""
    place = text.parent.relative_to(ROOT).as_posix()
    return "\n".join(part for part in re.split(r"\n\n|\n(?=[|-])", page) if place in part)


def named(file: Path) -> bool:
    """Whether the page of dependencies names a file, by its name or by a pattern of names."""
    patterns = re.findall(r"`(?:[\w/.-]+/)?([\w*.-]+)`", PAGE)
    return any(file.match(pattern) for pattern in patterns)


def test_the_project_is_under_the_licence_that_its_metadata_name() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert licence(ROOT / "LICENSE") == "Apache-2.0"
    assert PROJECT["license"].split(" AND ")[0] == "Apache-2.0"
    assert PROJECT["authors"] == [{"name": "The sanad authors"}]
    assert all("Copyright 2026 The sanad authors" in page for page in (text, NOTICE))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.relative_to(ROOT).as_posix())
def test_what_a_licence_is_for_is_named_with_it(text: Path) -> None:
    assert TEXTS[text] in told(text, PAGE)
    assert text.name in told(text, PAGE)
    assert text.name in told(text, NOTICE)
    assert [file.name for file in text.parent.iterdir() if file.is_file() and not named(file)] == []


def test_what_is_no_text_is_named_unless_it_was_drawn_here() -> None:
    def binary(file: Path) -> bool:
        try:
            return "\0" in file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return True

    drawn = ROOT / "docs" / "pictures", *(ROOT / "plans" / "neighbourhoods").glob("*/pictures")
    found = [file for file in files() if binary(file) and not any(file.is_relative_to(folder) for folder in drawn)]
    assert [str(file) for file in found if not named(file)] == []


def test_the_metadata_carry_every_licence_of_the_program() -> None:
    carried = {file for pattern in PROJECT["license-files"] for file in ROOT.glob(pattern)}
    inside = {text for text in TEXTS if text.is_relative_to(ROOT / "generator")}

    assert carried == {ROOT / "LICENSE", ROOT / "NOTICE", *inside}
    assert set(PROJECT["license"].split(" AND ")) == {"Apache-2.0", *(TEXTS[text] for text in inside)}


@pytest.mark.parametrize("lock", ["requirements-base.lock", "requirements.lock", "requirements-test.lock"])
def test_every_package_that_is_locked_is_named(lock: str) -> None:
    words = {re.sub(r"[._]", "-", word.lower()) for word in re.findall(r"[\w.-]*\w", PAGE)}
    locked = re.findall(r"^([a-z0-9._-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)

    assert [name for name in locked if re.sub(r"[._]", "-", name) not in words] == []


def test_every_package_of_the_system_is_named() -> None:
    text = (ROOT / "tools" / "install-system-packages").read_text(encoding="utf-8")
    packages = {name for group in re.findall(r"^(?:build|test)=\((.*)\)$", text, re.MULTILINE) for name in group.split()}

    assert len(packages) > 5
    assert [name for name in sorted(packages) if f"`{name}`" not in PAGE] == []
