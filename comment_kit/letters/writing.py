"""Write a set letter as plain pandoc Markdown with numbered notes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.model.citations import StringCite
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CodeBlock,
    CrossReference,
    Division,
    Footnote,
    Heading,
    Image,
    Inline,
    Letter,
    LineBreak,
    ListBlock,
    Mention,
    NoteCall,
    Paragraph,
    SetCitation,
    Table,
    ThematicBreak,
    headings_in,
    notes_in_order,
    walk,
)
from comment_kit.model.targets import heading_words, printed_targets
from comment_kit.model.text import Span, joined

_SPECIAL = re.compile(r"\{#*|[\\`*_\[\]<>^~$@|}]|(?<!&)&(?=\w+;|#)|--|\.{3}|[\"']")
_LINE_START = re.compile(r"^(\s*)(#+|[-+>:=]|\d+(?=[.)])|\(?(?:[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)]\s))")
_NUMBER_MARK = re.compile(r"(\d+)([.)])")
_INDENT = " " * 4


def write_markdown(letter: Letter) -> str:
    """Return ``letter``, whose citations are set, as Markdown that pandoc reads; notes stand at the end."""
    called = notes_in_order(letter)
    writer = MarkdownWriter(
        marks={each.note.id: each.printed for each in called},
        printed=printed_targets(letter, called),
        headings=tuple(headings_in(letter.blocks)),
        targets=frozenset(part.target for part in _everything(letter) if isinstance(part, CrossReference)),
    )
    notes = [writer.note(each.note) for each in called]
    return "\n\n".join([*writer.blocks(letter.blocks), *notes]) + "\n"


def _everything(letter: Letter) -> Iterator[Block | Inline]:
    yield from walk(letter.blocks)
    for note in letter.notes.values():
        yield from walk(note.blocks)


class MarkdownWriter(Struct, frozen=True, kw_only=True):
    """Writes the parts of one letter."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """What each note is called by, by its id."""
    printed: Mapping[str, str] = field(default_factory=dict)
    """What a cross-reference prints for each id."""
    headings: Sequence[Heading] = ()
    targets: frozenset[str] = frozenset()
    """The ids that cross-references point at."""
    escape: Callable[[str], str] = field(default_factory=lambda: escaped)
    """What makes words so that Markdown reads them as themselves."""

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Return each of ``blocks`` as Markdown; those that say nothing are left out."""
        return [written for block in blocks if (written := self._block(block))]

    def note(self, note: Footnote) -> str:
        """Return the text of ``note`` behind its mark."""
        text = "\n\n".join(self.blocks(note.blocks))
        return f"[^{self.marks[note.id]}]: {indented(text)}"

    def _block(self, block: Block) -> str:  # noqa: PLR0911 -- one answer for each kind of block
        match block:
            case Paragraph():
                return safe_start(self.line(block.content))
            case Heading():
                return self.heading(block)
            case BlockQuote():
                quoted = "\n\n".join(self.blocks(block.blocks))
                return "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case CodeBlock():
                return _fenced(block.text)
            case ThematicBreak():
                return "* * *"
            case Division():
                return self._division(block)
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> str:
        """Return ``heading`` with its label, and with its anchor where something points at it."""
        label = f"{heading.label} " if heading.label else ""
        anchor = f" {{#{heading.id}}}" if heading.id in self.targets else ""
        words = self.line(heading.content).replace("\\\n", " ")
        return f"{'#' * heading.level} {label}{words}{anchor}"

    def _list(self, block: ListBlock) -> str:
        items = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            text = "\n\n".join(self.blocks(item))
            items.append(mark.ljust(len(_INDENT)) + indented(text))
        return "\n".join(items) if all(len(item) <= 1 for item in block.items) else "\n\n".join(items)

    def _table(self, table: Table) -> str:
        rules = {Align.LEFT: ":---", Align.CENTER: ":---:", Align.RIGHT: "---:"}
        rows = [self._row(table.header), f"| {' | '.join(rules[align] for align in table.aligns)} |"]
        return "\n".join([*rows, *(self._row(row) for row in table.rows)])

    def _row(self, cells: Iterable[tuple[Inline, ...]]) -> str:
        return f"| {' | '.join(self.line(cell).replace(chr(10), ' ') for cell in cells)} |"

    def _division(self, division: Division) -> str:
        if division.name == "pagebreak":
            return "* * *"
        written = self.blocks(division.blocks)
        if division.name == "contents":
            written.append(self._contents())
        return "\n\n".join(filter(None, written))

    def _contents(self) -> str:
        lines = []
        for heading in self.headings:
            words = " ".join(filter(None, (heading.label, heading_words(heading))))
            lines.append(f"{_INDENT * (heading.level - 1)}-   {safe_start(self.escape(words))}")
        return "\n".join(lines)

    # ---- lines ----

    def line(self, inlines: Iterable[Inline]) -> str:
        """Return ``inlines`` as one line of Markdown."""
        flat: list[Span | str] = []
        for inline in inlines:
            flat += self.flat(inline)
        return "".join(part if isinstance(part, str) else _typed(part, self.escape) for part in _merged(flat))

    def flat(self, inline: Inline) -> Sequence[Span | str]:  # noqa: PLR0911 -- one answer for each kind of inline
        """Return ``inline`` as words that wait for their marks of type, or as Markdown."""
        match inline:
            case Span():
                return (inline,)
            case SetCitation():
                return inline.text
            case LineBreak():
                return ("\\\n",)
            case NoteCall():
                return (f"[^{self.marks[inline.note]}]",) if inline.note in self.marks else ()
            case CrossReference():
                return self.reference(inline)
            case Image():
                return (f"![{self.escape(inline.alt)}](<{inline.path}>)",)
            case Mention():
                return (f"@{inline.key}",)
            case StringCite():
                return (f"[{'; '.join(f'@{each.key}' for each in inline.citations)}]",)
            case _:
                assert_never(inline)

    def reference(self, reference: CrossReference) -> Sequence[Span | str]:
        """Return a cross-reference: the number of a note, or a link to a heading."""
        if reference.target in self.marks:
            return reference.words or (self.marks[reference.target],)
        printed = self.printed.get(reference.target, reference.target)
        words = "".join(_typed(span, self.escape) for span in reference.words) or self.escape(printed)
        return (f"[{words}](#{reference.target})",)


