"""What can be begun, by the list of the records, and which of it a word means: its name, its folder or its Persian title."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from pathlib import Path

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from generator import persian
from generator.model.known import title_of
from generator.model.records.agencies import Agency
from generator.model.records.neighbourhood import Neighbourhood
from generator.problems.errors import UsageError
from generator.problems.messages import meant, problem
from generator.reading import records
from generator.reading.yamltext import Entry, Mapping, Scalar, typed


class Sort(Enum):
    """What is begun: its folder, and the words that it needs."""

    NEIGHBOURHOOD = auto()
    AGENCY = auto()
    CATALOGUE = auto()
    KIND = auto()
    TEMPLATE = auto()
    RECORD = auto()
    SERIES = auto()
    PROVINCE = auto()
    NOTIFICATIONS = auto()


@dataclass(frozen=True, slots=True)
class Beginning:
    """One thing that can be begun: the word for it, its Persian title, and the words that it needs."""

    name: str
    title: str
    usage: tuple[str, ...]
    sort: Sort
    entry: str = ""
    """The id of a record of a series, where it was said with the name (`meetings/review`)."""

    @property
    def line(self) -> str:
        """The command that begins it."""
        return " ".join(["sanad new", self.name, *self.usage])


KIND = "kind"

_PLACE = "محله"
"""What the commands call the word for a neighbourhood."""


@cache
def beginnings() -> tuple[Beginning, ...]:
    """Return all that can be begun."""
    named = ("شناسه", "نام")
    return (
        Beginning(records.IDENTITY, title_of(Neighbourhood), named, Sort.NEIGHBOURHOOD),
        *(Beginning(name, title_of(model), (_PLACE,), Sort.RECORD) for name, model in records.RECORDS.items()),
        *(
            Beginning(name, title_of(model), (_PLACE, model.model_fields[key].title or key), Sort.SERIES)
            for name, (model, key) in records.SERIES.items()
        ),
        *(
            Beginning(name, title_of(model), ("شناسه",), Sort.PROVINCE)
            for name, (model, _) in records.PROVINCE_SERIES.items()
            if name not in records.SERIES
        ),
        Beginning("notifications", "نامه‌های ابلاغ برنامه به همهٔ گیرندگان", (_PLACE,), Sort.NOTIFICATIONS),
        Beginning("agency", title_of(Agency), named, Sort.AGENCY),
        *(Beginning(name, title_of(model), (), Sort.CATALOGUE) for name, model in records.OPTIONAL_CATALOGUES.items()),
        Beginning(KIND, "گونهٔ تازهٔ سند", ("شناسه", "عنوان"), Sort.KIND),
        Beginning("template", "رونوشتی از الگو یا ظاهر همراه برنامه، برای تغییر", ("نام",), Sort.TEMPLATE),
    )


def find(word: str) -> Beginning:
    """Return what a word means: `meetings`, `meeting`, `meetings/review`, «جلسه و صورتجلسه».

    UsageError when it means nothing, or several things.
    """
    name, _, entry = word.partition("/")
    known = {each.name: each for each in beginnings()}
    singular = {each.name.removesuffix("s"): each for each in beginnings()}
    found = known.get(name) or singular.get(name)
    if found is not None and (found.sort in (Sort.SERIES, Sort.PROVINCE) or not entry):
        return replace(found, usage=found.usage[:-1], entry=entry) if entry else found
    fitting = _titled(word)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        choices = "، ".join(f"«{each.name}» ({each.title})" for each in fitting)
        raise UsageError([problem("start-several", None, given=word, choices=choices)])
    near = meant(name, known) or meant(word, [each.title for each in beginnings()])
    raise UsageError([problem("start-what", None, given=word, allowed="، ".join(known), near=near)])


def _titled(word: str) -> list[Beginning]:
    """Return what has a title: the whole of it, else some words of it («نیازها» for «شناسنامهٔ نیازها»)."""
    asked = [persian.fold(part) for part in word.split()]
    titles = {each: [persian.fold(part) for part in each.title.split()] for each in beginnings()}
    whole = [each for each, title in titles.items() if asked == title]
    return whole or [each for each, title in titles.items() if asked and set(asked) <= set(title)]


def entry_of(series: str, word: str) -> str:
    """Return the id of a record of a series as its file is called: `1404-h1` for «شش‌ماههٔ اول ۱۴۰۴»; UsageError for no id."""
    model, key = records.SERIES.get(series) or records.PROVINCE_SERIES[series]
    field: FieldInfo = model.model_fields[key]
    named: type[BaseModel] = create_model("Named", **{key: (field.annotation, field)})  # type: ignore[call-overload]
    written = Mapping((Entry(Scalar(key, 1, 1), Scalar(word, 1, 1)),), 1, 1)
    loaded = typed.load(written, named, Path())
    if loaded.value is None:
        raise UsageError([replace(each, place=None, where="") for each in loaded.problems])
    value = getattr(loaded.value, key)
    return str(getattr(value, "id", value))
