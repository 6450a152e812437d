"""Read the front matter of a letter: who files what with whom, and when."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from comment_kit.front_matter import BadYaml, Parts, read_yaml, take_apart, without_unprintable
from comment_kit.letters import findings
from comment_kit.letters.deadlines import names_a_day
from comment_kit.letters.keys import KEYS, REQUIRED, Holds, People
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.layout import Layout
from comment_kit.model.letter import FrontMatter
from comment_kit.model.places import Location

# A rule and a line "Date: ..." may begin anybody's text; a template or a style is named by a letter of ours alone.
_BELOW_BLANKS = re.compile(r"((?:[ \t]*\n)+)---[ \t]*\n(?:(?!---).*\n){0,99}?(?:template|style)[ \t]*:")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class FrontReading(Struct, frozen=True, kw_only=True):
    """A letter taken apart into front matter and body."""

    front: FrontMatter
    body: str
    first_line: int
    """The line of the file on which the body begins, counted from 1."""
    given: bool
    """False for a letter that has no front matter: anybody's."""
    diagnostics: tuple[Diagnostic, ...]
    left_out: frozenset[str] = frozenset()
    """Keys whose values are reported and were left out."""


def read_front(text: str, file: str, defaults: Mapping[str, Any]) -> FrontReading:
    """Return the front matter of ``text`` and what follows it.

    Values of the wrong type are reported and left out, so that what is there can be relied on. Required keys are
    not asked for here, see ``missing_keys``.

    Args:
        text: the letter, its lines ended by line feeds.
        file: the name of its file, for places.
        defaults: front matter of the house; the letter's own comes before it.
    """
    parts = take_apart(text)
    if parts.yaml is None:
        return _without_front(parts, file, defaults)
    check = _Check(file)
    values, lines = check.read(parts.yaml)
    return FrontReading(
        front=FrontMatter(values=_over(defaults, values), lines=lines),
        body=parts.body,
        first_line=parts.first_line,
        given=True,
        diagnostics=tuple(check.diagnostics),
        left_out=frozenset(check.left_out),
    )


