"""`python -m tests.measures [NAME…]`: pages, sizes of letters and lengths of sentences of the documents of a project.

NAME is a document («golshahr/contract») or the beginning of one; without any all are measured, each laid out once.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.build.subjects import Subject
from generator.reading.pictures import FOLDER as PICTURES
from generator.style import faces, looks
from generator.style.style import Style
from tests.measures import Measure, measured, pdf

BANDS = ((0.0, 10.0), (10.0, 11.0), (11.0, 12.0), (12.0, float("inf")))
TITLES = ("< 10", "10-11", "11-12", ">= 12")


def main() -> int:
    """Print the table, and with `--over` the sentences that are longer than a limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.measures", description=__doc__)
    parser.add_argument("name", nargs="*", help="a document, or the beginning of its name")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project (default: this one)")
    parser.add_argument("--look", default=looks.DEFAULT, help="the look that the documents are set in")
    parser.add_argument("--over", type=int, metavar="WORDS", help="print each sentence of more words than that")
    asked = parser.parse_args()
    project = Project.read(Folders.under(asked.root), asked.look)
    if project.style is None:
        parser.error("\n".join(problem.line() for problem in project.problems))
    builder = _builder(project, project.style)
    print(f"{'document':46} pages letters", *(f"{title:>6}" for title in TITLES), "smallest running  mean longest")
    for subject in _chosen(project, asked.name):
        found, pages = _measured(builder, subject)
        print(_row(subject.name, found, pages), flush=True)
        for sentence in found.over(asked.over) if asked.over else ():
            print(f"    {sentence.words:3} {sentence.where}: {' '.join(sentence.text.split())}")
    return 0


def _builder(project: Project, style: Style) -> DocumentBuilder:
    folders = project.folders
    faces.activate(style.families())
    return DocumentBuilder(folders.templates, style, pictures=folders.plans / PICTURES, packaged=folders.packaged)


def _chosen(project: Project, names: list[str]) -> Iterator[Subject]:
    for subject in pipeline.select(project, pipeline.Selection(with_samples=True)):
        place = subject.name.partition("-")[2]  # a neighbourhood without its zone, as people call it
        if not names or any(part.startswith(name) for name in names for part in (subject.name, place)):
            yield subject


def _measured(builder: DocumentBuilder, subject: Subject) -> tuple[Measure, int]:
    document, _ = builder.tree(subject)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "laid.pdf"
        file.write_bytes(builder.write(document, ["pdf"], {})["pdf"])
        return measured(document, builder.style), pdf.pages(file)


def _row(name: str, found: Measure, pages: int) -> str:
    shares = (f"{100 * found.share(least=least, below=below):5.1f}%" for least, below in BANDS)
    sizes, sentences = f"{found.smallest:8g} {found.running:7g}", f"{found.mean():5.1f} {found.longest():7}"
    return " ".join((f"{name:46} {pages:5} {found.letters:7}", *shares, sizes, sentences))


if __name__ == "__main__":
    raise SystemExit(main())
