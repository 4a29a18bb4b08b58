"""Write the text of each cross-reference from the number of its target."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.persian import counting_letter, numeral
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.tree.nodes import (
    Clause,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Map,
    Picture,
    Reference,
    Section,
    Table,
    Term,
)
from generator.tree.passes import keys
from generator.tree.walk import Visit, plain_text, rebuild, walk

_LABEL = re.compile(r"(\S+ [0-9۰-۹٠-٩]+) ?[–-] ")


def run(document: Document) -> tuple[Document, list[Problem]]:
    """Return the document with the text of each reference, and a problem for each without a target or a number."""
    texts: dict[str, str] = {}
    used: list[keys.Keyed] = []
    holding: set[int] = set()  # what has a reference in it, by `id`; most of a document has none
    for visit in walk(document):
        if isinstance(visit.node, Reference):
            used.append((visit.node.target, visit.node.place))
            holding.update(map(id, visit.ancestors))
        elif key := getattr(visit.node, "key", ""):
            texts.setdefault(key, _text(visit))
    problems = keys.dangling(used, [*texts])
    problems += [_unnumbered(target, place) for target, place in used if texts.get(target) == ""]

    def fill(node: Any) -> Any:
        if isinstance(node, Reference):
            return replace(node, text=texts.get(node.target, ""))
        return rebuild(node, fill) if id(node) in holding else node

    return fill(document), problems


def _unnumbered(target: str, place: Place | None) -> Problem:
    return problem("reference-without-number", place, target=target)


def _text(visit: Visit) -> str:
    """Return the text that refers to an element; empty when it has no number."""
    match visit.node:
        case Heading(number=""):
            return _titled(plain_text(visit.node.children))
        case Heading(number=number):
            return f"بخش {number} {_annex(visit)}".strip() if number[0].isdigit() else number
        case Clause(kind="clause"):
            return f"بند {visit.node.label} {_annex(visit)}".strip()
        case Clause(kind="note"):
            return " ".join(filter(None, (visit.node.label, _article(visit), _annex(visit))))
        case Clause():
            return f"{visit.node.label} {_annex(visit)}".strip()
        case Table() | Figure() | Picture() | Map():
            return visit.node.number
        case Term(children):
            return f"«{plain_text(children)}»"
        case ListItem():
            return _item(visit)
        case _:
            return ""


def _titled(title: str) -> str:
    """Refer to a heading without a number by its title: «پیوست ۱» of «پیوست ۱ – شرح خدمات», else the whole in guillemets."""
    label = _LABEL.match(title)
    return label[1] if label else f"«{title}»"


def _article(visit: Visit) -> str:
    return next((around.label for around in visit.ancestors if isinstance(around, Clause)), "")


def _annex(visit: Visit) -> str:
    """Return the label of the annex that an element lies in, where numbers begin anew."""
    return next((around.label for around in visit.ancestors if isinstance(around, Section)), "")


def _item(visit: Visit) -> str:
    holder = visit.ancestors[-1]
    if not isinstance(holder, ListBlock) or holder.marker == "bullet":
        return ""
    ordinal = visit.node.ordinal
    return f"مورد {numeral(ordinal)}" if holder.marker == "decimal" else f"مورد «{counting_letter(ordinal)}»"
