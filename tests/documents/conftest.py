"""The documents of the three samples, built once a run by the command itself, and what other programs make of them."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.reading.pictures import FOLDER as PICTURES
from generator.style import faces
from generator.tree.nodes import Document
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE, Supplies
from tests import goldens, plans
from tests.documents.built import ROOT, Built, Laid
from tests.visual.drawing import laid_out
from tests.writing.word.opened import LOOK

ENOUGH = 900
"""Seconds that building, or drawing, all documents may take on a machine that does other work besides."""


@pytest.fixture(scope="session")
def built(once: Callable[[str, Callable[[Path], None]], Path]) -> Built:
    """All documents of the samples, as `sanad build --attach` makes them."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "generator", "build", "--with-samples", "--attach", "--output", str(folder / "output")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=ENOUGH)
        (folder / "result").write_bytes(pickle.dumps((done.returncode, done.stdout, done.stderr)))

    return Built(once("built", build))


@pytest.fixture(scope="session")
def tree(once: Callable[[str, Callable[[Path], None]], Path]) -> Callable[[str], Document]:
    """The finished tree of a document by its name."""

    @cache
    def project() -> tuple[DocumentBuilder, dict[str, object]]:
        found = plans.project()
        assert found.style is not None, found.problems
        chosen = pipeline.select(found, pipeline.Selection(with_samples=True))
        names = {"/".join(filter(None, (subject.place, subject.kind.id, subject.id))): subject for subject in chosen}
        return DocumentBuilder(found.folders.templates, found.style, pictures=found.folders.plans / PICTURES), names

    def make(name: str) -> Document:
        def fill(folder: Path) -> None:
            faces.activate(LOOK.families())
            builder, subjects = project()
            document, _ = builder.tree(subjects[name])
            (folder / "tree").write_bytes(pickle.dumps(document))

        document: Document = pickle.loads((once(f"tree-{name.replace('/', '-')}", fill) / "tree").read_bytes())
        return document

    return make


@pytest.fixture(scope="session")
def pdf(
    built: Built, tree: Callable[[str], Document], once: Callable[[str, Callable[[Path], None]], Path]
) -> Callable[[Laid], Path]:
    """The PDF of a document by an engine: that of the build, or one that another engine makes of the same tree."""

    def lay(laid: Laid) -> Path:
        def fill(folder: Path) -> None:
            found = plans.project()
            assert found.style is not None, found.problems
            faces.activate(LOOK.families())
            writer = writers.of("pdf", laid.engine)
            builder = DocumentBuilder(found.folders.templates, found.style, pictures=found.folders.plans / PICTURES)
            assets = builder.assets(tree(laid.name), writer.pictures)
            supplies = Supplies(assets, attachments=found.sources()[goldens.PLACE])
            (folder / "laid.pdf").write_bytes(writer.write(tree(laid.name), found.style, supplies).data)

        if laid.engine == DEFAULT_ENGINE:
            return built.path(laid.name, "pdf")
        return once(f"laid-{str(laid).replace('/', '-')}", fill) / "laid.pdf"

    return lay


@pytest.fixture(scope="session")
def drawn(built: Built, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder with every DOCX as LibreOffice draws it, in two runs side by side, with the faces of the look."""

    def convert(folder: Path) -> None:
        links = folder / "docx"
        links.mkdir()
        for name in built.names:
            (links / f"{name.replace('/', '_')}.docx").symlink_to(built.path(name, "docx"))
        files = sorted(links.iterdir())
        with ThreadPoolExecutor(2) as two:
            list(two.map(laid_out, (files[::2], files[1::2]), (folder, folder), ("profile-1", "profile-2")))

    return once("drawn", convert)
