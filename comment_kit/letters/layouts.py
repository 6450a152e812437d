"""Read how the pages of a letter template look."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.layout import Layout, Numeral, PageNumbers
from comment_kit.model.places import Location

SETTINGS_FILE = "template.toml"
TEXT_FILE = "letter.md"

_FOR_WORD = frozenset({"body_starts_at_one"})
"""Settings that the writer of Word files reads for itself."""
_LONGEST = 1584.0
"""Points; Word knows no page of more than 22 inches."""


def read_template(name: str, folders: Sequence[Path]) -> tuple[Layout, Path | None, tuple[Diagnostic, ...]]:
    """Return the layout of the template ``name``, the path of its text, and what is wrong with it.

    The path is None where there is no such template; the diagnostic then names the folders' own as its place.

    Args:
        name: as a letter's front matter gives it.
        folders: each holds templates as folders; the first that has one of this name wins.
    """
    if name in {name_ for folder in folders for name_ in _names(folder)}:
        folder = next(folder / name for folder in folders if name in _names(folder))
        layout, diagnostics = _layout(name, folder / SETTINGS_FILE)
        return layout, folder / TEXT_FILE, diagnostics
    return Layout(template=name), None, (_unknown(name, folders),)


def _names(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        return ()
    return tuple(sorted(each.name for each in folder.iterdir() if (each / TEXT_FILE).is_file()))


def _unknown(name: str, folders: Sequence[Path]) -> Diagnostic:
    known = sorted({each for folder in folders for each in _names(folder)})
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    listed = ", ".join(f"'{each}'" for each in known)
    hint = f"did you mean '{near[0]}'?" if near else f"there are {listed}" if listed else None
    return findings.UNKNOWN_TEMPLATE.at(Location(file=""), f"there is no letter template '{name}'", hint=hint)


def _layout(name: str, file: Path) -> tuple[Layout, tuple[Diagnostic, ...]]:
    where = Location(file=str(file))
    if not file.is_file():
        return Layout(template=name), ()
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        message = f"the template's settings are not TOML: {error}"
        return Layout(template=name), (findings.BAD_TEMPLATE.at(where, message),)
    known: dict[str, Any] = {}
    diagnostics: list[Diagnostic] = []
    for key, read in _READERS.items():
        if key not in settings:
            continue
        try:
            known[key] = read(settings[key])
        except (ValueError, TypeError):
            message = f"'{key}' says something that pages cannot have"
            diagnostics.append(findings.BAD_TEMPLATE.at(where, message, hint=_HINTS.get(key)))
    settings = {key: value for key, value in settings.items() if key not in _READERS}
    diagnostics += [_unknown_key(key, where) for key in settings if key not in _FOR_WORD]
    layout = Layout(template=name, settings=settings, **known)
    if 2 * layout.margin >= min(layout.page_width, layout.page_height):
        message = f"margins of {layout.margin:g} points leave no room on the page"
        diagnostics.append(findings.BAD_TEMPLATE.at(where, message, hint="an inch is 72 points"))
        layout = Layout(template=name)
    return layout, tuple(diagnostics)


def _unknown_key(key: str, where: Location) -> Diagnostic:
    near = get_close_matches(key, (*_READERS, *_FOR_WORD), n=1, cutoff=0.6)
    hint = f"did you mean '{near[0]}'?" if near else None
    return findings.UNKNOWN_TEMPLATE_KEY.at(where, f"no page reads the key '{key}'", hint=hint)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError
    return tuple(value)


def _length(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= _LONGEST:
        raise TypeError
    return float(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


_LENGTHS = "a number of points, 72 to the inch"
_HINTS = {
    "required": 'a list of keys: ["docket.title"]',
    "heading_numerals": 'a list of "I", "A", "1", "a", "i"',
    "author_marks": 'a list of marks: ["*"]',
    "font": "the name of a font",
    "line_spacing": "a number: 1 for single lines, 2 for double",
    "page_numbers": '"none", "page" or "page of pages"',
    "number_first_page": "true or false",
    **dict.fromkeys(("page_width", "page_height", "margin", "font_size", "note_size"), _LENGTHS),
}
"""What each key takes."""

_READERS: Mapping[str, Callable[[Any], Any]] = {
    "required": _texts,
    "heading_numerals": lambda value: tuple(Numeral(each) for each in _texts(value)),
    "author_marks": _texts,
    "page_width": _length,
    "page_height": _length,
    "margin": _length,
    "font": _text,
    "font_size": _length,
    "note_size": _length,
    "line_spacing": _length,
    "page_numbers": PageNumbers,
    "number_first_page": _flag,
}
