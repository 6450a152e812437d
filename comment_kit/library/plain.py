"""Turn entries as written in LaTeX into entries in plain text."""

from collections.abc import Iterator

from comment_kit.library.entries import Entry, People, WrittenEntry, WrittenField
from comment_kit.library.files import printable
from comment_kit.library.findings import BODY_AS_PERSON, UNKNOWN_COMMAND
from comment_kit.library.latex import address, decode
from comment_kit.library.names import looks_like_a_body, read_people, split_people
from comment_kit.library.quoting import quoted
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

# What biblatex takes verbatim: a tilde or a pair of hyphens in it is meant.
_VERBATIM = frozenset({"url", "archiveurl", "doi", "eprint", "file", "verba", "verbb", "verbc"})
_UNREAD = frozenset({"abstract", "annotation", "file", "groups"})


def plain_entry(written: WrittenEntry) -> tuple[Entry, tuple[Diagnostic, ...]]:
    """Return ``written`` in plain text, and what in it was not understood."""
    fields: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for field in written.fields.values():
        text, unknown = _text(field)
        if text:
            fields[field.name] = text
        diagnostics += _unknown(written, field, unknown)
    diagnostics += _bodies_as_persons(written)
    entry = Entry(
        key=written.key,
        type=written.type,
        fields=fields,
        authors=_people(written, "author"),
        editors=_people(written, "editor"),
        lines={field.name: field.line for field in written.fields.values()},
        location=written.location,
    )
    return entry, tuple(diagnostics)


def _text(field: WrittenField) -> tuple[str, tuple[str, ...]]:
    """Return the plain text of ``field`` and the commands in it that were not understood."""
    if field.name in _VERBATIM:
        return printable(address(field.value)), ()
    decoded = decode(field.value)
    return printable(decoded.text), () if field.name in _UNREAD else decoded.unknown


def _people(written: WrittenEntry, name: str) -> People:
    return read_people(printable(written.fields[name].value)) if name in written.fields else People()


def _unknown(written: WrittenEntry, field: WrittenField, unknown: tuple[str, ...]) -> Iterator[Diagnostic]:
    for command in dict.fromkeys(unknown):
        yield UNKNOWN_COMMAND.at(
            Location(file=written.location.file, line=field.line),
            f"in '{field.name}' of '{written.key}', the LaTeX command '\\{command}' is not understood",
            hint="write the character that it stands for",
        )


def _bodies_as_persons(written: WrittenEntry) -> Iterator[Diagnostic]:
    for name in ("author", "editor"):
        field = written.fields.get(name)
        if field is None:
            continue
        for person in split_people(field.value):
            if looks_like_a_body(person):
                yield BODY_AS_PERSON.at(
                    Location(file=written.location.file, line=field.line),
                    f"in '{name}' of '{written.key}', {quoted(person)} is read as a person's name",
                    hint=f"if it is an institution, write {{{{{quoted(person)[1:-1]}}}}}",
                )
