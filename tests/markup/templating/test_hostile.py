"""Hostile templates: each is refused at its line with a Persian sentence, soon, in little memory and without any effect."""

from __future__ import annotations

import codecs
import gc
import os
import re
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2.debug  # noqa: F401 (loaded with the first fault)
import pytest

from generator.build import subjects
from generator.build.vocabulary import vocabulary
from generator.markup.templating import Renderer, environment
from generator.problems.errors import TemplateError
from generator.problems.messages import SENTENCES
from tests import plans
from tests.markup.templating.conftest import reading_all

ROOT = Path(__file__).resolve().parents[3]
MAIN = "kind/document.html.j2"
SECRET = "of nobody but itself"
SECONDS = 2.0
MEMORY = 200_000_000

_LONG = {
    "DIGITS": "9" * 5000,
    "PARENTHESES": "(" * 3000 + "1" + ")" * 3000,
    "LONG": "'" + "x" * 600_000 + "'",
    "NOTS": "not " * 3000 + "1",
    "SUMS": " + ".join(["1"] * 3000),
    "TOKENS": "{{ x }}" * 20_000,
    "LISTS": "[" * 300 + "]" * 300,
    "IFS": "{% if 1 %}" * 150 + "{% endif %}" * 150,
    "FORS": "{% for x in (1, 2) %}" * 30 + "{% endfor %}" * 30,
}
"""Templates too long to be written in the file, by the words that stand for them there."""


def hostile() -> list[tuple[str, str]]:
    """Each template of the file with the code that refuses it."""
    found, code = [], ""
    for line in (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            code = line[1:-1]
        elif line and not line.startswith("#"):
            found.append((code, re.sub(r"\b[A-Z]{3,}\b", lambda word: _LONG.get(word[0], word[0]), line)))
    return found


HOSTILE = hostile()

_LONG_RUNNING = ("template-too-much-work", "template-output-too-long")
_RUN_EACH_TIME = {number for number in range(len(HOSTILE)) if number % 9 == 0 or HOSTILE[number][0] not in _LONG_RUNNING}
CASES = [pytest.param(number, marks=[] if number in _RUN_EACH_TIME else pytest.mark.proof) for number in range(len(HOSTILE))]
"""Those that the budget ends take half a second each; of them every ninth runs with the tests, all in the proofs."""


class Watch:
    """Notes what the interpreter is asked to do while it is on: by its audit events, which nothing can go round."""

    _HARMLESS = (
        "compile",
        "exec",
        "object.__getattr__",
        "builtins.id",
        "os.stat",
        "sys._getframe",
        "code.__new__",
        "marshal.loads",
    )

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.seen: list[tuple[str, Any]] = []
        codecs.lookup("unicode_escape")  # loaded with the first template that has an escape
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.folder is None or event in self._HARMLESS or event.startswith(("gc.", "cpython.")):
            return
        reads = event == "open" and arguments[1] in ("r", "rb") and isinstance(arguments[0], str)
        if reads and Path(arguments[0]).is_relative_to(self.folder) and Path(arguments[0]).suffix == ".j2":
            return
        self.seen.append((event, arguments))


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="module")
def context() -> dict[str, Any]:
    """Everything that a template may see: the names of an evaluation report, with a plan and a contract."""
    project = plans.project()
    assert project.workspace is not None
    kind = reading_all(next(kind for kind in project.kinds if kind.id == "evaluation-report"))
    found = subjects.find(kind, project.workspace, with_samples=True)
    return next(subject for subject in found if subject.place == "z3-golshahr").context()


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """A renderer of a folder of templates beside a file that none of them may touch."""
    root = tmp_path_factory.mktemp("project")
    kind = root / "templates/kind"
    kind.mkdir(parents=True)
    (root / "victim.txt").write_text(SECRET, encoding="utf-8")
    (kind / "document.html.j2").touch()
    (kind / "part.html.j2").write_text("{% macro m() %}{% endmacro %}", encoding="utf-8")
    (kind / "link.html.j2").symlink_to(root / "victim.txt")
    os.mkfifo(kind / "pipe.html.j2")
    return environment(root / "templates", vocabulary())


@pytest.fixture
def little_memory() -> Iterator[None]:
    """This process, allowed so much memory more and no further."""
    size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("number", CASES)
def test_a_hostile_template_is_refused_at_its_line(
    number: int, renderer: Renderer, context: dict[str, Any], watch: Watch
) -> None:
    code, text = HOSTILE[number]
    folder = renderer.folders[0]
    victim = folder.parent / "victim.txt"
    (folder / MAIN).write_text("{# الف #}\n\n" + text.replace("VICTIM", str(victim)), encoding="utf-8")
    before = sorted(folder.parent.rglob("*"))
    assert renderer.sandbox.cache is not None
    renderer.sandbox.cache.clear()

    # What an earlier test of the process has left behind could be collected now, and take its folders away.
    gc.disable()
    watch.folder, watch.seen = folder, []
    begun = time.process_time()
    try:
        with pytest.raises(TemplateError) as caught:
            renderer.render(MAIN, context)
    finally:
        taken = time.process_time() - begun
        watch.folder = None
        gc.enable()

    told = caught.value.problems[-1]
    assert told.code == code, told.line()
    assert told.place is not None
    assert told.place.file == folder / MAIN
    assert told.place.line == 3 or (told.place.line == 1 and code == "template-too-complex")
    assert re.search("[آ-ی]", told.message)
    assert len(told.message) < 300
    assert SECRET not in "".join(problem.line() for problem in caught.value.problems)
    assert watch.seen == []
    assert sorted(folder.parent.rglob("*")) == before
    assert victim.read_text(encoding="utf-8") == SECRET
    assert taken < SECONDS, text


def test_there_are_hostile_templates_enough_and_each_of_another_kind() -> None:
    assert len({text for _, text in HOSTILE}) == len(HOSTILE) > 200
    assert {code for code, _ in HOSTILE} <= set(SENTENCES)
