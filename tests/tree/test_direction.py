"""The direction pass: stretches over the tags inside a run of inline content."""

from __future__ import annotations

import pytest

from generator.tree.nodes import Blank, Footnote, Inline, LineBreak, Ltr, Reference, Strong, Text
from generator.tree.passes import direction
from generator.tree.walk import emphasised
from tests.tree.documents import blocks, document, p


def bold(text: str) -> Strong:
    return Strong((Text(text),))


CASES: list[tuple[tuple[Inline, ...], tuple[Inline, ...]]] = [
    ((Text("سامانه "), bold("GIS محله")), (Text("سامانه "), Strong((Ltr("GIS"), Text(" محله"))))),
    ((Text("زبان C"), bold("++"), Text(" است")), (Text("زبان "), Ltr("C++", ((1, 3),)), Text(" است"))),
    ((bold("Action"), Text(" "), bold("Plans"), Text(" ما")), (Ltr("Action Plans", ((0, 6), (7, 12))), Text(" ما"))),
    (
        (bold("۱۳۹۸"), Text("/"), bold("۰۹"), Text("/۲۱ و")),
        (Ltr("۱۳۹۸/۰۹/۲۱", ((0, 4), (5, 7))), Text(" و")),
    ),
    ((Text("از "), bold("UN"), Text("-Habitat")), (Text("از "), Ltr("UN-Habitat", ((0, 2),)))),
    # What has no text of its own is Persian.
    ((Text("UN "), Blank("نام"), Text(" IR")), (Ltr("UN"), Text(" "), Blank("نام"), Text(" "), Ltr("IR"))),
    ((Reference("a", "ماده ۵"), Text("-۲")), (Reference("a", "ماده ۵"), Text("-۲"))),
    ((Text("UN"), LineBreak(), Text("-۵")), (Ltr("UN"), LineBreak(), Ltr("-۵"))),
    ((Text("UN"), Footnote((Text("ISO (9001)"),))), (Ltr("UN"), Footnote((Ltr("ISO (9001)"),)))),
    ((Strong((Text("UN"), Footnote((Text("ISO"),)))),), (Strong((Ltr("UN"), Footnote((Ltr("ISO"),)))),)),
]


@pytest.mark.parametrize(("written", "marked"), CASES)
def test_stretches_are_marked_across_tags(written: tuple[Inline, ...], marked: tuple[Inline, ...]) -> None:
    assert blocks(direction.run(document(p(*written)))) == (p(*marked),)


def test_the_parts_of_a_stretch_know_whether_they_are_emphasised() -> None:
    assert emphasised(Ltr("C++", ((1, 3),))) == [("C", False), ("++", True)]
    assert emphasised(Ltr("UN")) == [("UN", False)]


def test_many_tags_in_one_line_take_time_in_proportion() -> None:
    made = direction.run(document(p(*(node for _ in range(5_000) for node in (bold("GIS"), Text(" و "))))))
    assert len(blocks(made)[0].children) > 9_000
