"""The project's own templates over its own plans: the trees of documents, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline, subjects
from generator.assembly import Press
from generator.subjects import Subject
from generator.tree.nodes import Document

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> pipeline.Project:
    """Everything of the repository, read."""
    return pipeline.read(pipeline.Folders.under(ROOT))


@pytest.fixture(scope="session")
def subject_of(project) -> Callable[[str, str], Subject]:
    """The first subject of a kind in a place."""

    def find(kind_id: str, place: str) -> Subject:
        kind = next(kind for kind in project.kinds if kind.id == kind_id)
        return next(each for each in subjects.find(kind, project.workspace, with_samples=True) if each.place == place)

    return find


@pytest.fixture(scope="session")
def tree(project, subject_of) -> Callable[[str, str], Document]:
    """The finished tree of a kind in a place."""
    press = Press(project.folders.templates, project.style)

    @cache
    def make(kind_id: str, place: str) -> Document:
        return press.tree(subject_of(kind_id, place))

    return make


@pytest.fixture(scope="session")
def press(project) -> Press:
    """The templates and the look, for subjects that a test has changed."""
    return Press(project.folders.templates, project.style)
