"""What the standard streams may be: in another encoding, closed, or read by nobody any more."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

from tests.documents.built import ROOT

SANAD = [sys.executable, "-m", "generator"]
posix = pytest.mark.skipif(os.name == "nt", reason="asks a shell of POSIX; tests/windows asks that of Windows")


@pytest.mark.parametrize("encoding", ["cp437", "cp720", "cp1256", "cp65001", "ascii", "utf-16"])
def test_text_is_utf_8_with_plain_line_ends_whatever_the_encoding_of_the_machine_is(encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run([*SANAD, "list", "agencies"], cwd=ROOT, env=environment, capture_output=True, timeout=60)

    assert done.returncode == 0, done.stderr
    assert "شهرداری" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_program_without_streams_does_its_work_and_says_nothing(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{shlex.join([*SANAD, 'list', 'agencies'])} {closed}"], cwd=ROOT, capture_output=True, timeout=60
    )

    assert done.returncode == 0
    assert b"Traceback" not in done.stdout + done.stderr


@posix
def test_a_reader_that_leaves_is_no_fault() -> None:
    command = f"{shlex.join([*SANAD, 'help'])}; echo $? >&2"
    done = subprocess.run(["sh", "-c", f"({command}) | true"], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert done.stderr == "0\n"
