"""What the field around a citation says: enough to set the citation anew, and to see whether its words were changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, assert_never

from comment_kit.model.citations import SIGNALS, Citation, Form, Parenthetical, Signal, SignalClass, StringCite
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, Mention, NoteCall, SetCitation
from comment_kit.model.places import Location
from comment_kit.model.text import Span

if TYPE_CHECKING:
    from comment_kit.docx.fields import Field

VERSION = 1
FIELD = "ADDIN CKIT_CITE"

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# Zotero's plug-in takes over and rewrites any field whose instruction holds one of these.
_FOREIGN = (" CSL_", " ADDIN ZOTERO_")

_TYPES = {
    "i": "italic",
    "b": "bold",
    "c": "small_caps",
    "k": "code",
    "s": "strike",
    "u": "superscript",
    "l": "subscript",
}
"""One letter for each type of a span."""


def citation_instruction(citation: Citation, stamp: str) -> str:
    """Return the field instruction for ``citation`` whose printed words have ``stamp``."""
    carried = _JSON.encode({"v": VERSION, **_carried(citation), "hash": stamp})
    for foreign in _FOREIGN:
        carried = carried.replace(foreign, "\\u0020" + foreign[1:])
    return f" {FIELD} {carried} "


def read_instruction(instruction: str, location: Location) -> tuple[Citation, str] | None:
    """Return the citation that a field carries and its stamp, or None where the field is not one of ours."""
    if not instruction.strip().startswith(FIELD):
        return None
    try:
        # What follows the object is not ours: an editor may have added switches.
        found, _ = json.JSONDecoder().raw_decode(instruction, instruction.index("{"))
        carried: Mapping[str, Any] = found
        return _citation(carried, location), str(carried["hash"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_citation(field: Field) -> bool:
    """Return whether a field is one of ours around a citation."""
    return [field.name, field.target] == FIELD.split()


def citation_stamp(text: Iterable[Span]) -> str:
    """Return a short hash of words as printed; the number of a note counts as a number, whichever it is.

    Word counts notes anew as it likes, which changes "supra note 5" without anybody's having edited it.
    """
    words = "".join("#" if span.refers_to is not None else span.text for span in text)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _carried(citation: Citation) -> dict[str, Any]:
    carried: dict[str, Any] = {"key": citation.key}
    if citation.locator is not None:
        carried["loc"] = citation.locator
    if citation.signal is not None:
        carried["sig"] = citation.signal.words
    if citation.form is not None:
        carried["form"] = citation.form.value
    if citation.pin_always:
        carried["pin"] = "always"
    if citation.parentheticals:
        carried["par"] = [[_carried_inline(part) for part in each.content] for each in citation.parentheticals]
    return carried


def _carried_inline(part: Inline) -> str | dict[str, Any]:  # noqa: PLR0911 (one return for each kind of inline)
    match part:
        case Span():
            return _carried_span(part)
        case StringCite():
            return {"cites": [_carried(citation) for citation in part.citations]}
        case SetCitation():
            return {"cites": [_carried(part.resolution.citation)]}
        case Mention():
            return {"name": part.key}
        case CrossReference():
            return {"to": part.target, "words": [_carried_span(span) for span in part.words]}
        case LineBreak():
            return {"br": 1}
        case Image():
            return part.alt
        case NoteCall():
            return ""
        case _:
            assert_never(part)


def _carried_span(span: Span) -> str | dict[str, Any]:
    types = "".join(letter for letter, name in _TYPES.items() if getattr(span, name))
    marks = {"as": types, "url": span.url, "no": span.refers_to}
    carried = {name: value for name, value in marks.items() if value}
    return {"t": span.text, **carried} if carried else span.text


def _citation(carried: Mapping[str, Any], location: Location) -> Citation:
    form = carried.get("form")
    return Citation(
        key=carried["key"],
        locator=carried.get("loc"),
        signal=_signal(carried.get("sig")),
        parentheticals=tuple(
            Parenthetical(content=tuple(_inline(part, location) for part in each)) for each in carried.get("par", ())
        ),
        form=Form(form) if form else None,
        pin_always=carried.get("pin") == "always",
        location=location,
    )


def _signal(words: str | None) -> Signal | None:
    if words is None:
        return None
    return next((signal for signal in SIGNALS if signal.words == words), Signal(words, SignalClass.SUPPORT))


def _inline(carried: str | Mapping[str, Any], location: Location) -> Inline:
    if isinstance(carried, str):
        return Span(text=carried)
    match carried:
        case {"cites": cites}:
            return StringCite(citations=tuple(_citation(each, location) for each in cites), location=location)
        case {"name": key}:
            return Mention(key=key, location=location)
        case {"to": target, "words": words}:
            return CrossReference(target=target, words=tuple(_span(word) for word in words), location=location)
        case {"br": _}:
            return LineBreak()
        case _:
            return _span(carried)


def _span(carried: str | Mapping[str, Any]) -> Span:
    """Return the words that stand plain, or with their type, address or number."""
    if isinstance(carried, str):
        return Span(text=carried)
    types = {_TYPES[letter]: True for letter in carried.get("as", "")}
    return Span(text=carried["t"], url=carried.get("url"), refers_to=carried.get("no"), **types)
