"""What a document says, as a digest: its words, numbers and tables in order, whatever they look like.

Two trees have one digest when a reader would call their texts the same. It leaves out how things look (roles, widths, pages),
headers, footers, letterheads and lists of contents, which repeat what is said elsewhere, and keys, which nobody reads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, assert_never, get_args

from generator.persian import to_persian, with_plain_spaces
from generator.tree import nodes
from generator.tree.nodes import Document, Inline
from generator.tree.walk import box, own_runs, walk

_SILENT = (nodes.Furniture, nodes.Letterhead, nodes.Contents)
"""What says nothing of its own."""

_INLINE = get_args(Inline)
"""What is read as part of a run."""

_SAID: dict[type, tuple[str, ...]] = {
    nodes.Heading: ("level", "number"),
    nodes.ListBlock: ("marker",),
    nodes.ListItem: ("ordinal",),
    nodes.Clause: ("kind", "label"),
    nodes.Cell: ("colspan", "rowspan", "header", "label"),
    nodes.Table: ("number",),
    nodes.Figure: ("kind", "number", "unit"),
    nodes.Picture: ("src", "number", "summary"),
    nodes.Map: ("number", "sample"),
    nodes.Feature: ("role", "name", "lines", "state", "source"),
    nodes.Section: ("annex", "label"),
}
"""The fields of a node, beside its runs, that are read on paper."""


def digest(document: Document, without: Collection[str] = (), apart: str = "") -> str:
    """Return the SHA-256 of what a finished tree says, as hexadecimal digits.

    Of a fact whose path is one of `without`, or lies below one, only the path counts; the block with the key `apart` does not.
    """
    whole = hashlib.sha256()
    for line in _Reading(without, apart).lines(document):
        whole.update(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    return whole.hexdigest()


def blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what each block of a finished tree says, in reading order, with its key or that of what it stands in."""
    reading = _Reading((), "")
    for node, ancestors in walk(document):
        if isinstance(node, _INLINE) or any(map(reading.is_silent, (*ancestors, node))):
            continue
        labels = [str(label) for name in ("label", "number") if (label := getattr(node, name, ""))]
        text = " ".join([*labels, *(reading.text(run) for _, run in own_runs(node) if run)]).strip()
        if text:
            yield next((key for each in (node, *reversed(ancestors)) if (key := getattr(each, "key", ""))), ""), text


class _Reading:
    """Reads a tree part by part, without some facts and one block."""

    def __init__(self, without: Collection[str], apart: str) -> None:
        self._without = {tuple(path.split(".")) for path in without}
        self._apart = apart

    def lines(self, document: Document) -> Iterator[list[Any]]:
        """Yield what each part says, with how deep it lies, so that nothing can move out of its part unseen."""
        for node, ancestors in walk(document):
            if not isinstance(node, _INLINE) and not any(map(self.is_silent, (*ancestors, node))):
                said = [getattr(node, name) for name in _SAID.get(type(node), ())]
                runs = [self.text(run) for _, run in own_runs(node)]
                yield [len(ancestors), type(node).__name__, *said, *runs]

    def text(self, run: Iterable[Inline]) -> str:
        """Return what a run says."""
        return _plain("".join(self._texts(run)))

    def is_silent(self, node: Any) -> bool:
        """Return whether a node says nothing of its own, or is the block apart."""
        return isinstance(node, _SILENT) or (self._apart != "" and getattr(node, "key", "") == self._apart)

    def _texts(self, run: Iterable[Inline]) -> Iterator[str]:
        for node in run:
            match node:
                case nodes.Text(text) | nodes.Ltr(text) | nodes.Reference(_, text):
                    yield text
                case nodes.Datum(path, children):
                    yield from [f"⟨{path}⟩"] if self._is_left_out(path) else self._texts(children)
                case nodes.Strong(children) | nodes.Term(children):
                    yield from self._texts(children)
                case nodes.Footnote(children):
                    yield from ("⟨", *self._texts(children), "⟩")
                case nodes.Blank(prompt):
                    yield f"⟨{prompt}⟩"
                case nodes.Check(label):
                    yield box(node) + label
                case nodes.LineBreak():
                    yield "\n"
                case nodes.PageField() | nodes.SectionTitle():
                    yield "⟨⟩"
                case _:  # pragma: no cover
                    assert_never(node)

    def _is_left_out(self, path: str) -> bool:
        names = path.split(".")
        return any(tuple(names[: at + 1]) in self._without for at in range(len(names)))


def _plain(text: str) -> str:
    """Return a text without what the passes decide by what stands around: no-break spaces, and whose digits it has."""
    return to_persian(with_plain_spaces(text))
