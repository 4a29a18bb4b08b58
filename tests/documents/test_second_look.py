"""Documents in the second look: another face and colour in both formats, and nothing else that is different."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.project import Folders
from generator.inspection import inspect
from generator.style import faces, looks
from generator.style.faces import Family
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing.word.digit_face import FAMILY
from generator.writing.word.styles import CHECK_FACE
from tests.documents.built import ROOT, Built
from tests.documents.conftest import ENOUGH
from tests.documents.sdk import validate
from tests.documents.texts import docx_body, docx_part, families, pdf_pages, unspaced
from tests.textlayer import glyphs, structure
from tests.textlayer.cases import EACH_READER
from tests.textlayer.measure import measured

PLACE = "z3-golshahr"
NAMES = ("contract-draft", "evaluation-report/1404-h2-draft")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def look_of(name: str) -> Style:
    found, problems = looks.load(ROOT / "templates" / "fa", name)
    assert found is not None, problems
    return found


LOOK = look_of("amiri")


@pytest.fixture(scope="module")
def second(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder of the documents, built by the command itself without any warning of a template or of WeasyPrint."""

    def build(folder: Path) -> None:
        asked = ("build", PLACE, "--kind", "contract", "--kind", "evaluation-report", "--look", "amiri")
        command = [sys.executable, "-m", "generator", *asked, "--output", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=ENOUGH)
        assert done.returncode == 0, done.stderr
        assert not [line for line in done.stderr.splitlines() if line.startswith("templates/")], done.stderr

    return once("second-look", build) / PLACE


@pytest.fixture(scope="module")
def drawn(second: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder of the same documents as LibreOffice draws them with the faces of the look."""

    def convert(folder: Path) -> None:
        converted([second / f"{name}.docx" for name in NAMES], folder, LOOK.families())

    return once("second-look-drawn", convert)


def converted(files: Sequence[Path], folder: Path, families: Iterable[Family]) -> None:
    """Have LibreOffice draw Word files into a folder, on a machine that has only these faces."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    environment = {**faces.environment(families), "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, timeout=ENOUGH, env=environment)


def bare(files: Sequence[Path], folder: Path) -> None:
    """Have LibreOffice draw Word files where none of the Persian faces of the look is."""
    converted(files, folder, map(Family, ("Liberation Serif", "Liberation Sans")))


def letters(pdf: Path) -> list[Counter[str]]:
    """The Persian letters and digits of each page; poppler reads other ones where LibreOffice stretches a word."""
    return [Counter(re.findall("[آ-ی۰-۹]", page)) for page in pdf_pages(pdf)]


@pytest.mark.parametrize("name", NAMES)
def test_the_lint_finds_nothing_and_only_faces_of_the_look(second: Path, name: str) -> None:
    for file in (second / f"{name}.docx", second / f"{name}.pdf"):
        assert [found.problem(file).line() for found in inspect(file, faces=LOOK.faces(), marks=["نمونه"])] == []


@pytest.mark.parametrize("name", NAMES)
def test_poppler_lists_the_faces_of_the_look(second: Path, name: str) -> None:
    assert {"Amiri", "NotoSansArabic"} <= families(second / f"{name}.pdf") <= unspaced(LOOK.faces())


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_draws_the_same_faces_and_the_digits_that_word_counts_with(drawn: Path, name: str) -> None:
    known = unspaced((*LOOK.faces(), FAMILY))

    assert {"Amiri", "NotoSansArabic"} <= families(drawn / f"{Path(name).name}.pdf") <= known


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_no_error(second: Path, name: str) -> None:
    assert validate(second / f"{name}.docx", "Microsoft365") == []


def test_a_word_file_names_the_faces_and_colours_of_the_look_and_none_of_the_default_one(second: Path) -> None:
    file, default = second / "contract-draft.docx", look_of(looks.DEFAULT)
    named = {font.get(W + "name") for font in docx_part(file, "word/fontTable.xml").iter(W + "font")}
    styles = docx_part(file, "word/styles.xml")
    used = {fonts.get(W + script) for fonts in styles.iter(W + "rFonts") for script in ("ascii", "hAnsi", "cs")} - {None}
    colours = {colour.get(W + "val") for colour in styles.iter(W + "color")}

    assert named == {"Amiri", "Noto Sans Arabic", "Times New Roman", "Arial", FAMILY, CHECK_FACE}
    assert used <= named
    assert LOOK.colour("accent") in colours
    assert colours <= {*LOOK.colours.values(), "auto"}
    assert default.colour("accent") not in colours


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reader", EACH_READER)
def test_a_reader_finds_every_word(second: Path, name: str, reader: str) -> None:
    ((_, found),) = measured(second / f"{name}.docx", second / f"{name}.pdf", [reader])

    assert found.faults() == []


@pytest.mark.proof
@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_what_is_drawn_in_the_order_of_the_tree(
    second: Path, tree: Callable[[str], Document], name: str
) -> None:
    pdf = second / f"{name}.pdf"
    read, copied = structure.shares(
        structure.written(tree(f"{PLACE}/{name.removesuffix('-draft')}"), LOOK), structure.blocks(pdf)
    )

    assert glyphs.faults(pdf) == []
    assert min(read, copied) >= structure.LEAST


@pytest.mark.parametrize("name", NAMES)
def test_both_formats_have_as_many_pages_but_for_one_at_most(second: Path, drawn: Path, name: str) -> None:
    assert abs(len(pdf_pages(second / f"{name}.pdf")) - len(pdf_pages(drawn / f"{Path(name).name}.pdf"))) <= 1


def test_who_has_no_face_of_the_look_sees_the_same_pages_in_its_faces(second: Path, drawn: Path, tmp_path: Path) -> None:
    bare([second / "contract-draft.docx"], tmp_path)
    pdf = tmp_path / "contract-draft.pdf"

    assert {"Amiri", "NotoSansArabic"} <= families(pdf)
    assert letters(pdf) == letters(drawn / pdf.name)


@pytest.mark.proof
def test_who_has_no_face_of_the_look_sees_other_pages_unless_they_are_inside(tmp_path: Path) -> None:
    """Every document of a place, with its faces inside and without, where they are and where they are not."""
    seen: dict[tuple[str, str], dict[str, list[Counter[str]]]] = {}
    for asked in ("free", "none"):
        root = tmp_path / asked
        for folder in ("plans", "templates"):
            root.mkdir(exist_ok=True)
            (root / folder).symlink_to(ROOT / folder)
        (root / "sanad.yaml").write_text(f"look: amiri\nembed_faces: {asked}\n", encoding="utf-8")
        built = pipeline.build(Folders.under(root), pipeline.Selection((PLACE,), formats=("docx",)), 2).written
        for machine, draw in (("whole", lambda files, folder: converted(files, folder, LOOK.families())), ("bare", bare)):
            folder = root / machine
            folder.mkdir()
            draw(built, folder)
            seen[asked, machine] = {pdf.stem: letters(pdf) for pdf in folder.glob("*.pdf")}

    assert len(seen["free", "bare"]) == len(built) == 5
    assert seen["free", "bare"] == seen["free", "whole"] == seen["none", "whole"]
    assert all(len(pages) > len(seen["free", "bare"][name]) for name, pages in seen["none", "bare"].items())


def test_no_word_is_another_in_the_default_look(second: Path, built: Built) -> None:
    files = (second / "contract-draft.docx", built.path(f"{PLACE}/contract", "docx"))
    # A blank in a cell has as many dots as fit in it.
    own, default = (re.sub(r"\.{3,}", "...", docx_body(file)) for file in files)
    assert own == default
