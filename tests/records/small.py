"""A small project whose documents can be final, and its command run in this process."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.build import pipeline
from generator.build.project import Folders
from generator.build.results import Result
from generator.model.records.register import Register
from generator.persian import parse_date
from generator.records import register as registers
from generator.records.kept import Kept
from tests.cli.harness import TEMPLATES
from tests.reading.plans_tree import PlansTree

KIND = """\
title: یادداشت
short: یاد
code: ی
order: 10
subject: neighbourhood
requires: [contract]
page: portrait
"""
DOCUMENT = """\
<document title="یادداشت" subject="{{ programme.title }}">
  <section page="portrait">
    <p>این یادداشت دربارهٔ محلهٔ {{ neighbourhood.name }} نوشته شده است.</p>
    <article key="amount" title="مبلغ"><clause key="amount/1">مبلغ {{ contract.amount | money }} ریال است.</clause></article>
    <table key="parts"><caption>بخش‌ها</caption><columns><column/><column/></columns>
      <thead><tr><th>بخش</th><th>شمار</th></tr></thead>
      <tbody><tr key="part/1"><td>یکم</td><td>۱۲۵</td></tr><tr key="part/2"><td>دوم</td><td>۲۴۸</td></tr></tbody></table>
    <page-break/>
    <article key="end" title="پایان"><clause key="end/1">طرفین این یادداشت را خوانده‌اند.</clause>
      <clause key="end/2">این یادداشت دو نسخه دارد.</clause></article>
  </section>
</document>
"""
NAME = "z1-alef/note"


class Small:
    """The project in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        PlansTree(root / "plans").read()
        folder = root / "templates" / "note"
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
        (folder / "document.html.j2").write_text(DOCUMENT, encoding="utf-8")
        shutil.copy(TEMPLATES / "style.yaml", root / "templates")
        (root / "sanad.yaml").write_text("embed_faces: none\n", encoding="utf-8")

    @property
    def folders(self) -> Folders:
        return Folders(self.root / "plans", self.root / "templates", self.root / "output", self.root / "sanad.yaml")

    @property
    def register(self) -> Register:
        return registers.read(self.root / "plans")

    @property
    def kept(self) -> Kept:
        return Kept(self.root / "plans" / "versions")

    def issue(self, on: str = "1404/02/10") -> Result:
        """Issue the final."""
        asked = pipeline.Selection((NAME,), final=True, on=parse_date(on))
        with ThreadPoolExecutor(1) as executor:
            result = pipeline.build(self.folders, asked, 1, executor=executor)
        assert result.exit_code == 0, [each.line() for each in result.problems]
        return result

    def final(self, suffix: str) -> Path:
        """The file of the final in the output folder."""
        return self.root / "output" / f"{NAME}.{suffix}"

    def edit(self, key: str, old: str, new: str) -> None:
        file = self.root / key
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


def rewritten(source: Path, target: Path, change: Callable[[str], str]) -> Path:
    """Write a Word file whose text was changed, as a person with a text editor would."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.infolist():
            data = old.read(each.filename)
            if each.filename == "word/document.xml":
                before = data.decode()
                data = change(before).encode()
                assert data.decode() != before
            new.writestr(each, data)
    return target
