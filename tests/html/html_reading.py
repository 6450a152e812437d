"""Small builders of set letters, and a reader of the HTML that becomes of them."""

from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser

from comment_kit.html import write_html
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
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span

HERE = Location(file="letter.md", line=1)
LAYOUT = Layout(template="formal-comment")
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
VOID = {"meta", "br", "hr", "img"}


class Reader(HTMLParser):
    """A file as a browser reads it: every element, its attributes, and all that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.shown: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that opens."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold that elements close in the order in which they opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is shown on the page."""
        if self.open and self.open[-1] not in {"style", "title"}:
            self.shown.append(data)

    @property
    def text(self) -> str:
        """Return all that is shown."""
        return "".join(self.shown)

    def all(self, name: str) -> list[dict[str, str]]:
        """Return the attributes of every element ``name``."""
        return [attributes for tag, attributes in self.elements if tag == name]


def paragraph(*content: Inline | str, role: str = "") -> Paragraph:
    return Paragraph(content=line(*content), location=HERE, role=role)


def line(*content: Inline | str) -> tuple[Inline, ...]:
    return tuple(Span(text=part) if isinstance(part, str) else part for part in content)


def heading(words: str, name: str = "", label: str = "", level: int = 1) -> Heading:
    return Heading(level=level, content=line(words), location=HERE, id=name, label=label, numbered=bool(label))


def division(name: str, *blocks: Block) -> Division:
    return Division(name=name, blocks=blocks, location=HERE)


def call(name: str) -> NoteCall:
    return NoteCall(note=name, location=HERE)


def note(name: str, *content: Inline | str, mark: str | None = None) -> Footnote:
    return Footnote(id=name, blocks=(paragraph(*content),), location=HERE, mark=mark)


def written(*blocks: Block, notes: tuple[Footnote, ...] = (), layout: Layout = LAYOUT, draft: bool = False) -> str:
    letter = Letter(
        file="letter.md",
        front=FrontMatter(values={"draft": draft}),
        blocks=blocks,
        notes={note.id: note for note in notes},
    )
    return write_html(letter, layout, title="A Letter", images={"seal.png": PIXEL})


def body(*blocks: Block, notes: tuple[Footnote, ...] = ()) -> str:
    """Return what stands in the main part."""
    found = re.search(r'<main id="letter">\n?(.*)</main>', written(*blocks, notes=notes), re.DOTALL)
    assert found
    return found[1].strip()


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader
