"""Counts of people by whom somebody could be known are printed as few, in every document and template."""

import pytest
from pydantic import BaseModel

from generator.build.vocabulary import vocabulary
from generator.model.known import Unknown
from generator.model.records.community import Attitude
from generator.model.records.counted import FEW, Counted
from generator.model.records.profile_parts import GroupCount, Unemployed


@pytest.mark.parametrize(
    ("count", "shown"), [("۰", "۰"), ("۱", "کمتر از ۱۰"), ("۹", "کمتر از ۱۰"), ("۱۰", "۱۰"), ("۱٬۴۵۰", "۱٬۴۵۰")]
)
def test_a_count_of_people_is_printed_as_few_where_it_is_of_one_to_nine(count: str, shown: str) -> None:
    group = GroupCount.model_validate({"id": "disabled", "title": "افراد دارای معلولیت", "kind": "کم‌توان", "count": count})

    assert group.shown == shown
    assert FEW == 10


def test_a_count_that_nobody_knows_stays_a_blank() -> None:
    group = GroupCount.model_validate({"id": "disabled", "title": "افراد دارای معلولیت", "kind": "کم‌توان"})

    assert isinstance(group.shown, Unknown)


@pytest.mark.parametrize("record", [GroupCount, Unemployed, Attitude])
def test_no_template_can_name_the_number_itself(record: type[BaseModel]) -> None:
    names = vocabulary()[record]

    assert issubclass(record, Counted)
    assert "shown" in names
    assert "count" not in names
