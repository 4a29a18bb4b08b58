"""The table of writers: what an entry declares holds, and a folder and a line add a format to the whole program."""

from __future__ import annotations

import inspect
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.build.document import DocumentBuilder
from generator.build.engines import Engines
from generator.style.style import Style
from generator.tree.nodes import Contents, Document
from generator.writing import writers
from generator.writing.writers import ENGINES, FORMATS, NOTHING, WRITERS, Engine, Supplies, Write, Writer, Written
from tests.writing import trees
from tests.writing.word.opened import LOOK

ROOT = Path(__file__).parents[2]
PLACE = "z3-golshahr"
LAST_LINE = 'libraries="generator.writing.weasyprint.pango"),\n)\n'
LINE = '    Writer("txt", "متن ساده", "generator.writing.plain", needs_pages=_says_pages),\n'
PLAIN = '''\
"""A tree as plain text: a line a heading, with its page."""

from generator.tree.nodes import Heading
from generator.tree.walk import plain_text, walk
from generator.writing.writers import NOTHING, Written


def write(document, style, supplies=NOTHING):
    headings = [visit.node for visit in walk(document) if isinstance(visit.node, Heading)]
    lines = [f"{supplies.pages.get(each.key, 0)} {plain_text(each.children)}" for each in headings]
    return Written("\\n".join(lines).encode())
'''


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program to which a folder and a line are added."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "generator", root / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    folder = root / "generator" / "writing" / "plain"
    folder.mkdir()
    (folder / "__init__.py").write_text(PLAIN, encoding="utf-8")
    table = root / "generator" / "writing" / "writers.py"
    text = table.read_text(encoding="utf-8")
    assert text.count(LAST_LINE) == 1
    table.write_text(text.replace(LAST_LINE, f"{LAST_LINE[:-2]}{LINE})\n"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def sanad(program: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command of that program, run on this project."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", *words, "--root", str(ROOT), "--output", str(program / "output")]
        return subprocess.run(command, cwd=program, capture_output=True, text=True, timeout=600)

    return run


def test_a_folder_and_a_line_are_a_further_format(
    program: Path, sanad: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = sanad("build", PLACE, "--kind", "action-plan", "--format", "txt", "--jobs", "1")

    assert done.returncode == 0, done.stderr
    file = program / "output" / PLACE / "action-plan-draft.txt"
    assert done.stdout.split() == [str(file)]
    pages = [int(line.split()[0]) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(pages) > 3 and pages[-1] > pages[0] >= 1 and pages == sorted(pages)

    listed = sanad("list", "documents", PLACE).stdout.split()
    assert {f"{PLACE}/action-plan-draft.{suffix}" for suffix in ("docx", "pdf", "txt")} <= set(listed)
    assert "docx و pdf و txt" in sanad("build", "--format", "odt").stderr
    # What cannot be judged is left out of a folder's files.
    assert "nothing-to-inspect" in sanad("inspect").stderr


def signature(protocol: Any) -> inspect.Signature:
    """The signature of a function in the table, without the object that it belongs to."""
    whole = inspect.signature(protocol)
    return whole.replace(parameters=[*whole.parameters.values()][1:])


def test_every_entry_names_a_writer_and_each_engine_has_the_pages_and_the_characters_that_others_need() -> None:
    modules = {each.module: import_module(each.module) for each in WRITERS}

    assert all(inspect.signature(module.write) == signature(Write.__call__) for module in modules.values())
    for engine in ENGINES:
        writer = writers.paginator(engine)
        assert (writer.format, writer.engine) == ("pdf", engine)
        assert inspect.signature(modules[writer.module].met) == signature(Writer.met)
        assert [writers.of(name, engine) for name in FORMATS] == [WRITERS[0], writer]


def test_the_entries_of_the_engines_differ_in_their_engine_alone() -> None:
    alike = {replace(writers.of("pdf", engine), module="", engine=None, libraries="") for engine in ENGINES}

    assert len(alike) == 1
    assert FORMATS == ("docx", "pdf")


def test_a_document_is_made_by_one_engine_whose_pages_stand_in_its_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[tuple[str, str | None]] = []

    def write(writer: Writer, _: Document, __: Style, ___: Supplies = NOTHING) -> Written:
        used.append((writer.format, writer.engine))
        return Written(b"", {"a": 1})

    monkeypatch.setattr(Writer, "write", write)
    made = trees.document(Contents())
    builder = DocumentBuilder(ROOT / "templates" / "fa", LOOK, engines=Engines("typst", {"contract": "weasyprint"}))

    for asked, engine in ((None, "typst"), ("weasyprint", "weasyprint")):
        for formats, expected in (
            (("docx",), [("pdf", engine), ("docx", None)]),
            (("pdf",), [("pdf", engine)]),
            (("docx", "pdf"), [("pdf", engine), ("docx", None)]),
        ):
            used.clear()
            builder.write(made, formats, {}, asked)
            assert used == expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        ("sys.modules[{engine!r}] = None", 'موتور PDF «{engine}» نصب نیست. فرمان «pip install "{engine}<'),
        ("sys.path.insert(0, {folder!r})", "موتور «{engine}» بار نمی‌شود: no library."),
    ],
    ids=["not there", "broken"],
)
def test_an_engine_that_is_not_there_or_broken_is_a_fault_of_the_machine(
    tmp_path: Path, engine: Engine, prepare: str, said: str
) -> None:
    (tmp_path / f"{engine}.py").write_text(f"raise ImportError('no library', name='{engine}.core')\n")
    program = f"""
import sys
{prepare.format(engine=engine, folder=str(tmp_path))}
from generator.problems.errors import MachineError
from generator.writing import writers
from tests.writing import trees
from tests.writing.word.opened import LOOK
try:
    writers.of("pdf", "{engine}").write(trees.document(trees.paragraph("متن")), LOOK)
except MachineError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True, timeout=120)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("خطا: " + said.format(engine=engine))
    assert "pip install" in done.stdout or "make setup" in done.stdout


def test_the_builder_goes_to_a_worker_with_its_engines() -> None:
    builder = DocumentBuilder(ROOT / "templates" / "fa", LOOK, engines=Engines("typst", {"contract": "weasyprint"}))

    assert pickle.loads(pickle.dumps(builder)).engines == builder.engines


def test_the_table_loads_no_writer() -> None:
    program = (
        "import sys; from generator.build import pipeline; from generator.writing import writers\n"
        "print(*{'docx', 'typst', 'weasyprint', 'matplotlib', 'pikepdf'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)

    assert done.stdout.split() == []


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, Supplies]:
    """What each format was given, in the order in which they were written; nothing is typeset."""
    found: dict[str, Supplies] = {}

    def write(writer: Writer, _: Document, __: Style, supplies: Supplies = NOTHING) -> Written:
        found[writer.format] = supplies
        return Written(writer.format.encode(), {"a": 1} if writer.yields_pages else {})

    monkeypatch.setattr(Writer, "write", write)
    return found


def test_pages_are_made_for_word_only_where_a_table_of_contents_needs_them(given: dict[str, Supplies]) -> None:
    builder = DocumentBuilder(ROOT / "templates" / "fa", LOOK)
    plain = trees.document(trees.paragraph("متن"))

    assert builder.write(plain, ("docx",), {}) == {"docx": b"docx"}
    assert list(given) == ["docx"] and given["docx"].pages == {}

    builder.write(plain, ("docx", "pdf"), {})
    assert given["docx"].pages == {}
    given.clear()

    assert builder.write(trees.document(Contents()), ("docx",), {}) == {"docx": b"docx"}
    assert list(given) == ["pdf", "docx"] and given["docx"].pages == {"a": 1}


def test_files_are_attached_only_where_a_format_takes_them(given: dict[str, Supplies]) -> None:
    files = {"plan.yaml": b"title: x\n"}
    DocumentBuilder(ROOT / "templates" / "fa", LOOK).write(trees.document(trees.paragraph("متن")), FORMATS, files)

    assert {name: supplies.attachments for name, supplies in given.items()} == {"docx": {}, "pdf": files}
