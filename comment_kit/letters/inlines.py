"""Turn one paragraph, heading or cell of Markdown into the inlines of a letter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.letters import findings
from comment_kit.letters.attributes import Attributes
from comment_kit.letters.brackets import DEEPEST
from comment_kit.letters.citing import Bracket, CitationReader
from comment_kit.letters.escaping import unescape
from comment_kit.letters.inclusions import Inclusions
from comment_kit.letters.inline_rules import SPAN_CLASSES, Scope
from comment_kit.letters.limits import Tally
from comment_kit.letters.notes import Notes
from comment_kit.letters.pictures import missing_picture, picture_path
from comment_kit.letters.places import Place
from comment_kit.letters.quotation_marks import unclosed_quotation
from comment_kit.letters.typesetting import House, literal, set_line
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, Mention, NoteCall, Paragraph
from comment_kit.model.text import Span, Text


class Surroundings(Struct, frozen=True, kw_only=True):
    """What reading a line needs beside the line."""

    markdown: MarkdownIt
    env: Mapping[str, Any]
    """What the block rules found: link references."""
    notes: Notes
    house: House
    report: list[Diagnostic]
    folder: Path | None
    """The letter's folder, in which its pictures are looked for; None to ask for none."""
    beside: str = ""
    """The way from the letter's folder to that of the block that is read; empty for the letter itself."""
    inclusions: Inclusions = field(default_factory=Inclusions)
    tally: Tally = field(default_factory=Tally)


class Line(Struct, frozen=True, kw_only=True):
    """A line that was read, and where in it citations, notes and links stand."""

    inlines: tuple[Inline, ...]
    passed_over: tuple[tuple[int, int], ...]


def read_line(content: str, place: Place, around: Surroundings, *, in_note: bool) -> Line:
    """Return the inlines of ``content``, set as they are printed."""
    around.tally.paragraph(content, place.line)
    reader = _LineReader(place, around, in_note=in_note)
    inlines = reader.read(content, 0)
    around.tally.read(len(inlines), place.line)
    line = set_line(inlines, around.house, in_note=in_note)
    _report_rows(line, around.report)
    return Line(inlines=line, passed_over=tuple(reader.passed_over))


def _report_rows(line: Sequence[Inline], report: list[Diagnostic]) -> None:
    """Report each call of a note that is printed right behind another."""
    for before, call in pairwise(line):
        if isinstance(before, NoteCall) and isinstance(call, NoteCall):
            message = "two notes are called at one place"
            hint = "join the authorities with ';' in one bracket"
            report.append(findings.BRACKETS_IN_A_ROW.at(call.location, message, hint=hint))


