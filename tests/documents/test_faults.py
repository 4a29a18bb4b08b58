"""Builds that fail in every place: a full disk, a kill, a lost worker, another build; no document is broken or lost."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build import output, pipeline, workers
from generator.build.document import BuiltDocument
from generator.build.processes import Bug, Lost, each
from generator.build.project import Folders, Project
from generator.inspection import inspect
from generator.problems.errors import MachineError
from generator.problems.limits import MIB, Bounds
from generator.style import faces
from tests.documents import faults
from tests.documents.built import ROOT
from tests.documents.projects import PLACE, command, copied
from tests.writing.word.opened import LOOK

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
DOCUMENTS = ("contract-draft.docx", "contract-draft.pdf")
linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes where Linux lists them")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which one neighbourhood has records."""
    return copied(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def read(project: Path) -> Project:
    """What that project holds."""
    return Project.read(Folders.under(project))


@pytest.fixture
def quick(project: Path, read: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], pipeline.Result]]:
    """A build of that project that is read once and not typeset, over documents of an older build."""
    monkeypatch.setattr(Project, "read", lambda *_: read)
    monkeypatch.setattr(pipeline, "run", faults.in_this_process)
    faces.activate(LOOK.families())  # What is prepared once on a machine is no part of what is counted.
    faults.put(project / "output" / PLACE, faults.OLD)
    yield lambda: faults.build(project)
    shutil.rmtree(project / "output")


@pytest.mark.parametrize("at", range(1, 5))
@pytest.mark.parametrize("call", faults.CALLS)
@pytest.mark.parametrize("number", ERRORS)
def test_a_call_that_fails_costs_its_document_and_no_other(
    project: Path, quick: Callable[[], pipeline.Result], monkeypatch: pytest.MonkeyPatch, call: str, at: int, number: int
) -> None:
    failed: list[int] = []

    def fail() -> None:
        failed.append(at)
        raise OSError(number, os.strerror(number))

    folder = project / "output"
    with monkeypatch.context() as patch:
        faults.at_call(call, at, fail, patch.setattr)
        try:
            result = quick()
        except MachineError as error:  # The lock itself could not be made: nothing is built.
            result = pipeline.Result(problems=error.problems, exit_code=error.exit_code)

    waiting = f"contract-draft-تازه-sanad{Path(DOCUMENTS[at - 1]).suffix}" if at <= 2 else ""
    beside = [waiting] if failed and call == "replace" and number == errno.EACCES else []
    assert result.exit_code == (4 if failed else 0)
    assert {found.code for found in result.problems if found.severity == "error"} <= {"cannot-write", "file-in-use"}
    assert faults.broken(folder, faults.OLD, faults.FILES) == []
    assert faults.strays(folder) == beside
    assert len(faults.broken(folder, faults.FILES)) <= (2 if call == "open" and at == 1 else len(failed))
    assert quick().exit_code == 0
    assert faults.broken(folder, faults.FILES) == [] and faults.strays(folder) == []


@pytest.mark.parametrize(
    ("call", "at"),
    [
        ("write", 2),
        ("replace", 1),
        *(pytest.param(call, at, marks=pytest.mark.proof) for call in faults.CALLS for at in (1, 2, 3)),
    ],
)
def test_a_build_that_is_killed_at_a_call_breaks_no_document(
    project: Path, quick: Callable[[], pipeline.Result], call: str, at: int
) -> None:
    words = [sys.executable, "-m", "tests.documents.faults", str(project), call, str(at)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60)

    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    assert faults.broken(project / "output", faults.OLD, faults.FILES) == []
    assert quick().exit_code == 0
    assert faults.broken(project / "output", faults.FILES) == [] and faults.strays(project / "output") == []


def test_a_target_that_is_a_folder_is_told_and_the_other_document_is_built(
    project: Path, quick: Callable[[], pipeline.Result]
) -> None:
    target = project / "output" / PLACE / "contract-draft.docx"
    target.unlink()
    target.mkdir()
    (target / "mine").touch()

    result = quick()

    assert result.exit_code == 4
    assert [found.code for found in result.problems if found.severity == "error"] == ["cannot-write"]
    assert result.written == [project / "output" / PLACE / "contract-draft.pdf"]
    assert (target / "mine").exists() and faults.strays(project / "output") == ["mine"]


