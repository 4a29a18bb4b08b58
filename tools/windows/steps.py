"""The steps of `make windows`, in the order in which people take them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.windows.comparing import compared
from tools.windows.wine import TOOLS, FailedError, Windows, linux

WHEELHOUSE = r"C:\wheelhouse"
WORK = r"C:\کار دفتر"
PROJECT = rf"{WORK}\سند های من"
DEEP = rf"{WORK}\{chr(92).join(['پوشه ای با نامی که بسیار بسیار بلند است'] * 7)}"
"""More than 260 characters, which a path of Windows had at most once."""
OFFICE = "دفتر تسهیلگری"


def all_of(windows: Windows) -> None:
    """Take every step; FailedError at the first that ends otherwise than it should."""
    install(windows)
    begin(windows)
    build(windows)
    menu(windows)
    compare(windows, PROJECT)
    another_engine(windows)
    long_path(windows)
    held_open(windows)
    code_pages(windows)


def step(title: str) -> None:
    print(f"\n=== {title}", flush=True)


def install(windows: Windows) -> None:
    """Install the wheels of the lock, as brought to a machine without a network."""
    step("Install from the wheelhouse, without a network")
    folder = TOOLS / "wheelhouse"
    subprocess.run([sys.executable, "tools/make-wheelhouse", folder, "win_amd64", "3.13", "--weasyprint"], check=True)
    shutil.copytree(folder, windows.file(WHEELHOUSE))
    told = "--no-index --find-links . --require-hashes"
    windows.run(f"py -m pip install --quiet {told} -r requirements.txt", WHEELHOUSE)
    windows.run("sanad --version", WORK)


def begin(windows: Windows) -> None:
    """Begin a project in a folder of Persian name with spaces, and hold it to the checks."""
    step("A project in a folder with a Persian name and spaces")
    windows.run('sanad init --sample "سند های من"', WORK)
    windows.run("sanad doctor", PROJECT)
    windows.run("sanad check", PROJECT)
    windows.run('sanad new neighbourhood z3-omid "شهرک امید" --all', PROJECT)
    windows.run('sanad check "شهرک امید"', PROJECT)


def build(windows: Windows) -> None:
    """Build every document of the sample in Word and PDF, and read them back."""
    step("All documents of the sample in Word and PDF")
    windows.run("sanad build گلشهر", PROJECT)
    windows.run("sanad inspect", PROJECT)


def menu(windows: Windows) -> None:
    """Start what people click twice, and choose by numbers."""
    step("The menu, by the file in the project that people click twice")
    windows.run("سند.cmd", PROJECT, given="1\r\n۰\r\n")
    windows.run("sanad menu", PROJECT, given="2\r\n2\r\n0\r\n")


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
    shutil.rmtree(windows.file(PROJECT) / "output")
    windows.run("sanad build گلشهر --engine weasyprint", PROJECT)
    windows.run("sanad inspect", PROJECT)
    compare(windows, PROJECT, "--engine", "weasyprint")


def long_path(windows: Windows) -> None:
    """Work in a folder whose path is longer than Windows once took."""
    step(f"A folder of {len(DEEP)} characters")
    windows.run("sanad init --sample .", DEEP)
    windows.run("sanad build گلشهر --kind contract", DEEP)


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
    """Build while another program has the document open, as Word has it."""
    step("A document that another program has open")
    windows.file(WORK).joinpath("hold.py").write_text(HOLDING, encoding="utf-8")
    (document,) = windows.file(DEEP).rglob("*.docx")
    before = document.read_bytes()
    document.write_bytes(before + b"changed")
    name = str(document.relative_to(windows.file(DEEP))).replace("/", "\\")
    windows.run(rf'py "{WORK}\hold.py" "{name}" sanad build گلشهر --kind contract', DEEP, expects=(4,))
    if document.read_bytes() != before + b"changed":
        raise FailedError("a document that another program has open was changed")
    windows.run("sanad build گلشهر --kind contract", DEEP)
    if document.read_bytes() != before:
        raise FailedError("the document was not built again")


def code_pages(windows: Windows) -> None:
    """Say the same whatever the code page of the console is."""
    step("The code pages of consoles")
    said = [windows.run(f"chcp {page} & sanad list neighbourhoods", PROJECT).partition("\n")[2] for page in (437, 1256, 65001)]
    if len(set(said)) != 1 or "گلشهر" not in said[0]:
        raise FailedError("the code page of a console changes what is said")
