"""The kinds of files of `plans/`, each with its schema, and the line by which an editor finds it."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple

from pydantic import BaseModel

from generator.build import settings
from generator.model.known import title_of
from generator.model.records.agencies import Agency
from generator.model.records.neighbourhood import Neighbourhood
from generator.reading import records

FOLDER = ".schema"
"""The folder of the schemas in `plans/`; reading leaves hidden folders alone."""


class Described(NamedTuple):
    """A kind of file: the schema's name, the paths under `plans/` that it is for, the model, and what the file is."""

    name: str
    pattern: str
    model: type[BaseModel]

    @property
    def title(self) -> str:
        """What the file is, in Persian."""
        return title_of(self.model)


def described() -> list[Described]:
    """Return every kind of file, as the layout of `plans/` has it."""
    under = f"{records.NEIGHBOURHOODS}/*"
    catalogues: dict[str, type[BaseModel]] = {"schema": records.Schema, **records.CATALOGUES, **records.OPTIONAL_CATALOGUES}
    own: dict[str, type[BaseModel]] = {records.IDENTITY: Neighbourhood, **records.RECORDS}
    return [
        *(Described(stem, f"{stem}{records.SUFFIX}", model) for stem, model in catalogues.items()),
        Described("agency", f"{records.AGENCIES}/*{records.SUFFIX}", Agency),
        *(Described(stem, f"{under}/{stem}{records.SUFFIX}", model) for stem, model in own.items()),
        *(Described(folder, f"{under}/{folder}/*{records.SUFFIX}", model) for folder, (model, _) in records.SERIES.items()),
        *(
            Described(_schema_of(folder), f"{folder}/*{records.SUFFIX}", model)
            for folder, (model, _) in records.PROVINCE_SERIES.items()
        ),
    ]


def _schema_of(folder: str) -> str:
    """Return the name of the schema of a folder of the province, which neighbourhoods may have too."""
    return f"province-{folder}" if folder in records.SERIES else folder


SETTINGS = Described("sanad", settings.FILE, settings.Settings)
"""The file next to `plans/`, whose schema is among those of `plans/`."""


def kind_of(key: str) -> Described | None:
    """Return the kind of a file by its path under `plans/`, with `/` between the parts; None when it has no place there."""
    depth = key.count("/")
    return next((each for each in described() if each.pattern.count("/") == depth and fnmatchcase(key, each.pattern)), None)


def modeline(key: str) -> str:
    """Return the comment at the top of a file by which an editor finds its schema (KeyError when the file has none)."""
    kind = kind_of(key)
    if kind is None:
        raise KeyError(key)
    return f"# yaml-language-server: $schema={'../' * key.count('/')}{FOLDER}/{kind.name}.json"
