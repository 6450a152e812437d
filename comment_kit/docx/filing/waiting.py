"""List what must be settled before a letter is filed: comments, tracked changes, hidden words, things outside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from comment_kit.docx.defined_styles import defined_styles
from comment_kit.docx.fields import LineReader
from comment_kit.docx.filing.findings import CHANGE, COMMENT, EMBEDDED, HIDDEN, LINKED
from comment_kit.docx.filing.paths import file_name
from comment_kit.docx.filing.places import Places
from comment_kit.docx.filing.stories import stories, story_members
from comment_kit.docx.package import Element, WordPackage, open_package
from comment_kit.docx.runs import words_of
from comment_kit.docx.story import Story
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

_INSERTED = ("ins", "moveTo", "cellIns")
_DELETED = ("del", "moveFrom", "cellDel")
_LOOKS = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblGridChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "cellMerge",
)
_CHANGES = {
    **dict.fromkeys(_INSERTED, "inserted"),
    **dict.fromkeys(_DELETED, "deleted"),
    **dict.fromkeys(_LOOKS, "another look"),
}
_EMBEDDED = frozenset({"package", "oleObject", "aFChunk", "control", "subDocument"})
_LONGEST = 60
_SHOWN = 3


def waiting_in(content: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Return what has to be settled in a .docx, which places call ``name``, before its copy to be filed is made.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content, name)
    places = Places(package=package, file=name)
    checks: tuple[Callable[[WordPackage, Places], Iterator[Diagnostic]], ...] = (_comments, _changes, _hidden, _outside)
    return tuple(found for check in checks for found in check(package, places))


def _comments(package: WordPackage, places: Places) -> Iterator[Diagnostic]:
    word = package.word
    marks = {
        each.get(f"{{{word}}}id"): each
        for root in stories(package)
        for name in ("commentReference", "commentRangeStart")
        for each in root.iter(f"{{{word}}}{name}")
    }
    for comment in (each for member in package.related("comments") for each in package.xml(member)):
        mark = marks.get(comment.get(f"{{{word}}}id"))
        place = places.of_element(mark) if mark is not None else Location(file=places.file)
        author = comment.get(f"{{{word}}}author") or "somebody"
        yield COMMENT.at(
            place, f"a comment by {author}: {_quoted(_text(comment, word))}", hint="settle it and delete it"
        )


def _changes(package: WordPackage, places: Places) -> Iterator[Diagnostic]:
    word = package.word
    tags = {f"{{{word}}}{name}": kind for name, kind in _CHANGES.items()}
    for root in stories(package):
        changes = ((places.of_element(each), each) for each in root.iter(*tags))
        for place, grouped in groupby(changes, key=lambda found: found[0]):
            found = [each for _, each in grouped]
            authors = dict.fromkeys(each.get(f"{{{word}}}author") or "somebody" for each in found)
            told = [_told(tags[str(each.tag)], _text(each, word)) for each in found]
            listed = ", ".join(dict.fromkeys(told[:_SHOWN])) + (", ..." if len(told) > _SHOWN else "")
            count = "a tracked change" if len(found) == 1 else f"{len(found)} tracked changes"
            yield CHANGE.at(place, f"{count} by {', '.join(authors)}: {listed}", hint="accept or reject it")


def _told(kind: str, words: str) -> str:
    return f"{kind} {_quoted(words)}" if words and kind != "another look" else kind


def _hidden(package: WordPackage, places: Places) -> Iterator[Diagnostic]:
    story = Story(word=package.word, links={}, styles=defined_styles(package))
    for root in stories(package):
        reader = LineReader(package.word)
        for paragraph in root.iter(f"{{{package.word}}}p"):
            pieces = tuple(reader.pieces(paragraph))
            seen = story.spans(pieces, story.style_of(paragraph))
            words = "".join(words_of(piece, package.word) for at, piece in enumerate(pieces) if at not in seen)
            if words.strip():
                yield HIDDEN.at(
                    places.of_element(paragraph), f"hidden text: {_quoted(words)}", hint="delete it, or show it"
                )


def _outside(package: WordPackage, places: Places) -> Iterator[Diagnostic]:
    here = Location(file=places.file)
    for member in story_members(package):
        used = _used_alone(package.xml(member))
        for each in package.relationships(member):
            if each.kind in _EMBEDDED and not each.external:
                name = file_name(each.target)
                yield EMBEDDED.at(here, f"the letter carries the file '{name}' inside it", hint="paste it as a picture")
            elif each.kind == "image" and each.external and each.id in used:
                yield LINKED.at(here, f"a picture stands outside the letter: '{each.target}'", hint="insert it itself")


def _used_alone(root: Element) -> set[str]:
    """Return the relationships of pictures that are linked and not embedded as well."""
    linked = {
        str(value)
        for each in root.iter()
        for name, value in each.attrib.items()
        if str(name).endswith("/relationships}link") and not _embeds(each)
    }
    return linked | {
        str(value)
        for each in root.iter()
        if str(each.tag).endswith("}imagedata")
        for name, value in each.attrib.items()
        if str(name).endswith("/relationships}id")
    }


def _embeds(blip: Element) -> bool:
    return any(str(name).endswith("/relationships}embed") for name in blip.attrib)


def _text(element: Element, word: str) -> str:
    names: Iterable[str] = (f"{{{word}}}t", f"{{{word}}}delText")
    return " ".join("".join(each.text or "" for each in element.iter(*names)).split())


def _quoted(words: str) -> str:
    shown = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " ..."
    return f"“{shown}”"
