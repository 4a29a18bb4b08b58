"""The tables of the guide to the data (`docs/data.fa.md`), made from the models; the prose around them is written by hand.

In the page a table is between two comments, of which the first names the file and the command that renews it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from generator.authoring.schema.files import described
from generator.model.known import Unknown
from generator.model.paths import record_in, records_in, types_of, value_name

COMMAND = "python -m generator.authoring.renew"

_HEAD = ("| کلید | معنا | مقدار | لازم |", "|---|---|---|---|")
# Nothing is taken for a table that has lost one of its comments, or the prose after it would be lost too.
_MARKED = re.compile(r"<!-- ([a-z-]+): [^>]*-->\n(?:(?!<!--).)*<!-- end -->", re.DOTALL)


def renewed(page: str) -> str:
    """Return the page with every table between its comments made anew (KeyError for a comment of no file)."""
    models = {kind.name: kind.model for kind in described()}
    return _MARKED.sub(lambda found: _marked(found[1], models[found[1]]), page)


def absent(page: str) -> list[str]:
    """Return the names of the files for whose tables the page has no place."""
    named = {found[1] for found in _MARKED.finditer(page)}
    return [kind.name for kind in described() if kind.name not in named]


def tables(model: type[BaseModel]) -> str:
    """Return the table of a file and, below it, one for each record in it."""
    top, *inner = records_in(model)
    titles: dict[type[BaseModel], dict[str, None]] = {each: {} for each in inner}
    for each in (top, *inner):
        for field in each.model_fields.values():
            if (part := record_in(field.annotation)) is not None:
                titles[part][f"«{field.title}»"] = None
    named = (f"**هر مورد از {'، '.join(titles[each])}:**\n\n{_table(each)}" for each in inner)
    return "\n\n".join((_table(top), *named)) + "\n"


def _marked(name: str, model: type[BaseModel]) -> str:
    begin = f"<!-- {name}: made by `{COMMAND}` from the models; what is written here by hand is lost -->"
    return f"{begin}\n\n{tables(model)}\n<!-- end -->"


def _table(model: type[BaseModel]) -> str:
    return "\n".join((*_HEAD, *_rows(model)))


def _rows(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        needed = "بله" if field.is_required() else "جای خالی" if Unknown in types_of(field) else "نه"
        yield f"| `{name}` | {field.title} | {value_name(field)} | {needed} |"
