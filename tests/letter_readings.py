"""Read the text of a small letter and show what came of it in words that fit on a line."""

from __future__ import annotations

from comment_kit import resources
from comment_kit.letters import Setting, read_letter
from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import (
    Block,
    CrossReference,
    Heading,
    Inline,
    Letter,
    LineBreak,
    Mention,
    NoteCall,
    Paragraph,
    citations_in,
    notes_in_order,
    walk,
)
from comment_kit.model.text import Span

SHIPPED = (resources.shelf("templates") / "letters",)

FORMAL = """\
---
template: formal-comment
style: bluebook
date: 2024-09-09
docket: {title: Managing Misuse Risk, id: NIST AI 800-1}
organization: Example Institute
authors: [{name: Your Name}]
---
"""
"""The front matter of a letter that lacks nothing; the body begins on line 9."""


def read(text: str, setting: Setting | None = None) -> tuple[Letter, tuple[Diagnostic, ...]]:
    return read_letter(text, "letter.md", setting)


def clean(text: str, setting: Setting | None = None) -> Letter:
    """Return the letter, in which nothing may be wrong."""
    letter, diagnostics = read(text, setting)
    assert diagnostics == ()
    return letter


def remarks(text: str, setting: Setting | None = None) -> list[str]:
    """Return what is wrong as "line:column CODE message"."""
    return [
        f"{each.location.line}:{each.location.column} {each.code} {each.message}" for each in read(text, setting)[1]
    ]


def hints(text: str, setting: Setting | None = None) -> list[str | None]:
    return [each.hint for each in read(text, setting)[1]]


def shown(inlines: tuple[Inline, ...]) -> str:
    """Return one line: notes as (^id), citations as [@key], italics between asterisks."""
    return "".join(_shown(inline) for inline in inlines)


def _shown(inline: Inline) -> str:  # noqa: PLR0911 -- one answer for each kind of inline
    match inline:
        case Span():
            words = f"*{inline.text}*" if inline.italic else inline.text
            return f"{words}<{inline.url}>" if inline.url else words
        case NoteCall():
            return f"(^{inline.note})"
        case StringCite():
            return "[" + "; ".join(f"@{each.key}" for each in inline.citations) + "]"
        case Mention():
            return f"@{inline.key}"
        case CrossReference():
            return f"(#{inline.target})"
        case LineBreak():
            return " / "
        case _:
            return f"<{type(inline).__name__}>"


def lines(text: str, setting: Setting | None = None) -> list[str]:
    """Return the headings and paragraphs of the body as ``shown`` does."""
    letter, _ = read(text, setting)
    return [shown(part.content) for part in walk(letter.blocks) if isinstance(part, Paragraph | Heading)]


def line(text: str, setting: Setting | None = None) -> str:
    """Return the one line of ``text``."""
    (only,) = lines(text, setting)
    return only


def blocks(text: str) -> tuple[Block, ...]:
    return clean(text).blocks


def noted(text: str, setting: Setting | None = None) -> list[str]:
    """Return the notes in the order of their calls."""
    letter, _ = read(text, setting)
    return [
        " | ".join(shown(part.content) for part in walk(called.note.blocks) if isinstance(part, Paragraph))
        for called in notes_in_order(letter)
    ]


def citations(text: str, setting: Setting | None = None) -> list[Citation]:
    """Return every citation of the notes, in the order of their calls."""
    letter, _ = read(text, setting)
    return [each for called in notes_in_order(letter) for each in citations_in(called.note.blocks)]


def citation(text: str) -> Citation:
    """Return the one citation of ``text``, in which nothing may be wrong."""
    assert remarks(text) == []
    (only,) = citations(text)
    return only
