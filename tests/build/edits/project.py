"""A small project of two neighbourhoods and three kinds, and builds of it, each in a process that knows nothing of the last."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from generator.build import keys, pipeline
from generator.build.keying import Keys
from generator.build.project import Folders, Project, open_store
from generator.reading.store import digest
from tests.cli.harness import TEMPLATES
from tests.reading.plans_tree import PlansTree

NOTE = """\
title: یادداشت
short: یاد
order: 10
subject: neighbourhood
requires: [contract]
page: portrait
"""
SHEET = """\
title: برگه
short: برگه
order: 20
subject: neighbourhood
requires: []
page: portrait
"""
LIST = """\
title: فهرست
short: فهرست
order: 30
subject: province
requires: []
page: portrait
"""
KINDS = {"note": NOTE, "sheet": SHEET, "list": LIST}
DOCUMENTS = {
    "note": """\
<document title="یادداشت" subject="{{ programme.title }}">
  <section page="portrait">
    {% if 1 == 2 %}{% include "_parts/head.html.j2" %}{% endif %}
    <p>قرارداد محلهٔ {{ neighbourhood.name }}: {{ contract.guarantees[0].stated | money }} ریال</p></section>
</document>
""",
    "sheet": """\
<document title="برگه" subject="{{ programme.title }}">
  <section page="portrait">{% include "_parts/head.html.j2" %}<p>{{ catalogue.agency("welfare").name }}</p>
  <picture key="seen" src="seen.png" alt="نقشهٔ محله"><caption>نقشه</caption></picture></section>
</document>
""",
    "list": """\
<document title="فهرست" subject="{{ programme.title }}">
  <section page="portrait">{% for dossier in dossiers %}<p>{{ dossier.neighbourhood.name }}</p>{% endfor %}</section>
