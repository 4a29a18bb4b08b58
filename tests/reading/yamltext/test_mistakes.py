"""Each mistake that people make in YAML is reported by its own code at its own place, with both parsers of PyYAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.problems.errors import Severity
from generator.reading.yamltext import build, parse

FILE = Path("plan.yaml")

Reported = list[tuple[str, int, int]]

SYNTAX: list[tuple[str, Reported]] = [
    ("a:\n\tb: 1\n\tc: 2\n", [("yaml-tab", 2, 1), ("yaml-tab", 3, 1)]),
    ("a:\n  b: 1\n\tc: 2\n", [("yaml-tab", 3, 1)]),
    ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", [("yaml-odd-space", 2, 1)]),
    ("a:\n\u00a0 b: 1\n\u00a0 c: 2\n", [("yaml-odd-space", 2, 1), ("yaml-odd-space", 3, 1)]),
    ("a:\n  - x\n \u202f- y\n", [("yaml-odd-space", 3, 2)]),
    ("- a: 1\n \u00a0b: 2\n", [("yaml-odd-space", 2, 2)]),
    ("a: >-\n  متن\n\u00a0\u00a0متن\nb: 1\n", [("yaml-odd-space", 3, 1)]),
    ("title:\u00a0متن\nother: x\n", [("yaml-odd-space", 1, 7)]),
    ("other: x\ntitle:\u00a0متن\n", [("yaml-odd-space", 2, 7)]),
    ("a:\n  b: x\n  c:\u3000y\n  d: z: u\n", [("yaml-odd-space", 3, 5), ("yaml-colon-in-value", 4, 7)]),
    ("a:\n\u2003\u2003b: x\n", [("yaml-odd-space", 2, 1)]),
    ("a:\n  b: “ماده: متن”\n", [("yaml-curly-quotes", 2, 6)]),
    ("a:\n  - “ماده: متن”\n  - b\n", [("yaml-curly-quotes", 2, 5)]),
    ("a: ‘ماده: متن’\nb: «ماده: متن»\n", [("yaml-curly-quotes", 1, 4), ("yaml-curly-quotes", 2, 4)]),
    ("- “الف”: ب\n", [("yaml-curly-quotes", 1, 3)]),
    ("a:\n  - b: x\nالف\tب\t۱\n", [("yaml-rows-pasted", 3, 1)]),
    ("a:\nالف\tب\t۱\nج\tد\t۲\n", [("yaml-rows-pasted", 2, 1)]),
    ("a:\n  - b: x\n    الف\tب\t۱\n    c: y\n", [("yaml-rows-pasted", 3, 5)]),
    ("a: x\nb： y\nc: z\n", [("yaml-other-colon", 2, 2)]),
    ("title:متن\nother: x\n", [("yaml-no-space-after-colon", 1, 6)]),
    ("other: x\ntitle:متن\n", [("yaml-no-space-after-colon", 2, 6)]),
    ("other: x\ntitle:متن\nmore: y\n", [("yaml-no-space-after-colon", 2, 6)]),
    ('a: "متن\nb: 2\n', [("yaml-quote-unclosed", 1, 4)]),
    ("a: 'متن\nb: 2\n", [("yaml-quote-unclosed", 1, 4)]),
    ('a: "متن\nb: "x"\nc: 1\n', [("yaml-quote-unclosed", 1, 4)]),
    ('"a: 1\n', [("yaml-quote-unclosed", 1, 1)]),
    ('a: "متن" دنباله\n', [("yaml-text-after-quote", 1, 10)]),
    ("a: 'it's'\n", [("yaml-text-after-quote", 1, 8)]),
    ("a: [1] x\n", [("yaml-text-after-value", 1, 8)]),
    ('a: "C:\\\\ق\\ق"\n', [("yaml-escape", 1, 10)]),
    ("a: 1\n  b: 2\n", [("yaml-indentation", 2, 3)]),
    ("a:\n    b: 1\n  c: 2\n", [("yaml-indentation", 3, 3)]),
    ("a:\n  - x\n - y\n", [("yaml-indentation", 3, 2)]),
    ("a: |\n  x\n y\n", [("yaml-indentation", 3, 2)]),
    ("a: ماده: متن\n", [("yaml-colon-in-value", 1, 8)]),
    ("a: ماده: متن\nb: ب: ج\n", [("yaml-colon-in-value", 1, 8), ("yaml-colon-in-value", 2, 5)]),
    ("- الف: ب: ج\n", [("yaml-colon-in-value", 1, 9)]),
    ("a: 1\nb\nc: 2\n", [("yaml-no-colon", 2, 1)]),
    ("a: %12\nb: @x\nc: `x`\n", [("yaml-special-character", line, 4) for line in (1, 2, 3)]),
    ("a: *خیلی مهم*\n", [("yaml-special-character", 1, 4)]),
    ("a: & b\n", [("yaml-special-character", 1, 4)]),
    ("a: !مهم\n", [("yaml-special-character", 1, 4)]),
    ("a: !e!x y\n", [("yaml-special-character", 1, 4)]),
    ("a: }\n", [("yaml-special-character", 1, 4)]),
    ("a: , x\n", [("yaml-special-character", 1, 4)]),
    ("a: ? x\n", [("yaml-special-character", 1, 4)]),
    ("a: [1,\n  2,\n", [("yaml-bracket-unclosed", 1, 4)]),
    ("a: {x: 1,\n", [("yaml-bracket-unclosed", 1, 4)]),
    ("a: [\n", [("yaml-bracket-unclosed", 1, 4)]),
    ("a: [1, 2\nb: 3\n", [("yaml-bracket-unclosed", 1, 4)]),
    ("a: {x: 1\nb: 3\n", [("yaml-bracket-unclosed", 1, 4)]),
    ("a: - b\n", [("yaml-dash-after-key", 1, 4)]),
    ("a: x\n- b\n", [("yaml-dash-among-keys", 2, 1)]),
    ("- a\nb: 1\n", [("yaml-list-mixed", 2, 1)]),
    (": x\n", [("yaml-key-empty", 1, 1)]),
    ("a: |x\n  متن\n", [("yaml-block-header", 1, 4)]),
    ("a: > x\n", [("yaml-block-header", 1, 4)]),
    ("%YAML 3.0\n---\na: 1\n", [("yaml-directive", 1, 1)]),
    ("a: 1\n...\nb: 2\n", [("yaml-many-documents", 3, 1)]),
]

RULES: list[tuple[str, Reported]] = [
    ("%YAML 1.1\n---\na: 1\n", [("yaml-directive", 1, 1)]),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", [("yaml-directive", 1, 1)]),
    ("a: 1\n---\nb: 2\n", [("yaml-many-documents", 2, 1)]),
    ("a: *x\n", [("yaml-alias", 1, 4)]),
    ("a: &x 1\nb: *x\n", [("yaml-anchor", 1, 4), ("yaml-alias", 2, 4)]),
    ("a: &x {b: *x}\n", [("yaml-anchor", 1, 4), ("yaml-alias", 1, 11)]),
    ("a:\n  <<: {b: 1}\n", [("yaml-merge", 2, 3)]),
    ("a: !!python/object:os.system x\n", [("yaml-tag", 1, 4)]),
    ("a: !!str 12\n", [("yaml-tag", 1, 4)]),
    ("a: 1\nb: 2\na: 3\n", [("yaml-duplicate-key", 3, 1)]),
    ("a:\n  b: 1\n  b: 2\n", [("yaml-duplicate-key", 3, 3)]),
    ("{a: 1, 'a': 2}\n", [("yaml-duplicate-key", 1, 8)]),
    ("كد: 1\nکد: 2\n", [("yaml-duplicate-key-spelling", 2, 1)]),
    ("علي: 1\nعلی: 2\n", [("yaml-duplicate-key-spelling", 2, 1)]),
    ("برنامه‌ها: 1\nبرنامهها: 2\n", [("yaml-duplicate-key-spelling", 2, 1)]),
    ("آب: 1\nا\u0653ب: 2\n", [("yaml-duplicate-key-spelling", 2, 1)]),
    ("Title: 1\ntitle: 2\n", [("yaml-duplicate-key-spelling", 2, 1)]),
    ("? [a]\n: 1\n", [("yaml-key-not-text", 1, 3)]),
    ("a: {{ b }}\n", [("yaml-key-not-text", 1, 5)]),
    ("~: 1\n", [("yaml-key-empty", 1, 1)]),
    ("a: [۱، ۲]\n", [("yaml-persian-comma", 1, 6)]),
    ("a: [x, y؛ z]\n", [("yaml-persian-comma", 1, 9)]),
    ("a: [[الف، ب], ج]\n", [("yaml-persian-comma", 1, 9)]),
    ("a:\n  title:متن\n", [("yaml-no-space-after-colon", 2, 8)]),
    ("a: متن\n  title:متن\n", [("yaml-no-space-after-colon", 2, 8)]),
    ("- title:متن\n", [("yaml-no-space-after-colon", 1, 8)]),
    ("title:\u00a0متن\n", [("yaml-odd-space", 1, 7)]),
    ("a:\n  title:\u200bمتن\n", [("yaml-odd-space", 2, 9)]),
    ("a:\n  title:\u200cمتن\n", [("yaml-odd-space", 2, 9)]),
    ("a:\n  -\u00a0x\n  -\u2009y\n", [("yaml-odd-space", 2, 4), ("yaml-odd-space", 3, 4)]),
    ("title\u00a0: x\n", [("yaml-odd-space", 1, 6)]),
    ("{a: 1, \u00a0b: 2}\n", [("yaml-odd-space", 1, 8)]),
    ("a: x\n\u200b\u200bb: y\n", [("yaml-key-unseen", 2, 1)]),
    ("a: [“الف, ب”]\n", [("yaml-curly-quotes", 1, 5)]),
    ("a: متن\u00a0# توضیح\n", [("yaml-odd-space", 1, 7)]),
    ("a:\n  -یک\n  -دو\n", [("yaml-no-space-after-dash", 2, 3), ("yaml-no-space-after-dash", 3, 3)]),
    ("- وزارت کشور - استانداری\n", [("yaml-two-items", 1, 14)]),
    ("a:\n  - یک\n  - دو - سه - چهار\n", [("yaml-two-items", 3, 8)]),
    ("a: \0\n", [("yaml-control-character", 1, 4)]),
    ("a: 1  # \x07\n", [("yaml-control-character", 1, 9)]),
    ("a: الف\u2028ب\n", [("yaml-control-character", 1, 7)]),
    ("a: \ud800\n", [("yaml-control-character", 1, 4)]),
    ("a: الف\u202eب\n", [("yaml-direction-character", 1, 7)]),
    ("# \u2066\na: 1\n", [("yaml-direction-character", 1, 3)]),
    ('a: "\\0"\n', [("yaml-control-character", 1, 4)]),
    ('a: "x\\r"\n', [("yaml-control-character", 1, 4)]),
    ('a: "\\u202e"\n', [("yaml-direction-character", 1, 4)]),
    ('a: "\\u2069"\n', [("yaml-direction-character", 1, 4)]),
    ('"\\u0007": 1\n', [("yaml-control-character", 1, 1)]),
]

WARNINGS: list[tuple[str, Reported]] = [
    ("a: بند #۲\n", [("yaml-text-cut", 1, 8)]),
    ("a: بند # دو\n", [("yaml-text-cut", 1, 8)]),
    ("a: بند  #دو\n", [("yaml-text-cut", 1, 9)]),
    ("a: #12\n", [("yaml-text-cut", 1, 4)]),
    ("a: [x, y #z\n  ]\n", [("yaml-text-cut", 1, 10)]),
    ("a:\n  – یک\n  – دو\n", [("yaml-list-mark", 2, 3), ("yaml-list-mark", 3, 3)]),
    ("a: x\ufffdy\n", [("yaml-replacement-character", 1, 5)]),
    ("\ufeffa: 1\n", [("yaml-byte-order-mark", 1, 1)]),
]

INNOCENT = [
    "",
    "# فقط توضیح\n",
    "---\na: 1\n",
    "a: 1\n...\n",
    "a: x#y\n",
    "a: x  # توضیح\n",
    "a:  # توضیح\n  b: 1\n",
    "# توضیح\na: 1\n",
    "a: 'بند #۲'\n",
    "a: |\n  بند #۲\n  - x، y\n",
    "a: شرق، غرب\n",
    'a: ["شرق، غرب", جنوب]\n',
    "a: {title: شرق، غرب}\n",
    "a: http://example.ir/x\n",
    "a: ساعت ۱۲:۳۰\n",
    "a: 12:30\n",
    "a: -5\n",
    '- "وزارت کشور - استانداری"\n',
    "- ۱۰ - ۲۰\n- - یک\n  - دو\n",
    "- طبرسی – گلشهر\n- بین-المللی\n",
    "a: وزارت کشور - استانداری\n",
    "- b: یک - دو\n",
    "- -5\n- -x\n",
    "a: –\n",
    "a: \u00a0متن\u00a0دوم\u2003سوم\nb: پلاک\u00a0#۱۲\n",
    "a: |\n  \u00a0متن\n  title:\u00a0متن\n",
    'a: "متن\n  \u00a0title:\u00a0متن"\n',
    "a: می\u200cشود \u200e12\u200f\n",
    'a: "\\u200c \\t \\n"\n',
    "a: «متن» و ‹متن›\n",
    "a: [“الف”, «ب»]\n",
    "a: الف\ufeffب\n",
    "a:\n- x\n- y\n",
    "a: >-\n  سطر\n  سطر\n",
    "a: {}\nb: []\n",
    '"a b": 1\n',
    "a: 1\r\nb: 2\r\n",
]


def _reported(text: str) -> Reported:
    return [(p.code, p.place.line, p.place.column) for p in parse(text, FILE).problems if p.place]


@pytest.fixture(params=["c", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "LOADER", yaml.CLoader if request.param == "c" else yaml.Loader)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "expected"), SYNTAX)
def test_broken_syntax_is_reported_as_what_the_writer_did_wrong(text: str, expected: Reported) -> None:
    # The Python parser stops one character later in an escape.
    assert [(code, line) for code, line, _ in _reported(text)] == [(code, line) for code, line, _ in expected]
    if not any(code == "yaml-escape" for code, _, _ in expected):
        assert _reported(text) == expected
    assert parse(text, FILE).node is None


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "expected"), RULES)
def test_what_yaml_allows_and_the_data_does_not_is_an_error_at_its_place(text: str, expected: Reported) -> None:
    assert _reported(text) == expected
    assert parse(text, FILE).failed


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "expected"), WARNINGS)
def test_what_was_hardly_meant_so_is_a_warning(text: str, expected: Reported) -> None:
    assert _reported(text) == expected
    assert not parse(text, FILE).failed
    assert {problem.severity for problem in parse(text, FILE).problems} == {Severity.WARNING}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_right_is_not_complained_of(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.usefixtures("_parser")
def test_half_a_surrogate_pair_written_as_an_escape_is_refused() -> None:
    assert _reported('a: "\\ud800"\n') in ([("yaml-escape", 1, 7)], [("yaml-control-character", 1, 4)])


def test_problems_of_different_kinds_in_one_file_are_reported_together_in_its_order() -> None:
    text = "a: 1\na: 2\nb: [x، y]\nc: ماده: متن\nd: @x\ne: \u202ez\nf: بند #۲\n"
    assert [(code, line) for code, line, _ in _reported(text)] == [
        ("yaml-duplicate-key", 2),
        ("yaml-persian-comma", 3),
        ("yaml-colon-in-value", 4),
        ("yaml-special-character", 5),
        ("yaml-direction-character", 6),
        ("yaml-text-cut", 7),
    ]


@pytest.mark.parametrize(("text", "expected"), [*SYNTAX, *RULES, *WARNINGS])
def test_every_sentence_is_persian_and_says_what_would_be_right(text: str, expected: Reported) -> None:
    for problem in parse(text, FILE).problems:
        assert problem.code in {code for code, _, _ in expected}
        assert problem.message.endswith(".") and problem.hint.endswith(".")
        assert problem.line().startswith(f"plan.yaml:{problem.place.line if problem.place else 0}:")


def test_a_duplicate_key_names_the_line_of_the_first_one() -> None:
    (problem,) = parse("a: 1\nb: 2\na: 3\n", FILE).problems
    assert "«a»" in problem.message and "سطر ۱ " in problem.message
