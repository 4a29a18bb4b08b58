"""Markup -> tree: a strict reader of exactly the elements that `docs/markup.md` lists."""

from __future__ import annotations

from pathlib import Path

from generator.markup.reader.build import Builder
from generator.markup.reader.grammar import check
from generator.markup.reader.xml import parse
from generator.problems.outcome import Outcome
from generator.style.style import Style
from generator.tree.nodes import Document


def read(markup: str, template: Path, default_page: str, look: Style) -> Outcome[Document]:
    """Read the document of a rendered template, or every problem of its markup in the order of the template.

    `markup` carries the marks of `templating.line_markers`, whose names are relative to the folder of all templates: the
    grandparent of `template`. Without marks a place is a line of the markup itself. `default_page` is the page form of
    sections that name none.
    """
    root, problems = parse(markup, template)
    if root is not None:
        # A fault inside a loop of the template is one fault.
        problems = [*dict.fromkeys([*check(root, default_page, look), *problems])]
    if root is None or problems:
        return Outcome.of(None, problems)
    return Outcome.of(Builder(default_page).document(root))
