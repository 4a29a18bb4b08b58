"""What `sanad watch` takes from a save to the new page, beside rendering that document alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.performance.fresh import ROOT, FailedError
from bench.ratios.rows import Found, Row, Seconds, in_turn, sanad
from generator.persian import numeral

_DOCUMENT = "z3-golshahr/contract"
_RECORD = "plans/neighbourhoods/z3-golshahr/contract.yaml"
_LATEST = 60.0


def measured(folder: Path, runs: int) -> Iterator[Found]:
    """Yield the row of the contract of a project that is watched."""
    project = folder / "watched"
    project.mkdir()
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns(".schema"))
    shutil.copy(ROOT / "sanad.yaml", project)
    sanad("build", "--quiet", _DOCUMENT, folder=project)
    with _watch(project) as address:
        _saved(project, address, 0)  # The first edit loads what a process that stays has loaded then.
        numbers = iter(range(1, 10**6))
        found = [_saved(project, address, next(numbers)) for _ in range(runs)]
    walls = sorted(found)
    page = Seconds(walls[len(walls) // 2], walls[len(walls) // 2])
    (alone,) = in_turn([lambda: sanad("build", "--force", "--format", "pdf", _DOCUMENT, folder=project)], runs)
    yield Row("`watch`, from a save to the first page", "`build --force` of that document alone", page, alone, by_clock=True)


@contextmanager
def _watch(project: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "watch", "--no-browser", _DOCUMENT],
        cwd=project, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        _wait(lambda: _page(address) is not None, address)
        time.sleep(3)  # It warms up.
        yield address
    finally:
        process.terminate()
        process.wait()


def _saved(project: Path, address: str, number: int) -> float:
    """Change the number of the contract, and return the seconds until another first page, which shows it, is served."""
    before = _page(address)
    file = project / _RECORD
    text = file.read_text(encoding="utf-8")
    began = time.monotonic()
    changed = re.sub(r"^number: .*$", f"number: نمونه/{numeral(100 + number)}", text, count=1, flags=re.MULTILINE)
    file.write_text(changed, encoding="utf-8")
    _wait(lambda: _page(address) not in (None, before), address)
    return time.monotonic() - began


def _page(address: str) -> bytes | None:
    """Return the picture of the first page as the browser is given it; None while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=20) as shown:
            html = shown.read().decode()
        picture = re.search(r'src="([^"]*/page/[^"]*/1)"', html)
        if picture is None:
            return None
        base = re.match(r"https?://[^/]+", address)
        assert base is not None
        with urllib.request.urlopen(base[0] + picture[1], timeout=20) as page:
            found: bytes = page.read()
            return found
    except OSError:
        return None


def _wait(done: Callable[[], bool], address: str) -> None:
    until = time.monotonic() + _LATEST
    while not done():
        if time.monotonic() > until:
            raise FailedError(f"{address} showed no new page in {_LATEST:g} seconds.")
        time.sleep(0.02)
