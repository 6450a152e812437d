"""The rules that markdown-it lacks inside a line: citations, notes, mentions, spans, and what is only reported."""

import re
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline, image, link
from msgspec import Struct, field

from comment_kit.letters.attributes import Attributes, attributes_at
from comment_kit.letters.brackets import square_pairs
from comment_kit.letters.citing import KEY, Bracket, begins_citation, cites, is_half_typed, lacks_at

_CALL = re.compile(r"\^([^\s\[\]^]+)")
_HALF_CALL = re.compile(r"\^[^\[\]^]*")
_TARGET = re.compile(r"\(\s*#([^\s()]*)\s*\)")
_LINK_TAIL = re.compile(r"\([^()\n]*\)")
_MENTION = re.compile(rf"@(?:({KEY})|\{{([^{{}}\s]+)\}})")
_BRACKET_SIGN = re.compile(r"\\.|[\[\]`@\n]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,1000})?/?>")
_TEX = re.compile(r"\\[A-Za-z]{2,40}(?=[{\[])")
_MATH = re.compile(r"\$(?=\S)([^$\n]{1,500}?)(?<=[^\s\\])\$(?!\d)")
_RAISED = re.compile(r"\^([^\s^\\\[\]]{1,80})\^")
_LOWERED = re.compile(r"~([^\s~\\]{1,80})~(?!~)")

SPAN_CLASSES = ("smallcaps",)
_A_LOOK = 80
"""How many characters behind an open bracket tell whether a citation was meant."""


class Scope(Struct):
    """What the rules know of the piece of text they read."""

    offset: int = 0
    """Where the piece begins in its paragraph."""
    _pairs: dict[int, int] | None = field(default=None)
    _closers: frozenset[int] | None = field(default=None)
    _last_comment_end: int | None = field(default=None)

    def pairs(self, text: str) -> dict[int, int]:
        """Return which square bracket closes which in the piece ``text``."""
        if self._pairs is None:
            self._pairs = square_pairs(text)
        return self._pairs

    def closes(self, text: str, at: int) -> bool:
        """Return whether the bracket at ``at`` of the piece ``text`` closes one."""
        if self._closers is None:
            self._closers = frozenset(self.pairs(text).values())
        return at in self._closers

    def comment_end(self, text: str, start: int, end: int) -> int | None:
        """Return where the comment at ``start`` of ``text`` ends, or None where it does not before ``end``."""
        # Each comment that never closes would be looked for to the end of the text anew.
        if self._last_comment_end is None:
            self._last_comment_end = text.rfind("-->")
        if self._last_comment_end < start:
            return None
        found = text.find("-->", start + 4, end)
        return found + 3 if found >= 0 else None


def add_inline_rules(markdown: MarkdownIt) -> None:
    """Teach ``markdown`` the rules of this module; each text it parses needs a Scope in ``env["scope"]``."""
    ruler = markdown.inline.ruler
    ruler.before("link", "ck_bracket", bracket)
    ruler.before("ck_bracket", "ck_note", note)
    ruler.push("ck_mention", mention)
    ruler.push("ck_html", html)
    ruler.push("ck_math", math)
    ruler.push("ck_raised", raised)
    ruler.push("ck_lowered", lowered)
    ruler.before("escape", "ck_tex", tex)
    ruler.at("link", placed_link)
    ruler.at("image", placed_image)
    ruler.disable(["html_inline"], ignoreInvalid=True)


def _scope(state: StateInline) -> Scope:
    return cast("Scope", state.env["scope"])


def _closing(state: StateInline, opened: int) -> int | None:
    closing = _scope(state).pairs(state.src).get(opened)
    return closing if closing is not None and closing < state.posMax else None


def _push(state: StateInline, kind: str, start: int, **meta: object) -> None:
    token = state.push(kind, "", 0)
    token.meta = {"offset": _scope(state).offset + start, "end": _scope(state).offset + state.pos, **meta}


def bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read a square bracket: citations, a call of a note, a span, a cross-reference; else leave it to links."""
    start = state.pos
    if state.src[start] != "[":
        return False
    closing = _closing(state, start)
    if closing is None:
        return _literal(state, start, silent=silent)
    content = state.src[start + 1 : closing]
    if (call := _CALL.fullmatch(content)) is not None:
        state.pos = closing + 1
        return _done(state, "ck_call", start, silent=silent, name=call[1])
    if _HALF_CALL.fullmatch(content) and not state.src.startswith("(", closing + 1):
        state.pos = closing + 1
        return _done(state, "ck_half_call", start, silent=silent, words=content)
    if _is_citation(state, content, closing) if cites(content) else is_half_typed(content):
        return _citation(state, start, closing, silent=silent)
    return _other_bracket(state, start, closing, silent=silent)


def _done(state: StateInline, kind: str, start: int, *, silent: bool, **meta: object) -> bool:
    if not silent:
        _push(state, kind, start, **meta)
    return True


def _literal(state: StateInline, start: int, *, silent: bool) -> bool:
    """Print a bracket that never closes, or stands too deep, as typed; a run of them at once."""
    pairs = _scope(state).pairs(state.src)
    end = start + 1
    while end < state.posMax and state.src[end] == "[" and end not in pairs:
        end += 1
    state.pos = end
    if not silent:
        if _seems_citation(state.src[end : end + _A_LOOK]):
            _push(state, "ck_unclosed", end - 1)
        state.pending += state.src[start:end]
    return True


def _seems_citation(words: str) -> bool:
    content = words.partition("]")[0]
    return "@" in content and (begins_citation(content) or is_half_typed(content))


def _is_citation(state: StateInline, content: str, closing: int) -> bool:
    """Return whether a bracket that names a source is a citation even beside what follows it."""
    follows = state.src[closing + 1 : closing + 2]
    attributes = attributes_at(state.src, closing + 1, state.posMax)
    if follows == "(" or (attributes is not None and set(attributes.classes) & set(SPAN_CLASSES)):
        return begins_citation(content)
    return True


def _citation(state: StateInline, start: int, closing: int, *, silent: bool) -> bool:
    attributes = attributes_at(state.src, closing + 1, state.posMax) or Attributes(end=closing + 1)
    tail = _LINK_TAIL.match(state.src, closing + 1, state.posMax)
    state.pos = tail.end() if tail else attributes.end
    offset = _scope(state).offset
    found = Bracket(
        content=state.src[start + 1 : closing],
        start=offset + start,
        attributes=attributes,
        has_stray_braces=state.src[state.pos : state.pos + 1] == "{",
        reaches=offset + state.pos,
    )
    return _done(state, "ck_citation", start, silent=silent, bracket=found, linked=tail is not None)


def _other_bracket(state: StateInline, start: int, closing: int, *, silent: bool) -> bool:
    content = state.src[start + 1 : closing]
    attributes = attributes_at(state.src, closing + 1, state.posMax)
    if attributes is not None:
        return _span(state, start, closing, attributes, silent=silent)
    target = _TARGET.match(state.src, closing + 1, state.posMax)
    if target is not None:
        state.pos = target.end()
        inside = _scope(state).offset + start + 1
        return _done(state, "ck_cross", start, silent=silent, target=target[1], words=content, inside=inside)
    if state.src[closing + 1 : closing + 2] in {"(", "["} or _is_reference(state, content):
        return False
    state.pos = start + 1
    if not silent:
        _report_missing_at(state, start, content)
        state.pending += "["
    return True


def _report_missing_at(state: StateInline, start: int, content: str) -> None:
    """Report a bracket that cites a known source but for its @."""
    meant = lacks_at(content, state.env.get("keys", ()))
    if meant is not None:
        _push(state, "ck_missing_at", start, words=content, meant=meant)


def _is_reference(state: StateInline, content: str) -> bool:
    return normalizeReference(content) in state.env.get("references", {})


def _span(state: StateInline, start: int, closing: int, attributes: Attributes, *, silent: bool) -> bool:
    end = state.posMax
    if not silent:
        state.pos = start + 1
        state.posMax = closing
        opened = state.push("ck_span_open", "span", 1)
        opened.meta = {"attributes": attributes, "offset": _scope(state).offset + start, "end": start + 1}
        state.md.inline.tokenize(state)
        state.push("ck_span_close", "span", -1)
    state.pos = attributes.end
    state.posMax = end
    return True


def note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a note with words, ``^[...]``."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    closing = _closing(state, start + 1)
    if closing is None:
        state.pos = start + 2
        if not silent:
            _push(state, "ck_unclosed", start)
            state.pending += "^["
        return True
    attributes = attributes_at(state.src, closing + 1, state.posMax) or Attributes(end=closing + 1)
    state.pos = attributes.end
    words = state.src[start + 2 : closing]
    inside = _scope(state).offset + start + 2
    return _done(state, "ck_note", start, silent=silent, words=words, inside=inside, attributes=attributes)


def mention(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read ``@key`` in running text; not inside words, addresses and links."""
    start = state.pos
    if state.src[start] != "@" or state.linkLevel:
        return False
    found = _MENTION.match(state.src, start, state.posMax)
    if found is None or (start and (state.src[start - 1].isalnum() or state.src[start - 1] in "._%+-@/")):
        return False
    state.pos = found.end()
    if not silent and (stray := _stray_closing(state)) is not None:
        _push(state, "ck_stray_closing", start, words=state.src[start:stray])
    return _done(state, "ck_mention", start, silent=silent, key=found[1] or found[2])


