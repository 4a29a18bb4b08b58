"""Papers of a neighbourhood of which little is known stand, with blanks; an evaluation prints the year that came from it."""

from __future__ import annotations

import dataclasses

import pytest

from generator.build import subjects
from generator.model.records.profile import Profile
from generator.tree.nodes import Blank, Paragraph, Table
from generator.tree.walk import plain_text, walk

PLACE = "z3-golshahr"


def blanks(document):
    """The prompts of the blanks of a document."""
    return {visit.node.prompt for visit in walk(document) if isinstance(visit.node, Blank)}


def table(document, key):
    """The texts of the rows of a table."""
    found = next(visit.node for visit in walk(document) if isinstance(visit.node, Table) and visit.node.key == key)
    cells = [[plain_text(v.node.children) for v in walk(row) if isinstance(v.node, Paragraph)] for row in found.body]
    return [" ".join(each) for each in cells]


@pytest.mark.parametrize("kind", ["action-plan", "participatory-document"])
def test_a_profile_of_which_nothing_is_known_prints_as_blanks(builder, subject_of, kind):
    subject = subject_of(kind, PLACE)
    unknown = subject.dossier.model_copy(update={"profile": Profile.model_validate({})})
    document, _ = builder.tree(dataclasses.replace(subject, dossier=unknown))
    expected = {"action-plan": {"جمعیت", "خانوار"}, "participatory-document": {"مرد", "وضع کالبدی"}}
    assert expected[kind] <= blanks(document)


def test_an_evaluation_prints_the_programme_of_the_year_that_came_from_it_and_no_other(builder, project):
    kind = next(kind for kind in project.kinds if kind.id == "evaluation-report")
    found = [each for each in subjects.find(kind, project.workspace, with_samples=True) if each.place == PLACE]
    first, second = (builder.tree(each)[0] for each in sorted(found, key=lambda each: each.id))
    (programme,) = project.workspace.dossier(PLACE).programmes
    rows = table(second, "next-year-table")
    assert len(rows) == len(programme.lines)
    assert all(line.title in row for line, row in zip(programme.lines, rows, strict=True))
    assert "next-year-table" not in {getattr(visit.node, "key", "") for visit in walk(first)}
