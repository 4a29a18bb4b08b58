"""The table "Where to add" of docs/architecture.md, followed word by word in a copy of the project: what to touch is all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.documents.projects import edit, place_of
from tests.documents.texts import docx_body, pdf_pages

ROOT = Path(__file__).parents[2]
PLACE, WITHOUT_CONTRACT = "z3-golshahr", "z7-torogh"
CONTRACT = Path("plans/neighbourhoods") / PLACE / "contract.yaml"

MODEL, TEMPLATE = "generator/model/records/contract.py", "templates/fa/contract/document.html.j2"
FIELD = """\
    archive_number: Known[Code] = Field(
        default=UNKNOWN, title="شماره بایگانی", description="شمارهٔ پروندهٔ بایگانی.", examples=["۱۲/ب"]
    )
"""
PRINTED = '<p role="subtitle">شمارهٔ بایگانی {{ contract.archive_number }}</p>\n'

RULES, SENTENCES, TEST = (
    "generator/checks/contracts.py",
    "generator/problems/sentences/contracts.py",
    "tests/checks/test_rules.py",
)
RULE = '''

def copies_are_few(case: Case) -> Iterator[Finding]:
    """Each party and each witness keeps a copy; more are paid for and lost."""
    contract = case.dossier.contract
    if contract and contract.copies > 10:
        yield case.finding("copies-many", "contract", ("copies",))
'''
SENTENCE = '    "copies-many": ("W", "نسخه‌های قرارداد بیش از ده است.", "شمار نسخه‌ها را بررسی کنید."),\n'
PLANTED = '    "more copies than anyone keeps": (CONTRACT, "copies: ۴", "copies: §۱۱", "copies-many"),\n'

RENEWS = find_spec("generator.authoring.renew") is not None
renews = pytest.mark.skipif(not RENEWS, reason="nothing is generated from the models")

TESTS = (
    "tests/checks/test_rules.py::test_a_suspicion_warns_and_stops_nothing",
    "tests/checks/test_registry.py",
    "tests/problems/test_sentences.py",
    "tests/guides/test_data_guide.py",
    *(["tests/authoring/test_renew.py::test_nothing_generated_is_outdated"] if RENEWS else []),
)


def row(what: str) -> str:
    """What the table says that one touches for something."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^\| {what} \| (.*) \|$", page, re.MULTILINE)
    return str(found)


