"""The project's own documents give no cause for a warning."""

from __future__ import annotations

import pytest

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["contract", "action-plan"])
def test_a_document_of_the_project_has_no_warning(builder, subject_of, kind, place):
    _, problems = builder.tree(subject_of(kind, place))
    assert [found.line() for found in problems] == []
