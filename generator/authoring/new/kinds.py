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

_ORDER = re.compile(r"^order:\s*([0-9]+)", re.MULTILINE)
_CODE = re.compile(rf"^code:\s*({persian.KIND_CODE})\s*$", re.MULTILINE)


class _Text(Template):
    delimiter = "@@"
    idpattern = "[a-z_]+"


def texts(folders: Folders, new_id: str, title: str) -> dict[Path, str]:
    """Return the files of a new kind, the last in the lists, with their texts; UsageError for the name of a packaged kind."""
    templates = folders.templates
    known = declarations(templates, folders.packaged)
    if new_id in known and not (templates / new_id).exists():
        raise UsageError([problem("start-kind-packaged", None, id=new_id)])
    orders = [int(found[1]) for file in known.values() if (found := _declared(file, _ORDER))]
    code = _code(title, {found[1] for file in known.values() if (found := _declared(file, _CODE))})
    values = {"id": new_id, "title": title, "order": str(max(orders, default=0) + 10)}
    line = f"code: {code}" if code else "# code: ن"
    folder = templates / new_id
    return {
        folder / "kind.yaml": _filled("kind.yaml", {name: quoted(value) for name, value in values.items()} | {"code": line}),
        folder / "document.html.j2": _filled("document.html.j2", values),
    }


def _filled(name: str, values: Mapping[str, str]) -> str:
    """Return the text of a new kind with its values."""
    text = (files("generator.authoring.new") / "texts" / name).read_text(encoding="utf-8")
    return _Text(text).substitute(values)


def _code(title: str, taken: set[str]) -> str:
    """Return the letters of a new kind in the numbers of the register: the first of its title that no other kind has."""
    letters = [letter for letter in dict.fromkeys(persian.normalise(title)) if re.fullmatch(persian.KIND_CODE, letter)]
    several = (one + other for one in letters for other in letters)
    return next((code for code in (*letters, *several) if code not in taken), "")


def _declared(declaration: Path, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return what a kind declares; None for one that cannot be read, which a build reports."""
    try:
        text = plainfiles.read(declaration).decode("utf-8", errors="replace")
    except OSError:
        return None
    return pattern.search(persian.to_western(text))
