"""A finished tree as text that a person can read and compare: a line a block, a line a row, all that reaches paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args

from generator.tree import nodes
from generator.tree.passes.keys import is_made
from generator.tree.walk import emphasised

_INDENT = "  "
_CELL = " ¦ "
_INLINES = get_args(nodes.Inline)
_SHOWN_OTHERWISE = ("place", "key", "source_hash")
"""Places and the hash of the records change with every edit of a file, also where the page stays as it was."""


def written(document: nodes.Document) -> str:
    """The whole document."""
    head = _Node(document)
    lines = [head.opening, *_nested(document.properties, 1), *_nested(document.furniture, 1)]
    for section in document.sections:
        lines += _nested(section, 0)
    return "\n".join(lines) + "\n"


class _Node:
    """A node's own line: name, key, and the simple values that are not the usual ones."""

    def __init__(self, node: Any) -> None:
        key = getattr(node, "key", "")
        self.name = type(node).__name__.lower() + (f" #{key}" if key else "")
        self.children: list[Any] = []
        shown: list[str] = []
        for field in fields(node):
            value = getattr(node, field.name)
            if field.name in _SHOWN_OTHERWISE or (field.default is not MISSING and value == field.default):
                continue
            if isinstance(value, tuple) and value and all(is_dataclass(item) for item in value):
                if isinstance(value[0], _INLINES):
                    shown.append(f"{field.name}: {inline(value)}")
                else:
                    self.children += value
            elif not is_dataclass(value) and value not in ((), ""):
                shown.append(f"{field.name}={_CELL.join(map(str, value)) if isinstance(value, tuple) else value}")
        self.opening = "; ".join((self.name, *shown)) if shown else self.name


def _nested(node: Any, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    match node:
        case nodes.Paragraph():
            yield f"{indent}{_label(node, node.role)}{_aligned(node)}: {inline(node.children)}"
        case nodes.Heading():
            yield f"{indent}{_label(node, f'h{node.level}')} {node.number}: {inline(node.children)}"
        case nodes.Clause():
            yield f"{indent}{_label(node, node.kind)} «{node.label}»: {inline(node.title)}"
            yield from _all(node.blocks, depth + 1)
        case nodes.ListBlock():
            role = "" if node.role == "list" else f" {node.role}"
            yield f"{indent}{_label(node, f'list {node.marker}{role}')}"
            for item in node.items:
                first, *others = [line.removeprefix(indent + 2 * _INDENT) for line in _all(item.blocks, depth + 2)] or [""]
                yield f"{indent}{_INDENT}{_label(item, f'{item.ordinal}-')} {first.removeprefix('body: ')}"
                yield from (indent + 2 * _INDENT + line for line in others)
        case nodes.Table():
            yield from _table(node, depth)
        case _:
            told = _Node(node)
            yield indent + told.opening
            yield from _all(told.children, depth + 1)


def _all(blocks: Iterable[Any], depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _nested(block, depth)


def _label(node: Any, name: str) -> str:
    return f"{name} #{node.key}" if node.key and not is_made(node.key) else name


def _aligned(node: Any) -> str:
    return f" ({node.align})" if node.align else ""


def _table(table: nodes.Table, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    keep = " keep" if table.keep else ""
    summary = f" [{table.summary}]" if table.summary else ""
    yield f"{indent}{_label(table, f'table {table.role}')}{keep} «{table.number}»: {inline(table.caption)}{summary}"
    columns = " ".join(f"{column.share}{_aligned(column)}" for column in table.columns)
    yield f"{indent}{_INDENT}columns {columns}"
    for name, rows in (("head", table.head), ("row", table.body), ("foot", table.foot)):
        for row in rows:
            height = f" ({row.height} mm)" if row.height else ""
            yield f"{indent}{_INDENT}{_label(row, name)}{height}: {_CELL.join(map(_cell, row.cells))}"


def _cell(cell: nodes.Cell) -> str:
    """A cell in one line: what it is in brackets when it is something, its blocks one after the other."""
    marks = [name for name in (cell.tone, cell.align, f"label {cell.label}" if cell.label else "") if name]
    marks += ["header"] if cell.header else []
    marks += [f"{name} {span}" for name, span in (("columns", cell.colspan), ("rows", cell.rowspan)) if span > 1]
    blocks = [line.strip().removeprefix("body: ") for block in cell.blocks for line in _nested(block, 0)]
    return " ".join(([f"({', '.join(marks)})"] if marks else []) + [" / ".join(blocks)]).strip()


def inline(children: Iterable[Any]) -> str:
    """Inline content in one line; what is no plain text in signs of its own."""
    parts = []
    for node in children:
        match node:
            case nodes.Text():
                parts.append(node.text.replace("\u00a0", "⍽"))
            case nodes.Ltr():
                parts.append(f"⟨{''.join(f'*{text}*' if strong else text for text, strong in emphasised(node))}⟩")
            case nodes.Strong():
                parts.append(f"*{inline(node.children)}*")
            case nodes.LineBreak():
                parts.append(" ⏎ ")
            case nodes.Blank():
                parts.append(f"[{node.prompt} {node.width}{f' #{node.key}' if node.key else ''}]")
            case nodes.Datum():
                parts.append(f"⟦{node.path}: {inline(node.children)}⟧")
            case nodes.Reference():
                parts.append(f"{{{node.text} → {node.target}}}".replace("\u00a0", "⍽"))
            case nodes.PageField():
                parts.append(f"{{{node.what}}}")
            case _:
                parts.append(f"{{{_Node(node).opening}}}")
    return "".join(parts)
