"""The engine that is chosen makes all of a document, in every kind, and nothing of the other one is loaded."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from generator.build import settings
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine
from tests.cli.harness import Sanad
from tests.torture import project, read

ROOT = Path(__file__).parents[2]
OTHER: Engine = next(each for each in ENGINES if each != DEFAULT_ENGINE)
LIBRARIES = {"typst": {"typst"}, "weasyprint": {"weasyprint", "pydyf", "cffi"}}


def named(sanad: Sanad, *words: str) -> dict[str, str]:
    """The engine that the PDF of each kind names after a build with these words."""
    code, _, told = sanad("build", "--format", "pdf", "--jobs", "1", *words)
    assert code == 0, told
    return {file.stem.removesuffix("-draft"): engine_of(file) for file in (sanad.root / "output").rglob("*.pdf")}


def engine_of(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        name, version = str(pdf.docinfo["/Producer"]).split()
    installed = importlib.metadata.version(name)
    assert version.split(".")[:2] == installed.split(".")[:2]  # Typst 0.15.2 calls itself 0.15.1
    return name.lower()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_names_the_engine_that_was_asked_for(sanad: Sanad, engine: Engine) -> None:
    assert named(sanad, "--engine", engine) == {"note": engine}


def test_without_a_choice_every_kind_has_the_default_engine(sanad: Sanad) -> None:
    assert named(sanad) == {"note": DEFAULT_ENGINE}


def test_the_settings_choose_for_all_and_for_a_kind_and_the_command_line_wins_over_both(sanad: Sanad) -> None:
    sanad.kind("letter", title="نامه", short="نامه", order="20")
    (sanad.root / settings.FILE).write_text(f"engine: {OTHER}\nengine_of: {{letter: {DEFAULT_ENGINE}}}\n", encoding="utf-8")

    assert named(sanad) == {"note": OTHER, "letter": DEFAULT_ENGINE}
    for engine in ENGINES:
        assert named(sanad, "--engine", engine) == {"note": engine, "letter": engine}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_word_file_with_page_numbers_names_the_engine_and_the_faces_that_they_were_laid_out_with(
    sanad: Sanad, engine: Engine
) -> None:
    sanad.kind("book", title="کتاب", short="کتاب", order="20")
    paper = '<contents/><h1 key="one">یک</h1><p>متن text</p>'
    template = sanad.root / "templates" / "book" / "document.html.j2"
    template.write_text(re.sub("<p>.*</p>", paper, template.read_text(encoding="utf-8")), encoding="utf-8")
    code, _, told = sanad("build", "--engine", engine)
    assert code == 0, told

    _, _, result = sanad.for_programs("inspect")

    pdf, docx = (next(name for name in result["files"] if name.endswith(f"book-draft.{suffix}")) for suffix in ("pdf", "docx"))
    assert result["engines"][docx] == result["engines"][pdf]
    assert result["faces"][docx] == result["faces"][pdf] == ["Liberation Serif", "Nazli", "Titr"]
    assert not [name for name in result["engines"] if name.endswith("note-draft.docx")]
    _, _, told = sanad("inspect")
    assert (
        f"شمارهٔ صفحه‌ها در فهرست مطالب Word: {result['engines'][docx]} با قلم‌های Liberation Serif، Nazli، Titr (۱ پرونده)."
        in told
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_a_document_of_one_engine_loads_nothing_of_the_other(engine: Engine) -> None:
    program = f"""
import sys
from generator.writing import writers
from tests.writing import trees
from tests.writing.word.opened import LOOK
document, writer = trees.document(trees.paragraph("متن")), writers.of("pdf", "{engine}")
writer.met(document, LOOK)
assert not {LIBRARIES[engine]!r} & sys.modules.keys() - {{"cffi"}}
assert writer.write(document, LOOK).data.startswith(b"%PDF")
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    loaded = set(done.stdout.split())

    for name, libraries in LIBRARIES.items():
        assert (libraries <= loaded, libraries.isdisjoint(loaded)) == (name == engine, name != engine)
        assert (f"generator.writing.{name}.writer" in loaded) is (name == engine)


def test_both_engines_note_the_same_characters_to_draw(tmp_path: Path) -> None:
    _, document, style = read(project(tmp_path))
    noted = [writers.paginator(engine).met(document, style) for engine in ENGINES]

    first, second = ({name: set(known) for name, known in each.items() if known} for each in noted)
    assert first == second
