"""The command run in this process over a small folder of plans and one kind of document."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.cli.app import main
from tests.reading.plans_tree import PlansTree

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"

KIND = """\
title: یادداشت
short: یاد
order: 10
code: ن
subject: neighbourhood
requires: [contract]
final_requires: [contract.number]
page: portrait
"""
DOCUMENT = """\
<document title="یادداشت" subject="{{ programme.title }}">
  <section page="portrait"><p>محلهٔ {{ neighbourhood.name }}</p></section>
</document>
"""

Printed = tuple[int, str, str]


class Sanad:
    """A project, and the command over it: the code, what it printed as result, and what it said."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capsys = capsys
        PlansTree(root / "plans").read()
        folder = root / "templates" / "note"
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
        (folder / "document.html.j2").write_text(DOCUMENT, encoding="utf-8")
        shutil.copy(TEMPLATES / "style.yaml", root / "templates")

    def __call__(self, *words: str) -> Printed:
        folders = (
            "--plans",
            str(self.root / "plans"),
            "--templates",
            str(self.root / "templates"),
            "--output",
            str(self.root / "output"),
        )
        code = main([*words, *folders])
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def for_programs(self, *words: str) -> tuple[int, list[dict[str, Any]], Any]:
        """The code, the problems and the result of the one object on the standard output; nothing else is printed."""
        code, out, err = self(*words, "--json")
        told = json.loads(out)
        assert (err, list(told), told["version"]) == ("", ["version", "problems", "result"], 1)
        return code, told["problems"], told["result"]

    def spoil(self, key: str, old: str, new: str) -> None:
        """Plant a mistake in a file of the plans."""
        file = self.root / "plans" / key
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def kind(self, name: str, **changes: str) -> None:
        """Add a kind of document that differs from the first one in some lines of its declaration."""
        folder = self.root / "templates" / name
        shutil.copytree(self.root / "templates" / "note", folder)
        lines = {key: line for line in KIND.splitlines() if (key := line.partition(":")[0]) != "code"}
        lines |= {key: f"{key}: {value}" for key, value in changes.items()}
        (folder / "kind.yaml").write_text("\n".join(lines.values()) + "\n", encoding="utf-8")
