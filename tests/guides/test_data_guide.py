"""The Persian guide to the data has a fresh table for each file; what is between the tables is written by hand."""

import re
from pathlib import Path

from generator.authoring import guide
from generator.authoring.schema.files import described
from generator.model.paths import records_in

GUIDE = (Path(__file__).parents[2] / "docs" / "data.fa.md").read_text(encoding="utf-8")
LISTED = set(re.findall(r"^\| `([a-z_]+)` \| ([^|]+) \|", GUIDE, flags=re.MULTILINE))

# Nobody edits it: it says in which form the rest is written.
WITHOUT_A_TABLE = ["schema"]


def test_the_tables_are_fresh() -> None:
    assert guide.renewed(GUIDE) == GUIDE, f"run `{guide.COMMAND}`"


def test_every_file_has_its_table_and_no_table_is_of_no_file() -> None:
    assert guide.absent(GUIDE) == WITHOUT_A_TABLE
    assert GUIDE.count("<!-- end -->") == len(described()) - len(WITHOUT_A_TABLE)


def test_the_guide_names_every_key_that_the_models_have_and_no_other() -> None:
    models = [model for kind in described() if kind.name not in WITHOUT_A_TABLE for model in records_in(kind.model)]

    assert {(name, field.title) for model in models for name, field in model.model_fields.items()} == LISTED


def test_every_field_has_a_kind_of_value_in_its_table() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| [^|]+ \| ([^|]*) \|", GUIDE, flags=re.MULTILINE)

    assert [name for name, value in rows if not re.search("[آ-ی]", value)] == []


def test_the_prose_of_a_page_stays_as_it_is() -> None:
    page = GUIDE.replace("## قاعده‌های نوشتن", "## قاعده‌ها و نمونه‌ها").replace("| `id` | شناسه |", "| `id` | نام |")

    assert guide.renewed(page) == GUIDE.replace("## قاعده‌های نوشتن", "## قاعده‌ها و نمونه‌ها")
