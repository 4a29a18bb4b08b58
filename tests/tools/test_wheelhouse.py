"""The wheels for another machine are those that its system and Python ask for, each with its hashes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

MAKER = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "make-wheelhouse"))


@pytest.mark.parametrize(("python", "numpy"), [("3.11", "2.4"), ("3.12", "2.5"), ("3.14", "2.5")])
def test_conditions_are_judged_for_the_machine_that_is_to_be_installed(python: str, numpy: str) -> None:
    wanted = MAKER["needed"](MAKER["environment"]("win_amd64", python))

    assert [re.split("==", line)[1].rpartition(".")[0][:3] for line in wanted if line.startswith("numpy==")] == [numpy]


def test_every_package_is_wanted_once_with_hashes_and_none_that_only_builds() -> None:
    wanted = MAKER["needed"](MAKER["environment"]("", ""))
    names = [line.partition("==")[0] for line in wanted]

    assert sorted(set(names)) == sorted(names)
    assert {"pydantic", "weasyprint", "brotli"} <= set(names)
    assert not {"setuptools", "brotlicffi", "pytest"} & set(names)
    assert [line for line in wanted if not re.fullmatch(r"[a-z0-9._-]+==[\w.]+( --hash=sha256:[0-9a-f]{64})+", line)] == []


def test_a_system_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        MAKER["environment"]("plan9", "3.12")
