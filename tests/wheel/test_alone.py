"""A machine with Python and nothing else: no faces, no libraries for text, no network, no other program.

Where this may not be taken from a process (that is root's alone) nothing is proved, and the tests say so.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.wheel.machine import HIDDEN_FOLDERS, Machine, may_hide

pytestmark = pytest.mark.proof

PLACE = "z3-golshahr"
NAMES = {
    "contract-draft",
    "action-plan-draft",
    "participatory-document-draft",
    "evaluation-report/1404-h1-draft",
    "evaluation-report/1404-h2-draft",
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, wheelhouse: Path) -> Machine:
    if not may_hide():
        pytest.skip("only root may take faces and libraries from a process: run `make proof` as root")
    return Machine(tmp_path_factory.mktemp("bare"), wheelhouse, bare=True)


@pytest.fixture(scope="module")
def built(bare: Machine) -> Path:
    """The folder of what is built there of the sample, from the first command on."""
    bare.sanad("init", "sample", "--sample")
    bare.sanad("check", cwd="sample")
    bare.sanad("build", cwd="sample")
    return bare.work / "sample" / "output" / PLACE


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.suffix in (".docx", ".pdf"))
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_there_is_nothing_but_python(bare: Machine) -> None:
    program = f"""
import ctypes, pathlib, shutil, socket
from importlib.util import find_spec
assert not [file for folder in {HIDDEN_FOLDERS!r} for file in pathlib.Path(folder).rglob("*")]
assert not any(map(shutil.which, ("cc", "gcc", "fc-list", "soffice", "make", "git")))
assert not any(map(find_spec, ("weasyprint", "cffi", "pydyf")))
for name in ("libpango-1.0.so.0", "libfontconfig.so.1", "libharfbuzz.so.0", "libgobject-2.0.so.0"):
    try:
        ctypes.CDLL(name)
    except OSError:
        continue
    raise SystemExit(name)
assert [name for _, name in socket.if_nameindex()] == ["lo"]
"""
    bare.run(bare.bin / "python", "-c", program)


def test_every_kind_is_built_as_word_and_pdf_and_nothing_is_found_in_it(bare: Machine, built: Path) -> None:
    assert {*digests(built)} == {f"{name}.{suffix}" for name in NAMES for suffix in ("docx", "pdf")}

    inspected = bare.sanad("inspect", cwd="sample")
    assert "خطا" not in inspected.stdout + inspected.stderr
    assert "هشدار" not in inspected.stdout + inspected.stderr


def test_the_files_are_those_of_a_machine_with_all_faces(built: Path, tmp_path: Path, wheelhouse: Path) -> None:
    furnished = Machine(tmp_path, wheelhouse)
    furnished.sanad("init", "sample", "--sample")
    furnished.sanad("build", "--look", "amiri", cwd="sample")

    assert digests(furnished.work / "sample" / "output" / PLACE) == digests(built)
