"""A run that is ended, however: its processes end and nothing that they kept for a moment stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.endless import ENDED
from tests.documents.built import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these signals are not of Windows; tests/windows has its own")


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether something holds before long."""
    until = time.monotonic() + 60
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize(
    ("number", "everybody", "code"),
    [
        (signal.SIGINT, True, ENDED),
        (signal.SIGTERM, False, ENDED),
        (signal.SIGTERM, True, ENDED),
        (signal.SIGHUP, True, ENDED),
        (signal.SIGKILL, False, -signal.SIGKILL),
    ],
    ids=["Ctrl-C", "a request", "a shutdown", "a closed terminal", "a kill"],
)
def test_a_run_that_is_ended_leaves_neither_a_process_nor_a_temporary_folder(
    tmp_path: Path, number: signal.Signals, everybody: bool, code: int
) -> None:
    words = [sys.executable, "-m", "tests.build.endless"]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    run = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert eventually(lambda: len(list(tmp_path.rglob("kept.txt"))) == 2 or run.poll() is not None)
    assert all(folder.name.startswith("sanad-") for folder in tmp_path.iterdir())

    os.killpg(run.pid, number) if everybody else os.kill(run.pid, number)
    _, told = run.communicate(timeout=60)  # also of the workers, whose end of the pipe closes with them

    assert (run.returncode, told) == (code, b"")
    assert eventually(lambda: list(tmp_path.iterdir()) == [])


def test_ctrl_c_while_processes_start_is_heard_by_the_first_one_alone(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.build.endless"]
    run = subprocess.Popen(
        words,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert eventually(lambda: any(tmp_path.iterdir()) or run.poll() is not None)

    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)

    assert (run.returncode, told) == (ENDED, b"")
    assert list(tmp_path.iterdir()) == []
