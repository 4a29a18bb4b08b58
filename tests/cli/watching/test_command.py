"""`sanad watch` as a program: from its start over an edit to Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.harness import Sanad
from tests.reading.plans_tree import CONTRACT, IDENTITY

ROOT = Path(__file__).parents[3]


@pytest.fixture
def program(sanad: Sanad) -> Iterator[subprocess.Popen[str]]:
    words = ["watch", "z1-alef/note", "--no-browser", "--root", str(sanad.root), "--templates", str(sanad.root / "templates")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(sanad.root / "home"), "DISPLAY": ":0"}
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as running:
        yield running
        running.kill()


def until(page: str, found: str) -> str:
    """The page as it is when something is found in it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with urlopen(page, timeout=60) as answer:
            text: str = answer.read().decode()
        if re.search(found, text):
            return text
        version = re.findall(r'data-version="(\d+)"', text)[0]
        with urlopen(f"{page.partition('show/')[0]}next/{version}", timeout=60):
            pass
    raise AssertionError(f"{found} is not in {text}")


def test_a_save_is_seen_in_the_browser_and_ctrl_c_ends_it(sanad: Sanad, program: subprocess.Popen[str]) -> None:
    assert program.stdout is not None and program.stderr is not None
    shown = program.stdout.readline().strip()
    address = shown.removesuffix("show/1")
    until(address, r'<a href="[^"]+/show/1">')
    first = re.findall(r'src="([^"]+)/1"', until(shown, "<img"))[0]
    assert program.stdout.readline().strip().endswith("note-draft.pdf")

    sanad.spoil(IDENTITY, "name: ", "name: کوی ")
    second = re.findall(r'src="([^"]+)/1"', until(shown, f'<img src="(?!{re.escape(first)})'))[0]
    sanad.spoil(CONTRACT, "amount:", "amountt:")
    until(address, "unknown-key")
    assert re.findall(r'src="([^"]+)/1"', until(shown, "نسخهٔ پیشین")) == [second]
    sanad.spoil(CONTRACT, "amountt:", "amount:")
    until(shown, r"(?s)\A(?!.*نسخهٔ پیشین)")

    program.send_signal(signal.SIGINT)
    rest, said = program.communicate(timeout=60)
    assert program.returncode == 0
    assert rest.splitlines() == [f"{sanad.root}/output/z1-alef/note-draft.pdf"]
    assert "[unknown-key]" in said
    assert "همهٔ مشکل‌ها برطرف شد." in said
    assert "Traceback" not in said


def test_it_is_for_people_and_for_names_that_mean_something(sanad: Sanad) -> None:
    assert [found["code"] for found in sanad.for_programs("watch")[1]] == ["watch-for-people"]
    code, out, err = sanad("watch", "z9-nowhere", "--no-browser")

    assert (code, out) == (2, "")
    assert "[unknown-neighbourhood]" in err
