"""How tests are run: which of them are slow, and what a missing program means."""

import fnmatch
import importlib
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SLOW, is_slow
from tests.programs import needed


def test_a_test_is_slow_by_what_it_and_its_helpers_import() -> None:
    names = {
        "tests.documents.conftest": True,  # the fixtures of built documents
        "tests.documents.test_undrawable": True,  # builds in this process
        "tests.documents.test_new_kind": True,  # starts `sanad` by a helper
        "tests.persian.test_words": False,
        "tests.tree.test_numbers": False,
    }
    for name in (*names, *SLOW):
        importlib.import_module(name)

    assert {name: is_slow(name) for name in names} == names


def test_a_missing_program_skips_and_names_the_remedy() -> None:
    told = r"LibreOffice is not installed \(soffice\): run `make setup-test`"

    with pytest.raises(pytest.skip.Exception, match=told), needed(required=False):
        subprocess.run(["soffice"], env={"PATH": ""})


def test_where_programs_are_required_a_missing_one_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="poppler is not installed"), needed(required=True):
        subprocess.run(["pdftotext"], env={"PATH": ""})


def test_a_file_that_is_missing_is_no_program() -> None:
    with pytest.raises(FileNotFoundError), needed(required=False):
        Path("no-such-file.pdf").read_bytes()


def test_no_folder_of_tests_is_left_out_of_a_run(pytestconfig: pytest.Config) -> None:
    """By default pytest enters no folder called `build`, and so many tests are never run without a word."""
    tests = Path(__file__).parent
    folders = {name for file in tests.rglob("test_*.py") for name in file.relative_to(tests).parts[:-1]}
    left_out = pytestconfig.getini("norecursedirs")

    assert "build" in folders
    assert [name for name in sorted(folders) for pattern in left_out if fnmatch.fnmatch(name, pattern)] == []
