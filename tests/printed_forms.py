"""Print sources in the styles that ship and show their type by marks, for tests of forms."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from comment_kit.library import read_kinds, read_library
from comment_kit.locators import pinpointed, read_locator
from comment_kit.model.citations import SIGNALS, Citation, Form, Parenthetical, StringCite
from comment_kit.model.letter import (
    Footnote,
    FrontMatter,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
    SetCitation,
    citations_in,
)
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.model.sources import Library, StatusChange
from comment_kit.model.text import Span, Text
from comment_kit.resolve import resolve
from comment_kit.resources import shelf
from comment_kit.styles import Printer, Style, read_style, set_letter, source_names

GOLDEN = Path(__file__).parent / "golden"
HERE = Location(file="letter.md", line=1)
STYLES = ("bluebook", "comment-letter", "policy-letter")

_TYPED = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})


@cache
def style(name: str = "bluebook", edition: int | None = None) -> Style:
    """Return a style that ships."""
    found, diagnostics = read_style(name, [shelf("templates") / "styles"], edition=edition)
    assert found is not None, diagnostics
    return found


def house(folder: Path, settings: str, **forms: str) -> Style:
    """Return a style of one's own, written into ``folder``, with form files by stem."""
    pack = folder / "styles" / "own"
    pack.mkdir(parents=True, exist_ok=True)
    (pack / "style.toml").write_text(settings, encoding="utf-8")
    for form, text in forms.items():
        (pack / f"{form.replace('_', '-')}.jinja").write_text(text, encoding="utf-8")
    found, diagnostics = read_style("own", [folder / "styles", shelf("templates") / "styles"])
    assert found is not None, diagnostics
    return found


def library_of(*places: Path, kinds: Path | None = None) -> Library:
    """Return the sources of databases, with the kinds that ship and those of ``kinds``."""
    known, wrong = read_kinds([*([kinds] if kinds else []), shelf("templates") / "kinds"])
    library, diagnostics = read_library(places, known)
    assert not (*wrong, *diagnostics), (*wrong, *diagnostics)
    return library


def entry(folder: Path, text: str) -> Library:
    """Return the library of one database written out in the test."""
    file = folder / "a.bib"
    file.write_text(text, encoding="utf-8")
    return library_of(file)


@cache
def shipped() -> Library:
    """Return the database that ships."""
    return library_of(shelf("citations"))


def pinpoint_of(library: Library, key: str, locator: str | None) -> Pinpoint:
    """Return the pinpoint that ``locator`` means, which must be a good one."""
    if not locator:
        return Pinpoint()
    source = library.sources[key]
    return read_locator(locator, source, library.tables.get(key), source.location)[0]


def resolution(  # noqa: PLR0913 - each decides something about the print
    library: Library,
    key: str,
    locator: str | None = None,
    form: Form = Form.FULL,
    *,
    first_note: int = 1,
    name: str | None = None,
    with_title: bool = False,
    bare_section: bool = False,
    history: tuple[StatusChange, ...] = (),
) -> Resolution:
    """Return a resolution as the resolver would leave it for a citation in note 30."""
    full = Cited(note_id=f"fn-{first_note}", note_number=first_note, index=1)
    here = Cited(note_id="fn-30", note_number=30, index=1)
    return Resolution(
        citation=Citation(key=key, pinpoint=pinpoint_of(library, key, locator), location=library.sources[key].location),
        at=here,
        key=key,
        position=Position.NEAR,
        form=form,
        first_full=None if form is Form.FULL else full,
        name=name,
        with_title=with_title,
        bare_section=bare_section,
        history=history,
    )


def printed(house_style: Style, library: Library, made: Resolution) -> str:
    """Return a citation with its type shown by marks."""
    return marked(Printer(library=library, style=house_style).citation(made))


def marked(text: Text) -> str:
    """Return ``text`` as the golden cases write it: ``*italic*``, ``^^small caps^^``, straight marks."""
    parts = []
    for span in text:
        words = f"*{span.text}*" if span.italic else span.text
        parts.append(f"^^{words}^^" if span.small_caps else words)
    return plain_marks("".join(parts))


def plain_marks(words: str) -> str:
    """Return ``words`` with straight marks and plain spaces, runs of one type that meet made one."""
    return re.sub(r"\*( ?)\*|\^\^\^\^", r"\1", words.translate(_TYPED))


# ---- whole letters ----

_WRITTEN = re.compile(
    r"(?:(?P<signal>[^@]+) )?@(?P<key>[\w-]+)(?:, (?P<locator>.*?))?(?: \((?P<words>.*)\))?$", re.DOTALL
)


def cited(written: str, *, form: Form | None = None, pin_always: bool = False) -> Citation:
    """Return the citation that a writer types as ``See @ntia2024, 10 n.30 (public comments)``."""
    found = _WRITTEN.match(written)
    assert found, written
    words = (found["signal"] or "").lower()
    return Citation(
        key=found["key"],
        locator=found["locator"],
        signal=next((each for each in SIGNALS if each.words == words), None),
        parentheticals=(Parenthetical(content=(Span(text=found["words"]),)),) if found["words"] else (),
        form=form,
        pin_always=pin_always,
        location=HERE,
    )


def bracket(*written: str | Citation) -> StringCite:
    """Return one bracket of citations."""
    cites = tuple(each if isinstance(each, Citation) else cited(each) for each in written)
    return StringCite(citations=cites, location=HERE)


def letter_of(*notes: StringCite | tuple[Inline, ...], body: tuple[Inline, ...] = ()) -> Letter:
    """Return a letter that calls ``notes`` in order; a bracket alone is a note made by a bracket."""
    footnotes: dict[str, Footnote] = {}
    calls: list[Inline] = []
    for number, note in enumerate(notes, start=1):
        name = f"fn-{number}"
        content = (note,) if isinstance(note, StringCite) else note
        paragraph = Paragraph(content=content, location=HERE)
        footnotes[name] = Footnote(
            id=name, blocks=(paragraph,), location=HERE, from_bracket=isinstance(note, StringCite)
        )
        calls.append(NoteCall(note=name, location=HERE))
    front = FrontMatter(values={"date": date(2024, 9, 9)})
    return Letter(
        file="letter.md", front=front, blocks=(Paragraph(content=(*body, *calls), location=HERE),), notes=footnotes
    )


def composed(house_style: Style, library: Library, letter: Letter) -> Letter:
    """Return ``letter`` as ``house_style`` sets it."""
    pinned, _ = pinpointed(letter, library)
    keys = [each.key for note in pinned.notes.values() for each in citations_in(note.blocks) if each.key]
    resolutions = resolve(pinned, library, house_style.policy, source_names(library, keys, house_style))
    return set_letter(pinned, resolutions, library, house_style)


def notes_of(house_style: Style, library: Library, *notes: StringCite | tuple[Inline, ...]) -> list[str]:
    """Return the notes of a letter as printed, with their type shown by marks."""
    done = composed(house_style, library, letter_of(*notes))
    return [
        marked_line(part.content) for note in done.notes.values() for part in note.blocks if isinstance(part, Paragraph)
    ]


def marked_line(line: tuple[Inline, ...]) -> str:
    """Return a line that was set with its type shown by marks."""
    return plain_marks(
        "".join(
            marked(part.text) if isinstance(part, SetCitation) else marked((part,))
            for part in line
            if isinstance(part, (Span, SetCitation))
        )
    )
