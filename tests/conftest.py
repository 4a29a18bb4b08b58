"""What is made once for all processes of a test run, which tests are slow, and what a missing program means."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from tests.programs import needed
from tests.remembering import remembering

SLOW = {
    "generator.build.confined",
    "generator.build.document",
    "generator.build.pipeline",
    "generator.build.processes",
    "generator.build.workers",
    "generator.cli.watching.rounds",
    "generator.writing.typst.writer",
    "generator.writing.weasyprint.engine",
    "generator.writing.weasyprint.writer",
    "subprocess",
    "tests.engines",
    "tests.writing.conftest",
}
"""Who imports one of these builds documents, typesets or starts programs: `make check` leaves such tests to `make test`.

The two of the tests typeset with each engine by its name.
"""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Callable[[Path], None]], Path]:
    """Makes a folder by its name: the first process of this run that asks fills it, the others wait and share it."""
    import fcntl  # Windows lacks it, and what runs there asks for no shared folder.

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                done.touch()
        return folder

    return make


@pytest.fixture(scope="session", autouse=True)
def remembered() -> Iterator[None]:
    """The same bytes are read as the same record only once in each process."""
    with remembering():
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tools-required", action="store_true", help="fail, and do not skip, a test whose program is missing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, by what they and their fixtures import."""
    for item in items:
        assert isinstance(item, pytest.Function)
        fixtures = (each.func.__module__ for found in item._fixtureinfo.name2fixturedefs.values() for each in found)
        if any(map(is_slow, (item.module.__name__, *fixtures))):
            item.add_marker(pytest.mark.slow)


@cache
def is_slow(name: str) -> bool:
    """Whether a module of the tests imports one of SLOW, itself or by what it takes from other modules of the tests."""
    seen, ahead = set[str](), {name}
    while ahead:
        seen |= ahead
        of_tests = {each for each in ahead if each.startswith("tests.")}
        ahead = {origin for each in of_tests for origin in origins(each)} - seen
    return not seen.isdisjoint(SLOW)


@cache
def origins(name: str) -> set[str]:
    """The modules that a module imports or takes something from."""
    taken = vars(sys.modules[name]).values()
    found = (each.__name__ if isinstance(each, ModuleType) else getattr(each, "__module__", None) for each in taken)
    return {origin for origin in found if isinstance(origin, str)}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    with needed(required=item.config.getoption("tools_required")):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    with needed(required=item.config.getoption("tools_required")):
        yield
