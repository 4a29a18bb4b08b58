"""The parts of a document that count their pages for themselves: its sections together, and each annex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.tree.nodes import Document, Furniture, Heading, Inline, PageField, Section, Strong, Text


@dataclass(frozen=True, slots=True)
class Part:
    """Sections whose pages are counted together, by the numbers of the first of them and of the one after the last.

    `label` is that of an annex, empty for the document itself; `key` names the heading that an annex begins with.
    """

    label: str
    key: str
    first: int
    end: int


def parts(document: Document) -> list[Part]:
    """Return the document itself, then each annex."""
    count = len(document.sections)
    annexes = [number for number, section in enumerate(document.sections) if section.annex]
    own = Part("", "", 0, annexes[0] if annexes else count)
    return [own, *(Part(document.sections[at].label, title(document.sections[at]).key, at, at + 1) for at in annexes)]


def title(annex: Section) -> Heading:
    """Return the heading that an annex begins with."""
    heading = annex.blocks[0]
    if not isinstance(heading, Heading):
        raise TypeError(f"an annex begins with {heading!r}")
    return heading


def furniture(own: Furniture, label: str) -> Furniture:
    """Return what the pages of an annex show: where a number of pages stands its label follows, «صفحهٔ ۱ از ۴ پیوست ۱»."""
    if not label:
        return own
    return replace(
        own,
        header_start=_named(own.header_start, label),
        header_end=_named(own.header_end, label),
        footer=_named(own.footer, label),
    )


def _named(children: tuple[Inline, ...], label: str) -> tuple[Inline, ...]:
    """Return inline content with the label after its first number of pages, or else of a page."""
    for what in ("pages", "page"):
        named, found = _with_label(children, what, label)
        if found:
            return named
    return children


def _with_label(children: Sequence[Inline], what: str, label: str) -> tuple[tuple[Inline, ...], bool]:
    written: list[Inline] = []
    for at, child in enumerate(children):
        match child:
            case PageField() if child.what == what:
                return (*written, child, *_labelled(label, children[at + 1 :])), True
            case Strong(inner):
                named, found = _with_label(inner, what, label)
                if found:
                    return (*written, Strong(named), *children[at + 1 :]), True
                written.append(child)
            case _:
                written.append(child)
    return tuple(written), False


def _labelled(label: str, after: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the label with what stands after it, texts as one."""
    match after:
        case (Text(text), *rest):
            return (Text(f" {label}{text}"), *rest)
        case _:
            return (Text(f" {label}"), *after)
