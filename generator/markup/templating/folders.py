"""Where a template is taken from when there are several folders of templates, the first before the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

PARTS = "_parts/"
"""The folder of shared parts."""


def home(template: str, folders: Sequence[Path]) -> Path:
    """Return the folder of a template by its name, `contract/document.html.j2`: the first that has its kind at all.

    So a kind is never put together from two folders. Of the shared parts it is the first that has the file.
    """
    sought = template if template.startswith(PARTS) else template.partition("/")[0]
    return next((folder for folder in folders if _is_there(folder / sought)), folders[-1])


def may_use(template: str, parent: str) -> bool:
    """Return whether a template may include or import another one, both by name.

    It may from its own folder, from the shared parts, and from that of a kind whose id its own goes on: `contract-review` is
    a paper about `contract` and may print of it.
    """
    folder, slash, _ = template.partition("/")
    own = parent.partition("/")[0]
    return bool(slash and folder) and (f"{folder}/" == PARTS or folder == own or own.startswith(f"{folder}-"))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False
