"""The torture document: one kind whose template holds everything that the markup allows, and what offices write.

Its template lies in `templates/torture`; the catalogues, the look and the shared parts are the project's own.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.markup.reader.xml import Element, parse
from generator.problems.errors import Severity
from generator.style import faces
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing import writers
from generator.writing.writers import Engine, Supplies
from tests.plans import only
from tests.writing.word.opened import LOOK

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KIND = "torture"
PLACE = "z3-golshahr"
GOLDEN = HERE / "golden.txt"


def project(folder: Path) -> Folders:
    """A project in an empty folder whose one kind is the torture document, about one neighbourhood with one sample record."""
    folders = replace(Folders.under(folder), packaged=None)
    places = ROOT / "plans" / "neighbourhoods"
    shutil.copytree(ROOT / "plans", folders.plans, ignore=only(""))
    place = folders.plans / places.name / PLACE
    place.mkdir()
    shutil.copy(places / PLACE / "neighbourhood.yaml", place)
    shutil.copy(HERE / "priority.yaml", place)
    shutil.copytree(HERE / "templates", folders.templates)
    shutil.copytree(ROOT / "templates" / "fa" / "_parts", folders.templates / "_parts")
    shutil.copy(ROOT / "templates" / "fa" / "style.yaml", folders.templates)
    (folders.plans / "pictures").mkdir()
    Image.new("RGB", (90, 60), "#1f4e5f").save(folders.plans / "pictures" / "emblem.png")
    shutil.copytree(places / PLACE / "pictures", place / "pictures")
    # Every element in every other makes two hundred pages, of which no document of the programme has a third.
    (folder / "sanad.yaml").write_text("limits:\n  document: {memory: 2560}\n", encoding="utf-8")
    return folders


def build(folder: Path) -> tuple[Path, Path]:
    """Build the torture document under an empty folder by the project's own road; the DOCX and the PDF."""
    folders = project(folder)
    result = pipeline.build(folders, pipeline.Selection(with_samples=True), jobs=1)
    told = "\n".join(problem.line() for problem in result.problems if problem.severity is Severity.ERROR)
    assert result.exit_code == 0, told
    docx, pdf = (folders.output / PLACE / f"{KIND}-draft.{suffix}" for suffix in ("docx", "pdf"))
    assert result.written == [docx, pdf], told
    return docx, pdf


class LaidOut(NamedTuple):
    """The files of a document, with the pages of one engine."""

    docx: Path
    pdf: Path


def lay_out(folder: Path, engine: Engine, tree: Document, look: Style) -> LaidOut:
    """Lay out the tree of a project under a folder with an engine."""
    faces.activate(LOOK.families())
    docx, pdf = writers.of("docx", engine), writers.of("pdf", engine)
    folders = Folders.under(folder)
    builder = DocumentBuilder(folders.templates, look, pictures=folders.plans / "pictures")
    assets = builder.assets(tree, docx.pictures)
    laid = pdf.write(tree, look, Supplies(assets))
    files = LaidOut(*(folder / f"{KIND}.{engine}.{suffix}" for suffix in ("docx", "pdf")))
    files.pdf.write_bytes(laid.data)
    files.docx.write_bytes(docx.write(tree, look, Supplies(assets, laid.pages)).data)
    return files


def read(folders: Folders) -> tuple[Element, Document, Style]:
    """The rendered markup of the torture document, its finished tree, and the look, of a project that `project` laid out."""
    faces.activate(LOOK.families())
    found = Project.read(folders)
    assert found.style is not None, found.problems
    builder = DocumentBuilder(folders.templates, found.style, pictures=folders.plans / "pictures")
    (subject,) = pipeline.select(found, pipeline.Selection(kinds=[KIND], with_samples=True))
    template = f"{KIND}/document.html.j2"
    root, problems = parse(builder.renderer.render(template, subject.context()), folders.templates / template)
    assert root is not None and problems == []
    return root, builder.tree(subject)[0], found.style
