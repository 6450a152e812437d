"""Write a passage of a letter as the body of an argument block, whose notes stand where they are called."""

import re
from collections.abc import Mapping, Sequence

from msgspec import field
from msgspec.structs import replace

from comment_kit.letters.writing import MarkdownWriter, indented
from comment_kit.letters.writing_brackets import bracket, key_typed
from comment_kit.model.citations import StringCite
from comment_kit.model.letter import (
    CrossReference,
    Footnote,
    Heading,
    Image,
    Inline,
    Letter,
    LineBreak,
    Mention,
    NoteCall,
    Paragraph,
    walk,
)
from comment_kit.model.text import Span, plain

_SPECIAL = re.compile(r"\{[#%]*|[\\`*_\[\]<>^~$@|}]|(?<!&)&(?=\w+;|#)")
_SIGN_SPACE = re.compile(r"(§§?|¶¶?)\u00a0")
_AT_PAGE = re.compile(r"\b(at)\u00a0(?=[\divxlc]+\b)")
_ELLIPSIS = re.compile(r"(?<!\.)(?<!\.\u00a0)\.\u00a0\.\u00a0\.(?!\u00a0?\.)")
# Letters alone in brackets alter a quotation; what stands behind them could make them a link.
_ALTERATION = re.compile(r"(?<![!^\]])(\[[A-Za-z]*\])(?=[^(\[{:])")
_LINE = re.compile(r" *\n *")
_INSERT = re.compile("[\U00100000-\U0010efff]")


def write_block_body(letter: Letter, inserts: Mapping[str, str]) -> str:
    """Return the text of ``letter`` as Markdown in which every citation is a bracket.

    What printing sets of itself is written as typed: hard spaces behind § and before a page, the ellipsis. Words
    keep whatever characters they hold; those that Markdown or Jinja would take for markup stand behind a backslash.

    Args:
        letter: the passage, its citations not set; each has a key.
        inserts: what is written, unescaped, for each character of the private plane that begins at U+100000.
    """
    parts = [*walk(letter.blocks), *(part for note in letter.notes.values() for part in walk(note.blocks))]
    targets = frozenset(part.target for part in parts if isinstance(part, CrossReference))
    writer = BlockWriter(letter=letter, targets=targets, escape=escaped_for_block)
    written = "\n\n".join([*writer.blocks(letter.blocks), *writer.below]) + "\n"
    return _INSERT.sub(lambda sign: inserts.get(sign[0], ""), written)


def escaped_for_block(text: str) -> str:
    """Return ``text`` so that neither Markdown nor Jinja reads anything into it; marks and dots are set by printing."""
    text = _SIGN_SPACE.sub(r"\1 ", _AT_PAGE.sub(r"\1 ", _ELLIPSIS.sub("...", text)))
    pieces = _ALTERATION.split(text.replace("\t", " "))
    # Every second piece is an alteration.
    text = "".join(piece if at % 2 else _SPECIAL.sub(_behind_backslashes, piece) for at, piece in enumerate(pieces))
    return _LINE.sub("\\\\\n", text)


def _behind_backslashes(sign: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in sign[0])


class BlockWriter(MarkdownWriter, frozen=True, kw_only=True):
    """Writes the parts of one passage."""

    letter: Letter
    below: list[str] = field(default_factory=list)
    """The notes of several paragraphs, which stand at the end."""
    in_note: bool = False

    def heading(self, heading: Heading) -> str:
        """Return ``heading`` without its label, which the letter that sets the block gives anew."""
        marks = [f"#{heading.id}"] if heading.id in self.targets else []
        marks += [".unnumbered"] if not heading.numbered else []
        attributes = f" {{{' '.join(marks)}}}" if marks else ""
        words = self.line(heading.content).replace("\\\n", " ")
        return f"{'#' * heading.level} {words}{attributes}"

    def reference(self, reference: CrossReference) -> Sequence[Span | str]:
        """Return a link to a heading or a note of the passage."""
        return (f"[{self.line(reference.words)}](#{reference.target})",)

    def flat(self, inline: Inline) -> Sequence[Span | str]:
        """Return ``inline`` with the note that it calls, or the citation that it is, as typed."""
        match inline:
            case NoteCall():
                note = self.letter.notes.get(inline.note)
                return (self._note_here(note),) if note is not None and not self.in_note else ()
            case StringCite():
                return (bracket(inline.citations, self.line),)
            case Mention():
                return (key_typed(inline.key),)
            case LineBreak():
                return ("\\\n",)
            case Image():
                return (f"![{self.escape(inline.alt)}](<{inline.path}>)",)
            case _:
                return MarkdownWriter.flat(self, inline)

    # ---- notes ----

    def _note_here(self, note: Footnote) -> str:
        """Return ``note`` as its call is typed: one bracket, words in ``^[...]``, or a name whose text stands below."""
        inside = replace(self, in_note=True)
        identity = f"{{#{note.id}}}" if note.id in self.targets else ""
        if len(note.blocks) != 1 or not isinstance(note.blocks[0], Paragraph):
            return self._note_below(note, inside)
        content = note.blocks[0].content
        alone = _alone(content)
        if alone is not None:
            return _with_identity(bracket(alone.citations, inside.line), note.id if identity else "")
        return f"^[{inside.line(content).replace(chr(92) + chr(10), ' ')}]{identity}"

    def _note_below(self, note: Footnote, inside: "BlockWriter") -> str:
        name = note.id if note.blocks else ""
        if not name:
            return ""
        text = "\n\n".join(inside.blocks(note.blocks))
        self.below.append(f"[^{name}]: {indented(text)}")
        return f"[^{name}]"


def _alone(content: tuple[Inline, ...]) -> StringCite | None:
    """Return the citations of a note that is one bracket, whose period is ours; None for a note with words."""
    first, *others = content or (LineBreak(),)
    words = plain(part for part in others if isinstance(part, Span))
    if isinstance(first, StringCite) and all(isinstance(part, Span) for part in others) and words.strip() in {"", "."}:
        return first
    return None


def _with_identity(written: str, name: str) -> str:
    """Return a bracket with the id ``name`` among its attributes."""
    if not name:
        return written
    return f"{written[:-1]} #{name}}}" if written.endswith("}") else f"{written}{{#{name}}}"
