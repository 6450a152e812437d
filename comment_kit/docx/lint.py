"""Look for faults in a Word file that the schema allows and a reader would meet."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from typing import TypeAlias

from comment_kit.docx.notes import marks_in_order, note_elements, number_of
from comment_kit.docx.package import Element, WordPackage, open_package

Check: TypeAlias = Callable[[WordPackage], Iterator[str]]
"""Yields a sentence for each fault of its kind."""

_STORIES = ("footnotes", "endnotes", "header", "footer", "comments")
_SEEN_IN_NOTE = frozenset({"t", "drawing", "object", "pict", "sym", "noBreakHyphen", "oMath"})
_STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_REFERRING = frozenset({"REF", "NOTEREF", "PAGEREF"})


def lint_docx(content: bytes) -> tuple[str, ...]:
    """Return a sentence for each fault of a .docx, kind by kind; nothing where there is none.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content)
    return tuple(chain.from_iterable(check(package) for check in CHECKS))


def _open_fields(package: WordPackage) -> Iterator[str]:
    """A field that is never closed swallows the rest of its story."""
    for story, root in _stories(package):
        depth = 0
        for mark in _every(root, "fldChar", package):
            kind = _value(mark, "fldCharType", package)
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                yield f"{story}: a field ends that never began"
                depth = 0
        if depth:
            yield f"{story}: {_count(depth, 'field')} never closed"


def _bookmarks(package: WordPackage) -> Iterator[str]:
    """A bookmark that is open or stands twice leads its cross-references astray."""
    for story, root in _stories(package):
        starts = Counter(_value(each, "id", package) for each in _every(root, "bookmarkStart", package))
        ends = Counter(_value(each, "id", package) for each in _every(root, "bookmarkEnd", package))
        for identity in sorted(starts.keys() | ends.keys()):
            begun, ended = starts[identity], ends[identity]
            if (begun, ended) != (1, 1):
                yield f"{story}: the bookmark with id {identity} begins {begun} and ends {ended} times"
    for name, times in Counter(_bookmark_names(package)).items():
        if times > 1:
            yield f"the bookmark '{name}' stands {times} times"


def _missing_bookmarks(package: WordPackage) -> Iterator[str]:
    """A reference to a bookmark that is not there prints an error when Word computes it."""
    known = set(_bookmark_names(package))
    for story, root in _stories(package):
        for field in _instructions(root, package):
            words = field.split()
            if len(words) > 1 and words[0] in _REFERRING and words[1] not in known:
                yield f"{story}: the field '{field.strip()}' refers to no bookmark"
        for link in _every(root, "hyperlink", package):
            anchor = _value(link, "anchor", package)
            if anchor and anchor not in known:
                yield f"{story}: a link leads to '{anchor}', which is no bookmark"


def _undefined_styles(package: WordPackage) -> Iterator[str]:
    """A style that is not defined falls back to the default without a word."""
    defined = {
        _value(style, "styleId", package)
        for member in package.related("styles")
        for style in _every(package.xml(member), "style", package)
    }
    styles = [(member, package.xml(member)) for member in package.related("styles")]
    for story, root in (*_stories(package), *styles):
        used = {_value(each, "val", package) for name in _STYLED for each in _every(root, name, package)}
        for name in sorted(used - defined):
            yield f"{story}: the style '{name}' is not defined"


def _undefined_lists(package: WordPackage) -> Iterator[str]:
    """A paragraph of a list that is not defined has no number."""
    roots = [package.xml(member) for member in package.related("numbering")]
    abstract = {
        _value(each, "abstractNumId", package) for root in roots for each in _every(root, "abstractNum", package)
    }
    numbers = {_value(each, "numId", package): each for root in roots for each in _every(root, "num", package)}
    for number, each in numbers.items():
        points_at = {_value(child, "val", package) for child in _every(each, "abstractNumId", package)}
        if not points_at <= abstract:
            yield f"the list {number} follows a pattern that is not defined"
    styles = [(member, package.xml(member)) for member in package.related("styles")]
    for story, root in (*_stories(package), *styles):
        used = {_value(each, "val", package) for each in _every(root, "numId", package)}
        for number in sorted(used - numbers.keys() - {"0"}):
            yield f"{story}: the list {number} is not defined"


