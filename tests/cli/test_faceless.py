"""A check, and every other command but a build, says the same with and without faces, and opens no file of one.

What only this machine's faces tell is told by a build.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest

from generator.style.faces import recorded
from tests.cli.harness import Sanad
from tests.documents.built import ROOT, SAMPLES
from tests.documents.projects import PLACE, add_kind, copied
from tests.style.faces.made_fonts import make_font

KIND = "title: آزمون\nshort: آزمون\norder: 900\nsubject: neighbourhood\nrequires: [plan]\npage: landscape\n"
WORDS = "".join(f"<th>{'سیاست‌گذاری‌های' * number}</th>" for number in range(1, 8))
ROWS = "".join(
    f"<tr><td>{'نام بلند نهادی که در چند سطر می‌آید ' * 9}{number}</td><td>{number}</td></tr>" for number in range(30)
)
TEMPLATE = f"""\
<document title="آزمون"><section page="landscape">
<p>نویسه‌ای که هیچ قلمی ندارد: 漢</p>
<table><thead><tr>{WORDS}</tr></thead><tbody><tr>{"<td>۱</td>" * 7}</tr></tbody></table>
<table key="data"><caption>بلند</caption><thead><tr><th>نهاد</th><th>عدد</th></tr></thead><tbody>{ROWS}</tbody></table>
<chart key="tall" kind="bars" of="data" columns="1 2"><caption>بلند</caption></chart>
</section></document>
"""
"""What is found with the faces of the look alone: a character, a table and a chart."""

LOOKS = ("style", "amiri")
MISTAKES = {"character-undrawable", "table-too-wide", "chart-too-tall"}


class Ran(NamedTuple):
    """The exit codes and outputs of commands, and the font files that they opened."""

    codes: list[int]
    printed: list[str]
    opened: list[str]

    def codes_of_problems(self, number: int) -> set[str]:
        """The codes of the problems in the output of a command."""
        return {found["code"] for found in json.loads(self.printed[number])["problems"]}


def ran(state: Literal["hidden", "shown"], root: Path, *commands: Sequence[str]) -> Ran:
    """Commands run on a project in a process that finds every face, or none."""
    words = [[*each, "--root", str(root)] for each in commands]
    environment = {key: value for key, value in os.environ.items() if key not in ("SANAD_FONTS", "FONTCONFIG_FILE")}
    command = [sys.executable, "-m", "tests.cli.faceless", state, json.dumps(words)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=600)
    told: dict[str, Any] = json.loads(done.stdout)
    codes, printed = zip(*told["ran"], strict=True)
    return Ran([*codes], [*printed], told["opened"])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one kind, whose mistakes only the faces of the look tell."""
    root = copied(tmp_path_factory.mktemp("project"))
    add_kind(root, "probe", KIND, TEMPLATE)
    return root


def test_a_check_finds_the_same_with_and_without_faces_and_opens_none(root: Path) -> None:
    command = ("check", PLACE, "--json")
    with_faces, without = ran("shown", root, command), ran("hidden", root, command)

    assert without == with_faces
    assert without.codes_of_problems(0) >= MISTAKES
    assert without.opened == []


@pytest.mark.proof
def test_so_it_does_in_every_look(root: Path) -> None:
    commands = [("check", PLACE, "--json", "--look", look) for look in LOOKS]
    with_faces, without = ran("shown", root, *commands), ran("hidden", root, *commands)

    assert without == with_faces
    assert all(without.codes_of_problems(number) >= MISTAKES for number in range(len(LOOKS)))


@pytest.mark.proof
def test_a_check_of_the_real_plans_and_of_each_sample_is_the_same_with_and_without_faces() -> None:
    commands = [("check", *place, "--json", "--look", look) for look in LOOKS for place in ((), *zip(SAMPLES))]
    with_faces, without = ran("shown", ROOT, *commands), ran("hidden", ROOT, *commands)

    assert without == with_faces
    assert set(without.codes) == {0}
    assert without.opened == []


@pytest.mark.proof
def test_every_command_but_a_build_works_without_faces(root: Path) -> None:
    lists = ("kinds", "looks", "neighbourhoods", "agencies", "documents", "due", "states")
    commands = [*(("list", name) for name in lists), ("schema",), ("format",)]
    commands += [("new", "neighbourhood", "z3-new", "نوساز"), ("new", "contract", "z3-new"), ("check", "z3-new")]
    without = ran("hidden", root, *commands)

    assert dict(zip(commands, without.codes, strict=True)) == dict.fromkeys(commands, 0)
    assert without.opened == []


def test_a_build_without_faces_is_refused_and_says_so(root: Path) -> None:
    without = ran("hidden", root, ("build", PLACE, "--kind", "contract", "--json"))

    assert without.codes == [4]
    assert without.codes_of_problems(0) == {"face-missing"}


OWN_LOOK = "stacks:\n  text: {{faces: [{face}]}}\n  display: {{faces: [{face}]}}\n"


def own_look(sanad: Sanad, face: str) -> Path:
    """Give a project a look of its own, whose text is in one face."""
    file = sanad.root / "templates" / "looks" / "own.yaml"
    file.parent.mkdir()
    file.write_text(OWN_LOOK.format(face=face), encoding="utf-8")
    return file


def test_a_face_that_nothing_is_known_of_is_one_warning_and_hides_no_other_finding(sanad: Sanad) -> None:
    file = own_look(sanad, "Nobody's Face")
    code, problems, _ = sanad.for_programs("check", "--look", "own")
    told = [(row["code"], row["file"], row["line"]) for row in problems if row["severity"] != "gap"]

    assert (code, told) == (0, [("face-unmeasured", str(file), 2)])


def test_a_face_of_a_users_own_look_is_looked_at_where_it_is(
    sanad: Sanad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_look(sanad, "Own Face")
    make_font(tmp_path / "own.ttf", "Own Face", "یادشت")
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path))
    code, problems, _ = sanad.for_programs("check", "--look", "own")

    assert code == 1
    assert "character-undrawable" in {row["code"] for row in problems}


def test_a_build_finds_what_the_face_lacks_that_stands_in_for_that_of_the_look(
    sanad: Sanad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_look(sanad, "Nazli")
    nazli = recorded.of("Nazli")
    assert nazli is not None and nazli.regular is not None
    without_lam = "".join(map(chr, sorted(nazli.regular.advances))).replace("ل", "")
    for weight in (400, 700):
        make_font(tmp_path / f"{weight}.ttf", "B Nazanin", without_lam, weight=weight)
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path))

    assert {row["severity"] for row in sanad.for_programs("check", "--look", "own")[1]} == {"gap"}
    code, problems, _ = sanad.for_programs("build", "--look", "own", "--format", "docx", "--jobs", "1")
    errors = [row for row in problems if row["code"] != "not-built" and row["severity"] == "error"]
    assert code == 1
    assert [row["code"] for row in errors] == ["character-undrawable-joined"]
    assert "«ل»" in errors[0]["message"] and "neighbourhood.yaml" in errors[0]["message"]
