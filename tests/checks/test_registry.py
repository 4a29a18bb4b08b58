"""A rule runs because it is written."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import get_type_hints

from generator import checks


def rules() -> Iterator[tuple[str, object]]:
    """Every public function of the folder that yields findings, by its name."""
    for found in pkgutil.iter_modules(checks.__path__, f"{checks.__name__}."):
        for name, value in vars(import_module(found.name)).items():
            public = inspect.isfunction(value) and value.__module__ == found.name and not name.startswith("_")
            if public and get_type_hints(value)["return"] == Iterator[checks.Finding]:
                yield name, value


def test_every_function_that_yields_findings_runs() -> None:
    alone = {*checks._OF_CATALOGUES, *checks._OF_DOSSIER, *checks._OF_PROVINCE, *checks._OF_REGISTER}
    together = inspect.getsource(checks.of_neighbours)

    assert [name for name, rule in rules() if rule not in alone and f".{name}(" not in together] == []
    assert len(alone) > 60
