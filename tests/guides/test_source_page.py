"""The page of the source explains what is cited of it anywhere in the repository, and nothing that is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "source.md"

FOLDERS = ("generator", "templates", "plans", "docs", "tests", "bench", "tools")
SUFFIXES = {".py", ".j2", ".yaml", ".toml", ".md", ".txt"}
SELF = {PAGE, Path(__file__)}

LINES = r"\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*"
CITATION = re.compile(rf"\(((?:(?:V\d+|N-\d+)(?:, (?=[VNl]))?)*(?:lines? {LINES})?)\)")
LOOSE = re.compile(r"\bV\d{1,2}\b|\bN-\d{2}\b|\blines? \d{2,}")
BARE = re.compile(r"\(\d{2,3}(?:-\d+)?(?:, \d+(?:-\d+)?)*\)|\bsteps? \d-\d")

ROW = re.compile(rf"^\| ((?:V|N-)\d+|L\d{{3}} \| {LINES}) \|", re.MULTILINE)


def ids(text: str) -> set[str]:
    return set(re.findall(r"(?:V|N-)\d+", text))


def numbers(text: str) -> set[int]:
    """The line numbers of `286-287, 290`."""
    parts = [part.split("-") for part in re.findall(r"\d+(?:-\d+)?", re.sub(r"(?:V|N-)\d+", "", text))]
    return {number for part in parts for number in range(int(part[0]), int(part[-1]) + 1)}


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (file for file in sorted((ROOT / folder).rglob("*")) if file.suffix in SUFFIXES and file not in SELF)


def cited() -> Iterator[str]:
    for file in files():
        yield from (found[1] for found in CITATION.finditer(file.read_text(encoding="utf-8")) if found[1])


def docstrings(file: Path) -> Iterator[str]:
    """The docstrings of a module; none of a file that is no module."""
    if file.suffix != ".py":
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def test_what_is_cited_of_the_source_is_explained_on_its_page() -> None:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    known, explained = set(filter(ids, rows)), [row.partition("|")[2] for row in rows if not ids(row)]
    used = [*cited()]
    names = set().union(*map(ids, used))
    lines = set().union(*map(numbers, used))
    assert len(used) > 50
    assert names == known
    assert lines <= set().union(*map(numbers, explained))


def test_the_source_is_cited_in_one_form() -> None:
    texts = [(file, file.read_text(encoding="utf-8"), LOOSE) for file in files()]
    texts += [(file, text, BARE) for file in files() if file.is_relative_to(ROOT / "generator") for text in docstrings(file)]
    found = [
        f"{file.relative_to(ROOT)}: {loose[0]}"
        for file, text, wrong in texts
        for loose in wrong.finditer(CITATION.sub("", text))
    ]
    assert found == []