</document>
""",
}
PART = "<p>محلهٔ {{ neighbourhood.name }}</p>\n"


class Built(NamedTuple):
    """What a build wrote, by the names of the files, what they hold then, and what was told."""

    written: tuple[str, ...]
    files: dict[str, bytes]
    told: tuple[str, ...]
    checked: tuple[str, ...]


@dataclass
class Small:
    """The project in a folder; `program` stands for the digest of the program, which no test can change."""

    root: Path
    drawn: random.Random
    program: str = "1"
    fonts: Path = field(init=False)
    count: int = 0
    values: int = 0
    """How many values were changed; each time another sort of value."""
    fault: str = ""
    """A part of keys that they forget, `everything` that they know beside what they must, or nothing."""

    def __post_init__(self) -> None:
        self.fonts = self.root / "fonts"
        self.fonts.mkdir(parents=True)
        PlansTree(self.root / "plans").read()
        shutil.copytree(TEMPLATES / "looks", self.root / "templates" / "looks")
        shutil.copy(TEMPLATES / "style.yaml", self.root / "templates")
        (self.root / "sanad.yaml").write_text("embed_faces: none\n", encoding="utf-8")
        (self.root / "templates" / "_parts").mkdir()
        (self.root / "templates" / "_parts" / "head.html.j2").write_text(PART, encoding="utf-8")
        for kind, declared in KINDS.items():
            folder = self.root / "templates" / kind
            folder.mkdir()
            (folder / "kind.yaml").write_text(declared, encoding="utf-8")
            (folder / "document.html.j2").write_text(DOCUMENTS[kind], encoding="utf-8")
        self.picture()

    def word(self) -> str:
        """A word that no file had before."""
        self.count += 1
        return "".join("ابپتجدرسکم"[int(digit)] for digit in str(self.count))

    def places(self) -> list[str]:
        """The ids of the neighbourhoods."""
        return sorted(folder.name for folder in (self.root / "plans" / "neighbourhoods").iterdir())

    def of_place(self, place: str) -> frozenset[str]:
        """The documents of a neighbourhood; one of them has a contract."""
        return frozenset({f"{place}/sheet", *(["z1-alef/note"] if place == "z1-alef" else [])})

    def of_kind(self, kind: str) -> frozenset[str]:
        """The documents of a kind."""
        return frozenset(name for name in self.every() if name.endswith(f"/{kind}"))

    def every(self) -> frozenset[str]:
        """All documents."""
        return frozenset({"province/list", *(name for place in self.places() for name in self.of_place(place))})

    def picture(self) -> None:
        """Draw the picture anew."""
        folder = self.root / "plans" / "pictures"
        folder.mkdir(exist_ok=True)
        colour = tuple(self.drawn.randrange(256) for _ in range(3))
        Image.new("RGB", (40, 30), colour).save(folder / "seen.png")

    def text(self, key: str) -> str:
        return (self.root / key).read_text(encoding="utf-8")

    def write(self, key: str, text: str) -> None:
        (self.root / key).write_text(text, encoding="utf-8")

    def build(self, output: Path, during: Callable[[], None] | None = None, **options: Any) -> Built:
        """Build in a process of its own; `during` is done in this one when the first file is there."""
        with _PROCESSES.Pool(1) as pool:
            if during is None:
                return pool.apply(_build, (self.root, output, self.fonts, self.program, self.fault, options))
            waits = output.parent / f"{output.name}-waits"
            begun = pool.apply_async(
                _build, (self.root, output, self.fonts, self.program, self.fault, {**options, "waits": str(waits)})
            )
            while not waits.exists() and not begun.ready():
                begun.wait(0.01)
            during()
            waits.unlink(missing_ok=True)
            return begun.get()


_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(
    ["generator.build.pipeline", "generator.writing.typst.writer", "generator.writing.word", "tests.build.edits.project"]
)


def document(file: str) -> str:
    """Return what the document of a built file is called."""
    return file.removesuffix(Path(file).suffix).removesuffix("-draft")


def _spoil(fault: str, plans: Path) -> None:
    """Make keys forget what they must know, or know everything, as a fault of the program would."""

    def spoilt(known: Callable[..., dict[str, str]]) -> Callable[..., dict[str, str]]:
        def of(*given: Any) -> dict[str, str]:
            kept = {name: each for name, each in known(*given).items() if name.partition(":")[0] != fault}
            return {**kept, **({"everything": everything} if fault == "everything" else {})}

        return of

    everything = digest(*(file.read_bytes() for file in sorted(plans.rglob("*.yaml"))))
    Keys.of, Keys.made = spoilt(Keys.of), spoilt(Keys.made)  # type: ignore[method-assign]


def _build(root: Path, output: Path, fonts: Path, program: str, fault: str, options: dict[str, Any]) -> Built:
    os.environ["SANAD_FONTS"] = str(fonts)
    os.environ["XDG_CACHE_HOME"] = str(output.parent / f"{output.name}-home")
    keys.program = lambda: program  # type: ignore[assignment]
    if fault:
        _spoil(fault, root / "plans")
    folders = Folders(root / "plans", root / "templates", output, settings=root / "sanad.yaml")
    waits = Path(options.pop("waits", "")) if "waits" in options else None

    def pause(_: Path) -> None:
        nonlocal waits
        if waits is not None:
            waits.touch()
            while waits.exists():
                pass
            waits = None

    asked = pipeline.Selection(formats=("docx", "pdf"), with_samples=True, prune=True, **options)
    with ThreadPoolExecutor(1) as executor:
        result = pipeline.build(folders, asked, 1, pause, executor=executor)
    names = tuple(sorted(path.relative_to(output).as_posix() for path in result.written))
    files = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.suffix in (".docx", ".pdf") and ".sanad" not in path.parts
    }
    return Built(names, files, _lines(result.problems, output), _checked(folders))


def _checked(folders: Folders) -> tuple[str, ...]:
    store = open_store(folders)
    try:
        project = Project.read(folders, None, store)
        return _lines(pipeline.check(project, ()), folders.output)
    finally:
        store.commit()
        store.close()


def _lines(found: Any, output: Path) -> tuple[str, ...]:
    return tuple(each.line().replace(str(output), "output") for each in found)
