"""The letters of each size, as they are counted over the tree, are those that a reader finds in the PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.tree.nodes import Document
from tests.documents.built import OF_EACH_KIND, Laid
from tests.measures import Where, measured
from tests.measures import pdf as readers
from tests.writing.word.opened import LOOK

_DIGITS = 3
"""The most digits of a page number in a line of contents, or of the mark of a footnote, which no tree has."""

_REPEATED = 0.1
"""The most that heads repeated on further pages add to the letters of a size."""


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_a_reader_finds_the_letters_of_each_size(
    tree: Callable[[str], Document], pdf: Callable[[Laid], Path], name: str
) -> None:
    document = tree(name)
    found = measured(document, LOOK)
    counted: dict[Where, Counter[float]] = {}
    for run in found.body:
        counted.setdefault(run.where, Counter())[LOOK.roles[run.role].size] += 1
    lines, notes = counted.get("contents", Counter()), counted.get("remark", Counter())

    read = readers.by_size(pdf(Laid(name)), [LOOK.pages[section.page] for section in document.sections])

    for size, count in found.by_size.items():
        assert count <= read[size] <= count * (1 + _REPEATED) + _DIGITS * lines[size], size
    assert sum(count for size, count in read.items() if size not in found.by_size) <= _DIGITS * notes.total()
