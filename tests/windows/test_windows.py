"""What Windows alone does, tried on it or under Wine: `py -m pytest tests/windows`. Nothing here runs elsewhere."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build import output, windows
from generator.problems.errors import MachineError, UsageError
from generator.reading import plainfiles
from generator.reading.listing import Listing
from tests.build.endless import ENDED

if sys.platform != "win32":
    pytest.skip("Windows is not here: `make windows` starts Wine", allow_module_level=True)

from ctypes import wintypes

ROOT = Path(__file__).parents[2]
WINE = hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
LONG = "پوشه‌ای با نامی که بسیار بلند است و باز بلندتر"
DOCUMENT = Path("z3-golshahr", "contract-draft.docx")
WAITING = "contract-draft-تازه-sanad.docx"


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A folder whose path is longer than Windows once took."""
    windows.allow_long_paths()
    folder = tmp_path.joinpath(*[LONG] * 8)
    folder.mkdir(parents=True)
    assert len(str(folder)) > 260
    return folder


@contextmanager
def held(file: Path, others: int = 1) -> Iterator[int]:
    """A file that another program has open: others may read it, as of Word, or by 0 not even that."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = wintypes.HANDLE
    read_and_write, existing = 0xC0000000, 3
    handle = kernel.CreateFileW(str(file), read_and_write, others, None, existing, 0, None)
    assert handle != wintypes.HANDLE(-1).value, ctypes.get_last_error()
    try:
        yield handle
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))


def test_documents_and_data_lie_at_paths_of_any_length(deep: Path) -> None:
    written = output.write(deep, DOCUMENT, b"PK new")
    (deep / "plans").mkdir()
    (deep / "plans" / "zones.yaml").write_text("zones: []\n", encoding="utf-8")

    assert output.settle(deep) == []
    assert plainfiles.read(written) == b"PK new"
    assert [entry.name for entry in Listing(deep / "plans").entries("")] == ["zones.yaml"]


def test_the_process_is_marked_as_one_that_knows_long_paths() -> None:
    windows.allow_long_paths()
    block = ctypes.WinDLL("ntdll").RtlGetCurrentPeb
    block.restype = ctypes.c_void_p

    assert ctypes.c_ubyte.from_address(block() + 3).value & 0x80


def test_a_document_that_word_has_open_stays_and_the_new_one_waits_beside_until_it_is_closed(tmp_path: Path) -> None:
    target = output.write(tmp_path, DOCUMENT, b"PK old")
    with held(target):
        with pytest.raises(MachineError) as caught:
            output.write(tmp_path, DOCUMENT, b"PK new")
        assert [told.code for told in output.settle(tmp_path)] == ["file-still-beside"]

    (told,) = caught.value.problems
    assert (told.code, "در برنامهٔ دیگری باز است" in told.message, str(target) in told.message) == ("file-in-use", True, True)
    assert target.read_bytes() == b"PK old"
    assert sorted(file.name for file in target.parent.iterdir()) == sorted([target.name, WAITING])

    assert output.settle(tmp_path) == []
    assert [(file.name, file.read_bytes()) for file in target.parent.iterdir()] == [(target.name, b"PK new")]


def test_a_document_that_is_held_for_a_moment_is_replaced_without_a_word(tmp_path: Path) -> None:
    target = output.write(tmp_path, DOCUMENT, b"PK old")
    holds, tried = threading.Event(), threading.Event()

    def scan() -> None:
        with held(target, 0):
            holds.set()
            tried.wait()

    scanner = threading.Thread(target=scan)
    scanner.start()
    holds.wait()
    threading.Thread(target=lambda: [_until_written(target.parent), tried.set()]).start()

    assert output.write(tmp_path, DOCUMENT, b"PK new") == target
    scanner.join()
    assert [(file.name, file.read_bytes()) for file in target.parent.iterdir()] == [(target.name, b"PK new")]


def _until_written(folder: Path) -> None:
    """Wait until the new document lies in the folder, and is about to be moved."""
    while not any(file.name.startswith(".sanad-") and file.stat().st_size for file in folder.iterdir()):
        time.sleep(0.001)
    time.sleep(0.02)


def test_a_document_that_may_only_be_read_is_left_and_the_new_one_waits(tmp_path: Path) -> None:
    target = output.write(tmp_path, DOCUMENT, b"PK old")
    target.chmod(0o444)
    try:
        with pytest.raises(MachineError) as caught:
            output.write(tmp_path, DOCUMENT, b"PK new")
    finally:
        target.chmod(0o666)

    assert [told.code for told in caught.value.problems] == ["file-in-use"]
    assert (target.read_bytes(), target.with_name(WAITING).read_bytes()) == (b"PK old", b"PK new")


def test_a_second_build_is_refused_by_the_lock_and_the_next_one_is_not(tmp_path: Path) -> None:
    words = [
        sys.executable,
        "-c",
        f"from pathlib import Path; from generator.build import output\nwith output.lock(Path({str(tmp_path)!r})): pass",
    ]
    with output.lock(tmp_path):
        refused = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=120)
    taken = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=120)

    assert b"MachineError" in refused.stderr
    assert (taken.returncode, taken.stderr) == (0, b"")


def test_a_folder_in_the_place_of_a_file_is_told_as_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        plainfiles.read(tmp_path)


def test_a_junction_is_a_link_and_leads_out(tmp_path: Path) -> None:
    import _winapi

    outside, plans = tmp_path / "outside", tmp_path / "plans"
    for folder in (outside, plans):
        folder.mkdir()
    try:
        _winapi.CreateJunction(str(outside), str(plans / "agencies"))
    except OSError as error:
        pytest.skip(f"no junctions here: {error}")

    listing = Listing(plans)
    assert plainfiles.is_link(plans / "agencies") and not plainfiles.is_link(plans)
    assert (listing.entries(""), [told.code for told in listing.problems]) == ((), ["link-outside"])
    assert plainfiles.leads_out(plans, "agencies/a.yaml")


def endless(temporary: Path, flags: int = 0) -> subprocess.Popen[bytes]:
    """A run whose two tasks have begun, and which ends when it is ended."""
    environment = os.environ | {"TEMP": str(temporary), "TMP": str(temporary)}
    words = [sys.executable, "-m", "tests.build.endless"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    run = subprocess.Popen(words, cwd=ROOT, env=environment, creationflags=flags, **pipes)
    while len(list(temporary.rglob("kept.txt"))) < 2 and run.poll() is None:
        time.sleep(0.01)
    return run


def test_a_run_that_is_ended_by_ctrl_break_leaves_neither_a_process_nor_a_temporary_folder(tmp_path: Path) -> None:
    run = endless(tmp_path, subprocess.CREATE_NEW_PROCESS_GROUP)

    try:
        run.send_signal(signal.CTRL_BREAK_EVENT)
    except OSError as error:
        run.kill()
        pytest.skip(f"no console here: {error}")
    _, told = run.communicate(timeout=120)

    assert told == b""
    assert run.returncode == ENDED or (WINE and run.returncode)  # Wine gives its library no such signal.
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_killed_leaves_neither_a_process_nor_a_temporary_folder(tmp_path: Path) -> None:
    run = endless(tmp_path)

    run.kill()
    run.communicate(timeout=120)  # The workers hold the other ends of the pipes.

    while any(tmp_path.iterdir()):
        time.sleep(0.01)


@pytest.mark.skipif(WINE, reason="Wine keeps no limit of memory of a job")
def test_a_process_is_refused_more_memory_than_it_may_take() -> None:
    greedy = "from generator.build import windows; windows.confine(256 * 2**20); bytearray(2**30)"
    done = subprocess.run([sys.executable, "-c", greedy], cwd=ROOT, capture_output=True, timeout=120)

    assert b"MemoryError" in done.stderr


def test_a_limit_of_memory_is_set_without_a_fault() -> None:
    modest = "from generator.build import windows; windows.confine(512 * 2**20); print(len(bytearray(2**20)))"
    done = subprocess.run([sys.executable, "-c", modest], cwd=ROOT, capture_output=True, timeout=120)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"1048576", b"")


def test_a_pipe_obeys_no_escape_sequences(tmp_path: Path) -> None:
    with (tmp_path / "out.txt").open("w", encoding="utf-8") as stream:
        assert not windows.obeys_sequences(stream)


@pytest.mark.parametrize("page", [437, 720, 1256, 65001])
def test_what_is_printed_is_utf_8_whatever_the_code_page_is(page: int) -> None:
    sanad = subprocess.list2cmdline([sys.executable, "-m", "generator", "list", "agencies"])
    done = subprocess.run(f"chcp {page} >nul & {sanad}", cwd=ROOT, shell=True, capture_output=True, timeout=120)

    assert done.returncode == 0, done.stderr
    assert "شهرداری" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_a_reader_that_leaves_is_no_fault() -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "list", "agencies"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout is not None and run.stderr is not None
    run.stdout.close()

    assert run.stderr.read() == b""
    assert run.wait(timeout=120) == 0


def test_the_quotation_mark_that_windows_leaves_of_a_folder_is_dropped() -> None:
    words = f'"{sys.executable}" -m generator list agencies --root "{ROOT}\\"'  # as people type it
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=120)

    assert (done.returncode, done.stderr) == (0, b"")


def test_what_word_keeps_beside_an_open_document_is_not_inspected(tmp_path: Path) -> None:
    from generator.build import pipeline

    (tmp_path / "~$ntract-draft.docx").write_bytes(b"\x05author")

    with pytest.raises(UsageError):
        pipeline.inspect([tmp_path])
