"""What travels with the modules of the program, and where it is: templates, data to begin with, guides, editor settings.

In a clone it is the files of the repository themselves, in a wheel a copy of them, which `setup.py` puts there: it runs this
module for the list, before anything else is installed. So nothing but the standard library is imported here.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = "_carried"
"""Where a wheel has the copy, next to the modules."""

TEMPLATES = "templates/fa"
PLANS = "plans"
SETTINGS = "sanad.yaml"
EDITOR = (".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json")
GUIDES = ("docs/data.fa.md", "docs/markup.md")

SAMPLE = f"{PLANS}/neighbourhoods/z3-golshahr"
"""The neighbourhood whose illustrative records travel along."""

_PUBLISHED = ("*.yaml", "*.geojson", "agencies/*.yaml", "neighbourhoods/*/neighbourhood.yaml")


_RECORDS = ("*.yaml", "*.geojson")


def root() -> Path:
    """Return the folder in which it all is."""
    modules = Path(__file__).resolve().parents[1]
    copy = modules / FOLDER
    return copy if copy.is_dir() else modules.parent


def published(folder: Path) -> list[Path]:
    """List the files of the programme's data as published under a folder, without any sample."""
    return sorted(file.relative_to(folder) for pattern in _PUBLISHED for file in (folder / PLANS).glob(pattern))


def sample(folder: Path) -> list[Path]:
    """List the texts of the sample neighbourhood under a folder."""
    return sorted(file.relative_to(folder) for pattern in _RECORDS for file in (folder / SAMPLE).rglob(pattern))


def pictures(folder: Path) -> list[Path]:
    """List the pictures of the sample neighbourhood under a folder."""
    return sorted(file.relative_to(folder) for file in (folder / SAMPLE).rglob("*.png"))


def carried(folder: Path) -> list[Path]:
    """List all that travels, as paths under the folder."""
    templates = (file for file in (folder / TEMPLATES).rglob("*") if file.suffix in (".j2", ".yaml"))
    kept = (file.relative_to(folder) for file in templates)
    return sorted({*map(Path, (SETTINGS, *EDITOR, *GUIDES)), *kept, *published(folder), *sample(folder), *pictures(folder)})
