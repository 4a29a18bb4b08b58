import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems.errors import MachineError
from generator.writing.weasyprint import pango

ROOT = Path(__file__).parents[3]


def loaded(name: str) -> Path:
    """Where the dynamic linker of this machine finds a library."""
    cached = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    return Path(re.findall(rf"^\s{re.escape(name)} .* => (.+)$", cached, re.MULTILINE)[0])


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pango, "_load", lambda name: None if name in {"Pango", "PangoFT2"} else object())
    monkeypatch.setattr("generator.problems.remedies.this_system", lambda: "debian")


def test_a_machine_that_was_set_up_has_every_library() -> None:
    assert pango.missing() == []
    assert tuple(int(part) for part in (pango.version() or "").split(".")) >= (1, 44)
    pango.require()


@pytest.mark.usefixtures("no_pango")
def test_missing_libraries_are_reported_together_with_what_to_install_before_weasyprint_is_imported() -> None:
    with pytest.raises(MachineError) as caught:
        pango.require()

    assert str(caught.value) == (
        "خطا: کتابخانه‌هایی که موتور «weasyprint» با آن‌ها PDF می‌سازد روی این رایانه پیدا نشد: Pango، PangoFT2."
        " این فرمان را اجرا کنید: «sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0»."
        " موتور «typst» («--engine typst») به آن‌ها نیازی ندارد. [pango-missing]"
    )
    assert pango.version() is None


def test_libraries_are_looked_for_under_the_names_that_weasyprint_tries() -> None:
    found = importlib.util.find_spec("weasyprint")
    assert found is not None
    assert found.origin is not None
    source = (Path(found.origin).parent / "text" / "ffi.py").read_text(encoding="utf-8")

    tried = [*pango._LIBRARIES.values(), pango._SUBSETTER]
    assert [file for files in tried for file in files if f"'{file}'" not in source] == []
    assert len(re.findall(r"= _dlopen\(", source)) == len(tried) + 1  # HarfBuzz-Vector, which the wheel does not have


IN_THE_WHEEL = {
    "bin": (
        "gobject-2.0-0.dll",
        "pango-1.0-0.dll",
        "harfbuzz.dll",
        "harfbuzz-subset.dll",
        "fontconfig-1.dll",
        "pangoft2-1.0-0.dll",
    ),
    "lib": (
        "libgobject-2.0.0.dylib",
        "libpango-1.0.0.dylib",
        "libharfbuzz.0.dylib",
        "libharfbuzz-subset.0.dylib",
        "libfontconfig.1.dylib",
        "libpangoft2-1.0.0.dylib",
    ),
}
"""The files of gstreamer-libs 1.28.8, on Windows and on macOS, that the other libraries there load."""
COPIES = ("libgobject-2.0.dylib", "libpango-1.0.dylib", "libharfbuzz.dylib", "libpangoft2-1.0.dylib", "libfontconfig.dylib")
"""Beside them on macOS: the same again, which would be a second Pango in the process."""
HERE = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
"""The libraries of this machine that stand for them, in the same order."""

PROGRAM = """
import importlib.util, sys
from pathlib import Path
from generator.writing.weasyprint import pango

folder = Path(importlib.util.find_spec("gstreamer_libs").origin).parent / sys.argv[1]
pango.load_from(folder)
assert pango.version()
import weasyprint.text.ffi
mapped = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
print(*sorted({Path(line.split()[-1]).name for line in mapped if str(folder) in line}))
"""


@pytest.mark.parametrize("folder", IN_THE_WHEEL)
def test_the_libraries_of_the_wheel_are_loaded_by_their_places_and_none_of_their_copies(tmp_path: Path, folder: str) -> None:
    package = tmp_path / "gstreamer_libs"
    (package / folder).mkdir(parents=True)
    (package / "__init__.py").touch()
    for name, file in zip(IN_THE_WHEEL[folder], HERE, strict=True):
        shutil.copy(loaded(file), package / folder / name)
    for name in COPIES:
        (package / folder / name).write_bytes(b"not to be loaded")

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder],
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    assert done.stdout.split() == sorted(IN_THE_WHEEL[folder])


@pytest.mark.parametrize(("platform", "folder"), [("win32", "bin"), ("darwin", "lib"), ("linux", None)])
def test_the_wheel_counts_on_windows_and_macos_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folder: str | None
) -> None:
    monkeypatch.setattr(pango.sys, "platform", platform)
    assert pango.wheel() is None

    (tmp_path / "gstreamer_libs").mkdir()
    (tmp_path / "gstreamer_libs" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert pango.wheel() == (tmp_path / "gstreamer_libs" / folder if folder else None)
