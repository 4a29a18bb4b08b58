"""What travels with the modules of the program, and where it is: templates, data to begin with, guides, editor settings.

In a clone it is the files of the repository themselves, in a wheel a copy of them, which `setup.py` puts there: it runs this
module for the list, before anything else is installed. So nothing but the standard library is imported here.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "_carried"
"""Where a wheel has the copy, next to the modules."""

TEMPLATES = "templates/fa"
PLANS = "plans"
SETTINGS = "sanad.yaml"
EDITOR = (".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json")
GIT = ".gitattributes"
"""How git merges two branches of the register: it keeps the lines of both."""
GUIDES = ("docs/data.fa.md", "docs/markup.md")

PLACE = "z3-golshahr"
"""The neighbourhood whose illustrative records travel along."""

_SAMPLE = f"neighbourhoods/{PLACE}"

_OF_PROVINCE = ("meetings", "letters", "calls", "quarters")
"""The folders of the province's records, of which those that concern this neighbourhood travel too."""

_PUBLISHED = ("*.yaml", "*.geojson", "agencies/*.yaml", "neighbourhoods/*/neighbourhood.yaml")

_TEXTS = ("*.yaml", "*.geojson")
"""What the folder of a neighbourhood holds besides pictures."""


def root() -> Path:
    """Return the folder in which it all is."""
    modules = Path(__file__).resolve().parents[1]
    copy = modules / FOLDER
    return copy if copy.is_dir() else modules.parent


def published(folder: Path) -> list[Path]:
    """List the files of the programme's data as published under a folder, without any sample."""
    return sorted(file.relative_to(folder) for pattern in _PUBLISHED for file in (folder / PLANS).glob(pattern))


def sample(folder: Path) -> list[Path]:
    """List the texts of the sample neighbourhood under a folder, and of the province's records that concern it."""
    own = (file for pattern in _TEXTS for file in (folder / PLANS / _SAMPLE).rglob(pattern))
    shared = (file for name in _OF_PROVINCE for file in (folder / PLANS / name).glob("*.yaml") if _concerns(file))
    return sorted(file.relative_to(folder) for file in (*own, *shared))


def _concerns(file: Path) -> bool:
    text = file.read_text(encoding="utf-8")
    return re.search(rf"^neighbourhoods: \[(?:.*, *)?{PLACE}[],]", text, re.MULTILINE) is not None


def pictures(folder: Path) -> list[Path]:
    """List the pictures of the sample neighbourhood under a folder."""
    return sorted(file.relative_to(folder) for file in (folder / PLANS / _SAMPLE).rglob("*.png"))


def carried(folder: Path) -> list[Path]:
    """List all that travels, as paths under the folder."""
    templates = (file for file in (folder / TEMPLATES).rglob("*") if file.suffix in (".j2", ".yaml"))
    kept = (file.relative_to(folder) for file in templates)
    return sorted(
        {*map(Path, (SETTINGS, GIT, *EDITOR, *GUIDES)), *kept, *published(folder), *sample(folder), *pictures(folder)}
    )
