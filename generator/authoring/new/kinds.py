"""A new kind of document: the two files of its folder among the templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

from generator import persian
from generator.authoring.new.skeleton import quoted
from generator.build.kinds import declarations
from generator.build.project import Folders
from generator.problems.errors import UsageError
from generator.problems.messages import problem
from generator.reading import plainfiles


class _Text(Template):
    delimiter = "@@"
    idpattern = "[a-z_]+"


def texts(folders: Folders, new_id: str, title: str) -> dict[Path, str]:
    """Return the files of a new kind, the last in the lists, with their texts; UsageError for the name of a packaged kind."""
    templates = folders.templates
    known = declarations(templates, folders.packaged)
    if new_id in known and not (templates / new_id).exists():
        raise UsageError([problem("start-kind-packaged", None, id=new_id)])
    orders = [int(found[1]) for file in known.values() if (found := _order(file))]
    values = {"id": new_id, "title": title, "order": str(max(orders, default=0) + 10)}
    folder = templates / new_id
    return {
        folder / "kind.yaml": _filled("kind.yaml", {name: quoted(value) for name, value in values.items()}),
        folder / "document.html.j2": _filled("document.html.j2", values),
    }


def _filled(name: str, values: Mapping[str, str]) -> str:
    """Return the text of a new kind with its values."""
    text = (files("generator.authoring.new") / "texts" / name).read_text(encoding="utf-8")
    return _Text(text).substitute(values)


def _order(declaration: Path) -> re.Match[str] | None:
    """Return the order that a kind declares; None for one that cannot be read, which a build reports."""
    try:
        text = plainfiles.read(declaration).decode("utf-8", errors="replace")
    except OSError:
        return None
    return re.search(r"^order:\s*([0-9]+)", persian.to_western(text), re.MULTILINE)
