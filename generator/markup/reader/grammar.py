"""Check elements against the rules of the markup, and report everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from generator.markup.reader import rules, tables
from generator.markup.reader.rules import (
    RULES,
    Columns,
    FactPath,
    Free,
    FromLook,
    Key,
    Keys,
    Millimetres,
    OneOf,
    Rings,
    Rule,
    Value,
    WholeNumber,
)
from generator.markup.reader.xml import MOST_ELEMENTS, Characters, Element
from generator.persian import group, near_matches, numeral, quotable
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem, remedy
from generator.style.style import Style
from generator.tree.passes import keys


def check(root: Element, default_page: str, look: Style) -> list[Problem]:
    """Return every problem of a document's elements, in their order; then those of keys and references."""
    if root.name != "document":
        return [problem("markup-root", root.place, name=root.name)]
    checker = _Checker(look)
    checker.element(root, ())
    problems = checker.problems
    parts = [*root.named("section"), *root.named("annex")]
    if default_page not in look.pages and any("page" not in part.attributes for part in parts):
        hint = _instead(default_page, look.pages)
        problems.append(problem("markup-page-unknown", root.place, name=default_page, remedy=hint))
    declared, used = _keys(root)
    problems += keys.repeated(declared)
    if root.complete:
        problems += keys.dangling(used, [key for key, _ in declared])
    return problems


def _keys(root: Element) -> tuple[list[tuple[str, Place | None]], list[tuple[str, Place | None]]]:
    """Return the keys that elements have, and those that references name."""
    declared: list[tuple[str, Place | None]] = []
    used: list[tuple[str, Place | None]] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if "key" in element.attributes:
            declared.append((element.attributes["key"], element.place))
        if element.name == "ref" and element.attributes.get("to"):
            used.append((element.attributes["to"], element.place))
        if element.name == "chart" and element.attributes.get("of"):
            used.append((element.attributes["of"], element.place))
        waiting += reversed(element.elements)
    return declared, used


def _instead(given: str, allowed: Iterable[str]) -> str:
    names = [*allowed]
    return remedy(near_matches(given, names, 2), names)


_VALUES = {name: dict(rule.attributes) for name, rule in RULES.items()}


class _Checker:
    def __init__(self, look: Style) -> None:
        self._look = look
        self._blank = 0
        self.problems: list[Problem] = []

    def element(self, element: Element, ancestors: tuple[str, ...]) -> None:
        """Find the problems of an element whose name is known, and of everything in it."""
        rule = RULES[element.name]
        if element.attributes or rule.required:
            self.problems += self._attributes(element, rule)
        self._content(element, rule, ancestors)
        self.problems += [
            problem("markup-role-missing", element.place, name=element.name, role=role)
            for role in rules.ROLES.get(element.name, ())
            if role not in self._look.roles
        ]
        if element.name == "table":
            self.problems += self._table(element)

    def _table(self, element: Element) -> Iterator[Problem]:
        """Find the problems of a table; blank rows count as if they were written out, as they will be."""
        before, self._blank = self._blank, self._blank + tables.blank_cells(element)
        if self._blank <= MOST_ELEMENTS:
            yield from tables.check(element)
        elif before <= MOST_ELEMENTS:
            yield problem("markup-too-many", element.place, limit=group(MOST_ELEMENTS))

    # --- attributes

    def _attributes(self, element: Element, rule: Rule) -> Iterator[Problem]:
        allowed = _VALUES[element.name]
        for name, value in element.attributes.items():
            if name not in allowed:
                hint = _instead(name, allowed)
                yield problem("markup-attribute-unknown", element.place, element=element.name, name=name, remedy=hint)
            else:
                yield from self._value(element.place, name, value, allowed[name])
        for name in rule.required:
            if name not in element.attributes:
                yield problem("markup-attribute-missing", element.place, element=element.name, name=name)

    def _value(self, place: Place, name: str, value: str, wanted: Value) -> Iterator[Problem]:
        match wanted:
            case WholeNumber(least, most):
                if not (re.fullmatch(r"[0-9]{1,6}", value) and least <= int(value) <= most):
                    bounds = {"least": numeral(least), "most": numeral(most)}
                    yield problem("markup-number-wrong", place, name=name, value=quotable(value), **bounds)
            case Millimetres(most):
                if not (re.fullmatch(r"[0-9]{1,3}(?:\.[0-9])?", value) and 1 <= float(value) <= most):
                    yield problem("markup-length-wrong", place, name=name, value=quotable(value), most=numeral(most))
            case Columns(most):
                if not re.fullmatch(r"[1-9][0-9]?(?: [1-9][0-9]?)*", value) or max(map(int, value.split())) > most:
                    limit = numeral(most)
                    yield problem("markup-columns-wrong", place, name=name, value=quotable(value), limit=limit)
            case Keys():
                for key in value.split():
                    if not re.fullmatch(rules.KEY, key):
                        yield problem("key-malformed", place, key=quotable(key))
            case Rings(least):
                if not re.fullmatch(rules.points_form(least), value):
                    yield problem("markup-points-wrong", place, name=name, value=quotable(value))
            case Key():
                if not re.fullmatch(rules.KEY, value):
                    yield problem("key-malformed", place, key=quotable(value))
            case FactPath():
                if not re.fullmatch(rules.FACT, value):
                    yield problem("datum-malformed", place, path=quotable(value))
            case OneOf(values):
                if value not in values:
                    yield self._unknown_value(place, name, value, values)
            case FromLook():
                if value not in wanted.names(self._look):
                    yield self._unknown_value(place, name, value, wanted.names(self._look))
            case Free(may_be_empty):
                if not may_be_empty and not value.strip():
                    yield problem("markup-value-empty", place, name=name)
            case _:  # pragma: no cover
                assert_never(wanted)

    def _unknown_value(self, place: Place, name: str, value: str, values: tuple[str, ...]) -> Problem:
        hint = _instead(value, values)
        return problem("markup-value-unknown", place, name=name, value=quotable(value), remedy=hint)

    # --- content

    def _content(self, element: Element, rule: Rule, ancestors: tuple[str, ...]) -> None:
        children = element.elements
        holds_blocks = rule.content == "blocks" or (
            rule.content == "either" and any(child.name in rules.BLOCKS for child in children)
        )
        takes_text = not holds_blocks and rule.content not in ("elements", "nothing")
        allowed = _allowed(rule, element, ancestors, holds_blocks) if children else ()
        inner = (*ancestors, element.name)
        reported = False
        for child in element.content:
            if isinstance(child, Characters):
                if not takes_text and not reported and child.text.strip():
                    reported = True
                    text = quotable(child.text)
                    self.problems.append(problem("markup-text-misplaced", child.place, text=text, parent=element.name))
                continue
            reported = False
            if child.name not in allowed or child.name in rules.IN_ARTICLE_ONLY:
                self.problems += _misplaced(child, element, rule, inner, allowed, holds_blocks)
            if child.name in RULES:
                self.element(child, inner)
        if element.complete:
            self.problems += _counts(element, children)


