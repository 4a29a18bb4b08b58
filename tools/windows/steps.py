"""The steps of `make windows`, in the order in which people take them."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from tools.windows import page
from tools.windows.comparing import compared
from tools.windows.wine import TOOLS, FailedError, Windows, linux

PROFILE = r"C:\users\public"
"""The folder of whoever works, which Windows' variable USERPROFILE names."""
DOWNLOADS, DOCUMENTS = rf"{PROFILE}\Downloads", rf"{PROFILE}\Documents"
PROJECT = rf"{DOCUMENTS}\برنامه محله‌ها"
"""The project of the page for people at Windows: a Persian name with a space and a half-space."""
LAUNCHER = "سند.cmd"
DEEP = "\\".join(["پوشه ای با نامی که بسیار بسیار بلند است"] * 7)
"""More than 260 characters, which a path of Windows had at most once."""


def all_of(windows: Windows) -> None:
    """Take every step; a FailedError at the first that ends otherwise than it should."""
    follow_page(windows)
    work(windows)
    build(windows)
    compare(windows, PROJECT)
    another_engine(windows)
    long_path(windows)
    held_open(windows)
    code_pages(windows)
    own_environment(windows)
    own_tests(windows)


def step(title: str) -> None:
    print(f"\n=== {title}", flush=True)


def follow_page(windows: Windows) -> None:
    """Follow the page for people at Windows, and its double click before it renews the project."""
    step(f"{page.PAGE}, word by word")
    wheelhouse = TOOLS / "wheelhouse"
    subprocess.run([sys.executable, "tools/make-wheelhouse", wheelhouse, "win_amd64", "3.13"], check=True)
    shutil.copytree(wheelhouse, windows.file(rf"{DOWNLOADS}\wheelhouse"))
    folder = PROFILE
    if windows.run("echo %USERPROFILE%", folder).strip().casefold() != PROFILE.casefold():
        raise FailedError("the folder of whoever works is another one")
    for block in page.blocks(page.PAGE.read_text(encoding="utf-8")):
        print(f"\n--- {block.heading}")
        for command in block.commands:
            if renewing := "--upgrade" in command:
                double_click(windows)
            if command.startswith("cd "):
                folder = command.removeprefix("cd ").strip('"').replace("%USERPROFILE%", PROFILE)
                print(f"{command}")
                if not windows.file(folder).is_dir():
                    raise FailedError(f"no such folder: {folder}")
            else:
                windows.run(command, folder)
            if renewing:
                windows.run("sanad doctor", folder)


def double_click(windows: Windows) -> None:
    """Start what people click twice, and choose by numbers: check, build for one neighbourhood, examine, end."""
    windows.run(LAUNCHER, PROJECT, given="1\r\n۲\r\n2\r\n5\r\n۰\r\n")
    built = [file for file in (windows.file(PROJECT) / "output").rglob("*") if file.suffix in (".docx", ".pdf")]
    if not built:
        raise FailedError("the menu built nothing")


def work(windows: Windows) -> None:
    """Type the commands of every day."""
    step("The commands of every day")
    windows.run("sanad --version", PROJECT)
    windows.run("sanad check", PROJECT)
    windows.run('sanad new neighbourhood z3-omid "شهرک امید" --all', PROJECT)
    windows.run('sanad check "شهرک امید"', PROJECT)
    windows.run("sanad list documents گلشهر", PROJECT)


def build(windows: Windows) -> None:
    """Build every document of the sample in Word and PDF, and read them back."""
    step("All documents of the sample in Word and PDF")
    windows.run("sanad build گلشهر", PROJECT)
    windows.run("sanad inspect", PROJECT)


