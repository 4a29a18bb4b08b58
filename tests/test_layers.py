"""The layers of docs/architecture.md: which part may import which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parents[1] / "generator"
EVERYONE = {"errors", "persian", "messages", "limits", "plainfiles", "__version__"}
"""What every part may import."""

MAY_IMPORT = {
    "errors": set(),
    "limits": set(),
    "plainfiles": set(),
    "processes": set(),
    "messages": {"sentences"},
    "sentences": set(),
    "persian": set(),
    "yamltext": set(),
    "model": set(),
    "checks": {"model"},
    "tree": set(),
    "style": {"yamltext"},
    "looks": {"style", "yamltext"},
    "pictures": set(),
    "reading": {"pictures", "yamltext", "model", "checks", "tree", "style"},
    "kinds": {"yamltext", "model"},
    "subjects": {"yamltext", "model", "kinds"},
    "vocabulary": {"model", "kinds"},
    "templating": set(),
    "machine": {"faces", "sentences"},
    "faces": {"machine"},
    "contrast": set(),
    "drawing": {"tree", "style", "faces", "contrast"},
    "writing": {"tree", "style", "drawing", "faces", "machine", "contrast"},
    "undrawable": {"checks", "faces", "reading", "style", "subjects", "tree", "writing", "yamltext"},
    "inspection": {"processes"},
    "records": {"model", "yamltext"},
    "output": {"subjects"},
    "selection": {"model", "kinds", "subjects", "output", "looks"},
    "finals": {"model", "checks", "subjects", "tree"},
    "orthography": set(),
    "formatting": {"yamltext", "model", "reading", "orthography", "output"},
    "schema": {"model", "reading"},
    "starting": {"model", "reading", "schema"},
    "telling": set(),
    "help": set(),
    "agenda": {"model", "telling"},
}
"""What each stage may import besides."""

KNOW_EVERY_STAGE = {"pipeline", "assembly", "workers", "cli", "commands", "__main__"}


def parts() -> dict[str, list[Path]]:
    """The files of each part: a package or a module of the generator."""
    found: dict[str, list[Path]] = {}
    for file in sorted(GENERATOR.rglob("*.py")):
        found.setdefault(file.relative_to(GENERATOR).with_suffix("").parts[0], []).append(file)
    return found


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """The parts of the generator that a file imports anywhere, also inside functions, with the line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: name the part in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("generator."):
                yield node.lineno, name.split(".")[1]


def test_each_part_imports_only_the_parts_below_it() -> None:
    wrong = [
        f"{file.relative_to(GENERATOR.parent)}:{line}: {part} may not import {other}"
        for part, files in parts().items()
        if part not in KNOW_EVERY_STAGE | {"__init__"}
        for file in files
        for line, other in imported(file)
        if other not in {part} | EVERYONE | MAY_IMPORT.get(part, set())
    ]

    assert wrong == []


def test_every_part_has_its_place_among_the_layers() -> None:
    assert set(parts()) - {"__init__"} - KNOW_EVERY_STAGE - set(MAY_IMPORT) == set()