def _notes(package: WordPackage) -> Iterator[str]:
    """LibreOffice pairs notes and marks by the order of the ids: where they do not ascend it prints the wrong words."""
    notes = note_elements(package)
    ids = [mark.id for mark in marks_in_order(package)]
    for before, after in pairwise(ids):
        if after <= before:
            yield f"the mark of note id {after} stands after that of note id {before}"
    called = {number_of(each, package.word) for each in _every(package.body, "footnoteReference", package)}
    for identity in sorted(called - notes.keys()):
        yield f"the text calls note id {identity}, which is not there"
    for identity in sorted(notes.keys() - called):
        yield f"nothing calls note id {identity}"
    for identity, note in notes.items():
        if not any(str(each.tag).rpartition("}")[2] in _SEEN_IN_NOTE for each in note.iter()):
            yield f"note id {identity} is empty"


def _cells(package: WordPackage) -> Iterator[str]:
    """Word calls a file broken in which a cell does not end with a paragraph."""
    paragraph = f"{{{package.word}}}p"
    for story, root in _stories(package):
        bare = sum(len(cell) == 0 or cell[-1].tag != paragraph for cell in _every(root, "tc", package))
        if bare:
            yield f"{story}: {_count(bare, 'cell')} without a paragraph at the end"


def _relationships(package: WordPackage) -> Iterator[str]:
    """A relationship that leads nowhere, or one that is used and not there, makes Word refuse the file."""
    for story in (package.main, *(name for name, _ in _stories(package) if name != package.main)):
        relations = {each.id: each for each in package.relationships(story)}
        for each in relations.values():
            if not each.external and each.target not in package.members:
                yield f"{story}: the relationship {each.id} leads to '{each.target}', which is not there"
        for name in sorted(_relations_used(package.xml(story)) - relations.keys()):
            yield f"{story}: the relationship {name} is used and not there"


def _pictures(package: WordPackage) -> Iterator[str]:
    """A picture without words is nothing to a reader who cannot see it (Section 508)."""
    for story, root in _stories(package):
        silent = sum(not each.get("descr") for each in root.iter() if str(each.tag).endswith("}docPr"))
        if silent:
            yield f"{story}: {_count(silent, 'picture')} without alternative text"


CHECKS: tuple[Check, ...] = (
    _open_fields,
    _bookmarks,
    _missing_bookmarks,
    _undefined_styles,
    _undefined_lists,
    _notes,
    _cells,
    _relationships,
    _pictures,
)


def _stories(package: WordPackage) -> Iterator[tuple[str, Element]]:
    """Yield the name and the root of each part that holds text."""
    yield package.main, package.body
    for kind in _STORIES:
        for member in package.related(kind):
            yield member, package.xml(member)


def _every(root: Element, name: str, package: WordPackage) -> Iterator[Element]:
    return root.iter(f"{{{package.word}}}{name}")


def _value(element: Element, name: str, package: WordPackage) -> str:
    return element.get(f"{{{package.word}}}{name}", "")


def _bookmark_names(package: WordPackage) -> Iterator[str]:
    for _, root in _stories(package):
        for each in _every(root, "bookmarkStart", package):
            yield _value(each, "name", package)


def _instructions(root: Element, package: WordPackage) -> Iterator[str]:
    """Yield the instruction of each field of a story, joined over its runs, inner fields before outer ones."""
    waiting: list[str] = []
    separated: list[bool] = []
    for each in root.iter(f"{{{package.word}}}fldChar", f"{{{package.word}}}instrText"):
        kind = _value(each, "fldCharType", package)
        if kind == "begin":
            waiting.append("")
            separated.append(False)
        elif kind == "separate" and separated:
            separated[-1] = True
        elif kind == "end" and waiting:
            separated.pop()
            yield waiting.pop()
        elif not kind and waiting and not separated[-1]:
            waiting[-1] += each.text or ""
    for simple in _every(root, "fldSimple", package):
        yield _value(simple, "instr", package)


def _relations_used(root: Element) -> set[str]:
    return {
        str(value)
        for each in root.iter()
        for name, value in each.attrib.items()
        if str(name).endswith(("/relationships}id", "/relationships}embed", "/relationships}link"))
    }


def _count(number: int, word: str) -> str:
    return f"1 {word} is" if number == 1 else f"{number} {word}s are"
