"""The key of a document: a digest for each thing that its bytes depend on, found before any work.

Two equal keys mean equal bytes. What differs between two keys says why a document is made again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from generator.build import packaged, pictures
from generator.build.kinds import TEMPLATE, Kind
from generator.build.pictures import ABSENT
from generator.build.reads import Answers
from generator.markup.templating import Renderer
from generator.markup.templating.faults import TemplateFault
from generator.problems.remedies import declared
from generator.reading import plainfiles
from generator.reading.store import Store, digest, in_order
from generator.style import faces
from generator.style.faces import Family
from generator.style.style import Style

Key = Mapping[str, str]
"""By the name of each thing its digest: `program`, `record:plan`, `template:contract/document.html.j2`, `catalogue:legal`, …"""

_MODULES = Path(__file__).resolve().parents[1]
_FACE = ".ttf"

EVERY = "*"
"""In the place of a template's name that is no constant: it may be any."""
CATALOGUE, PICTURE = "catalogue", "picture"
"""The sorts of things that are known only after a document was made."""

NAMES = {
    "program": "برنامه",
    "libraries": "کتابخانه‌ها",
    "faces": "قلم‌ها",
    "look": "ظاهر",
    "engine": "موتور PDF",
    "settings": "تنظیمات",
    "options": "گزینه‌های فرمان",
    "kind": "گونهٔ سند",
    "subject": "موضوع سند",
    "sources": "پرونده‌های پیوست",
    "record": "پروندهٔ",
    "template": "قالب",
    "catalogue": "فهرست",
    "picture": "تصویر",
}
"""What each sort of thing is called in Persian."""


def title(name: str) -> str:
    """Return what a part of a key is called: «پروندهٔ plan»."""
    sort, _, of = name.partition(":")
    return f"{NAMES.get(sort, sort)} {of}".strip()


def differing(one: Key, other: Key) -> list[str]:
    """Return the names of the parts in which two keys differ, in the order of the names."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@cache
def program() -> str:
    """Return the digest of the program's own files: modules, and what lies beside them but the faces, which `of_faces` has."""
    files = sorted(file for file in _walk(_MODULES, {_MODULES / packaged.FOLDER}))
    return digest(*(part for file in files for part in (file.relative_to(_MODULES).as_posix(), file.read_bytes())))


def _walk(folder: Path, left_out: set[Path]) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name != "__pycache__" and path not in left_out:
                yield from _walk(path, left_out)
        elif path.suffix not in (".pyc", _FACE):
            yield path


@cache
def libraries() -> str:
    """Return the digest of the versions of Python and of the packages that the program asks for, as far as they are here."""
    import importlib.metadata

    found = [f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"]
    for name in sorted({each.name for each in declared() if each.marker is None or "weasyprint" in str(each.marker)}):
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return digest(*found)


def of_faces(style: Style) -> str:
    """Return the digest of the files that draw the families of a look here, and that Word files may carry."""
    word = tuple(Family(stack.word) for stack in style.stacks.values())
    found = faces.find_faces((*style.families(), *word))
    files = {f"{face.family} {name}": file for face in found.values() for name, file in _files(face)}
    files |= {f"/{file.name}": file for file in sorted((_MODULES / "writing" / "word" / "faces").glob(f"*{_FACE}"))}
    return digest(*in_order({name: _of_file(file) for name, file in files.items()}))


def _files(face: faces.Face) -> Iterator[tuple[str, Path]]:
    yield from (("regular", face.regular),) if face.regular else ()
    yield from (("bold", face.bold),) if face.bold else ()


def of_machine(style: Style) -> Key:
    """Return the parts of a key that are of the machine where documents are made."""
    return {"program": program(), "libraries": libraries(), "faces": of_faces(style)}


def _of_file(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return ABSENT
    return _of_written(file, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=256)
def _of_written(file: Path, _size: int, _written: int) -> str:
    """Return the digest of a file that was last written at a moment: who watches asks after each edit."""
    try:
        return digest(plainfiles.read(file))
    except OSError:
        return ABSENT


class Templates:
    """The template files that the documents of each kind use, by following what they include and import."""

    def __init__(self, renderer: Renderer, store: Store) -> None:
        self._renderer, self._store = renderer, store
        self._of = lru_cache(None)(self._found)
        self._file = lru_cache(None)(self._read)

    def of(self, kind: Kind) -> Key:
        """Return the parts of a key for the templates of a kind."""
        return self._of(kind.id)

    def contents(self, kinds: Iterable[Kind]) -> dict[str, bytes]:
        """Return the bytes that were read for some kinds, by the names of the templates."""
        wanted = {name.partition(":")[2] for kind in kinds for name in self.of(kind)}
        return {name: content for name in sorted(wanted) if (content := self._file(name)) is not None}

    def _found(self, kind: str) -> Key:
        waiting, found = [f"{kind}/{TEMPLATE}"], {}
        while waiting:
            name = waiting.pop()
            if name not in found:
                content = self._file(name)
                found[name] = ABSENT if content is None else digest(content)
                named = self._references(content) if content is not None else ()
                waiting += self._every() if EVERY in named else named
        return {f"template:{name}": each for name, each in found.items()}

    def _every(self) -> list[str]:
        """Return the names of all templates: one of them is included by a name that only rendering knows."""
        folders = self._renderer.folders
        return sorted({file.relative_to(folder).as_posix() for folder in folders for file in folder.rglob("*.j2")})

    def _read(self, name: str) -> bytes | None:
        try:
            return plainfiles.read(self._renderer.file(name))
        except (OSError, ValueError):
            return None

    def _references(self, content: bytes) -> tuple[str, ...]:
        key = digest(content)
        kept: tuple[str, ...] | None = self._store.get("template", key)
        if kept is None:
            # The limits are those of one document, and here the templates of all kinds are looked at.
            self._renderer.sandbox.budget.begin()
            try:
                tree = self._renderer.sandbox.parse(content.decode("utf-8-sig"))
                kept = tuple(sorted({name or EVERY for name in find_referenced_templates(tree)}))
            except (TemplateSyntaxError, TemplateFault, UnicodeDecodeError, RecursionError):
                kept = ()  # No document is made of it.
            self._store.put("template", key, kept, key)
        return kept


def of_kind(kind: Kind) -> str:
    """Return the digest of the declaration of a kind."""
    return digest(kind.view.model_dump_json())


def renewed(kept: Key, answers: Answers, plans: Path) -> Iterator[tuple[str, str]]:
    """Yield the present digests of what a document turned out to depend on when it was made."""
    for name in kept:
        sort, _, of = name.partition(":")
        if sort == CATALOGUE:
            yield name, answers.digest(of)
        elif sort == PICTURE:
            yield name, pictures.digest(plans, of)


def read_of(answers: Answers, noted: Iterable[str], pictured: Key) -> Key:
    """Return the parts of a key for what a document has read of the catalogues and shown of the pictures."""
    read = {f"{CATALOGUE}:{name}": answers.digest(name) for name in noted}
    return read | {f"{PICTURE}:{name}": found for name, found in pictured.items()}
