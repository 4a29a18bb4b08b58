"""No column of the project's own documents is so narrow that a word of it has to be broken, in none of the looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.style import looks
from generator.writing.typst.longwords import Longwords

KINDS = ("action-plan", "participatory-document", "evaluation-report")


@pytest.mark.parametrize("look", ["style", "amiri"])
@pytest.mark.parametrize("place", ["z3-golshahr", "z7-torogh"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_broken_within_its_column(kind, place, look, builder, subject_of, monkeypatch) -> None:
    style, _ = looks.load(builder.templates, look)
    broken = []
    parted = Longwords.parted

    def noting(self: Longwords, text: str, role: str, width: float, **about: bool) -> str:
        made = parted(self, text, role, width, **about)
        broken.extend(word for word in made.split() if "\u200b" in word.removeprefix("\u200b"))
        return made

    monkeypatch.setattr(Longwords, "parted", noting)
    drawn = replace(builder, style=style)
    document, _ = drawn.tree(subject_of(kind, place))
    drawn.write(document, ("pdf",), {})
    assert not broken
