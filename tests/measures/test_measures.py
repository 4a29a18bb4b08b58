"""The measure counts letters by the roles that the writers give them, and sentences as people read them."""

from __future__ import annotations

import pytest

from generator.style.style import Style
from generator.tree import nodes
from generator.tree.nodes import Block, Document, Text
from tests import plans
from tests.measures import Measure, Run, divided, measured


def test_half_spaces_do_not_part_words_and_dashes_are_none() -> None:
    (sentence,) = divided(Run("محله‌های هدف – با\u00a0۳ اقدام", "body", "running"))
    assert sentence.words == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("یک دو. سه چهار پنج؟ شش!", [2, 3, 1]),
        ("یک؛ دو: سه، چهار", [4]),
        ("او گفت «یک دو.» سه", [4, 1]),
        ("یک ۱٫۵ دو ۱۴۰۴/۰۲/۰۱", [4]),
        ("یک دو\nسه", [2, 1]),
        ("نام: … است.", [3]),
    ],
)
def test_a_full_stop_or_a_line_ends_a_sentence(text: str, words: list[int]) -> None:
    assert [sentence.words for sentence in divided(Run(text, "body", "running"))] == words


def test_a_label_has_letters_and_is_no_word() -> None:
    clause = nodes.Clause("clause", (), (said("یک دو"),), label="۶-۲")
    found = of(nodes.Clause("article", (Text("عنوان"),), (clause,), label="ماده ۶"))
    assert found.mean() == 2
    assert found.by_role == {("article", ""): len("ماده۶عنوان"), ("clause", ""): len("۶۲یکدو")}


def test_cells_have_the_roles_of_their_table() -> None:
    head, body = (nodes.Row((nodes.Cell((said(text),)),)) for text in ("سر", "متن"))
    found = of(nodes.Table((nodes.Column(),), (head,), (body,), role="dense"), said("بند"))
    assert found.by_role == {("cell-small-head", "dense"): 2, ("cell-small", "dense"): 3, ("body", ""): 3}
    small = look().roles["cell-small"].size
    assert found.share(below=small + 0.1) == pytest.approx(5 / 8)
    assert (found.smallest, found.running) == (small, look().roles["body"].size)


def test_lists_within_cells_are_set_as_the_cell() -> None:
    items = nodes.ListBlock((nodes.ListItem((said("یک"),), 1),), "decimal")
    found = of(nodes.Table((nodes.Column(),), (), (nodes.Row((nodes.Cell((items,)),)),), role="dense"), items)
    assert found.by_role == {("cell-small", "dense"): len("۱یک"), ("list", ""): len("۱یک")}


def test_headers_and_marks_are_no_part_of_the_body() -> None:
    furniture = nodes.Furniture(header_start=(Text("سرصفحه"),), marks=("نمونه",))
    found = measured(Document(nodes.Properties(""), (nodes.Section((said("متن"),)),), furniture), look())
    assert found.letters == 3


def test_sentences_over_a_limit_are_found_in_cells_too() -> None:
    cell = nodes.Cell((said("یک دو سه چهار"),))
    found = of(nodes.Table((nodes.Column(),), (), (nodes.Row((cell,)),)), said("یک. دو سه چهار پنج شش."))
    assert sorted(sentence.words for sentence in found.over(3)) == [4, 5]
    assert (found.mean(), found.longest()) == (3, 5)


def of(*blocks: Block) -> Measure:
    return measured(Document(nodes.Properties(""), (nodes.Section(blocks),)), look())


def said(text: str) -> nodes.Paragraph:
    return nodes.Paragraph((Text(text),))


def look() -> Style:
    style = plans.project().style
    assert style is not None
    return style
