"""Small projects to begin new files in: the programme with a neighbourhood that has its name alone, or one that has all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build.project import Folders
from generator.reading.places import Reading
from generator.reading.workspace import read
from tests.plans import only

ROOT = Path(__file__).parents[3]
FULL, BARE = "z3-golshahr", "z1-altimur"


def small(root: Path, place: str) -> Folders:
    """A project with the data of the programme and of one neighbourhood, and the templates of the repository."""
    plans = root / "plans"
    shutil.copytree(ROOT / "plans", plans, ignore=only(place))
    shutil.rmtree(plans / ".schema")
    return Folders(plans, ROOT / "templates/fa", root / "output")


@pytest.fixture
def bare(tmp_path: Path) -> Folders:
    """A project whose neighbourhood has its name alone, which is read three times as fast as a full one."""
    return small(tmp_path / "bare", BARE)


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """A project whose neighbourhood has everything."""
    return small(tmp_path / "full", FULL)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A full project for what writes nothing."""
    return small(tmp_path_factory.mktemp("untouched"), FULL)


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory, untouched: Folders) -> frozenset[str]:
    """What a check finds before anything is begun."""
    return codes(read(small(tmp_path_factory.mktemp("before"), BARE).plans)) | codes(read(untouched.plans))


def codes(reading: Reading) -> frozenset[str]:
    """The codes of all problems of a reading."""
    return frozenset(found.code for found in reading.problems)
