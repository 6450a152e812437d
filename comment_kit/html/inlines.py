"""Set a line of a letter: words with their type, links, calls of notes, pictures."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.html.addresses import is_safe
from comment_kit.html.anchors import Anchors
from comment_kit.html.markup import NOTHING, Markup, element, joined, void, words
from comment_kit.html.pictures import data_address
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, NoteCall, SetCitation
from comment_kit.model.text import Span


class Setting(Struct, frozen=True, kw_only=True):
    """What a line needs to know of its letter."""

    anchors: Anchors
    images: Mapping[str, bytes]
    """By path as written in the letter."""


def line(content: Iterable[Inline], setting: Setting) -> Markup:
    """Return ``content`` as HTML; neighbouring words of one address make one link."""
    return joined(_run(tuple(run), setting) for _, run in groupby(_flat(content, setting), key=_target))


def unlinked(content: Iterable[Inline], setting: Setting) -> Markup:
    """Return the words of ``content`` with their type alone, for a place that is itself a link."""
    return joined(_typed(part) for part in _flat(content, setting) if isinstance(part, Span))


def _flat(content: Iterable[Inline], setting: Setting) -> Iterator[Inline]:
    """Yield ``content`` with citations and references as the words they print."""
    for part in content:
        match part:
            case SetCitation():
                yield from part.text
            case CrossReference():
                yield from _reference(part, setting)
            case _:
                yield part


def _reference(reference: CrossReference, setting: Setting) -> Iterator[Span]:
    printed = setting.anchors.printed.get(reference.target, reference.target)
    for span in reference.words or (Span(text=printed),):
        yield replace(span, url=None, refers_to=reference.target)


def _target(part: Inline) -> tuple[bool, str | None, str | None]:
    """Return whether ``part`` is words, and where they lead to."""
    return (True, part.url, part.refers_to) if isinstance(part, Span) else (False, None, None)


def _run(run: tuple[Inline, ...], setting: Setting) -> Markup:
    """Return words that lead to one place, or neighbours that are not words."""
    set_parts = joined(_typed(part) if isinstance(part, Span) else _mark(part, setting) for part in run)
    address = _address(run[0], setting)
    return element("a", set_parts, {"href": address}) if address else set_parts


def _address(part: Inline, setting: Setting) -> str | None:
    """Return where ``part`` leads to; None where it leads nowhere or where it must not."""
    match part:
        case Span(url=str(address)):
            return address if is_safe(address) else None
        case Span(refers_to=str(name)):
            anchor = setting.anchors.target(name)
            return f"#{anchor}" if anchor else None
        case _:
            return None


def _typed(span: Span) -> Markup:
    """Return the words of ``span`` in their type, without their link."""
    typed = words(span.text)
    if span.code:
        typed = element("code", typed)
    if span.superscript:
        typed = element("sup", typed)
    if span.subscript:
        typed = element("sub", typed)
    if span.strike:
        typed = element("s", typed)
    if span.small_caps:
        typed = element("span", typed, {"class": "small-caps"})
    if span.italic:
        typed = element("i", typed)
    if span.bold:
        typed = element("b", typed)
    return typed


def _mark(part: Inline, setting: Setting) -> Markup:
    """Return what is not words; nothing for what styles take out of a letter before it is written."""
    match part:
        case LineBreak():
            return void("br")
        case NoteCall():
            return _call(part, setting.anchors)
        case Image():
            return _picture(part, setting.images)
        case _:
            return NOTHING


def _call(call: NoteCall, anchors: Anchors) -> Markup:
    if call.note not in anchors.note_anchors:
        return NOTHING
    printed = anchors.marks[call.note]
    link = {
        "href": f"#{anchors.note_anchors[call.note]}",
        "id": anchors.call_anchors[call.note],
        "role": "doc-noteref",
        "aria-label": f"Note {printed}",
    }
    return element("sup", element("a", words(printed), link), {"class": "call"})


def _picture(image: Image, images: Mapping[str, bytes]) -> Markup:
    address = data_address(images.get(image.path, b""))
    if address is None:
        return element("span", words(f"[{image.alt}]"), {"class": "no-picture"})
    return void("img", {"src": address, "alt": image.alt})
