"""The layers of docs/architecture.md: which folder may import which, and which doors the house has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"

MAY_IMPORT = {
    "persian": set(),
    "problems": {"persian"},
    "model": {"persian"},
    "checks": {"persian", "problems", "model"},
    "reading": {"persian", "problems", "model", "checks"},
    "records": {"persian", "problems", "model", "reading"},
    "style": {"problems", "reading"},
    "tree": {"persian", "problems", "style"},
    "markup": {"persian", "problems", "tree", "style"},
    "writing": {"persian", "problems", "tree", "style"},
    "inspection": {"persian", "problems", "reading"},
    "renumbering": {"persian", "inspection"},
    "build": {
        "persian",
        "problems",
        "model",
        "checks",
        "reading",
        "records",
        "tree",
        "style",
        "markup",
        "writing",
        "inspection",
        "renumbering",
    },
    "authoring": {"persian", "problems", "model", "checks", "reading", "records", "style", "build"},
    "cli": {"persian", "problems", "model", "reading", "style", "writing", "build", "authoring"},
}
"""What each folder may import besides itself, from the ground up: only what stands above its own line."""

INSIDE = {
    "model/records": {"model/views"},
    "model/views": set(),
    "writing/word": {"writing/pdf", "writing/weasyprint", "writing/typst"},
    "writing/pdf": {"writing/word", "writing/weasyprint", "writing/typst"},
    "writing/weasyprint": {"writing/word", "writing/typst"},
    "writing/typst": {"writing/word", "writing/weasyprint"},
    "writing/drawing": {"writing/pdf", "writing/weasyprint", "writing/typst", "writing/word"},
    "markup/templating": {"markup/reader", "tree", "style"},
    "markup/reader": {"markup/templating"},
    "reading/yamltext": {"model", "checks"},
    "style/faces": {"reading"},
    "tree/nodes": {"tree/passes", "tree/charts", "style"},
    "tree/charts": {"tree/passes", "style"},
}
"""What the parts inside a folder may not import."""

LOOSE = {"__init__", "__main__"}
"""The files beside the folders."""

MOST_FOLDERS = 15


def folders() -> dict[str, list[Path]]:
    """The files of each folder of the generator."""
    found: dict[str, list[Path]] = {}
    for file in sorted(GENERATOR.rglob("*.py")):
        found.setdefault(file.relative_to(GENERATOR).with_suffix("").parts[0], []).append(file)
    return {name: files for name, files in found.items() if name not in LOOSE}


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """The modules of the generator that a file imports anywhere, also inside functions, with the line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: name the module in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("generator.") and name != "generator.__version__":
                yield node.lineno, name.removeprefix("generator.").replace(".", "/")


def test_each_folder_imports_only_the_folders_that_it_may() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}: {folder} may not import {other}"
        for folder, files in folders().items()
        for file in files
        for line, other in imported(file)
        if other.split("/")[0] not in {folder} | MAY_IMPORT[folder]
    ]

    assert wrong == []


def test_arrows_point_downwards_only_so_that_there_is_no_circle() -> None:
    order = list(MAY_IMPORT)

    assert [(name, other) for name in order for other in MAY_IMPORT[name] if order.index(other) >= order.index(name)] == []


def test_each_arrow_that_is_allowed_is_needed() -> None:
    used = {name: {other.split("/")[0] for file in files for _, other in imported(file)} for name, files in folders().items()}

    assert {name: allowed - used[name] for name, allowed in MAY_IMPORT.items() if allowed - used[name]} == {}


def test_parts_inside_a_folder_keep_to_their_side() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}: {part} may not import {other}"
        for part, barred in INSIDE.items()
        for file in sorted((GENERATOR / part).rglob("*.py"))
        for line, other in imported(file)
        if any(f"{other}/".startswith(f"{each}/") for each in barred)
    ]

    assert wrong == []
    assert all((GENERATOR / part).is_dir() for part, barred in INSIDE.items() for part in (part, *barred))


def test_the_house_has_few_doors_and_each_is_in_the_list_of_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = re.findall(r"^    ([a-z]+)/ +\S", page, re.MULTILINE)

    assert sorted(listed) == sorted(MAY_IMPORT) == sorted(folders())
    assert len(listed) <= MOST_FOLDERS
    assert {file.stem for file in GENERATOR.glob("*.py")} == LOOSE
    assert not {"core", "common", "util", "utils", "helpers", "base"} & {file.stem for file in GENERATOR.rglob("*")}