def _stray_closing(state: StateInline) -> int | None:
    """Return where a square bracket closes soon behind this place that opened nowhere."""
    found = _BRACKET_SIGN.search(state.src, state.pos, min(state.pos + _A_LOOK, state.posMax))
    if found is None or found[0] != "]" or _scope(state).closes(state.src, found.start()):
        return None
    return found.start()


def html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read an HTML comment or tag."""
    start = state.pos
    if state.src[start] != "<":
        return False
    if state.src.startswith("<!--", start):
        end = _scope(state).comment_end(state.src, start, state.posMax)
        if end is None:
            return False
        state.pos = end
        return _done(state, "ck_comment", start, silent=silent)
    tag = _TAG.match(state.src, start, state.posMax)
    if tag is None:
        return False
    state.pos = tag.end()
    return _done(state, "ck_alien", start, silent=silent, what="raw HTML", words=tag[0])


def math(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a formula between dollar signs, to report it; sums of money are none."""
    return state.src[state.pos] == "$" and _alien(state, _MATH, "a formula", silent=silent)


def tex(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a command of TeX, to report it."""
    return state.src[state.pos] == "\\" and _alien(state, _TEX, "raw TeX", silent=silent)


def _alien(state: StateInline, pattern: re.Pattern[str], what: str, *, silent: bool) -> bool:
    start = state.pos
    found = pattern.match(state.src, start, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    if not silent:
        _push(state, "ck_alien", start, what=what, words=found[0])
        state.pending += found[0]
    return True


def raised(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a superscript, ``2^nd^``."""
    return state.src[state.pos] == "^" and _shifted(state, _RAISED, "ck_raised", silent=silent)


def lowered(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a subscript, ``H~2~O``."""
    return state.src[state.pos] == "~" and _shifted(state, _LOWERED, "ck_lowered", silent=silent)


def _shifted(state: StateInline, pattern: re.Pattern[str], kind: str, *, silent: bool) -> bool:
    start = state.pos
    found = pattern.match(state.src, start, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    return _done(state, kind, start, silent=silent, words=found[1])


def placed_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a link as CommonMark has it, and keep its place."""
    return state.src[state.pos] == "[" and _placed(state, link, "link_open", silent=silent)


def placed_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read a picture as CommonMark has it, and keep its place; attributes behind it are read over."""
    if state.src[state.pos] != "!" or _closing(state, state.pos + 1) is None:
        return False
    if not _placed(state, image, "image", silent=silent):
        return False
    attributes = attributes_at(state.src, state.pos, state.posMax)
    state.pos = attributes.end if attributes is not None else state.pos
    return True


def _placed(state: StateInline, rule: object, kind: str, *, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    if not rule(state, silent):  # type: ignore[operator]
        return False
    for token in state.tokens[before:]:
        if token.type == kind and "offset" not in token.meta:
            token.meta["offset"] = _scope(state).offset + start
            token.meta["end"] = _scope(state).offset + state.pos
            if kind == "link_open":
                token.meta["address"] = _scope(state).offset + (_closing(state, start) or start)
            break
    return True
