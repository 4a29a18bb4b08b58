"""Markup of small documents, read by the strict reader."""

from __future__ import annotations

from pathlib import Path

from generator.markup import reader
from generator.style import style
from generator.tree import nodes
from generator.tree.nodes import Document, Text

TEMPLATE = Path("templates/kind/document.html.j2")
ROOT = Path(__file__).parents[3]


def _load_look() -> style.Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


LOOK = _load_look()


def whole(body: str, **attributes: str) -> str:
    written = "".join(f' {name}="{value}"' for name, value in {"title": "سند", **attributes}.items())
    return f"<document{written}><section>\n{body}\n</section></document>"


def read(text: str) -> Document:
    document, problems = reader.read(text, TEMPLATE, "portrait", LOOK)
    assert document is not None, [found.line() for found in problems]
    assert not problems
    return document


def blocks(body: str) -> tuple[nodes.Block, ...]:
    return read(whole(body)).sections[0].blocks


def block(body: str) -> nodes.Block:
    (only,) = blocks(body)
    return only


def told(text: str) -> list[tuple[str, int]]:
    """The problems of a text as (code, line)."""
    document, problems = reader.read(text, TEMPLATE, "portrait", LOOK)
    assert document is None
    assert all(found.place and found.place.file == TEMPLATE for found in problems)
    return [(found.code, found.place.line) for found in problems if found.place]


def wrong(body: str) -> list[str]:
    """The codes of what is wrong with the body of a section."""
    return [code for code, _ in told(whole(body))]


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)
