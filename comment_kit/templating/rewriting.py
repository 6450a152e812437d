"""Make every loop, macro and comparison of a template pay for what it does, before the template is compiled."""

import re
from typing import cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

CHARGE = "ck charge"
COUNTED = "ck counted"
LITERAL = "ck literal"
SET = "ck set"
SLICED = "ck sliced"
WEIGHED = "ck weighed"
JOINED = "ck joined"
"""Names of filters; a space keeps them from being written in a template."""

# An escape such as \0 may write what neither a line of text nor a Word file can hold, or what marks a place.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff]")


def rewritten(template: nodes.Template) -> nodes.Template:
    """Return ``template`` with the filters of the bounds put in; the tree given is changed."""
    rewriter = _Rewriter()
    rewriter.visit(template)
    template.body.insert(0, _charge(template, rewriter.letters))
    return template


class _Rewriter(NodeTransformer):
    """One method per kind of node, named as Jinja names it."""

    def __init__(self) -> None:
        self.letters = 0
        """Of the template's own text, as far as it was seen."""

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        self.letters += len(node.data)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self._charged(node)
        node.iter = _through(COUNTED, node.iter)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._charged(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._charged(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        return self._charged(node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, SET, [], [], None, None, lineno=node.lineno)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        node.expr = self._weighed(node.expr)
        for operand in node.ops:
            operand.expr = self._weighed(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        node.node = self.visit(node.node)
        if not isinstance(node.arg, nodes.Const):
            node.arg = self.visit(node.arg)
        return _through(SLICED, node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through(JOINED, nodes.List(node.nodes, lineno=node.lineno))

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        # {{ x if y }} prints nothing where y is false, as a writer of forms expects.
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        self.generic_visit(node)
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802
        # What a template writes between quotation marks is its own text, like what it writes outside of them.
        if not isinstance(node.value, str):
            return node
        node.value = _UNPRINTABLE.sub("", node.value)
        return _through(LITERAL, node)

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:  # noqa: N802
        raise TemplateSyntaxError("'autoescape' is no tag of this kit", node.lineno)

    def _charged(self, node: nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
        before = self.letters
        self.generic_visit(node)
        node.body.insert(0, _charge(node, self.letters - before))
        return node

    def _weighed(self, value: nodes.Expr) -> nodes.Expr:
        return value if isinstance(value, nodes.Const) else _through(WEIGHED, self.visit(value))


def _charge(node: nodes.Node, letters: int) -> nodes.ExprStmt:
    """Return the statement that pays for one run of ``node``: a step, and the text it holds."""
    return nodes.ExprStmt(_through(CHARGE, nodes.Const(letters, lineno=node.lineno)), lineno=node.lineno)


def _through(name: str, value: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", value), name, [], [], None, None, lineno=value.lineno)
