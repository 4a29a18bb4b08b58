"""The project's own templates over its own plans: the trees of documents, made once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.project import Project
from generator.build.subjects import Subject
from generator.tree.nodes import Document
from tests import plans

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> Project:
    """Everything of the repository, read."""
    return plans.project()


@pytest.fixture(scope="session")
def subject_of(project) -> Callable[[str, str], Subject]:
    """The first subject of a kind in a place."""

    def find(kind_id: str, place: str) -> Subject:
        kind = next(kind for kind in project.kinds if kind.id == kind_id)
        return next(each for each in subjects.find(kind, project.workspace, with_samples=True) if each.place == place)

    return find


@pytest.fixture(scope="session")
def builder(project) -> DocumentBuilder:
    """The templates and the look."""
    return DocumentBuilder(project.folders.templates, project.style, pictures=project.folders.plans / "pictures")


@pytest.fixture(scope="session")
def tree(builder, subject_of) -> Callable[[str, str], Document]:
    """The finished tree of a kind in a place."""

    @cache
    def make(kind_id: str, place: str) -> Document:
        document, _ = builder.tree(subject_of(kind_id, place))
        return document

    return make


@pytest.fixture(scope="session")
def changed_contract(builder, subject_of) -> Callable[..., Document]:
    """The tree of Golshahr's contract with some of its facts changed."""

    def make(**changes: Any) -> Document:
        subject = subject_of("contract", "z3-golshahr")
        contract = subject.dossier.contract.model_copy(update=changes)
        dossier = subject.dossier.model_copy(update={"contract": contract})
        document, _ = builder.tree(dataclasses.replace(subject, dossier=dossier))
        return document

    return make
