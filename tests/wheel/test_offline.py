"""In an empty folder, on a machine without a network, with the wheels alone: a project, a neighbourhood, documents."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.build import packaged
from tests.plans import ROOT
from tests.wheel.machine import Machine

pytestmark = pytest.mark.proof

MAKER = ROOT / "tools" / "make-wheelhouse"
PLACE = "z3-omid"
KINDS = ("contract", "action-plan")


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory, wheelhouse: Path) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine"), wheelhouse)


def test_the_wheel_holds_what_travels_and_no_more(wheelhouse: Path) -> None:
    (file,) = wheelhouse.glob("sanad-*.whl")
    names = zipfile.ZipFile(file).namelist()
    inside = f"generator/{packaged.FOLDER}/"

    assert {name.removeprefix(inside) for name in names if name.startswith(inside)} == {
        each.as_posix() for each in packaged.carried(ROOT)
    }
    modules = {each.relative_to(ROOT).as_posix() for each in (ROOT / "generator").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == modules
    assert {name.split("/")[0] for name in names} == {"generator", file.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_a_source_archive_builds_the_same_wheel(tmp_path: Path, wheelhouse: Path) -> None:
    code = "import setuptools.build_meta as b, sys; print(getattr(b, 'build_' + sys.argv[1])(sys.argv[2]))"
    clean = tmp_path / "clean"
    runpy.run_path(str(MAKER))["copy_sources"](clean)
    (file,) = wheelhouse.glob("sanad-*.whl")
    subprocess.run([sys.executable, "-c", code, "sdist", tmp_path], cwd=clean, check=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run([sys.executable, "-c", code, "wheel", tmp_path], cwd=unpacked, check=True)
    (built,) = tmp_path.glob("*.whl")

    assert sorted(zipfile.ZipFile(built).namelist()) == sorted(zipfile.ZipFile(file).namelist())


def test_from_nothing_to_word_and_pdf_without_a_refusal(machine: Machine) -> None:
    machine.sanad("init", "mashhad")
    fresh = machine.sanad("check", cwd="mashhad")
    assert len((fresh.stdout + fresh.stderr).splitlines()) <= 3

    machine.sanad("new", "neighbourhood", PLACE, "شهرک امید", "--all", cwd="mashhad")
    machine.sanad("check", cwd="mashhad")
    machine.sanad("build", PLACE, cwd="mashhad")

    output = machine.work / "mashhad" / "output" / PLACE
    for kind in KINDS:
        assert (output / f"{kind}-draft.docx").read_bytes()[:2] == b"PK"
        assert (output / f"{kind}-draft.pdf").read_bytes()[:5] == b"%PDF-"
    machine.sanad("inspect", cwd="mashhad")


def test_the_sample_is_built_and_a_template_changed_in_the_project_is_what_is_printed(machine: Machine) -> None:
    machine.sanad("init", "sample", "--sample")
    machine.sanad("new", "template", "contract", cwd="sample")
    kind = machine.work / "sample" / "templates" / "fa" / "contract" / "kind.yaml"
    text = kind.read_text(encoding="utf-8")
    kind.write_text(text.replace("title: قرارداد دفتر تسهیلگری", "title: قرارداد آزمایشی"), encoding="utf-8")

    listed = machine.sanad("list", "kinds", cwd="sample").stdout
    chosen = [word for kind in KINDS for word in ("--kind", kind)]
    built = machine.sanad("build", "z3-golshahr", *chosen, cwd="sample")

    assert re.search(r"^contract\s.*آزمایشی.*تغییریافته", listed, re.MULTILINE)
    assert re.search(r"^action-plan\s.*همراه برنامه", listed, re.MULTILINE)
    assert sorted(Path(name).name for name in built.stdout.split()) == sorted(
        f"{kind}-draft.{suffix}" for kind in KINDS for suffix in ("docx", "pdf")
    )
