"""What the standard streams may be: in another encoding, closed, or read by nobody any more."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

from tests.cli.harness import Sanad
from tests.documents.built import ROOT

SANAD = [sys.executable, "-m", "generator"]
HERE = os.environ | {"PYTHONPATH": str(ROOT)}
posix = pytest.mark.skipif(os.name == "nt", reason="asks a shell of POSIX; tests/windows asks that of Windows")


@pytest.mark.parametrize("encoding", ["cp437", "cp720", "cp1256", "cp65001", "ascii", "utf-16"])
def test_text_is_utf_8_with_plain_line_ends_whatever_the_encoding_of_the_machine_is(sanad: Sanad, encoding: str) -> None:
    environment = HERE | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run([*SANAD, "list", "agencies"], cwd=sanad.root, env=environment, capture_output=True, timeout=60)

    assert done.returncode == 0, done.stderr
    assert "بهزیستی" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_program_without_streams_does_its_work_and_says_nothing(sanad: Sanad, closed: str) -> None:
    command = ["sh", "-c", f"{shlex.join([*SANAD, 'list', 'agencies'])} {closed}"]
    done = subprocess.run(command, cwd=sanad.root, env=HERE, capture_output=True, timeout=60)

    assert done.returncode == 0
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("words", [["help"], ["list", "agencies"], ["completion", "bash"]])
def test_a_reader_that_leaves_is_no_fault(sanad: Sanad, words: list[str]) -> None:
    run = subprocess.Popen([*SANAD, *words], cwd=sanad.root, env=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.close()
    run.stdout = None

    assert (run.communicate(timeout=60)[1], run.returncode) == (b"", 0)