class _LineReader:
    """Reads the tokens of one line; pieces inside its notes and parentheticals are read by others like it."""

    def __init__(self, place: Place, around: Surroundings, *, in_note: bool, depth: int = 0) -> None:
        self.place = place
        self.around = around
        self.in_note = in_note
        self.depth = depth
        """How many readers wait for this one."""
        self.passed_over: list[tuple[int, int]] = []
        self._styles: list[Span] = [Span(text="")]

    def read(self, content: str, offset: int) -> list[Inline]:
        """Return the inlines of the piece ``content``, which begins at ``offset`` of the line, before they are set."""
        if self.depth > DEEPEST:
            return self._left_as_typed(content, offset)
        env = {**self.around.env, "scope": Scope(offset=offset)}
        inlines: list[Inline] = []
        for token in self.around.markdown.inline.parse(content, self.around.markdown, env, []):
            if token.meta and "end" in token.meta:
                # The words of a link are the letter's own.
                self.passed_over.append((token.meta.get("address", token.meta["offset"]), token.meta["end"]))
            inlines += self._token(token)
        return inlines

    def _left_as_typed(self, content: str, offset: int) -> list[Inline]:
        message = "brackets stand here one inside the other too deeply to be read"
        self.around.report.append(findings.NESTED_TOO_DEEPLY.at(self.place.at(offset), message))
        return list(self._words(content))

    def _inner(self, *, in_note: bool) -> "_LineReader":
        """Return a reader for a piece inside this one."""
        return _LineReader(self.place, self.around, in_note=in_note, depth=self.depth + 1)

    def _token(self, token: Token) -> Sequence[Inline]:
        read = _READERS.get(token.type)
        if read is not None:
            return read(self, token)
        if token.type in _OPENING:
            self._styles.append(replace(self._styles[-1], **_OPENING[token.type]))
        elif token.type == "link_open":
            self._styles.append(replace(self._styles[-1], url=unescape(str(token.attrs.get("href", "")))))
        elif token.type == "ck_span_open":
            self._styles.append(self._span(token))
        elif token.nesting < 0 and len(self._styles) > 1:
            self._styles.pop()
        return ()

    def _words(self, words: str, **changes: Any) -> Text:  # noqa: ANN401 -- the fields of a Span
        if len(self._styles) == 1 and not changes:
            return (Span(text=unescape(words)),)
        return (replace(self._styles[-1], text=unescape(words), **changes),)

    def text(self, token: Token) -> Text:
        return self._words(token.content)

    def escaped(self, token: Token) -> Text:
        return self._words("".join(map(literal, token.content)))

    def code(self, token: Token) -> Text:
        return self._words(token.content, code=True)

    def soft_break(self, _token: Token) -> Text:
        return self._words(" ")

    def hard_break(self, _token: Token) -> tuple[Inline, ...]:
        return (LineBreak(),)

    def raised(self, token: Token) -> Text:
        return self._words(token.meta["words"], superscript=True)

    def lowered(self, token: Token) -> Text:
        return self._words(token.meta["words"], subscript=True)

    def _span(self, token: Token) -> Span:
        attributes: Attributes = token.meta["attributes"]
        for name in attributes.classes:
            if name not in SPAN_CLASSES:
                self._say(findings.UNKNOWN_ATTRIBUTE, token, f"no text can be set as '.{name}'", "known is .smallcaps")
        if attributes.id or attributes.pairs or not attributes:
            said = attributes.id or next(iter(attributes.pairs), "{}")
            self._say(findings.NOT_CARRIED_OUT, token, f"'{said}' behind words in brackets has no effect")
        small_caps = "smallcaps" in attributes.classes
        return replace(self._styles[-1], small_caps=self._styles[-1].small_caps or small_caps)

    # ---- citations and notes ----

    def citation(self, token: Token) -> tuple[Inline, ...]:
        bracket: Bracket = token.meta["bracket"]
        location = self.place.at(bracket.start)
        if token.meta["linked"]:
            words = f"[{_short(bracket.content)}](...)"
            self._say(findings.CITATION_AS_LINK, token, f"'{words}' is both a citation and a link", "drop one of them")
        cite = CitationReader(self.place.at, self._parenthetical, self.around.report).read(bracket)
        if not cite.citations:
            return ()
        if self.in_note:
            if bracket.attributes.id:
                self._say(findings.UNKNOWN_ATTRIBUTE, token, f"'#{bracket.attributes.id}' names no note: it is in one")
            return (cite,)
        paragraph = Paragraph(content=(cite,), location=location)
        self.around.tally.note(self.place.line)
        name = self.around.notes.add(bracket.attributes.id, (paragraph,), location, from_bracket=True)
        return (NoteCall(note=name, location=location),)

    def _parenthetical(self, words: str, offset: int) -> tuple[Inline, ...]:
        return set_line(self._inner(in_note=True).read(words, offset), self.around.house, in_note=True, before="(")

    def note(self, token: Token) -> tuple[Inline, ...]:
        location = self.place.at(token.meta["offset"])
        if self.in_note:
            self._say(findings.NOTE_IN_NOTE, token, "a note stands inside a note", "take off '^[' and ']'")
            return ()
        attributes: Attributes = token.meta["attributes"]
        pairs = dict(attributes.pairs)
        mark = unescape(pairs.pop("mark", "")) or None
        for name in (*pairs, *(f".{name}" for name in attributes.classes)):
            self._say(
                findings.UNKNOWN_ATTRIBUTE, token, f"a note does not know '{name}'", "it takes mark= and an {#id}"
            )
        words, inside = token.meta["words"], token.meta["inside"]
        inner = self._inner(in_note=True)
        content = set_line(inner.read(words, inside), self.around.house, in_note=True)
        self._note_quotation(words, inside, inner.passed_over)
        if not content:
            self._say(findings.EMPTY_NOTE, token, "this note has no words", "write them between the brackets")
        paragraph = Paragraph(content=content, location=self.place.at(inside))
        self.around.tally.note(self.place.line)
        identity = self.around.notes.add(attributes.id, (paragraph,), location, mark=mark)
        return (NoteCall(note=identity, location=location),)

    def _note_quotation(self, words: str, inside: int, passed_over: Iterable[tuple[int, int]]) -> None:
        """Report a quotation mark that opens in a note and never closes."""
        opened = unclosed_quotation(words, ((start - inside, end - inside) for start, end in passed_over))
        if opened is not None:
            message = "a quotation mark opens here and its note ends before it closes"
            place = self.place.at(inside + opened)
            self.around.report.append(findings.UNCLOSED_QUOTATION.at(place, message, hint="close it before the ']'"))

    def call(self, token: Token) -> tuple[Inline, ...]:
        location = self.place.at(token.meta["offset"])
        name = token.meta["name"]
        if self.in_note:
            message = f"the note '{name}' is called inside a note"
            self._say(
                findings.NOTE_IN_NOTE,
                token,
                message,
                f"write its words into this note, or print its number with [](#{name})",
            )
            return ()
        self.around.tally.note(self.place.line)
        if not self.around.notes.call(name, location):
            return ()
        return (NoteCall(note=self.around.notes.identity(name), location=location),)

    def half_call(self, token: Token) -> tuple[Inline, ...]:
        words = token.meta["words"]
        problem = "calls a note without a name" if words == "^" else "calls no note: a note's name has no spaces"
        hint = "write [^name], or the note's words here: ^[words]"
        self._say(findings.UNDEFINED_NOTE, token, f"'[{words}]' {problem}", hint)
        return ()

    # ---- what else stands in a line ----

    def mention(self, token: Token) -> tuple[Inline, ...]:
        return (Mention(key=unescape(token.meta["key"]), location=self.place.at(token.meta["offset"])),)

    def cross_reference(self, token: Token) -> tuple[Inline, ...]:
        words: Text = ()
        if token.meta["words"].strip():
            read = self._inner(in_note=self.in_note).read(token.meta["words"], token.meta["inside"])
            set_words = set_line(read, self.around.house, in_note=True)
            words = tuple(each for each in set_words if isinstance(each, Span))
        location = self.place.at(token.meta["offset"])
        target = self.around.notes.identity(token.meta["target"])
        return (CrossReference(target=target, words=words, location=location),)

    def image(self, token: Token) -> tuple[Inline, ...]:
        path = picture_path(self.around.beside, unquote(str(token.attrs.get("src", ""))))
        alt = unescape("".join(child.content for child in token.children or ())).strip()
        if not alt:
            hint = f"![what it shows]({path})"
            self._say(
                findings.MISSING_ALT, token, f"the picture '{path}' has no words for those who cannot see it", hint
            )
        location = self.place.at(token.meta["offset"])
        if self.around.folder is not None and (missing := missing_picture(path, alt, self.around.folder, location)):
            self.around.report.append(missing)
        return (Image(path=path, alt=alt, location=location),)

    def alien(self, token: Token) -> tuple[Inline, ...]:
        words = _short(unescape(token.meta["words"]))
        self._say(findings.NOT_CARRIED_OUT, token, f"'{words}' is {token.meta['what']}, which is not carried out")
        return ()

    def unclosed(self, token: Token) -> tuple[Inline, ...]:
        self._say(findings.UNCLOSED_BRACKET, token, "a bracket opens here and never closes", "close it with ']'")
        return ()

    def missing_at(self, token: Token) -> tuple[Inline, ...]:
        words = f"[{_short(token.meta['words'])}]"
        hint = f"write [{_short(token.meta['meant'])}]"
        self._say(findings.MISSING_AT, token, f"'{words}' begins with a key and lacks the '@'", hint)
        return ()

    def stray_closing(self, token: Token) -> tuple[Inline, ...]:
        words = _short(token.meta["words"])
        message = f"a bracket closes behind '{words}' that never opened"
        self._say(findings.STRAY_CLOSING, token, message, f"write [{words}]")
        return ()

    def nothing(self, _token: Token) -> tuple[Inline, ...]:
        return ()

    def _say(self, finding: Finding, token: Token, message: str, hint: str | None = None) -> None:
        location = self.place.at(token.meta["offset"])
        self.around.report.append(finding.at(location, message, hint=hint))


_OPENING: Mapping[str, Any] = {
    "em_open": {"italic": True},
    "strong_open": {"bold": True},
    "s_open": {"strike": True},
}

_READERS: Mapping[str, Callable[[_LineReader, Token], Sequence[Inline]]] = {
    "text": _LineReader.text,
    "text_special": _LineReader.escaped,
    "code_inline": _LineReader.code,
    "softbreak": _LineReader.soft_break,
    "hardbreak": _LineReader.hard_break,
    "image": _LineReader.image,
    "ck_alien": _LineReader.alien,
    "ck_call": _LineReader.call,
    "ck_half_call": _LineReader.half_call,
    "ck_citation": _LineReader.citation,
    "ck_comment": _LineReader.nothing,
    "ck_cross": _LineReader.cross_reference,
    "ck_lowered": _LineReader.lowered,
    "ck_mention": _LineReader.mention,
    "ck_note": _LineReader.note,
    "ck_raised": _LineReader.raised,
    "ck_missing_at": _LineReader.missing_at,
    "ck_stray_closing": _LineReader.stray_closing,
    "ck_unclosed": _LineReader.unclosed,
}


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:37]}..."  # noqa: PLR2004 -- as much as a message bears