def read_defaults(values: Mapping[str, Any], file: str) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the front matter of a house as far as it is what it should be, and what is wrong with the rest.

    Args:
        values: as TOML gives them.
        file: where they stand.
    """
    check = _Check(file)
    return check.read_values(values), tuple(check.diagnostics)


def _typed(value: Any) -> Any:  # noqa: ANN401 -- whatever TOML holds
    """Return a value of TOML as YAML would give it: every scalar but true and false as it was typed."""
    match value:
        case Mapping():
            return {key: _typed(each) for key, each in value.items()}
        case list():
            return tuple(_typed(each) for each in value)
        case bool():
            return value
        case _:
            return without_unprintable(str(value))


def missing_keys(reading: FrontReading, layout: Layout, file: str) -> tuple[Diagnostic, ...]:
    """Return an error for each key that the front matter lacks and its template, or every letter, must have."""
    lacking = (key for key in (*REQUIRED, *layout.required) if not _held(reading.front.values, key))
    return tuple(
        _missing(reading.front, key, file)
        for key in lacking
        if reading.left_out.isdisjoint({key, key.partition(".")[0]})
    )


def _without_front(parts: Parts, file: str, defaults: Mapping[str, Any]) -> FrontReading:
    diagnostics: tuple[Diagnostic, ...] = ()
    if parts.unclosed:
        message = "the front matter is never closed"
        diagnostics = (
            findings.BAD_YAML.at(Location(file=file, line=1, column=1), message, hint="close it with '---'"),
        )
    elif below := _BELOW_BLANKS.match(parts.body):
        place = Location(file=file, line=below[1].count("\n") + 1, column=1)
        message = "the front matter stands below an empty line, where it is read as text"
        diagnostics = (findings.BAD_YAML.at(place, message, hint="begin the file with its '---'"),)
    front = FrontMatter(values=dict(defaults))
    return FrontReading(front=front, body=parts.body, first_line=1, given=parts.unclosed, diagnostics=diagnostics)


def _over(defaults: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``values`` with ``defaults`` below them, inside mappings too."""
    merged = dict(defaults)
    for key, value in values.items():
        below = merged.get(key)
        merged[key] = _over(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged


def _held(values: Mapping[str, Any], path: str) -> bool:
    value: object = values
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value is not None and value not in ("", ())


def _missing(front: FrontMatter, key: str, file: str) -> Diagnostic:
    outer, _, inner = key.partition(".")
    line = front.lines.get(key) or front.lines.get(outer, 1)
    shown = f"{outer}:\n  {inner}: ..." if inner else f"{outer}: {_EXAMPLES.get(outer, '...')}"
    message = f"the front matter has no '{key}'" if key not in front.lines else f"'{key}' says nothing"
    return findings.MISSING_KEY.at(Location(file=file, line=line), message, hint=f"add {' '.join(shown.split())}")


_EXAMPLES = {
    "template": "formal-comment",
    "style": "comment-letter",
    "date": "2024-09-09",
    "authors": "[{name: Your Name}]",
}


_PEOPLE = "a list of people: [{name: Your Name, title: Counsel}]"


class _Check:
    """Reads one front matter and collects what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self.left_out: list[str] = []
        self._places: Mapping[str, tuple[int, int]] = {}

    def read(self, yaml: str) -> tuple[dict[str, Any], dict[str, int]]:
        """Return the values that are as they should be, and the line of each key."""
        try:
            document = read_yaml(yaml)
        except BadYaml as error:
            place = Location(file=self.file, line=error.line + 1, column=error.column)
            message = f"the front matter is not YAML: {error.problem}"
            self.diagnostics.append(findings.BAD_YAML.at(place, message, hint=error.remedy))
            return {}, {}
        self._places = document.places
        for key in document.repeated:
            self._say(findings.REPEATED_KEY, f"{key} again", f"'{key}' stands twice")
        values = dict(self._mapping(document.values, KEYS, ""))
        lines = {key: line + 1 for key, (line, _) in document.places.items() if not key.endswith(" again")}
        return values, lines

    def read_values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of ``values`` that are as they should be."""
        return dict(self._mapping(_typed(values), KEYS, ""))

    def _mapping(self, values: Mapping[str, Any], keys: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
        for key, value in values.items():
            inner = f"{path}{key}"
            if key not in keys:
                self._unknown(inner, key, keys)
            elif value is not None:
                read = self._value(value, keys[key], inner)
                if read is not None:
                    yield key, read

    def _value(self, value: Any, holds: Any, path: str) -> Any:  # noqa: ANN401, PLR0911 -- a table of kinds
        match holds:
            case People():
                return self._people(value, holds[0], path)
            case Mapping():
                if isinstance(value, Mapping):
                    return dict(self._mapping(value, holds, f"{path}."))
                return self._wrong(path, value, f"names and values, such as {next(iter(holds))}: ...")
            case Holds.TEXT | Holds.NUMBER | Holds.PAGES | Holds.DEADLINE if isinstance(value, str) and _fits(
                value.strip(), holds
            ):
                return value.strip()
            case Holds.LINES:
                return self._lines(value, path)
            case Holds.DATE:
                return self._day(value, path)
            case Holds.FLAG if isinstance(value, bool):
                return value
            case Holds.FREE if isinstance(value, Mapping):
                return value
        return self._wrong(path, value, holds.value)

    def _people(self, value: Any, keys: Mapping[str, Holds], path: str) -> tuple[dict[str, Any], ...] | None:  # noqa: ANN401
        if not isinstance(value, tuple):
            self._wrong(path, value, _PEOPLE)
            return None
        stranger = next((at for at, person in enumerate(value) if not isinstance(person, Mapping)), None)
        if stranger is not None:
            self._stranger(path, value[stranger], stranger)
            return None
        read = tuple(dict(self._mapping(person, keys, f"{path}.{at}.")) for at, person in enumerate(value))
        for at, person in enumerate(read):
            if "name" not in person and not (path == "signatories" and "organization" in person):
                self._say(findings.MISSING_KEY, f"{path}.{at}", f"one of the {path} has no name", "add name: ...")
        return read

    def _stranger(self, path: str, value: Any, at: int) -> None:  # noqa: ANN401
        """Report what stands in a list of people and is none."""
        if isinstance(value, str):
            self._say(findings.WRONG_TYPE, path, f"'{path}' lists '{_short(value)}'", f"write {{name: {value}}}")
            self.left_out.append(path)
        else:
            hint = "write {name: Your Name} there, or take it away" if value is None else f"it holds {_PEOPLE}"
            self._wrong_item(path, value, at, hint)

    def _lines(self, value: Any, path: str) -> str | tuple[str, ...] | None:  # noqa: ANN401
        if isinstance(value, str):
            return value.strip()
        if not isinstance(value, tuple):
            self._wrong(path, value, Holds.LINES.value)
            return None
        for at, line in enumerate(value):
            if not isinstance(line, str):
                hint = "write a text there, or take it away" if line is None else "each of its lines is a text"
                self._wrong_item(path, line, at, hint)
                return None
        return tuple(line.strip() for line in value)

    def _day(self, value: Any, path: str) -> date | None:  # noqa: ANN401
        try:
            if isinstance(value, str) and _DAY.fullmatch(value.strip()):
                return date.fromisoformat(value.strip())
        except ValueError:
            pass
        self._wrong(path, value, Holds.DATE.value)
        return None

    def _wrong(self, path: str, value: Any, wanted: str) -> None:  # noqa: ANN401
        self._say(findings.WRONG_TYPE, path, f"'{path}' {_said(value)}", f"it holds {wanted}")
        self.left_out.append(path)

    def _wrong_item(self, path: str, value: Any, at: int, hint: str) -> None:  # noqa: ANN401
        """Report the item ``at``, counted from 0, of the list under ``path``, which is left out whole."""
        self._say(findings.WRONG_TYPE, f"{path}.{at}", f"item {at + 1} of '{path}' {_said(value)}", hint)
        self.left_out.append(path)

    def _unknown(self, path: str, key: str, keys: Mapping[str, Any]) -> None:
        near = get_close_matches(key, keys, n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'?" if near else "names of your own belong under 'vars'"
        self._say(findings.UNKNOWN_KEY, path, f"nothing reads the key '{path}'", hint)

    def _say(self, finding: Finding, path: str, message: str, hint: str | None = None) -> None:
        line, column = self._places.get(path, (-1, 0))
        self.diagnostics.append(finding.at(Location(file=self.file, line=line + 1, column=column), message, hint=hint))


def _said(value: Any) -> str:  # noqa: ANN401 -- whatever was written
    """Return what ``value`` is, in words that follow its name."""
    if value is None:
        return "says nothing"
    what = {tuple: "is a list", dict: "holds names and values", bool: f"is {str(value).lower()}"}
    return what.get(type(value), f"is '{_short(str(value))}'")


def _fits(text: str, holds: Holds) -> bool:
    match holds:
        case Holds.NUMBER:
            return text.isascii() and text.isdecimal()
        case Holds.PAGES:
            return text in {"first", "range"}
        case Holds.DEADLINE:
            return names_a_day(text)
        case _:
            return True


def _short(text: str) -> str:
    return text if len(text) < 40 else f"{text[:37]}..."  # noqa: PLR2004 -- as much as a message bears
