"""The project's letters, as they are and with changes, and the trees that the templates make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.kinds import Kind
from generator.build.project import Project
from generator.build.subjects import Subject
from generator.model.records.letters import Letter
from generator.model.records.workspace import Workspace
from generator.tree.nodes import Document, Letterhead, Paragraph
from generator.tree.walk import every, plain_text, walk
from tests import plans

Letters = Callable[..., dict[str, Subject]]


@pytest.fixture(scope="session")
def project() -> Project:
    """Everything of the repository, read."""
    return plans.project()


@pytest.fixture(scope="session")
def workspace(project: Project) -> Workspace:
    """Its records."""
    assert project.workspace is not None
    return project.workspace


@pytest.fixture(scope="session")
def kind(project: Project) -> Callable[[str], Kind]:
    """A kind by its id."""
    return {each.id: each for each in project.kinds}.__getitem__


@pytest.fixture(scope="session")
def made(project: Project) -> Callable[[Subject], Document]:
    """The finished tree of a subject."""
    assert project.style is not None
    builder = DocumentBuilder(project.folders.templates, project.style, pictures=project.folders.plans / "pictures")
    return lambda subject: builder.tree(subject)[0]


@pytest.fixture(scope="session")
def found(workspace: Workspace, kind: Callable[[str], Kind]) -> Letters:
    """The subjects of a kind by their ids, of the project's records or of others."""

    def find(kind_id: str, of: Workspace = workspace) -> dict[str, Subject]:
        return {each.id: each for each in subjects.find(kind(kind_id), of, with_samples=True)}

    return find


def letter(given: Letter, **changes: Any) -> Letter:
    """A letter with other values, held to the model."""
    return Letter.model_validate({name: getattr(given, name) for name in Letter.model_fields} | changes)


def words(node: Any) -> list[str]:
    """The text of each paragraph, in order."""
    return [plain_text(visit.node.children) for visit in walk(node) if isinstance(visit.node, Paragraph)]


def said(node: Any) -> str:
    """All text of a node."""
    return "\n".join(words(node))


def field_values(document: Document) -> list[str]:
    """What stands in the fields of the letterhead: date, number, attachments …"""
    heads = [node for node in every(document) if isinstance(node, Letterhead)]
    return [plain_text(field.value) for head in heads for field in head.fields]
