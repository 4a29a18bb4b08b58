"""The Persian guide to the data has a fresh table for each file; what is between the tables is written by hand."""

import re
from pathlib import Path

from generator.authoring import guide
from generator.authoring.schema.files import described
from generator.model.paths import records_in

GUIDE = (Path(__file__).parents[2] / "docs" / "data.fa.md").read_text(encoding="utf-8")

# Nobody edits it: it says in which form the rest is written.
WITHOUT_A_TABLE = ["schema"]


def test_the_tables_are_fresh() -> None:
    assert guide.renewed(GUIDE) == GUIDE, f"run `{guide.COMMAND}`"


def test_every_file_has_its_table_and_no_table_is_of_no_file() -> None:
    assert guide.absent(GUIDE) == WITHOUT_A_TABLE
    assert GUIDE.count("<!-- end -->") == len(described()) - len(WITHOUT_A_TABLE)


def test_a_table_has_a_row_for_every_field_with_the_kind_of_its_value() -> None:
    for kind in described():
        rows = re.findall(r"^\| `([a-z_]+)` \| ([^|]+) \| ([^|]*) \|", guide.tables(kind.model), flags=re.MULTILINE)
        fields = [(name, field.title) for model in records_in(kind.model) for name, field in model.model_fields.items()]

        assert [(name, title) for name, title, _ in rows] == fields
        assert [name for name, _, value in rows if not re.search("[آ-ی]", value)] == []


def test_a_table_that_lost_a_comment_takes_no_prose_with_it() -> None:
    page = GUIDE.replace("<!-- end -->", "", 1)

    assert guide.renewed(page) == page
    assert guide.absent(page) == [*WITHOUT_A_TABLE, "programme"]


def test_the_prose_of_a_page_stays_as_it_is() -> None:
    page = GUIDE.replace("## قاعده‌های نوشتن", "## قاعده‌ها و نمونه‌ها").replace("| `id` | شناسه |", "| `id` | نام |")

    assert guide.renewed(page) == GUIDE.replace("## قاعده‌های نوشتن", "## قاعده‌ها و نمونه‌ها")
