"""The rules that markdown-it lacks between lines: divisions, texts of notes, comments."""

import re
from bisect import bisect_left

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from comment_kit.letters.attributes import Attributes, attributes_at

_NAME = re.compile(r"[^\s{}]+$")
_DEFINITION = re.compile(r"\[\^([^\s\[\]^]+)\]:[ \t]*")
_INDENT = 4
"""Of the paragraphs of a note behind its first."""


def add_block_rules(markdown: MarkdownIt) -> None:
    """Teach ``markdown`` the rules of this module."""
    ruler = markdown.block.ruler
    ruler.before("fence", "ck_division", division, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    ruler.before("reference", "ck_definition", definition, {"alt": ["paragraph", "reference"]})
    ruler.before("fence", "ck_comment", comment, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.disable(["html_block"], ignoreInvalid=True)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read what stands between ``::: name`` and ``:::``; a closing line without a beginning, too."""
    if state.is_code_block(start):
        return False
    words = _fence(_line(state, start))
    named = _named(words) if words is not None else None
    if named is None:
        return False
    if silent:
        return True
    if not words:
        state.push("ck_stray", "", 0).map = [start, start + 1]
        state.line = start + 1
        return True
    _division(state, start, end, *named)
    return True


def _fence(line: str) -> str | None:
    """Return what stands behind the colons of a line that opens or closes a division, or None for another line."""
    if not line.startswith(":::"):
        return None
    return line.strip(" \t").strip(":").strip(" \t")


def _named(words: str) -> tuple[str, Attributes] | None:
    """Return the name and the attributes of an opening line, empty for a closing one; None for neither."""
    if words.startswith("{"):
        attributes = attributes_at(words, 0)
        if attributes is None or words[attributes.end :].strip(": \t"):
            return None
        name = attributes.classes[0] if attributes.classes else ""
        return name, attributes
    return (words, Attributes()) if not words or _NAME.match(words) else None


def _division(state: StateBlock, start: int, end: int, name: str, attributes: Attributes) -> None:
    closing = _closing_line(state, start, end)
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "ck_division", closing if closing is not None else end
    opened = state.push("ck_division_open", "div", 1)
    opened.map = [start, start + 1]
    opened.meta = {"name": name, "attributes": attributes, "closed": closing is not None}
    state.md.block.tokenize(state, start + 1, state.lineMax)
    state.push("ck_division_close", "div", -1)
    state.parentType, state.lineMax = parent, line_max
    state.line = closing + 1 if closing is not None else end


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes the division of line ``start``, or None."""
    closings = state.env.setdefault("division_ends", None)
    if closings is None:
        closings = state.env["division_ends"] = _division_ends(state)
    closing = closings.get(start)
    return closing if closing is not None and closing < end else None


def _division_ends(state: StateBlock) -> dict[int, int]:
    """Return the closing line of each division of the text; lines inside code are read over."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    code = ""
    for line in range(state.lineMax):
        words = state.src[state.bMarks[line] : state.eMarks[line]].lstrip(" \t>")
        ticks = re.match(r"(`{3,}|~{3,})", words)
        if code:
            code = "" if ticks and ticks[0].startswith(code) and not words[ticks.end() :].strip() else code
        elif ticks:
            code = ticks[0]
        elif (name := _fence(words)) is not None and _named(name) is not None:
            if name:
                opened.append(line)
            elif opened:
                ends[opened.pop()] = line
    return ends


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read the text of a note, ``[^name]: text``, with the indented paragraphs behind it."""
    if state.is_code_block(start):
        return False
    found = _DEFINITION.match(_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    text = state.bMarks[start] + state.tShift[start] + found.end()
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType
    state.bMarks[start], state.tShift[start] = text, 0
    state.blkIndent += _INDENT
    state.sCount[start] = state.blkIndent
    state.parentType = "ck_definition"
    opened = state.push("ck_definition_open", "aside", 1)
    opened.map = [start, start + 1]
    opened.meta = {"name": found[1]}
    if state.isEmpty(start):
        state.line = start + 1
        state.md.block.tokenize(state, start + 1, end)
    else:
        state.md.block.tokenize(state, start, end)
    state.push("ck_definition_close", "aside", -1)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = kept
    return True


def comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read an HTML comment that has its lines to itself."""
    if state.is_code_block(start) or not _line(state, start).startswith("<!--"):
        return False
    closing = _comment_end(state, state.bMarks[start] + state.tShift[start])
    if closing is None:
        return False
    last = bisect_left(state.eMarks, closing, start)
    if last >= end or state.src[closing : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _comment_end(state: StateBlock, start: int) -> int | None:
    # Comments that never close would each be looked for to the end of the text.
    last = state.env.setdefault("last_comment_end", None)
    if last is None:
        last = state.env["last_comment_end"] = state.src.rfind("-->")
    return state.src.find("-->", start + 4) + 3 if last >= start + 4 else None
