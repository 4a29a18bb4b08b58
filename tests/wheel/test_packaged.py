"""What travels in the wheel: what a project needs, the one sample, and nothing else of this repository."""

from __future__ import annotations

import tomllib

from generator.build import packaged
from tests.plans import ROOT, concerned

CARRIED = {file.as_posix() for file in packaged.carried(ROOT)}


def test_a_clone_finds_its_own_files() -> None:
    assert packaged.root() == ROOT


def test_every_template_look_and_part_travels() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / packaged.TEMPLATES).rglob("*") if file.is_file()}

    assert {name for name in CARRIED if name.startswith("templates/")} == there


def test_of_the_data_everything_published_travels_and_of_the_samples_one() -> None:
    plans = {name for name in CARRIED if name.startswith("plans/")}
    marked = {name for name in plans if name.endswith(".yaml") and "\nsample:" in (ROOT / name).read_text(encoding="utf-8")}
    catalogues = {file.relative_to(ROOT).as_posix() for file in (ROOT / "plans").glob("*.yaml")}

    about = {name for name in marked if name.startswith("plans/neighbourhoods/z3-golshahr/")}
    assert about
    assert all("z3-golshahr" in concerned(ROOT / name) for name in marked - about)
    for folder in ("meetings", "letters", "calls"):
        files = [file for file in (ROOT / "plans" / folder).iterdir() if "z3-golshahr" in concerned(file)]
        assert files and {file.relative_to(ROOT).as_posix() for file in files} <= plans
    assert catalogues <= plans
    assert len([name for name in plans if name.endswith("/neighbourhood.yaml")]) == 66
    assert len([name for name in plans if name.startswith("plans/agencies/")]) == 14
    assert not marked & {file.as_posix() for file in packaged.published(ROOT)}


def test_each_file_beside_the_modules_travels_in_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {
        file
        for package, patterns in project["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
        for file in ROOT.joinpath(*package.split(".")).glob(pattern)
    }
    there = {file for file in (ROOT / "generator").rglob("*") if file.is_file() and file.suffix not in (".py", ".pyc")}

    beside = {file for file in there if packaged.FOLDER not in file.parts}
    assert ROOT / "generator" / "writing" / "typst" / "prelude.typ" in beside
    assert beside - named == set()
