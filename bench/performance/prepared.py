"""Makes what is measured: the documents of a neighbourhood as trees with their pictures, and sources for plain engines."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.performance import plain
from bench.performance.watched import OF_ENGINE
from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.persian import numeral
from generator.reading.pictures import FOLDER as PICTURES
from generator.style import faces
from generator.style.style import Style
from generator.tree import passes
from generator.tree.nodes import Cell, Column, Document, Paragraph, Properties, Row, Section, Table, Text
from generator.writing import writers
from generator.writing.weasyprint import assets, html
from generator.writing.writers import Supplies

NEIGHBOURHOOD = "z3-golshahr"
ROWS = (500, 2_000, 10_000)
"""The rows of the tables that show how time and memory grow."""
_WORDS = "بهسازی معابر و روشنایی کوچه‌های محله با همکاری شهرداری منطقه و شورای اجتماعی، تا پایان نیمهٔ دوم سال"

Given = tuple[Document, Style, Supplies]
"""What a writer is given."""


def sources(folder: Path) -> dict[str, Any]:
    """Write into a folder what plain engines are given of each document, and the tables that grow, pickled.

    Returns the names of the documents, the variable that shows WeasyPrint the faces of the look, and the rows of the tables.
    """
    project, style = _project()
    configuration = faces.activate(style.families())
    names = []
    for name, document, supplies in _documents(project, style):
        names.append(name)
        _put(folder / name, document, style, supplies.assets)
    for rows in ROWS:
        given: Given = (passes.finish(_table(rows), style, faces.advance)[0], style, Supplies())
        (folder / f"rows-{rows}").write_bytes(pickle.dumps(given))
    return {"names": names, "variables": {"FONTCONFIG_FILE": str(configuration)}, "rows": ROWS}


def given(name: str) -> Given:
    """Make the tree of one document and its pictures, as a build does."""
    project, style = _project()
    faces.activate(style.families())
    return next((document, style, supplies) for each, document, supplies in _documents(project, style, name) if each == name)


def _project() -> tuple[Project, Style]:
    project = Project.read(Folders.under(Path.cwd()))
    if project.style is None or project.workspace is None:
        raise SystemExit("\n".join(found.line() for found in project.problems))
    return project, project.style


def _documents(project: Project, style: Style, only: str = "") -> Iterator[tuple[str, Document, Supplies]]:
    folders, engines = project.folders, _engines()
    builder = DocumentBuilder(folders.templates, style, pictures=folders.plans / PICTURES, packaged=folders.packaged)
    formats = tuple({picture for engine in engines for picture in writers.of("pdf", engine).pictures})
    for subject in pipeline.select(project, pipeline.Selection((NEIGHBOURHOOD,))):
        name = subject.name.partition("/")[2]
        if not only or name == only:
            document, _ = builder.tree(subject)
            yield name, document, Supplies(builder.assets(document, formats))


def _engines() -> tuple[Any, ...]:
    return tuple(OF_ENGINE)


def _put(folder: Path, document: Document, style: Style, pictures: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    files = {name: f"picture-{number}{Path(name).suffix}" for number, name in enumerate(pictures)}
    for name, file in files.items():
        (folder / file).write_bytes(pictures[name])
    page = html.compose(document, style).html
    for name, file in files.items():
        page = page.replace(f'"{assets.address(name)}"', f'"{file}"')
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "text.typ").write_text(plain.source(document, style, files), encoding="utf-8")
    for face in faces.require(style.families()).values():
        for path in face.files:
            shutil.copy(path, folder)


def _table(rows: int) -> Document:
    """Return a document that is one table of so many rows with five cells, a few of them of two lines."""
    words = _WORDS.split()

    def row(number: int) -> Row:
        text = " ".join(words[at % len(words)] for at in range(number, number + 3 + number % 9))
        texts = (numeral(number), text, f"ناحیهٔ {numeral(number % 8 + 1)}", numeral(number * 1_250_000), text[:12])
        return Row(tuple(Cell((Paragraph((Text(each.strip()),)),)) for each in texts))

    titles = ("ردیف", "شرح", "ناحیه", "ریال", "یادداشت")
    head = Row(tuple(Cell((Paragraph((Text(title),)),), header=True) for title in titles))
    table = Table((Column(),) * 5, (head,), tuple(map(row, range(1, rows + 1))))
    return Document(Properties("جدول"), (Section((table,)),))
