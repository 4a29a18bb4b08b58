"""The grammar of templates: which parts of Jinja2 there are, and where its own operations give way to charged ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from generator.markup.templating.faults import TemplateFault, forbidden
from generator.problems.errors import Place

TURNS, PASSED, PAIRS, BEGIN, MEMBERS, SCALAR, COMPARE, TOGETHER, SLICE = (
    f"sandbox: {name}" for name in ("turns", "passed", "pairs", "begin", "members", "scalar", "compare", "together", "slice")
)
"""The filters that stand for operations. No template can write their names, and `map` takes only those that it can."""

_PARTS = frozenset((
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock,
    nodes.Assign, nodes.AssignBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Name, nodes.Const, nodes.Tuple,
    nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr,
    nodes.Getitem, nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos,
))  # fmt: skip

_WRITTEN = {
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.FilterBlock: "filter",
    nodes.With: "with",
    nodes.NSRef: "set x.y",
    nodes.Pow: "**",
}
"""How what is refused is written in a template."""

_DEEPEST_LOOPS = 10


def guarded(template: nodes.Template, parts: Sequence[nodes.Node], file: Path, digits: int) -> nodes.Template:
    """Put charged operations in place of free ones; `TemplateFault` with its line for what is no part of a template.

    `parts` are all the nodes in the template; to find them is half of the work.
    """
    _refuse_foreign((template, *parts), file, digits)
    if sum(isinstance(node, nodes.For) for node in parts) > _DEEPEST_LOOPS:
        _refuse_nesting(template, file, 0)
    guarded_template: nodes.Template = _Charging().visit(template)
    return guarded_template


def _refuse_foreign(parts: Iterable[nodes.Node], file: Path, digits: int) -> None:
    for node in parts:
        what = None
        if type(node) not in _PARTS:
            what = _WRITTEN.get(type(node), type(node).__name__.lower())
        elif isinstance(node, nodes.For) and node.recursive:
            what = "recursive"
        elif isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
            what = "*"
        elif isinstance(node, nodes.Const) and type(node.value) is int and node.value.bit_length() > 4 * digits:
            raise TemplateFault("template-number-too-large", Place(file, node.lineno))
        if what is not None:
            raise forbidden(what, Place(file, node.lineno))


def _refuse_nesting(node: nodes.Node, file: Path, depth: int) -> None:
    """Refuse loops so deep in one another that Python cannot compile them."""
    if isinstance(node, nodes.For):
        depth += 1
        if depth > _DEEPEST_LOOPS:
            raise TemplateFault("template-too-complex", Place(file, node.lineno))
    for child in node.iter_child_nodes():
        _refuse_nesting(child, file, depth)


def _weight(body: Iterable[nodes.Node]) -> tuple[int, int]:
    """Count the parts of a body and the bytes of its fixed text, without loops and macros in it, which count themselves."""
    work = size = 0
    for node in body:
        work += 1
        if isinstance(node, nodes.TemplateData):
            size += 2 * len(node.data)
        if isinstance(node, nodes.For):
            inner: Iterable[nodes.Node] = (node.iter, *node.else_)
        elif isinstance(node, nodes.CallBlock):
            inner = (node.call, *node.defaults)
        elif isinstance(node, nodes.Macro):
            inner = node.defaults
        else:
            inner = node.iter_child_nodes()
        more = _weight(inner)
        work, size = work + more[0], size + more[1]
    return work, size


class _Charging(NodeTransformer):
    """Puts filters of the sandbox where an operation is to be charged or its values checked."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        return self._begun(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._begun(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._begun(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        work, size = _weight(node.body)
        asked = _weight([node.test])[0] if node.test else 0
        self.generic_visit(node)
        if node.test:  # the body is for the members that pass
            node.test = _filter(PASSED, node.test, work, size)
            work, size = asked, 0
        node.iter = _filter(PAIRS if isinstance(node.target, nodes.Tuple) else TURNS, node.iter, work, size)
        return node

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.target, nodes.Tuple):
            node.node = _filter(MEMBERS, node.node)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.key = _filter(SCALAR, node.key)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filter(TOGETHER, *node.nodes)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        bounds = (node.arg.start, node.arg.stop, node.arg.step)
        return _filter(SLICE, node.node, *(bound or nodes.Const(None) for bound in bounds))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if len(node.ops) == 1:
            (operand,) = node.ops
            return _filter(COMPARE, node.expr, operand.expr, operand.op)
        node.expr = _filter(SCALAR, node.expr)
        for operand in node.ops:
            operand.expr = _filter(SCALAR, operand.expr)
        return node

    def _begun(self, node: Any) -> nodes.Node:
        work, size = _weight(node.body)
        self.generic_visit(node)
        charge = nodes.ExprStmt(_filter(BEGIN, nodes.Const(work, lineno=node.lineno), size), lineno=node.lineno)
        node.body = [charge, *node.body]
        return node  # type: ignore[no-any-return]


def _filter(name: str, value: Any, *arguments: nodes.Expr | int | str) -> nodes.Expr:
    given = [each if isinstance(each, nodes.Expr) else nodes.Const(each) for each in arguments]
    return nodes.Filter(value, name, given, [], None, None, lineno=value.lineno)
