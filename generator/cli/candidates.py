"""What a shell offers while a command is typed: ids and names that are in the folders of the project.

Somebody waits at every key, so nothing is loaded and nothing judged: the first lines of a file are looked through for its
name. What cannot be read is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.persian import fold

_LINES = 40
"""How far the name of a record is from the top of its file, at most."""


def neighbourhoods(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the neighbourhoods."""
    return _offer(_records(ctx, "plans", Path("plans"), "neighbourhoods/*/neighbourhood.yaml", "name"), incomplete)


def agencies(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the agencies."""
    return _offer(_records(ctx, "plans", Path("plans"), "agencies/*.yaml", "name"), incomplete)


def kinds(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the kinds of documents, by their short names too."""
    return _offer(_records(ctx, "templates", Path("templates", "fa"), "*/kind.yaml", "short"), incomplete)


def looks(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the looks."""
    folder = _folder(ctx, "templates", Path("templates", "fa"))
    names = ["style", *sorted(file.stem for file in folder.glob("looks/*.yaml"))] if folder else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _offer(found: Iterator[tuple[str, str]], incomplete: str) -> list[CompletionItem[str]]:
    """Offer the ids that begin so, each with its name; and the names that do, which are offered by id if they have a space."""
    items, start = [], fold(incomplete)
    for record, name in found:
        if record.startswith(incomplete):
            items.append(CompletionItem(record, help=name))
        elif fold(name).startswith(start):
            items.append(CompletionItem(record, help=name) if re.search(r"\s", name) else CompletionItem(name, help=record))
    return items


def _records(ctx: click.Context, option: str, usual: Path, pattern: str, key: str) -> Iterator[tuple[str, str]]:
    """Yield id and name of the records in files of a folder; a file of a fixed name has its folder's name as its id."""
    folder = _folder(ctx, option, usual)
    for file in sorted(folder.glob(pattern)) if folder else ():
        yield file.stem if pattern.endswith("*.yaml") else file.parent.name, _value(file, key)


def _value(file: Path, key: str) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            lines = [*islice(stream, _LINES)]
    except OSError:
        return ""
    found = re.search(rf"^{key}:[ \t]*(.+?)[ \t]*(?:#.*)?$", "".join(lines), re.MULTILINE)
    return found[1].strip("\"'") if found else ""


def _folder(ctx: click.Context, option: str, usual: Path) -> Path | None:
    """Return the folder that an option names, or the usual one under the root; None where there is none."""
    given = [each.params.get(name) for each in (ctx, ctx.find_root()) for name in (option, "root")]
    if given[0]:
        return Path(given[0])
    roots = [Path(given[1])] if given[1] else [Path.cwd(), *Path.cwd().parents]
    return next((root / usual for root in roots if (root / usual).is_dir()), None)
