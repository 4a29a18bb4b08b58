"""The parts of a Word package: the kind of each, its XML, and the names that its styles, lists and bookmarks define."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from generator.inspection.defects import Defect, defect

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMES = {"w": WORD}

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STORIES = ("document.main", "header", "footer", "footnotes", "endnotes", "comments", "document.glossary")
_CUSTOM = "docProps/custom.xml"
_LARGEST = 64 * 2**20
"""Bytes of all parts unpacked; the samples have 3 million. As a tree, XML takes up to ten times its length in memory."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,  # a password; NotImplementedError of a way of packing is one too
    ValueError,  # a name or a number that cannot be
    IndexError,
    struct.error,
)
"""The exceptions that reading a damaged package raises."""

Element = etree._Element


class UnreadableError(Exception):
    """The file is no Word package; carries the defect that says so."""

    def __init__(self, found: Defect) -> None:
        super().__init__(found.code)
        self.defect = found


class Fault(NamedTuple):
    """A fault at an element of a part, before it has a path."""

    code: str
    part: str
    element: Element
    values: dict[str, object]

    def defect(self, *, placed: bool = True) -> Defect:
        """Return the fault as a defect, with the XPath of its element when it is to be `placed`."""
        path = self.element.getroottree().getpath(self.element) if placed else ""
        return defect(self.code, self.part, path, **self.values)


def fault(code: str, part: str, element: Element, /, **values: object) -> Fault:
    """Make a fault, its values by name."""
    return Fault(code, part, element, values)


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part and its name in the package."""

    name: str
    root: Element

    def iter(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of these names in document order."""
        return self.root.iter(*(W + tag for tag in tags))


class Package:
    """A Word package, unpacked in memory. Raises UnreadableError for what Word could not open either."""

    def __init__(self, data: bytes) -> None:
        self._bytes = _unpacked(data)
        self._roots: dict[str, Element] = {}
        types = self._root("[Content_Types].xml")
        if types is None:
            raise UnreadableError(defect("word-part-missing", name="[Content_Types].xml"))
        self._by_type: dict[str, list[str]] = {}
        for override in types.iter(_TYPES + "Override"):
            kind = override.get("ContentType", "").rpartition(".wordprocessingml.")[2].removesuffix("+xml")
            self._by_type.setdefault(kind, []).append(override.get("PartName", "").lstrip("/"))
        if not self._by_type.get("document.main"):
            raise UnreadableError(defect("word-part-missing", name="word/document.xml"))
        self.stories = tuple(part for kind in _STORIES for part in self._parts(kind))
        """The parts that hold text: the document first, then headers, footers, notes and comments."""

    def bytes(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None."""
        return self._bytes.get(name)

    def _root(self, name: str) -> Element | None:
        """Read a part as XML, once however often it is named."""
        data = self._bytes.get(name)
        if data is None:
            return None
        if name not in self._roots:
            try:
                self._roots[name] = _parsed(data)
            except (etree.XMLSyntaxError, ValueError):
                raise UnreadableError(defect("word-part-malformed", name)) from None
        return self._roots[name]

    def _parts(self, kind: str) -> Iterator[Part]:
        for name in dict.fromkeys(self._by_type.get(kind, ())):
            root = self._root(name)
            if root is None:
                raise UnreadableError(defect("word-part-missing", name=name))
            yield Part(name, root)

    def _single(self, kind: str) -> Part | None:
        return next(self._parts(kind), None)

    @property
    def document(self) -> Part:
        """The body."""
        return self.stories[0]

    @cached_property
    def styles(self) -> Part | None:
        """`word/styles.xml`."""
        return self._single("styles")

    @cached_property
    def numbering(self) -> Part | None:
        """`word/numbering.xml`."""
        return self._single("numbering")

    @cached_property
    def fonts(self) -> Part | None:
        """`word/fontTable.xml`."""
        return self._single("fontTable")

    @cached_property
    def tracks_changes(self) -> bool:
        """Whether the document records changes."""
        settings = self._single("settings")
        return settings is not None and is_on(settings.root, "trackRevisions") is True

    @cached_property
    def core(self) -> Part | None:
        """`docProps/core.xml`, whatever its name."""
        root = self._root("docProps/core.xml")
        return None if root is None else Part("docProps/core.xml", root)

    @cached_property
    def custom(self) -> dict[str, str]:
        """The properties that the program which wrote the file added."""
        root = self._root(_CUSTOM)
        return {} if root is None else _properties(root)

    @cached_property
    def formatted(self) -> tuple[Part, ...]:
        """The parts with run properties: the stories, and the definitions of styles and lists."""
        return (*self.stories, *(part for part in (self.styles, self.numbering) if part))

    def target(self, part: str, relation: str) -> str | None:
        """Return the part that a relation of a part means, or None."""
        folder, name = posixpath.split(part)
        root = self._root(f"{folder}/_rels/{name}.rels")
        for entry in () if root is None else root.iter(_RELATIONS + "Relationship"):
            if entry.get("Id") == relation and entry.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
        return None


def custom(data: bytes) -> dict[str, str]:
    """Return the properties that a program added to a package, of which no more is read; none where there is no package."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if _CUSTOM not in archive.namelist() or archive.getinfo(_CUSTOM).file_size > _LARGEST:
                return {}
            return _properties(_parsed(archive.read(_CUSTOM)))
    except (*_DAMAGE, etree.XMLSyntaxError):
        return {}


def _properties(root: Element) -> dict[str, str]:
    return {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in root.iter("{*}property")}


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise UnreadableError(defect("word-file-large"))
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _DAMAGE:
        raise UnreadableError(defect("word-file-broken")) from None


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute of the Word namespace, empty when it or the element is missing."""
    return "" if element is None else element.get(W + attribute, "")


def is_on(parent: Element | None, name: str) -> bool | None:
    """Return whether a switch (`b`, `rtl`, `bidi`) under a property element is on; None when it is not there."""
    switch = None if parent is None else parent.find(W + name)
    return None if switch is None else value(switch) not in ("0", "false", "off")


def owner(element: Element, *tags: str) -> Element | None:
    """Return the nearest element of these names around an element."""
    return next(element.iterancestors(*(W + tag for tag in tags)), None)


def in_fallback(element: Element) -> bool:
    """Return whether an element is a copy for old programs (`mc:Fallback`)."""
    return next(element.iterancestors(MC + "Fallback"), None) is not None


def text_of(elements: Iterable[Element]) -> str:
    """Return the text of runs, also of deleted text."""
    return "".join(node.text or "" for element in elements for node in element.iter(W + "t", W + "delText"))
