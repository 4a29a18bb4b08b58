"""Whatever bytes come in, problems come out, soon, with places inside the file."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
import yaml

from generator.problems.errors import Severity
from generator.reading.yamltext import Parsed, build, parse, read
from generator.reading.yamltext.build import MAX_PROBLEMS
from generator.reading.yamltext.parse import MAX_BYTES, MAX_LINE
from generator.reading.yamltext.syntax import MAX_DEPTH

FILE = Path("plan.yaml")

ALIASES = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11))
MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25))
BLOCK_NEST = "".join(f"{' ' * depth}a:\n" for depth in range(300))

BOMBS = {
    "aliases": (ALIASES, "yaml-alias"),
    "merges": (MERGES, "yaml-merge"),
    "self": ("a: &a {b: *a}\n", "yaml-alias"),
    "block nesting": (BLOCK_NEST, "yaml-too-deep"),
    "flow nesting": ("[" * 9000, "yaml-too-deep"),
    "flow nesting, many lines": ("[\n" * 200_000, "yaml-too-deep"),
    "mapping nesting": ("{a: " * 2000, "yaml-too-deep"),
    "dash nesting": ("- " * 4000, "yaml-too-deep"),
    "size": ("a: 1\n" * 400_000, "yaml-too-large"),
    "line": ("a: " + "x" * 900_000, "yaml-line-too-long"),
    "anchors": ("- &a x\n" * 100_000, "yaml-anchor"),
    "aliases without anchors": ("- *a\n" * 100_000, "yaml-alias"),
    "documents": ("--- x\n" * 100_000, "yaml-many-documents"),
    "equal keys": ("a: 1\n" * 150_000, "yaml-duplicate-key"),
    "control characters": ("a: \x01\x02\x03\n" * 100_000, "yaml-control-character"),
    "question marks": ("? " * 4000, "yaml-too-deep"),
    "tags": ("- !x y\n" * 100_000, "yaml-tag"),
    "colons in values": ("a: b: c\n" * 20_000, "yaml-colon-in-value"),
    "open quote": ("a: '" + "x\n" * 300_000, "yaml-quote-unclosed"),
    "spaces": (" " * 9000 + "\n" * 500_000 + "a: [", "yaml-bracket-unclosed"),
    "tabs": ("a: 1\n" + "\tb: 1\n" * 100_000, "yaml-tab"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_under_a_second(name: str) -> None:
    text, code = BOMBS[name]
    started = time.process_time()
    parsed = parse(text, FILE)
    assert time.process_time() - started < 1
    assert code in {problem.code for problem in parsed.problems}
    assert parsed.failed and len(parsed.problems) <= MAX_PROBLEMS + 1


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
        ("a: 1\nb: متن\n".encode("cp1256"), "yaml-not-utf8", 2, 4),
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
