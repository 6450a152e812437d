"""Turn the blocks of a parsed letter into those of the model."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Protocol

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from comment_kit.letters import findings, pandoc
from comment_kit.letters.attributes import Attributes, attributes_at
from comment_kit.letters.escaping import unescape
from comment_kit.letters.headings import DEEPEST_HEADING
from comment_kit.letters.inlines import Surroundings, read_line
from comment_kit.letters.places import Lines, Place
from comment_kit.letters.quotation_marks import begins_with_quotation, unclosed_quotation
from comment_kit.model.blocks import Inclusion
from comment_kit.model.layout import DIVISIONS, ROLES
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CodeBlock,
    Division,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Table,
    ThematicBreak,
)
from comment_kit.model.places import Location

_SET_IN = frozenset({"bullet_list", "ordered_list", "blockquote"})
"""Blocks in which a sentence may go on."""


class Include(Protocol):
    """Reads a block that the letter sets."""

    def __call__(self, inclusion: Inclusion, level: int, *, in_note: bool) -> Sequence[Block]:
        """Return its blocks, the highest of its headings on ``level``."""


class BlockReader:
    """Reads the nodes of one text, the letter's or a block's, or of one note."""

    def __init__(self, lines: Lines, around: Surroundings, include: Include, *, in_note: bool = False) -> None:
        self._lines = lines
        self._around = around
        self._include = include
        self._in_note = in_note
        self._level = 1
        """Of a heading that a block would bring here: a part without a number has no parts of its own."""
        self._inside: list[str] = []
        """The names of the divisions that stand around what is read."""

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        """Return the blocks of ``nodes``; texts of notes are left out."""
        blocks: list[Block] = []
        for node in nodes:
            blocks += self._blocks(node)
        return tuple(blocks)

    def _blocks(self, node: SyntaxTreeNode) -> Sequence[Block]:  # noqa: PLR0911 -- a table of kinds
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return (self._heading(node),)
            case "blockquote":
                return (BlockQuote(blocks=self.read(node.children), location=self._at(node)),)
            case "bullet_list" | "ordered_list":
                return (self._list(node),)
            case "table":
                return (self._table(node),)
            case "fence" | "code_block":
                text = self._around.inclusions.without(unescape(node.content))
                return (CodeBlock(text=text, location=self._at(node)),)
            case "hr":
                return self._rule(node)
            case "ck_division":
                return self._division(node)
            case "ck_stray":
                message = "this line closes a part that was never opened"
                self._around.report.append(findings.STRAY_DIVISION_END.at(self._at(node), message))
        return ()

    # ---- lines ----

    def _line(
        self, node: SyntaxTreeNode, content: str, what: str, *, after: int = 0
    ) -> tuple[Place, tuple[Inline, ...]]:
        """Return the inlines of ``what``, a heading or a cell, whose quotations end with it."""
        place = Place(self._lines, content, _first_line(node), after)
        line = read_line(content, place, self._around, in_note=self._in_note)
        unclosed = unclosed_quotation(content, line.passed_over)
        if unclosed is not None:
            self._unclosed(place.at(unclosed), what, 'close it, or write \\" where none is meant')
        return place, line.inlines

    def _unclosed(self, location: Location, what: str, hint: str) -> None:
        message = f"a quotation mark opens here and its {what} ends before it closes"
        self._around.report.append(findings.UNCLOSED_QUOTATION.at(location, message, hint=hint))

    def _paragraph(self, node: SyntaxTreeNode) -> Sequence[Block]:
        content = node.children[0].content
        inclusion = self._around.inclusions.of(content)
        if inclusion is not None:
            return self._include(inclusion, self._level, in_note=self._in_note)
        place = Place(self._lines, content, _first_line(node))
        line = read_line(content, place, self._around, in_note=self._in_note)
        self._around.report.extend(pandoc.remarks(content, place))
        unclosed = unclosed_quotation(content, line.passed_over)
        if unclosed is not None and not _quotes_on(node):
            hint = (
                "close it, begin the next paragraph with a quotation mark if the quotation goes on there, "
                'or write \\" where none is meant'
            )
            self._unclosed(place.at(unclosed), "paragraph", hint)
        return (Paragraph(content=line.inlines, location=place.at(0)),) if line.inlines else ()

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        content, attributes = _heading_attributes(node.children[0].content)
        place, inlines = self._line(node, content, "heading")
        if not inlines:
            hint = "write its words, or delete the line"
            self._around.report.append(
                findings.EMPTY_HEADING.at(self._at(node), "this heading has no words", hint=hint)
            )
        level = int(node.tag[1:])
        if level > DEEPEST_HEADING:
            message = f"a heading of level {level} is deeper than a letter goes"
            self._around.report.append(findings.DEEP_HEADING.at(self._at(node), message, hint="use #, ## or ###"))
        for name in (*attributes.pairs, *(f".{each}" for each in attributes.classes if each != "unnumbered")):
            message = f"a heading does not know '{name}'"
            hint = "it takes .unnumbered and an {#id}"
            self._around.report.append(findings.UNKNOWN_ATTRIBUTE.at(self._at(node), message, hint=hint))
        numbered = "unnumbered" not in attributes.classes
        self._level = min(level, DEEPEST_HEADING) + numbered
        return Heading(
            level=min(level, DEEPEST_HEADING),
            content=inlines,
            location=place.at(0) if content else self._at(node),
            id=self._around.notes.identity(attributes.id or ""),
            numbered=numbered,
        )

    # ---- blocks of blocks ----

    def _list(self, node: SyntaxTreeNode) -> ListBlock:
        start = node.attrs.get("start", 1)
        return ListBlock(
            items=tuple(self.read(item.children) for item in node.children),
            ordered=node.type == "ordered_list",
            start=int(start),
            location=self._at(node),
        )

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [self._row(row) for row in rows]
        return Table(
            header=cells[0],
            rows=tuple(cells[1:]),
            aligns=tuple(_align(cell) for cell in rows[0].children),
            location=self._at(node),
        )

    def _row(self, row: SyntaxTreeNode) -> tuple[tuple[Inline, ...], ...]:
        cells: list[tuple[Inline, ...]] = []
        source = self._lines.lines[_first_line(row) - 1]
        at = 0
        for cell in row.children:
            content = cell.children[0].content if cell.children else ""
            found = source.find(content, at)
            at = found if found >= 0 else at
            cells.append(self._line(row, content, "cell", after=at)[1])
            at += len(content)
        return tuple(cells)

    def _rule(self, node: SyntaxTreeNode) -> Sequence[Block]:
        words = self._lines.lines[_first_line(node) - 1].strip(" \t>")
        if pandoc.rules_a_table(words):
            message = "a table drawn with lines is not carried out"
            hint = "write the table with | between its cells"
            self._around.report.append(findings.NOT_CARRIED_OUT.at(self._at(node), message, hint=hint))
        return (ThematicBreak(location=self._at(node)),)

    def _division(self, node: SyntaxTreeNode) -> Sequence[Block]:
        token = _opening(node)
        name: str = token.meta["name"]
        attributes: Attributes = token.meta["attributes"]
        location = self._at(node)
        if not token.meta["closed"]:
            message = f"the part ':::{' ' if name else ''}{name}' never ends"
            self._around.report.append(findings.UNCLOSED_DIVISION.at(location, message, hint="end it with ':::'"))
        # "letterhead" is a division of the page and, inside of it, the style of a line.
        is_division = name in DIVISIONS and name not in self._inside
        self._inside.append(name)
        blocks = self.read(node.children)
        self._inside.pop()
        if is_division:
            return (Division(name=name, blocks=blocks, location=location, attributes=dict(attributes.pairs)),)
        if name in ROLES and not blocks:
            return (Paragraph(content=(), location=location, role=name),)
        if name in ROLES:
            return tuple(replace(block, role=name) if isinstance(block, Paragraph) else block for block in blocks)
        self._unknown_division(name, location)
        return blocks

    def _unknown_division(self, name: str, location: Location) -> None:
        known = (*DIVISIONS, *ROLES)
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(DIVISIONS)}"
        message = f"no part of a letter is called '{name}'" if name else "a part of the letter has no name"
        self._around.report.append(findings.UNKNOWN_DIVISION.at(location, message, hint=hint))

    def _at(self, node: SyntaxTreeNode) -> Location:
        line = _first_line(node)
        source = self._lines.lines[line - 1] if line <= len(self._lines.lines) else ""
        return self._lines.location(line, len(source) - len(source.lstrip()) + 1)


def _first_line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _opening(node: SyntaxTreeNode) -> Token:
    assert node.nester_tokens is not None  # noqa: S101 -- for the type checker
    return node.nester_tokens.opening


def _quotes_on(node: SyntaxTreeNode) -> bool:
    """Return whether a quotation goes on behind its paragraph.

    It does in what is listed or set in there, and where the next words begin with a mark of their own, be they those of
    the next item of a list.
    """
    behind = node.next_sibling
    if behind is None:
        item = node.parent.next_sibling if node.parent is not None and node.parent.type == "list_item" else None
        return item is not None and bool(item.children) and _begins_with_quotation(item.children[0])
    if behind.type in _SET_IN:
        return True
    while behind is not None and _is_no_prose(behind):
        behind = behind.next_sibling
    return behind is not None and _begins_with_quotation(behind)


def _begins_with_quotation(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and begins_with_quotation(node.children[0].content)


def _is_no_prose(node: SyntaxTreeNode) -> bool:
    """Return whether a block interrupts a text and says nothing in it: a rule, a picture, a citation on its own."""
    if node.type != "paragraph":
        return node.type in {"hr", "fence", "code_block", "table", *_SET_IN}
    content = node.children[0].content.strip()
    return content.startswith(("[@", "![")) and content.endswith((")", "]", "}"))


def _heading_attributes(content: str) -> tuple[str, Attributes]:
    """Return the words of a heading and what stands in curly brackets behind them."""
    start = content.rfind("{")
    if start < 0 or not content.endswith("}"):
        return content, Attributes()
    attributes = attributes_at(content, start)
    behind_bracket = content[start - 1 : start] in {"]", ")"}
    if attributes is None or attributes.end != len(content) or behind_bracket:
        return content, Attributes()
    return content[:start].rstrip(), attributes


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return next((align for align in Align if style.endswith(f":{align.value}")), Align.LEFT)