def _misplaced(
    child: Element, parent: Element, rule: Rule, around: tuple[str, ...], allowed: tuple[str, ...], holds_blocks: bool
) -> Iterator[Problem]:
    """Say why an element may not stand where it does; `around` are the names of those that it is in."""
    names = {"name": child.name, "parent": parent.name}
    if child.name not in RULES:
        hint = _instead(child.name, RULES)
        yield problem("markup-element-unknown", child.place, name=child.name, remedy=hint)
    elif child.name in allowed:
        if "article" not in around:
            yield problem("markup-outside-article", child.place, name=child.name)
    elif child.name in rules.BLOCKS and rule.content == "inline":
        yield problem("markup-block-in-inline", child.place, **names)
    elif child.name in rules.INLINES and holds_blocks:
        yield problem("markup-inline-misplaced", child.place, **names)
    else:
        yield problem("markup-element-misplaced", child.place, **names, remedy=remedy([], allowed))


def _allowed(rule: Rule, element: Element, ancestors: tuple[str, ...], holds_blocks: bool) -> tuple[str, ...]:
    """Return the children that an element may have in its place."""
    allowed = rules.INLINES if rule.content == "either" and not holds_blocks else rule.children
    if "thead" in ancestors:
        # The head of a table repeats on each page, and its notes would with it.
        allowed = tuple(name for name in allowed if name not in rules.ONCE)
    if element.name == "b" and "furniture" not in ancestors:
        allowed = tuple(name for name in allowed if name not in rules.FIELDS)
    if "datum" in ancestors:
        allowed = tuple(name for name in allowed if name != "datum")
    if element.name == "keep":
        # What stands in a `keep` could stand where the `keep` does.
        outer = next((RULES[name].children for name in reversed(ancestors) if name != "keep" and name in RULES), ())
        allowed = tuple(name for name in allowed if name in outer)
    return allowed


def _counts(element: Element, children: list[Element]) -> Iterator[Problem]:
    """Find children that are missing, repeated or out of order."""
    required = rules.REQUIRED_CHILDREN.get(element.name, ())
    if required and not any(child.name in required for child in children):
        yield problem("markup-child-missing", element.place, parent=element.name, name="» یا «".join(required))
    elif element.name in rules.NEVER_EMPTY and not children and not any(element.texts):
        yield problem("markup-empty", element.place, name=element.name)
    for name in rules.SINGLE.get(element.name, ()):
        for again in element.named(name)[1:]:
            yield problem("markup-child-repeated", again.place, parent=element.name, name=name)
    order = rules.ORDERED.get(element.name, ())
    reached = 0
    for child in children if order else ():
        if child.name in order:
            if order.index(child.name) < reached:
                written = "، ".join(order)
                yield problem("markup-child-order", child.place, parent=element.name, name=child.name, order=written)
            reached = max(reached, order.index(child.name))
