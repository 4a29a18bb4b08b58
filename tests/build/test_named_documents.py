"""A document by its name on the command line: its neighbourhood, its kind, and what it is about, by ids or by names."""

from __future__ import annotations

import pytest

from generator.build import pipeline
from generator.problems.errors import UsageError
from tests import plans

PROJECT = plans.project()


def names(*asked: str, kinds: tuple[str, ...] = ()) -> list[str]:
    return [each.name for each in pipeline.select(PROJECT, pipeline.Selection(asked, kinds))]


def test_a_neighbourhood_is_known_without_the_number_of_its_zone() -> None:
    assert names("golshahr") == names("z3-golshahr") == names("گلشهر") != []


def test_a_document_is_named_by_place_and_kind_in_ids_or_words() -> None:
    assert names("golshahr/contract") == names("گلشهر/قرارداد") == ["z3-golshahr/contract"]


def test_one_document_of_many_is_named_by_what_it_is_about() -> None:
    alone = ["z3-golshahr/agency-sheet/education"]
    assert names("golshahr/agency-sheet/education") == alone
    assert names("گلشهر/برگهٔ دستگاه/اداره کل آموزش و پرورش استان خراسان رضوی") == alone
    assert len(names("golshahr/agency-sheet")) > 10


def test_documents_and_whole_neighbourhoods_are_asked_for_together() -> None:
    asked = names("golshahr/contract", "torogh", kinds=("contract",))
    assert asked == ["z3-golshahr/contract", "z7-torogh/contract"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("golshahr/agency-sheet/educatin", "unknown-document"),
        ("golshahr/contrakt", "unknown-kind"),
        ("nowhere/contract", "unknown-neighbourhood"),
    ],
)
def test_a_name_of_no_document_is_refused_with_what_is_near(asked: str, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        names(asked)
    assert [found.code for found in refused.value.problems] == [code]
