"""Whatever bytes come in, problems come out, soon, with places inside the file."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.problems.errors import Severity
from generator.reading.yamltext import Parsed, build, parse, read
from generator.reading.yamltext.build import MAX_PROBLEMS
from generator.reading.yamltext.parse import MAX_BYTES, MAX_LINE
from generator.reading.yamltext.syntax import MAX_DEPTH
from tests.reading.yamltext.bombs import BOMBS, SOON

FILE = Path("plan.yaml")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def bombs() -> dict[str, tuple[bool, list[str], float]]:
    """How each bomb ended, its codes and seconds, in a process that does nothing else and has not grown before."""
    command = [sys.executable, "-m", "tests.reading.yamltext.bombs"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300)
    found: dict[str, tuple[bool, list[str], float]] = json.loads(done.stdout)
    return found


def test_bombs_are_refused_by_their_names_with_no_more_problems_than_anybody_reads(
    bombs: dict[str, tuple[bool, list[str], float]],
) -> None:
    assert [name for name, (_, code) in BOMBS.items() if code not in bombs[name][1]] == []
    assert [name for name, (failed, codes, _) in bombs.items() if not failed or len(codes) > MAX_PROBLEMS + 1] == []


def test_a_bomb_is_refused_in_under_a_second(bombs: dict[str, tuple[bool, list[str], float]]) -> None:
    assert {name: seconds for name, (_, _, seconds) in bombs.items() if seconds >= SOON} == {}


def test_limits_allow_what_is_just_within_them() -> None:
    assert not parse("a: " + "x" * (MAX_LINE - 3), FILE).problems
    assert not parse("[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1), FILE).problems
    assert not parse(("# " + "x" * 97 + "\n") * (MAX_BYTES // 100), FILE).problems
    assert [p.code for p in parse("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH, FILE).problems] == ["yaml-too-deep"]


def test_past_the_limit_the_last_problem_says_that_there_may_be_more() -> None:
    codes = [problem.code for problem in parse("- *a\n" * 1000, FILE).problems]
    assert codes == ["yaml-alias"] * MAX_PROBLEMS + ["yaml-more-problems"]


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("a: 1\nb: متن\n".encode("cp1256"), "yaml-windows-1256", 2, 4),
        ("الف: 1\n".encode() + b"\xff", "yaml-not-utf8", 2, 1),
        (b"a: \xed\xa0\x80", "yaml-not-utf8", 1, 4),
        ("a: متن\n".encode("utf-16"), "yaml-utf16", 1, 1),
        ("\ufeff".encode("utf-16-be") + "a: 1".encode("utf-16-be"), "yaml-utf16", 1, 1),
        (b"a: \x00", "yaml-control-character", 1, 4),
        (b"PK\x03\x04", "yaml-control-character", 1, 3),
    ],
)
def test_bytes_that_are_no_utf8_text_are_reported_at_their_place(content: bytes, code: str, line: int, column: int) -> None:
    problem = parse(content, FILE).problems[0]
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


def test_a_byte_order_mark_is_a_warning_and_moves_no_place() -> None:
    parsed = parse("\ufeffa: 1\nb: *x\n".encode(), FILE)
    assert [(p.code, p.place.column) for p in parsed.problems if p.place] == [
        ("yaml-byte-order-mark", 1),
        ("yaml-alias", 4),
    ]


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert [p.code for p in read(tmp_path / "absent.yaml").problems] == ["yaml-file-missing"]
    assert [p.code for p in read(tmp_path).problems] == ["yaml-file-is-folder"]
    assert [p.code for p in read(tmp_path / ("x" * 300)).problems] == ["yaml-file-unreadable"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    file.chmod(0)
    assert [p.code for p in read(file).problems] == ["yaml-file-forbidden"]


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    with file.open("wb") as stream:
        stream.truncate(2**33)
    assert [p.code for p in read(file).problems] == ["yaml-too-large"]


def test_a_file_is_read_with_its_name_in_every_place(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("a: 1\na: 2\n", encoding="utf-8")
    assert [p.place.file for p in read(file).problems if p.place] == [file]


SEED = """\
# برنامهٔ اقدام
title: "طرح «نمونه»"
zone: 'z3'
actions:
  - id: a01
    duties: [roads-urban/1, gas/2]
    budget: {amount: ۱٬۲۵۰ میلیون ریال, source: استان}
    text: >-
      سطر یک
      سطر دو
  - id: a02
    note: |
      متن  # نه توضیح
"""
PIECES = [*"\t\n :-#[]{},'\"\\|>%@`&*!?~.", "\r\n", "  ", ": ", "- ", " #", "<<: ", "---\n", "...\n", "*a", "&a ", "!!x ", "،"]
PIECES += [
    "\0",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud800",
    "\\u",
    "\\x0",
    "\\ud800",
    "\\U00110000",
    "😀",
    "é",
    "%YAML 1.1\n",
    "? ",
]


@pytest.mark.parametrize("loader", ["c", "python"])
def test_no_damage_to_a_file_brings_anything_but_problems(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "LOADER", yaml.CLoader if loader == "c" else yaml.Loader)
    chance = random.Random(6)
    failed = 0
    for _ in range(1500 if loader == "c" else 300):
        text = SEED
        for _ in range(chance.randrange(1, 5)):
            start = chance.randrange(len(text))
            text = text[:start] + chance.choice(PIECES) + text[start + chance.choice((0, 0, 1, 3, 30)) :]
        parsed = parse(text, FILE)
        failed += parsed.failed
        _assert_places_are_inside(parsed, text)
    assert failed > 100


def _assert_places_are_inside(parsed: Parsed, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in parsed.problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(lines), problem
        assert problem.place.column >= 1
        if problem.severity is Severity.ERROR and "\r" not in text:
            assert problem.place.column <= len(lines[problem.place.line - 1]) + 1, (problem, text)


def test_random_bytes_bring_nothing_but_problems() -> None:
    chance = random.Random(7)
    assert sum(parse(chance.randbytes(60), FILE).failed for _ in range(1000)) > 950
