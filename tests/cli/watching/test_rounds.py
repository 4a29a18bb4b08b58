"""A project that is watched while somebody edits it: what is told, what is made, and what stays."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import output
from generator.build.project import Folders
from generator.cli.reporting.terminal import Screen
from generator.cli.watching.board import Board, State
from generator.cli.watching.rounds import Rounds
from generator.cli.watching.telling import Telling
from generator.problems.errors import UsageError
from generator.problems.limits import LIMITS
from tests.cli.harness import DOCUMENT, KIND
from tests.reading.plans_tree import CONTRACT, IDENTITY, NEEDS, PlansTree

TEMPLATES = Path(__file__).parents[3] / "templates" / "fa"
PDF = "z1-alef/note-draft.pdf"


class Watched:
    """A small project, and rounds over it with one process that makes its documents."""

    def __init__(self, root: Path, *names: str) -> None:
        self.root = root
        self.folders = Folders(root / "plans", root / "templates", root / "output")
        self.board, self.said = Board(), io.StringIO()
        self.rounds = Rounds(self.folders, names, None, self.board, Telling(Screen.of(self.said), LIMITS))

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def run(self) -> tuple[list[str], list[str], str]:
        """A round: the files made, the codes told, and the rest of what was said."""
        done = self.rounds.run()
        assert not done.tracebacks
        said = self.said.getvalue()
        self.said.seek(0)
        self.said.truncate()
        made = [path.relative_to(self.folders.output).as_posix() for path in done.written]
        return made, re.findall(r"\[([a-z-]+)\]\n", said), said

    @property
    def states(self) -> dict[str, State]:
        return {each.name: each.state for each in self.board.scene.documents}

    def content(self) -> bytes:
        return (self.folders.output / PDF).read_bytes()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    PlansTree(root / "plans").read()
    folder = root / "templates" / "note"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
    (folder / "document.html.j2").write_text(DOCUMENT, encoding="utf-8")
    shutil.copy(TEMPLATES / "style.yaml", root / "templates")
    return root


@pytest.fixture(scope="module")
def watched(project: Path) -> Iterator[Watched]:
    found = Watched(project)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(project / "home"))
        made, codes, _ = found.run()
        assert (made, codes, found.states) == ([PDF], [], {"z1-alef/note": State.FRESH})
        yield found
        found.rounds.end()


def test_what_no_document_reads_makes_none(watched: Watched) -> None:
    watched.edit(f"plans/{NEEDS}", "\n", "\n# یادداشت\n")

    assert watched.run()[:2] == ([], [])
    assert watched.states == {"z1-alef/note": State.FRESH}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"plans/{IDENTITY}", "name: ", "name: کوی "),
        ("templates/note/document.html.j2", "<p>محلهٔ", "<p>نام محله"),
        ("templates/style.yaml", "size: 13", "size: 14"),
    ],
)
def test_data_a_template_and_a_look_make_the_document_anew(watched: Watched, file: str, old: str, new: str) -> None:
    before, version = watched.content(), watched.board.scene.version
    watched.edit(file, old, new)

    assert watched.run()[:2] == ([PDF], [])
    assert watched.content() != before
    assert watched.board.scene.version > version
    assert not watched.board.scene.is_busy


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"plans/{CONTRACT}", "amount:", "amountt:"),
        (f"plans/{CONTRACT}", "amount:", "amount: ["),
        ("templates/note/document.html.j2", "neighbourhood.name", "neighbourhood.nam"),
        ("templates/note/kind.yaml", "subject: n", "subject: x"),
        ("templates/style.yaml", "size: 1", "size: x1"),
    ],
)
def test_while_something_is_wrong_the_last_document_stays_and_says_so(watched: Watched, file: str, old: str, new: str) -> None:
    good = watched.content()
    watched.edit(file, old, new)
    made, codes, _ = watched.run()

    assert (made, watched.states) == ([], {"z1-alef/note": State.OLD})
    assert codes
    assert watched.content() == good
    assert 'class="error"' in watched.board.scene.problems

    watched.edit(file, new, old)
    made, codes, said = watched.run()
    assert (made, codes, watched.states) == ([], [], {"z1-alef/note": State.FRESH})
    assert said == "همهٔ مشکل‌ها برطرف شد.\n"
    assert watched.board.scene.problems == ""


def test_a_problem_is_told_once_and_not_again_when_it_moves(watched: Watched) -> None:
    watched.edit(f"plans/{CONTRACT}", "amount:", "amountt:")
    assert len(watched.run()[1]) == 1
    watched.edit(f"plans/{CONTRACT}", "\n", "\n# یک سطر بیش‌تر\n")
    assert watched.run()[1:] == ([], "")

    watched.edit(f"plans/{NEEDS}", "axis: اقتصادی", "axis: اقتصادیی")
    assert watched.run()[1] == ["not-in-list"]
    watched.edit(f"plans/{CONTRACT}", "amountt:", "amount:")
    assert watched.run()[2] == "۱ مشکل برطرف شد؛ مانده: ۱ خطا.\n"
    watched.edit(f"plans/{NEEDS}", "axis: اقتصادیی", "axis: اقتصادی")
    assert watched.run()[2] == "همهٔ مشکل‌ها برطرف شد.\n"


def test_a_new_neighbourhood_and_one_that_is_gone_are_seen(watched: Watched) -> None:
    old, new = (watched.folders.plans / "neighbourhoods" / name for name in ("z1-alef", "z1-be"))
    shutil.copytree(old, new)
    watched.edit("plans/neighbourhoods/z1-be/neighbourhood.yaml", "name: ", "name: تازهٔ ")
    watched.edit("plans/neighbourhoods/z1-be/neighbourhood.yaml", "id: z1-alef", "id: z1-be")

    watched.edit("plans/neighbourhoods/z1-be/neighbourhood.yaml", "rank: ۱", "rank: ۹")
    assert watched.run()[0] == ["z1-be/note-draft.pdf"]
    shutil.rmtree(new)
    watched.run()
    assert watched.states == {"z1-alef/note": State.FRESH, "z1-be/note": State.OLD}


def test_what_another_build_keeps_is_tried_again(watched: Watched) -> None:
    watched.edit(f"plans/{IDENTITY}", "name: ", "name: بزرگ ")
    with output.lock(watched.folders.output):
        assert watched.rounds.run().try_again
    assert "output-locked" in watched.said.getvalue()
    assert watched.run()[0] == [PDF]
    assert watched.states["z1-alef/note"] is State.FRESH


def test_a_name_that_means_nothing_is_refused_before_anything_is_watched(project: Path) -> None:
    with pytest.raises(UsageError) as refused:
        Watched(project, "z9-nowhere").rounds.begin()

    assert [found.code for found in refused.value.problems] == ["unknown-neighbourhood"]
