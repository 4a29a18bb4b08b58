"""A file may be anything: it is judged within the limits, without a traceback, and called broken when it makes no sense."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.build.confined import Judged, judge
from generator.problems.limits import LIMITS
from tests.inspection.damaged import crafted_packages, crafted_pdfs, heavy_pdf, mutated

WHOLE = 420
"""Damaged files in the proof; with the crafted ones they are more than 500."""
SLICE = 60
BROKEN = {"pdf-file-broken", "word-file-broken", "word-part-malformed", "word-part-missing"}


def judged(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, Judged]:
    """The files written into a folder and judged there, one after the other, by their names."""
    paths = []
    for name, data in files:
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    found = dict(zip([path.name for path in paths], judge(paths, LIMITS), strict=True))
    assert [(name, each.traceback) for name, each in found.items() if each.traceback] == []
    assert [name for name, each in found.items() if each.exit_code] == []
    return found


def codes(found: Judged) -> set[str]:
    return {problem.code for problem in found.problems}


def damaged(seeds: Iterable[int]) -> Iterable[tuple[str, bytes]]:
    for seed in seeds:
        suffix, data = mutated(seed)
        yield f"{seed}.{suffix}", data


@pytest.mark.parametrize(
    "seeds", [range(SLICE), pytest.param(range(SLICE, WHOLE), marks=pytest.mark.proof)], ids=["slice", "whole"]
)
def test_damaged_files_are_judged_within_the_limits(tmp_path: Path, seeds: range) -> None:
    found = judged(tmp_path, damaged(seeds))

    assert [name for name, each in found.items() if codes(each) & {"file-slow", "file-heavy"}] == []
    broken = [name for name, each in found.items() if codes(each) & BROKEN]
    assert len(broken) > len(seeds) / 4  # the damage is real


@pytest.mark.parametrize(
    ("suffix", "crafted"), [("pdf", crafted_pdfs), pytest.param("docx", crafted_packages, marks=pytest.mark.proof)]
)
def test_files_that_make_no_sense_are_judged_within_the_limits(tmp_path: Path, suffix: str, crafted: object) -> None:
    assert callable(crafted)
    made = [(f"{name}.{suffix}", data) for name, data in crafted()]
    found = judged(tmp_path, made)

    assert [name for name, each in found.items() if codes(each) & {"file-slow", "file-heavy"}] == []
    assert [name for name, each in found.items() if not each.problems and "descendant" in name] == []
    assert max(len(each.problems) for each in found.values()) <= LIMITS.findings + 2


@pytest.mark.proof
def test_a_page_of_gigabytes_is_given_up(tmp_path: Path) -> None:
    found = judged(tmp_path, [("heavy.pdf", heavy_pdf())])

    # Where the memory ends, the library says that the stream cannot be read, or the process ends.
    assert codes(found["heavy.pdf"]) & {"file-heavy", "pdf-file-broken"}


def test_of_very_many_faults_the_first_are_reported_and_the_rest_is_counted(tmp_path: Path) -> None:
    data = next(data for name, data in crafted_pdfs() if name == "many figures")

    problems = judged(tmp_path, [("many.pdf", data)])["many.pdf"].problems

    assert len(problems) == LIMITS.findings + 1
    assert problems[-1].code == "file-more-warnings"
    assert "۲۸۰۰" in problems[-1].message
