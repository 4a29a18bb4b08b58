"""What a build does that has nothing or little to do, over 66 full neighbourhoods of all kinds."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.performance import neighbourhoods
from bench.performance.fresh import ROOT
from bench.ratios.rows import Found, Row, Seconds, in_turn, python, sanad

COUNT = 66
SAMPLE = "z3-golshahr"
_PLAN = f"plans/neighbourhoods/{SAMPLE}/plan.yaml"

_COMPOSE = """\
import sys, pathlib, yaml
for file in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.compose(file.read_text(encoding="utf-8"), Loader=getattr(yaml, sys.argv[2]))
"""
_LOADED = """\
import sys
from pathlib import Path
from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
import generator.cli.app, generator.cli.commands.build
project = Project.read(Folders.under(Path.cwd()))
selection = pipeline.Selection(("z3-golshahr",), ("contract",))
builder = DocumentBuilder.of(project, project.style, selection)
for subject in pipeline.select(project, selection):
    builder.build(subject, ("docx", "pdf"), final=False)
print(*sorted(name for name in sys.modules if name.startswith("generator.")), sep=",")
"""
"""Makes a contract in this process and names what it has loaded."""


def imports() -> str:
    """Return the command that imports `generator.cli` and all modules of the program that making a document loads."""
    done = subprocess.run([sys.executable, "-c", _LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    names = done.stdout.strip().splitlines()[-1].split(",")
    return f"import generator.cli, {', '.join(names)}"


def measured(folder: Path, runs: int, count: int = COUNT) -> Iterator[Found]:
    """Yield the rows of a province that is built once in a folder."""
    if not folder.exists():
        neighbourhoods.make(ROOT, folder, count)
    everything = imports()
    sanad("build", "--quiet", "--jobs", "2", folder=folder)
    print(f"{count} neighbourhoods built", file=sys.stderr, flush=True)
    nothing, loading = in_turn([lambda: sanad("build", folder=folder), lambda: python(everything)], runs)
    title = f"nothing to do, {count} full neighbourhoods, all kinds, warm"
    yield Row(title, "importing all that building imports", nothing, loading, most=5)
    plans = str(folder / "plans")
    cold, fast, plain = in_turn(
        [
            lambda: _cold(folder),
            lambda: python(_COMPOSE, plans, "CLoader"),
            lambda: python(_COMPOSE, plans, "Loader"),
        ],
        runs,
    )
    yield Row("the same, cold cache", "`yaml.compose` of the same files as it is called (Loader)", cold, plain, most=4)
    yield Row("the same, cold cache", "`yaml.compose` of the same files by libyaml (CLoader)", cold, fast, most=4, note=_COLD)
    edits = iter(range(10**6))
    checking, loading = in_turn([lambda: _checked(folder, next(edits)), lambda: python(everything)], runs)
    yield Row("`check --data`, one file changed, warm", "the same imports", checking, loading, most=2)
    yield _one_word(folder, runs, edits)


_COLD = """\
libyaml is some ten times faster than what `yaml.compose` calls where no loader is named, and composes in C; what is left of a
cold build is Python: positions and texts of each value, the types of each record, all rules over them, and what is kept of it
for the next run. `bench/reading.py` measures reading alone beside libyaml."""


def _cold(folder: Path) -> Seconds:
    for file in (folder / "output" / ".sanad").glob("cache.sqlite*"):
        file.unlink()
    return sanad("build", folder=folder)


def _checked(folder: Path, edit: int) -> Seconds:
    _edit(folder, edit)
    return sanad("check", "--data", folder=folder)


def _edit(folder: Path, number: int) -> None:
    """Change one word: the end of the title of the plan's first action."""
    file = folder / _PLAN
    text = file.read_text(encoding="utf-8")
    word = "".join(chr(ord("ا") + int(digit)) if digit != "1" else "ب" for digit in f"{number:03}")
    file.write_text(re.sub(r"(title: [^\n«]*?)(?: ـ\w+)?\n", rf"\1 ـ{word}\n", text, count=1), encoding="utf-8")


def _one_word(folder: Path, runs: int, edits: Iterator[int]) -> Row:
    """Measure a build after one word was changed beside a forced one of exactly the documents that it made.

    That these are no more than they must be is seen from their bytes: how many are as before is said beside the ratio.
    """
    files, output = folder / "written.json", folder / "output"
    code = (
        "import json, subprocess, sys; done = subprocess.run([sys.executable, '-m', 'generator', 'build', '--json'], "
        "stdout=subprocess.PIPE); open(sys.argv[1], 'wb').write(done.stdout)"
    )
    counted: set[str] = set()

    def written() -> list[Path]:
        found = json.loads(files.read_text(encoding="utf-8"))["result"]["written"]
        return [output / re.sub(r".*\boutput/", "", each) for each in found]

    def changed() -> Seconds:
        before = {file: _digest(file) for file in output.rglob("*") if file.suffix in (".docx", ".pdf")}
        _edit(folder, next(edits))
        taken = python(code, str(files), folder=folder)
        made = written()
        same = sum(1 for file in made if before.get(file) == _digest(file))
        counted.add(f"{len(made)} files were written, {same} of them with the bytes that they had")
        return taken

    def forced() -> Seconds:
        names = {re.sub(r"-draft\.\w+$", "", file.relative_to(output).as_posix()) for file in written()}
        return sanad("build", "--force", *sorted(names), folder=folder)

    sanad("build", folder=folder)  # What the edits before left to be made is no matter of this one.
    first, second = in_turn([changed, forced], runs)
    note = f"{'; '.join(sorted(counted))}."
    return Row("one word of a plan changed", "`build --force` of exactly its documents", first, second, most=1.3, note=note)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
