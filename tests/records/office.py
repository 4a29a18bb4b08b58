"""A small project whose finals are letters, and the issue of them without typesetting.

Run as a program (`python -m tests.records.office ROOT OUTPUT …`) it issues some of its letters, and is killed at a chosen call
of the system if it is told one; what reads, numbers, keeps and writes is the real thing.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.build import pipeline, workers
from generator.build.document import DocumentBuilder
from generator.build.project import Folders
from generator.build.subjects import Subject
from generator.model.records.register import Entry, Register
from generator.persian import JalaliDate
from generator.records import register as registers
from generator.records.kept import Kept
from generator.tree.nodes import Document
from generator.writing.writers import Written
from tests.documents import faults
from tests.reading.plans_tree import PlansTree

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"
DAY = JalaliDate(1404, 2, 10)
KIND = """\
title: نامهٔ کوتاه
short: کوتاه
order: 10
code: ن
subject: {each: letters, of: province}
page: portrait
"""
TEMPLATE = """\
<document title="نامه" subject="نامه">
  <section page="portrait"><p key="{{ letter.id }}">{{ letter.subject }}</p>{% if registration is defined %}\
<p>شماره: {{ registration.number }}</p>{% endif %}</section>
</document>
"""


class Office:
    """The project, and what is issued in it."""

    def __init__(self, root: Path, letters: int = 0) -> None:
        self.root, self.plans, self.output = root, root / "plans", root / "output"
        if not self.plans.exists():
            self._begin(letters)

    def _begin(self, letters: int) -> None:
        PlansTree(self.plans).read()
        for series in ("letters", "meetings", "calls", "quarters"):
            shutil.rmtree(self.plans / series)
        for file in (self.plans / "neighbourhoods").rglob("*.yaml"):
            if file.name != "neighbourhood.yaml":
                file.unlink()
        (self.plans / "letters").mkdir()
        (self.plans / "keepers.yaml").write_text("keepers: []\n", encoding="utf-8")
        folder = self.root / "templates" / "memo"
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
        (folder / "document.html.j2").write_text(TEMPLATE, encoding="utf-8")
        shutil.copy(TEMPLATES / "style.yaml", self.root / "templates")
        for at in range(letters):
            self.write(f"n{at:02}", "نخست")

    def write(self, letter: str, subject: str) -> None:
        """Write a letter, or change what it is about."""
        text = f"id: {letter}\ndirection: صادره\nsubject: موضوع {letter} {subject}\nsender: دبیرخانه\nrecipient: مدیرکل\n"
        (self.plans / "letters" / f"{letter}.yaml").write_text(text, encoding="utf-8")

    def keepers(self, **series: int) -> None:
        """Name keepers with their series of numbers."""
        rows = "".join(
            f"  - {{id: {name}, post: مسئول {name}, neighbourhoods: [], series: {at}}}\n" for name, at in series.items()
        )
        (self.plans / "keepers.yaml").write_text(f"keepers:\n{rows}", encoding="utf-8")

    def issue(self, *letters: str, output: Path | None = None, **options: Any) -> pipeline.Result:
        """Issue some letters as finals, all where none is named."""
        folders = Folders(self.plans, self.root / "templates", output or self.output, self.root / "sanad.yaml")
        names = [f"province/memo/{each}" for each in letters]
        given = {"final": True, "on": DAY, "by": "دبیر"} | options
        return pipeline.build(folders, pipeline.Selection(names, ["memo"], **given), 1)

    @property
    def register(self) -> Register:
        """The register as it is on the disk."""
        return registers.read(self.plans)

    @property
    def kept(self) -> Kept:
        """The store of the finals."""
        return Kept(self.plans / "versions")

    def numbers(self) -> list[str]:
        """The numbers in the order of their lines."""
        return [each.about for each in self.register.issued]

    def put(self, output: Path | None = None) -> dict[str, str]:
        """The digests of the files in the output folder, by their names in it."""
        root = output or self.output
        found = (path for path in root.rglob("[!.]*") if path.suffix in (".docx", ".pdf"))
        return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

    def faults(self, *outputs: Path) -> list[str]:
        """What does not agree: a number that is twice or lost, a final that is not kept, a file that nobody has issued."""
        register = self.register
        wrong = [found.line() for found in self.kept.problems(register) if found.code != "kept-unregistered"]
        counts = [int(each.rpartition("/")[2]) for each in self.numbers()]
        wrong += [] if sorted(counts) == sorted(set(counts)) else ["a number twice"]
        wrong += [] if not counts or max(counts) > 9999 or set(counts) == {*range(1, len(counts) + 1)} else ["a number lost"]
        issued = {digest for each in register.issued for digest in self._read(each).values()}
        found = [item for root in outputs or (self.output,) for item in self.put(root).items()]
        return wrong + [f"{name}: nobody has issued it" for name, digest in found if digest not in issued]

    def _read(self, entry: Entry) -> Mapping[str, str]:
        found = {each: hashlib.sha256(self.kept.read(entry, each)).hexdigest() for each in entry.files}
        assert found == dict(entry.files)
        return found


def in_this_process(builder: DocumentBuilder, chosen: Sequence[Subject], formats: Any, final: bool, *_: Any) -> Iterator[Any]:
    """What `workers.run` does, without processes."""
    yield from (workers.make((builder, formats, final), subject) for subject in chosen)


def untypeset(_: DocumentBuilder, document: Document, formats: Sequence[str], *__: Any) -> dict[str, Written]:
    """The files of a document, which say nothing but what it is registered as."""
    code = document.registration.code if document.registration else document.properties.identifier
    return {each: Written(f"{each} {code}".encode() * 300, {}, 1) for each in formats}


def patched(patch: Any) -> None:
    """Let builds make documents in this process and without typesetting."""
    patch(pipeline, "run", in_this_process)
    patch(DocumentBuilder, "written", untypeset)


def main(root: str, output_folder: str, by: str, letters: str, call: str = "", at: str = "0") -> int:
    """Issue letters, and kill this process at the nth call of a kind that puts a file in place."""
    patched(setattr)
    if call:
        faults.at_call(call, int(at), lambda: os.kill(os.getpid(), 9))
    asked = re.split(",", letters) if letters else []
    result = Office(Path(root)).issue(*asked, output=Path(output_folder), by=by)
    for found in result.problems:
        print(found.line(), file=sys.stderr)
    return result.exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