def compare(windows: Windows, project: str, *engine: str) -> None:
    """Build the same project on this machine, and compare."""
    step(f"The same on Linux, compared {' '.join(engine)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "project")
        shutil.copytree(windows.file(project), folder, ignore=shutil.ignore_patterns("output"))
        linux(["build", "گلشهر", *engine], folder)
        rows = [*compared(windows.file(project) / "output", folder / "output", same_engine=not engine)]
    print(*(text for text, _ in rows), sep="\n")
    if not all(good for _, good in rows):
        raise FailedError("the documents of Windows are not those of Linux")


def another_engine(windows: Windows) -> None:
    """Build with WeasyPrint too, whose libraries came with a wheel."""
    step("The same with the engine WeasyPrint")
    extra = TOOLS / "wheelhouse-weasyprint"
    subprocess.run([sys.executable, "tools/make-wheelhouse", extra, "win_amd64", "3.13", "--weasyprint"], check=True)
    shutil.copytree(extra, windows.file(rf"{DOWNLOADS}\weasyprint"))
    told = "--no-index --find-links . --require-hashes -r requirements.txt"
    windows.run(f"py -m pip install --quiet {told}", rf"{DOWNLOADS}\weasyprint")
    shutil.rmtree(windows.file(PROJECT) / "output")
    windows.run("sanad build گلشهر --engine weasyprint", PROJECT)
    windows.run("sanad inspect", PROJECT)
    compare(windows, PROJECT, "--engine", "weasyprint")


def long_path(windows: Windows) -> None:
    """Work on a project whose path is longer than Windows once took; no program can be in it, but its path can be named."""
    step(f"A project in a folder of {len(rf'{DOCUMENTS}/{DEEP}')} characters")
    windows.run(f'sanad init --sample "{DEEP}"', DOCUMENTS)
    windows.run(f'sanad check گلشهر --root "{DEEP}"', DOCUMENTS)
    windows.run(f'sanad build گلشهر --kind contract --root "{DEEP}"', DOCUMENTS)
    windows.run(f'sanad inspect "{DEEP}\\output"', DOCUMENTS)


HOLDING = """
import ctypes, subprocess, sys
from ctypes import wintypes
kernel = ctypes.WinDLL("kernel32", use_last_error=True)
kernel.CreateFileW.restype = wintypes.HANDLE
kernel.CreateFileW.argtypes = [wintypes.LPCWSTR, *2 * [wintypes.DWORD], ctypes.c_void_p, *2 * [wintypes.DWORD], ctypes.c_void_p]
READ_AND_WRITE, OTHERS_READ, EXISTING = 0xC0000000, 1, 3
held = kernel.CreateFileW(sys.argv[1], READ_AND_WRITE, OTHERS_READ, None, EXISTING, 0, None)
assert held != wintypes.HANDLE(-1).value, ctypes.get_last_error()
sys.exit(subprocess.run(sys.argv[2:]).returncode)
"""
"""Opens a document as Word does, others may read it and not more, and runs a command meanwhile."""


def held_open(windows: Windows) -> None:
    """Build while another program has the document open, as Word has it; then again."""
    step("A document that another program has open")
    windows.file(DOCUMENTS).joinpath("hold.py").write_text(HOLDING, encoding="utf-8")
    (document,) = windows.file(rf"{DOCUMENTS}\{DEEP}").rglob("contract*.docx")
    built = document.read_bytes()
    document.write_bytes(b"old")
    name = str(document.relative_to(windows.file(DOCUMENTS))).replace("/", "\\")
    build = f'sanad build گلشهر --kind contract --root "{DEEP}"'
    windows.run(f'py hold.py "{name}" {build}', DOCUMENTS, expects=(4,))
    beside = [file for file in document.parent.glob("*.docx") if file != document]
    if document.read_bytes() != b"old" or [file.read_bytes() for file in beside] != [built]:
        raise FailedError("the new document is not beside the one that is open")
    windows.run(build, DOCUMENTS)
    if document.read_bytes() != built or beside[0].exists():
        raise FailedError("the new document did not take its place when the other program had closed it")


def code_pages(windows: Windows) -> None:
    """Say the same in the window of a console, whatever its code page is."""
    step("The code pages of consoles")
    said = [windows.show(f"chcp {page} & sanad list kinds", PROJECT).partition("\n")[2] for page in (437, 1256, 65001)]
    if len(set(said)) != 1 or not {"ARABIC LETTER MEEM", "ARABIC LETTER ALEF"} <= {_letter(sign) for sign in said[0]}:
        raise FailedError("the code page of a console changes what is said")


def own_environment(windows: Windows) -> None:
    """Install into an environment of the project's own, as the end of the page has it, and start the menu there."""
    step("An environment of the project's own")
    project = rf"{DOCUMENTS}\محیط جدا"
    windows.run("py -m venv .venv", project)
    told = rf"--no-index --find-links {DOWNLOADS}\wheelhouse --require-hashes -r {DOWNLOADS}\wheelhouse\requirements.txt"
    windows.run(rf".venv\Scripts\python -m pip install --quiet {told}", project)
    windows.run(r".venv\Scripts\sanad init .", project)
    windows.run(LAUNCHER, project, given="0\r\n")


TESTING = ("pytest", "iniconfig", "pluggy", "pygments", "colorama")
"""What the tests of Windows run with, of all that the lock of the tests has."""


def own_tests(windows: Windows) -> None:
    """Run the tests of what Windows alone does, in the window of a console, since one of them presses Ctrl-Break."""
    step("The tests of what Windows alone does")
    wheels, checkout = rf"{DOWNLOADS}\tests", rf"{DOCUMENTS}\checkout"
    folder = windows.file(wheels)
    folder.mkdir()
    lock = runpy.run_path("tools/make-wheelhouse")
    entries = lock["needed"](lock["environment"]("win_amd64", "3.13"), Path("requirements-test.lock"))
    listed = folder / "requirements.txt"
    listed.write_text("\n".join(entry for entry in entries if entry.partition("==")[0] in TESTING), encoding="utf-8")
    target = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"]
    lock["pip"]("download", "--no-deps", "--only-binary=:all:", "--require-hashes", *target, "-r", listed, "--dest", folder)
    windows.run("py -m pip install --quiet --no-index --find-links . --require-hashes -r requirements.txt", wheels)
    for name in ("tests", "plans", "templates"):
        shutil.copytree(name, windows.file(checkout) / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "sanad.yaml"):
        shutil.copy(name, windows.file(checkout) / name)
    windows.show("py -m pytest --color=no -p no:cacheprovider -p no:terminalprogress tests/windows", checkout)


def _letter(sign: str) -> str:
    """Return the name of a letter, whatever its form is: a console that knows no direction is given the forms."""
    return unicodedata.name(unicodedata.normalize("NFKC", sign)[:1], "")
