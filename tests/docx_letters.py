"""Small builders of letters as styles leave them, for the rooms that print them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from comment_kit.docx import About
from comment_kit.model.citations import Citation, Form, Parenthetical, Signal
from comment_kit.model.layout import Layout
from comment_kit.model.letter import (
    Block,
    Division,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
    SetCitation,
)
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.model.text import Span, Text

HERE = Location(file="letter.md", line=1)
PLAIN = Layout(template="formal-comment")
ABOUT = About(
    title="Comments on a Draft",
    author="Example Institute",
    subject="Managing Misuse Risk",
    keywords="NIST AI 800-1",
    style="comment-letter",
    date=dt.date(2024, 9, 9),
    sources=("report",),
)


def words(text: str, **type_: bool) -> Span:
    return Span(text=text, **type_)


def number(text: str, target: str) -> Span:
    """Return the number of a note or heading as words that refer to it."""
    return Span(text=text, refers_to=target)


def italic(text: str) -> Span:
    return Span(text=text, italic=True)


def small_caps(text: str) -> Span:
    return Span(text=text, small_caps=True)


def link(url: str) -> Span:
    return Span(text=url, url=url)


def para(*content: Inline | str, role: str = "") -> Paragraph:
    return Paragraph(content=inlines(*content), location=HERE, role=role)


def inlines(*content: Inline | str) -> tuple[Inline, ...]:
    return tuple(Span(text=part) if isinstance(part, str) else part for part in content)


def head(level: int, title: str, label: str = "", *, name: str = "") -> Heading:
    return Heading(
        level=level,
        content=(Span(text=title),),
        location=HERE,
        id=name or title.lower().replace(" ", "-"),
        numbered=bool(label),
        label=label,
    )


def division(name: str, *blocks: Block, **attributes: str) -> Division:
    return Division(name=name, blocks=blocks, location=HERE, attributes=attributes)


def call(note: str) -> NoteCall:
    return NoteCall(note=note, location=HERE)


def set_citation(  # noqa: PLR0913 (whatever a writer may say of one citation)
    key: str,
    *text: Span | str,
    locator: str | None = None,
    signal: Signal | None = None,
    form: Form | None = None,
    pin_always: bool = False,
    parentheticals: tuple[Parenthetical, ...] = (),
) -> SetCitation:
    """Return a citation as printed; where it stands in the run of notes does not matter to the printer."""
    citation = Citation(
        key=key,
        locator=locator,
        signal=signal,
        form=form,
        pin_always=pin_always,
        parentheticals=parentheticals,
        location=HERE,
    )
    resolution = Resolution(
        citation=citation,
        at=Cited(note_id="", note_number=None, index=1),
        key=key,
        position=Position.FIRST,
        form=form or Form.FULL,
    )
    return SetCitation(resolution=resolution, text=_text(text))


def _text(text: tuple[Span | str, ...]) -> Text:
    return tuple(Span(text=part) if isinstance(part, str) else part for part in text)


@dataclass
class Draft:
    """A letter built block by block; each method adds one and returns the letter."""

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, Footnote] = field(default_factory=dict)

    def add(self, *blocks: Block) -> Draft:
        """Add blocks as they are."""
        self.blocks.extend(blocks)
        return self

    def text(self, *content: Inline | str) -> Draft:
        """Add a paragraph."""
        return self.add(para(*content))

    def note(self, name: str, *content: Inline | str, mark: str | None = None) -> Draft:
        """Add a note of one paragraph, which something else has to call."""
        return self.note_of(name, para(*content), mark=mark)

    def note_of(self, name: str, *blocks: Block, mark: str | None = None) -> Draft:
        """Add a note of these blocks, which something else has to call."""
        self.notes[name] = Footnote(id=name, blocks=blocks, location=HERE, mark=mark)
        return self

    def noted(self, text: str, *content: Inline | str) -> Draft:
        """Add a paragraph with a note at its end."""
        name = f"fn-{len(self.notes) + 1}"
        return self.note(name, *content).text(text, call(name))

    def letter(self, values: Mapping[str, object] | None = None) -> Letter:
        """Return the letter."""
        return Letter(
            file="letter.md",
            front=FrontMatter(values=values or {"date": ABOUT.date}),
            blocks=tuple(self.blocks),
            notes=dict(self.notes),
        )
