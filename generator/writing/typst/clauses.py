"""Articles, clauses and notes: the label, then the text in the same line or below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.typst.literals import joined

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

ARTICLE, ARTICLE_LEVEL = "article", 2


def write_clause(clause: nodes.Clause, blocks: Blocks, setting: Setting) -> str:
    """Write a clause with all that is in it."""
    if clause.kind == ARTICLE:
        return _article(clause, blocks, setting)
    role = setting.body if setting.in_cell else clause.kind
    inside = replace(setting, body=role)
    runs_on = wording.runs_on(clause)
    around = replace(blocks.around(role, setting, clause.place), bold=True)
    label = [blocks.inlines.text(wording.clause_label(clause.kind, clause.label), around)]
    label.append(blocks.inlines.write(clause.title, around))
    if clause.title and runs_on:
        label.append(blocks.inlines.text(wording.TITLE_END, around))
    content = joined(label)
    opening = joined([blocks.anchor(clause.key, setting), f"strong({content})" if content != "[]" else ""])
    if runs_on:
        return blocks.write(clause.blocks, inside, opening, begun=True)
    alone = blocks.paragraph(role, opening, blocks.variant(inside, keep_next=bool(clause.blocks)))
    return "\n".join(filter(None, [alone, blocks.write(clause.blocks, inside, begun=True)]))


def _article(clause: nodes.Clause, blocks: Blocks, setting: Setting) -> str:
    around = blocks.around(ARTICLE, replace(setting, bold=False), clause.place)
    label = blocks.inlines.text(wording.clause_label("article", clause.label, alone=not clause.title), around)
    content = joined([label, blocks.inlines.write(clause.title, around)])
    heading = blocks.title(ARTICLE, ARTICLE_LEVEL, content, clause.key)
    return "\n".join(filter(None, [heading, blocks.write(clause.blocks, setting, begun=True)]))
