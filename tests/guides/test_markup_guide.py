"""The guide to the markup names every filter, test and method that templates have, and no other."""

import re
from pathlib import Path

from generator.build.vocabulary import METHODS, vocabulary
from generator.markup.templating import environment
from generator.markup.templating.access import DICT_METHODS, LOOP, TEXT_METHODS
from generator.markup.templating.filters import FILTERS

GUIDE = (Path(__file__).parents[2] / "docs" / "markup.md").read_text(encoding="utf-8")
SANDBOX = environment(Path(), vocabulary()).sandbox


def names(text: str) -> set[str]:
    return set(re.findall(r"`([a-z0-9_]+)`", text))


def listed(opening: str) -> set[str]:
    """The names in backquotes of the list item or table row that begins so."""
    (found,) = re.findall(rf"^{re.escape(opening)}((?:.|\n(?![-|\n]))*)", GUIDE, flags=re.MULTILINE)
    return names(found)


def test_the_guide_names_the_persian_filters() -> None:
    (table,) = re.findall(r"\| filter \| of \| prints \|\n((?:\|.*\n)+)", GUIDE)
    first_cells = "".join(row.split("|")[1] for row in table.splitlines())

    assert names(first_cells) == set(FILTERS)


def test_the_guide_names_the_other_filters_and_the_tests() -> None:
    assert listed("- Filters besides the table above, as in Jinja2:") == set(SANDBOX.public) - set(FILTERS)
    assert listed("- Tests:") == set(SANDBOX.tests)


def test_the_guide_names_what_may_be_used_of_texts_dicts_and_loops() -> None:
    assert listed("| a text |") == set(TEXT_METHODS)
    assert listed("| a dict |") == set(DICT_METHODS)
    assert listed("| `loop` |") == set(LOOP)
    assert set(SANDBOX.globals) == {"range"}


def test_the_guide_names_the_methods_of_records() -> None:
    of_records = {name for methods in METHODS.values() for name in methods}

    assert listed("| a record |") - {"legal"} == of_records