def _merged(parts: Iterable[Span | str]) -> Iterator[Span | str]:
    """Yield ``parts`` with neighbouring words of one type made one, so that their marks do not touch."""
    run: list[Span] = []
    for part in parts:
        if isinstance(part, Span):
            run.append(replace(part, refers_to=None))
        else:
            yield from joined(run)
            run = []
            yield part
    yield from joined(run)


def _typed(span: Span, escape: Callable[[str], str]) -> str:
    if span.code:
        return _code(span.text)
    if span.url is not None and span.url == span.text:
        return f"<{span.url}>"
    text = span.text.strip(" ")
    if not text:
        return span.text
    before, after = span.text[: len(span.text) - len(span.text.lstrip(" "))], span.text[len(span.text.rstrip(" ")) :]
    return f"{before}{_marked(span, escape(text))}{after}"


def _marked(span: Span, words: str) -> str:
    for wanted, mark in ((span.superscript, "^"), (span.subscript, "~")):
        words = f"{mark}{words.replace(' ', chr(92) + ' ')}{mark}" if wanted else words
    for wanted, mark in ((span.strike, "~~"), (span.italic, "*"), (span.bold, "**")):
        words = f"{mark}{words}{mark}" if wanted else words
    words = f"[{words}]{{.smallcaps}}" if span.small_caps else words
    return f"[{words}](<{span.url}>)" if span.url else words


def _code(text: str) -> str:
    runs = {len(run) for run in re.findall("`+", text)}
    ticks = "`" * next(length for length in count(1) if length not in runs)
    blank = " " if text[:1] in {"`", " "} or text[-1:] in {"`", " "} else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def _fenced(text: str) -> str:
    ticks = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{ticks}\n{text.rstrip(chr(10))}\n{ticks}"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown reads it as itself; what is set is not set again."""
    return _SPECIAL.sub(lambda sign: "\\" + "\\".join(sign[0]), text)


def safe_start(line: str) -> str:
    """Return ``line`` so that its first characters begin no heading, list or quotation."""
    numbered = _NUMBER_MARK.match(line)
    if numbered:
        return f"{numbered[1]}\\{numbered[2]}{line[numbered.end() :]}"
    found = _LINE_START.match(line)
    if found is None or not found[2][0].isascii():
        return line
    if found[2][-1].isalpha():
        return f"{line[: found.end()]}\\{line[found.end() :]}"
    return f"{found[1]}\\{line[found.end(1) :]}"


def indented(text: str) -> str:
    """Return ``text`` with each line but the first set in, as what belongs to a point or a note is."""
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{_INDENT}{line}" if line else "" for line in others)])
