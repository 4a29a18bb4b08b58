"""`python -m tests.goldens --update`: write the golden trees anew. Without it: say which ones differ."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.omissions import PROVINCE
from generator.build.project import Folders, Project
from generator.style import faces
from generator.tree.nodes import Document
from tests import torture
from tests.goldens import EVERY, PLACE, differences, golden
from tests.goldens.text import written
from tests.writing.word.opened import LOOK


def present() -> Iterator[tuple[Path, Document]]:
    """The file of each golden tree, and the tree as it is now."""
    project = Project.read(Folders.under(golden(EVERY[0]).parents[3]))
    if project.style is None:
        raise SystemExit("\n".join(problem.line() for problem in project.problems))
    builder = DocumentBuilder(project.folders.templates, project.style, pictures=project.folders.plans / "pictures")
    for subject in pipeline.select(project, pipeline.Selection(neighbourhoods=[PLACE, PROVINCE], with_samples=True)):
        if subject.name in EVERY:
            yield golden(subject.name), builder.tree(subject)[0]
    with tempfile.TemporaryDirectory() as folder:
        yield torture.GOLDEN, torture.read(torture.project(Path(folder)))[1]


def main() -> int:
    """Compare each golden tree with the present one, or write it; 1 when one differs."""
    faces.activate(LOOK.families())
    differ = False
    for file, tree in present():
        text = written(tree)
        known = file.read_text(encoding="utf-8") if file.exists() else ""
        if known == text:
            continue
        differ = True
        if "--update" in sys.argv[1:]:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        print(f"{file}:", *differences(known, text), sep="\n")
    return 1 if differ and "--update" not in sys.argv[1:] else 0


if __name__ == "__main__":
    raise SystemExit(main())
