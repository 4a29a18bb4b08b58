"""What a new file begins with is drawn from the model: a field that is added there is in it at once."""

from pathlib import Path

import pytest
from pydantic import Field

from generator.authoring.new.skeleton import HEADING, Given, quoted, skeleton
from generator.authoring.schema.files import Described, described
from generator.model.fields import Code, Count, Date, Flag, Id, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.contract import Contract
from generator.model.records.neighbourhood import Sampled
from generator.reading.yamltext import read, typed


def loaded(text: str, model: type[Record], folder: Path) -> Record:
    """The record of a text, in which nothing is wrong."""
    file = folder / "new.yaml"
    file.write_text(text, encoding="utf-8")
    parsed = read(file)
    assert parsed.node is not None and not parsed.problems
    record, problems = typed.load(parsed.node, model, file)
    assert record is not None, [each.message for each in problems]
    return record


@pytest.mark.parametrize("kind", described(), ids=lambda kind: kind.name)
def test_every_kind_of_file_can_be_begun_with_nothing_known(kind: Described, tmp_path: Path) -> None:
    assert issubclass(kind.model, Record)
    loaded(skeleton(kind.model, {}), kind.model, tmp_path)


class Item(Record):
    """A record in a list."""

    id: Id = Field(title="شناسه", description="شناسهٔ مورد.", examples=["i1"])
    name: Text = Field(title="نام مورد", description="نام آن.", examples=["یک"])
    left: Known[Text] = Field(default=UNKNOWN, title="مانده", description="آنچه مانده است.", examples=["هیچ"])
    open: Flag = Field(default=False, title="باز", description="باز بودن.", examples=["بله"])


class Grown(Record):
    """A record with a field of each sort."""

    name: Text = Field(title="نام", description="نام آن.", examples=["نمونه"])
    people: Count = Field(title="شمار", description="شمار کسان.", examples=["۲"])
    day: Known[Date] = Field(default=UNKNOWN, title="روز", description="روز آن.", examples=["۱۴۰۴/۰۱/۰۱"])
    edition: Code | None = Field(default=None, title="ویرایش", description="ویرایش آن.", examples=["۱"])
    reasons: tuple[Text, ...] = Field(title="دلیل‌ها", description="دلیل‌ها.", examples=[["یک دلیل"]])
    lines: tuple[Count, ...] = Field(title="سطرها", description="سطرها.", examples=[["۴"]])
    items: tuple[Item, ...] = Field(title="موردها", description="موردها.", min_length=1)
    more: tuple[Item, ...] = Field(default=(), title="دیگر", description="موردهای دیگر.")


BEGUN = """\
# نام آن.
name: … نام را بنویسید
# شمار کسان. مقدار زیر فقط نمونه است.
people: ۲
# روز آن. مانند «۱۴۰۴/۰۱/۰۱».
day:
# ویرایش آن.
# edition: ۱
# دلیل‌ها.
reasons:
  - … دلیل‌ها را بنویسید
# سطرها.
lines: []
# موردها.
items:
  # شناسهٔ مورد.
  - id: i1
    # نام آن.
    name: … نام مورد را بنویسید
    # آنچه مانده است. مانند «هیچ».
    left:
    # باز بودن.
    # open: بله
# موردهای دیگر.
# more:
#   - id: i1
#     name: یک
"""


def test_each_field_has_its_description_and_a_value_to_start_from() -> None:
    assert skeleton(Grown, {}) == BEGUN


def test_only_the_first_of_a_list_is_explained_and_each_may_have_a_heading() -> None:
    given: Given = {"items": [{HEADING: "نخست", "id": "a", "name": "الف"}, {HEADING: "دوم", "id": "b", "name": "ب"}]}

    assert skeleton(Grown, given).partition("items:\n")[2].partition("# موردهای")[0] == (
        "  # نخست\n  # شناسهٔ مورد.\n  - id: a\n    # نام آن.\n    name: الف\n    # آنچه مانده است. مانند «هیچ».\n    left:\n"
        "    # باز بودن.\n    # open: بله\n  # دوم\n  - id: b\n    name: ب\n    left:\n"
    )


def test_ids_that_exist_are_named_once_and_one_of_them_is_written() -> None:
    def cited(_model: type[object], name: str) -> dict[str, str]:
        return {"b1": "نخست", "b2": ""} if name in ("id", "edition") else {}

    text = skeleton(Grown, {"items": [{}]}, cited)

    assert "# شناسه‌هایی که می‌توان نوشت:\n#   b1  نخست\n#   b2\n# edition: b1\n" in text
    assert "# شناسه‌هایی که می‌توان نوشت بالاتر آمده است.\n  - id: b1\n" in text


def test_a_record_with_an_example_in_it_is_a_sample_and_one_that_is_given_all_is_none() -> None:
    class Counted(Sampled):
        """A record that may be illustrative."""

        people: Count = Field(title="شمار", description="شمار کسان.", examples=["۲"])

    assert "\nsample: بله\n" in skeleton(Counted, {})
    assert "\n# sample: بله\n" in skeleton(Counted, {"people": "۳"})


def test_a_field_that_the_contract_gets_is_in_a_new_contract(tmp_path: Path) -> None:
    class Longer(Contract):
        """A contract with one more field."""

        hours: Count = Field(title="ساعت کار", description="ساعت کار دفتر در هفته.", examples=["۴۴"])

    text = skeleton(Longer, {})

    assert "# ساعت کار دفتر در هفته. مقدار زیر فقط نمونه است.\nhours: ۴۴\n" in text
    assert isinstance(loaded(text, Longer, tmp_path), Longer)


@pytest.mark.parametrize("text", ["الف: ب", "# الف", "- الف", "الف #", "{الف}", "الف ", "«الف»", "'الف'"])
def test_a_text_in_which_a_mark_would_mean_something_is_quoted(text: str) -> None:
    assert quoted(text).startswith('"')


def test_a_plain_text_stays_plain() -> None:
    assert [quoted(text) for text in ("شهرک امید", "… نام را بنویسید", "۲۰٪")] == ["شهرک امید", "… نام را بنویسید", "۲۰٪"]
