"""Tell a misspelled field of an entry from one that another program keeps for itself."""

from collections.abc import Iterable, Iterator, Mapping

from comment_kit.library.entries import WrittenEntry, WrittenField
from comment_kit.library.findings import MISSPELLED_FIELD
from comment_kit.library.kinds import Kinds
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.styles.fields import KNOWN_FIELDS

_OTHERS = """
    annote authortype bookauthor bookpagination comment copyright crossref editora editorb editorc editoratype
    editorbtype editorctype editortype eissn entryset eventtitleaddon execute file files fjournal gender groups
    hyphenation ids indexsorttitle indextitle isan ismn isrn issued issuesubtitle issuetitleaddon iswc journalsubtitle
    journaltitleaddon
    keyword label langid langidopts lista listb listc listd liste listf namea nameaddon nameb namec notes numpages
    options origlanguage origlocation origpublisher origtitle owner pagination pmid preface presort related
    relatedoptions relatedstring relatedtype reprinttitle shorthandintro sortkey sortname sortshorthand sorttitle
    sortyear state subtype tags titles usera userb userc userd usere userf verba verbb verbc xdata xref
"""
_OF_OTHERS = frozenset(_OTHERS.split())
"""Names, some of them near those that forms print, that biblatex, Zotero, JabRef and publishers use for their own."""
_PRINTED_NOWHERE = frozenset({"abstract", "annotation", "annotator", "keywords", "language", "library", "note"})
_SHORTEST = 4
"""Letters of a name: from shorter ones too many others are but one letter away."""


def misspelled_fields(entries: Iterable[WrittenEntry], kinds: Kinds) -> Iterator[Diagnostic]:
    """Yield a finding for each field of ``entries`` that nothing reads and that is a slip of one which they lack.

    A slip is one letter too many, missing, wrong, or at another place. Fields that ``kinds`` ask for are read, too.
    """
    asked = frozenset(_asked(kinds))
    known = KNOWN_FIELDS | _OF_OTHERS | asked
    unread = [(entry, field) for entry in entries for field in entry.fields.values() if field.name not in known]
    nearest = _nearest((KNOWN_FIELDS - _PRINTED_NOWHERE) | asked) if unread else {}
    for entry, field in unread:
        meant = _meant(field.name, nearest)
        if meant and meant not in entry.fields:
            yield _misspelled(entry, field, meant)


def _asked(kinds: Kinds) -> Iterator[str]:
    for record in kinds.values():
        yield from (name for choice in record.kind.required for name in choice)
        yield from (name for pattern in record.entries for name in pattern.has)


def _nearest(read: Iterable[str]) -> Mapping[str, str]:
    """Return each of the names ``read`` by itself, and by each name that lacks one of its letters."""
    names = sorted(name for name in read if len(name) >= _SHORTEST)
    shortened = {each: name for name in names for each in _shortened(name)}
    return shortened | {name: name for name in names}


def _meant(name: str, nearest: Mapping[str, str]) -> str | None:
    plain = name.replace("-", "").replace("_", "")
    if len(plain) < _SHORTEST or plain[-1].isdigit():
        return None
    return next((nearest[each] for each in (plain, *_shortened(plain)) if each in nearest), None)


def _shortened(name: str) -> Iterator[str]:
    """Yield ``name`` without each of its letters in turn."""
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _misspelled(entry: WrittenEntry, field: WrittenField, meant: str) -> Diagnostic:
    return MISSPELLED_FIELD.at(
        Location(file=entry.location.file, line=field.line),
        f"nothing reads the field '{field.name}' of '{entry.key}'",
        hint=f"did you mean '{meant}'?",
    )
