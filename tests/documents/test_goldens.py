"""The finished tree of one document of each kind, line by line against what was read and approved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.tree.nodes import Document
from tests.goldens import EVERY, differences, golden
from tests.goldens.text import written


@pytest.mark.parametrize("document", EVERY)
def test_a_tree_is_as_it_was_approved(tree: Callable[[str], Document], document: str) -> None:
    expected = golden(document).read_text(encoding="utf-8")
    given = written(tree(document))

    told = "\n".join(differences(expected, given))
    assert given == expected or pytest.fail(
        f"{golden(document).name} differs; if it should, read it and run `python -m tests.goldens --update`:\n{told}",
        pytrace=False,
    )
