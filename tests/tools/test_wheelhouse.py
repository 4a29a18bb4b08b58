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


@pytest.mark.parametrize("lock", [MAKER["BASE"], MAKER["BOTH_ENGINES"]], ids=lambda lock: lock.name)
def test_every_package_is_wanted_once_with_hashes_and_none_of_the_tests(lock: Path) -> None:
    wanted = MAKER["needed"](MAKER["environment"]("", ""), lock)
    names = [line.partition("==")[0] for line in wanted]

    assert sorted(set(names)) == sorted(names)
    assert {"pydantic", "typst"} <= set(names)
    assert not {"brotlicffi", "pytest"} & set(names)
    assert [line for line in wanted if not re.fullmatch(r"[a-z0-9._-]+==[\w.]+( --hash=sha256:[0-9a-f]{64})+", line)] == []


def test_the_second_engine_and_what_it_alone_needs_is_wanted_when_it_is_asked_for() -> None:
    def names(platform: str, lock: str) -> set[str]:
        return {line.partition("==")[0] for line in MAKER["needed"](MAKER["environment"](platform, "3.13"), MAKER[lock])}

    engine = {"weasyprint", "cffi", "pydyf", "tinycss2", "brotli"}
    pango = {"gstreamer-libs", "gstreamer-ext-runtime", "setuptools"}
    for platform in ("win_amd64", "macosx_11_0_arm64"):
        assert engine | pango <= names(platform, "BOTH_ENGINES") - names(platform, "BASE")
    added = names("manylinux_2_28_x86_64", "BOTH_ENGINES") - names("manylinux_2_28_x86_64", "BASE")
    assert engine <= added
    assert not any(name.startswith("gstreamer") for name in added)


def test_a_system_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        MAKER["environment"]("plan9", "3.12")