@dataclass
class Copy:
    """A copy of the project, whose generator runs over its own files."""

    root: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", *words]
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=600)

    def sanad(self, *words: str) -> str:
        done = self.run("generator", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def append(self, file: str, text: str) -> None:
        (self.root / file).write_text((self.root / file).read_text(encoding="utf-8") + text, encoding="utf-8")

    def files(self) -> dict[str, str]:
        """The files of the project by their fingerprints."""
        found = (file for file in self.root.rglob("*") if file.is_file())
        return {file.relative_to(self.root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in found}


@dataclass
class Additions:
    """The copy with a field, a rule and a kind in it, the files that each touched, and what was built of them."""

    copy: Copy
    touched: dict[str, set[str]]
    problems: list[dict[str, Any]]

    def document(self, kind: str, suffix: str) -> Path:
        return self.copy.root / "output" / PLACE / f"{kind}-draft.{suffix}"


@pytest.fixture(scope="module")
def additions(tmp_path_factory: pytest.TempPathFactory) -> Additions:
    root = tmp_path_factory.mktemp("copy")
    left_out = shutil.ignore_patterns("__pycache__", "golden", "goldens")
    for folder in ("generator", "templates", "plans", "docs", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=left_out)
    shutil.copy(ROOT / "pyproject.toml", root)
    copy, touched = Copy(root), {}

    for what, add in (("a field of a record", add_field), ("a rule", add_rule), ("a kind of document", add_kind)):
        before = copy.files()
        add(copy)
        touched[what] = {name for name, fingerprint in copy.files().items() if before.get(name) != fingerprint}

    edit(root / CONTRACT, "copies: ۴", "archive_number: ۱۲/ب\ncopies: ۱۱" if RENEWS else "copies: ۱۱")
    done = copy.run("generator", "build", PLACE, "--kind", "contract", "--kind", "office-note", "--json", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return Additions(copy, touched, json.loads(done.stdout)["problems"])


def add_field(copy: Copy) -> None:
    if not RENEWS:
        return
    edit(copy.root / MODEL, "    copies: Count", FIELD + "    copies: Count")
    edit(copy.root / TEMPLATE, '<p role="subtitle">', PRINTED + '<p role="subtitle">')
    done = copy.run("generator.authoring.renew")
    assert done.returncode == 0, done.stderr


def add_rule(copy: Copy) -> None:
    copy.append(RULES, RULE)
    edit(copy.root / SENTENCES, "\n}\n", f"\n{SENTENCE}}}\n")
    edit(copy.root / TEST, "WARNINGS = {\n", f"WARNINGS = {{\n{PLANTED}")


def add_kind(copy: Copy) -> None:
    copy.sanad("new", "kind", "office-note", "یادداشت دفتر")


@renews
def test_a_field_is_the_model_the_template_and_one_command(additions: Additions) -> None:
    assert row("a field of a record") == (
        "its model in `model/records/`: a `Field` with Persian `title`, `description` and `examples` (none where it holds"
        " records); the template that prints it; then `make data`"
    )
    assert re.search(r"^data:.*\n\t.* -m generator\.authoring\.renew$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    generated = {"plans/.schema/contract.json", "docs/data.fa.md"}
    assert additions.touched["a field of a record"] == {MODEL, TEMPLATE, *generated}


@renews
def test_a_field_is_in_the_schema_the_guide_the_new_file_and_the_printed_document(additions: Additions) -> None:
    root = additions.copy.root
    schema = json.loads((root / "plans/.schema/contract.json").read_text(encoding="utf-8"))
    field = schema["properties"]["archive_number"]

    assert (field["title"], "شمارهٔ پروندهٔ بایگانی." in field["description"]) == ("شماره بایگانی", True)
    assert "| `archive_number` | شماره بایگانی |" in (root / "docs/data.fa.md").read_text(encoding="utf-8")
    assert "شمارهٔ بایگانی ۱۲/ب" in docx_body(additions.document("contract", "docx"))
    (root / "plans/neighbourhoods" / WITHOUT_CONTRACT / "contract.yaml").unlink()
    (begun,) = additions.copy.sanad("new", "contract", WITHOUT_CONTRACT).split()
    assert re.search(r"^archive_number:", (root / begun).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_rule_is_a_function_its_sentence_and_a_planted_mistake(additions: Additions) -> None:
    assert row("a rule") == (
        "a public function in the module of `checks/` of its record: it takes a `Case`, yields each `Finding`, and its"
        " docstring says why it holds; its sentence in the module of `problems/sentences/` of the record; a planted"
        " mistake in `tests/checks/test_rules.py`"
    )
    assert additions.touched["a rule"] == {RULES, SENTENCES, TEST}


def test_a_rule_is_reported_at_its_line(additions: Additions) -> None:
    file = additions.copy.root / CONTRACT
    (found,) = (problem for problem in additions.problems if problem["code"] == "copies-many")
    line, column = place_of(file, "۱۱")

    assert (found["file"], found["line"], found["column"]) == (CONTRACT.as_posix(), line, column)
    assert (found["severity"], found["where"]) == ("warning", "تعداد نسخ")
    assert found["message"] == "نسخه‌های قرارداد بیش از ده است."


def test_a_kind_is_what_one_command_writes_and_is_built_in_both_formats(additions: Additions) -> None:
    assert row("a kind of document") == "`sanad new kind ID TITLE`, which writes a folder in `templates/fa/`; its two files"
    folder = "templates/fa/office-note"
    assert additions.touched["a kind of document"] == {f"{folder}/kind.yaml", f"{folder}/document.html.j2"}
    assert "این سند دربارهٔ محلهٔ گلشهر" in docx_body(additions.document("office-note", "docx"))
    assert "یادداشت دفتر" in "".join(pdf_pages(additions.document("office-note", "pdf")))


@pytest.mark.proof
def test_the_tests_of_what_was_added_pass(additions: Additions) -> None:
    done = additions.copy.run("pytest", "-q", "-p", "no:cacheprovider", *TESTS)

    assert done.returncode == 0, done.stdout[-4000:]