def test_what_cannot_be_swept_is_told_and_the_build_goes_on(project: Path, quick: Callable[[], pipeline.Result]) -> None:
    (project / "output" / PLACE / ".sanad-mine").mkdir()
    stray = project / "output" / PLACE / ".sanad-stray.pdf"
    stray.write_bytes(b"half")
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == stray:
            raise PermissionError(errno.EACCES, "no")
        real(path, missing_ok)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        result = quick()

    assert result.exit_code == 4
    assert [found.code for found in result.problems if found.severity == "error"] == ["stray-stays"]
    assert faults.broken(project / "output", faults.FILES) == []


def test_a_document_that_is_open_elsewhere_waits_beside_and_takes_its_place_in_the_next_build(
    project: Path, quick: Callable[[], pipeline.Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "output" / PLACE
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == "contract-draft.docx":
            raise PermissionError(errno.EACCES, "in use")  # so does Windows say it of a file that Word holds open
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        first, second = quick(), quick()

    waiting = folder / "contract-draft-تازه-sanad.docx"
    assert (first.exit_code, second.exit_code) == (4, 4)
    assert [found.code for found in second.problems if found.severity == "error"] == ["file-still-beside", "file-in-use"]
    assert waiting.read_bytes() == faults.FILES["contract-draft.docx"]
    assert (folder / "contract-draft.docx").read_bytes() == faults.OLD["contract-draft.docx"]

    with output.lock(project / "output"):
        assert output.settle(project / "output") == []

    assert not waiting.exists()
    assert (folder / "contract-draft.docx").read_bytes() == faults.FILES["contract-draft.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        made = output.write(tmp_path, Path("a.pdf"), b"%PDF-")
    finally:
        os.umask(before)

    assert made.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such links nor pipes in folders")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_lock_that_is_no_plain_file_is_told_and_nothing_is_emptied(tmp_path: Path, kind: str) -> None:
    root, victim = tmp_path / "output", tmp_path / "victim"
    root.mkdir()
    victim.write_text("mine", encoding="utf-8")
    path = root / ".lock"
    {"link": lambda: path.symlink_to(victim), "pipe": lambda: os.mkfifo(path), "folder": path.mkdir}[kind]()

    with pytest.raises(MachineError) as caught, output.lock(root):
        pass

    assert [found.code for found in caught.value.problems] == ["lock-not-plain"]
    assert victim.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="flock is not of Windows")
def test_a_disk_without_locks_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(*_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(MachineError) as caught, output.lock(tmp_path):
        pass

    assert [found.code for found in caught.value.problems] == ["lock-impossible"]


def _children(parent: int) -> list[int]:
    try:
        text = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    except OSError:
        return []
    own = [int(word) for word in text.split()]
    return [*own, *(each for child in own for each in _children(child))]


def _gone(processes: list[int], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while any(_is_alive(each) for each in processes):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def _real(root: Path) -> list[str]:
    return command(root, "build", PLACE, "--kind", "contract", "--with-samples")


def _typeset(root: Path) -> dict[str, bytes]:
    """The documents of a real build, and the seconds that it took."""
    subprocess.run(_real(root), cwd=ROOT, capture_output=True, timeout=300)
    return {name: (root / "output" / PLACE / name).read_bytes() for name in DOCUMENTS}


@linux
@pytest.mark.proof
def test_two_hundred_real_builds_that_are_killed_break_nothing_and_leave_no_process(project: Path, tmp_path: Path) -> None:
    roots = [tmp_path / "first", tmp_path / "second"]
    for root in roots:
        shutil.copytree(project, root)
    with ThreadPoolExecutor(2) as two:
        assert list(two.map(_killed, roots, (100, 100))) == [[], []]


def _killed(root: Path, kills: int) -> list[str]:
    """What went wrong in builds killed at random points, each over the documents of a good one."""
    chance, wrong = random.Random(root.name), list[str]()
    started = time.monotonic()
    good = _typeset(root)
    took = time.monotonic() - started
    for at in range(kills):
        building = subprocess.Popen(_real(root), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, took))
        children = _children(building.pid)
        building.kill()
        building.wait(timeout=30)
        wrong += [f"{at}: orphans"] if not _gone(children) else []
        wrong += [f"{at}: {name}" for name in faults.broken(root / "output", good)]
    wrong += ["not the same"] if _typeset(root) != good else []
    return [*wrong, *faults.strays(root / "output")]


@linux
@pytest.mark.parametrize("at", [0, *(pytest.param(at, marks=pytest.mark.proof) for at in range(1, 10))])
def test_a_worker_that_is_killed_costs_nothing_since_its_task_is_tried_again(at: int) -> None:
    fallen: list[int] = []
    results = {}
    for position, result in each(double, os.getpid(), range(12), 2, Bounds(60, 512 * MIB)):
        results[position] = result
        if position == at and not fallen:
            mine = _children(os.getpid())
            fallen = [process for process in mine if b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()]
            os.kill(fallen[0], signal.SIGKILL)

    assert results == {number: 2 * number for number in range(12)}
    assert _gone(fallen)


def double(parent: int, number: int) -> int:
    assert os.getppid() == parent
    time.sleep(0.02)
    return 2 * number


def greedy(_: None, number: int) -> int | bytes:
    """A task of each sort that is lost, and good ones between."""
    if number == 1:
        return len(bytearray(2**31))
    if number == 2:
        time.sleep(60)
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 4:
        raise RuntimeError("a bug")
    return number


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is one of Linux")
def test_a_task_that_takes_too_much_takes_too_long_falls_or_has_a_bug_costs_only_itself() -> None:
    found = dict(each(greedy, None, range(6), 1, Bounds(5, 256 * MIB)))

    assert {at: found[at] for at in (0, 1, 2, 3, 5)} == {0: 0, 1: Lost.LARGE, 2: Lost.SLOW, 3: Lost.KILLED, 5: 5}
    assert isinstance(found[4], Bug) and "a bug" in found[4].traceback


def test_a_document_that_is_lost_is_told_and_the_others_are_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> Iterator[tuple[int, object]]:
        yield 0, Lost.SLOW
        yield 1, BuiltDocument(((Path(PLACE, "contract-draft.pdf"), b"%PDF-"),))
        yield 2, Lost.LARGE
        yield 3, Bug("Traceback of it")
        yield 4, Lost.KILLED

    monkeypatch.setattr(workers, "each", lost)
    chosen = pipeline.Selection(with_samples=True)

    result = pipeline.build(Folders.under(project), chosen, 1)

    told = [found.code for found in result.problems if found.severity == "error" and found.code != "not-built"]
    assert told == ["document-slow", "document-large", "document-bug", "worker-lost"]
    assert result.exit_code == 70
    assert result.tracebacks == ["Traceback of it"]
    assert [path.name for path in result.written] == ["contract-draft.pdf"]
    shutil.rmtree(project / "output")


@pytest.mark.proof
def test_of_two_builds_at_once_one_is_refused_and_both_leave_whole_documents(project: Path) -> None:
    piped = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    builds = [subprocess.Popen(_real(project), cwd=ROOT, **piped) for _ in "ab"]
    told = [building.communicate(timeout=300)[1] for building in builds]

    assert sorted(building.returncode for building in builds) in ([0, 4], [0, 0])
    assert all("Traceback" not in text for text in told)
    assert faults.strays(project / "output") == []
    assert _typeset(project) == _typeset(project)


@pytest.mark.proof
def test_a_build_while_the_data_change_has_whole_documents(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "changing"
    shutil.copytree(project, root)
    good = _typeset(root)
    files = sorted((root / "plans").rglob("*.yaml"))
    chance = random.Random(7)
    for _ in range(6):
        building = subprocess.Popen(_real(root), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while building.poll() is None:
            file = chance.choice(files)
            content = file.read_bytes()
            file.write_bytes(content[: chance.randrange(len(content))])
            time.sleep(0.01)
            file.write_bytes(content)
        assert building.returncode in (0, 1, 2), building.communicate()[1]
        assert "Traceback" not in building.communicate()[1]
        assert [inspect(path) for path in (root / "output").rglob("contract-draft.*")] == [[], []]

    assert _typeset(root) == good
