"""Read the front matter that nearly every block has, without the YAML parser, which takes two milliseconds for each.

What is read here means the same to the parser; ``tests/blocks/test_block_index.py`` holds the two equal. Whatever is
typed in any other way is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

# One line of letters, digits and the marks that mean nothing to YAML, between quotation marks or bare.
_BARE = r"[^\W_](?:[\w ()'/.;!?-]*[\w().!?'])?"
_QUOTED = r"\"[^\"\\\n\t]*\"|'[^'\n\t]*'"
_LISTED = rf"(?:{_QUOTED}|{_BARE})"
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_GIVEN = rf"\{{ ?(?:required: (?:true|false)|default: {_LISTED}) ?\}}"
_PAIR = rf"{_NAME}: {_GIVEN}"

_TITLE = re.compile(rf"title: (?P<text>{_QUOTED}|[^\W_](?:[\w ,()'/.;!?-]*[\w().!?'])?)")
_TOPICS = re.compile(rf"topics: (?:\[(?P<listed>{_LISTED}(?:, ?{_LISTED})*)\]|(?P<one>{_LISTED}))")
_PARAMS = re.compile(rf"params: \{{(?P<pairs>{_PAIR}(?:, ?{_PAIR})*)\}}")
_ITEM = re.compile(rf"(?P<indent> *)- (?P<text>{_LISTED})")
_LINE = re.compile(rf"(?P<indent> +)(?P<pair>{_PAIR})")

_EACH = re.compile(_LISTED)
_EACH_PAIR = re.compile(rf"(?P<name>{_NAME}): (?P<given>{_GIVEN})")
_SAID = re.compile(rf"\{{ ?(?:required: (?P<required>true|false)|default: (?P<default>{_LISTED})) ?\}}")
# What the parser takes for something else than a text.
_NO_TEXT = frozenset({"true", "false", "null", "~"})
_LONGEST = 5_000
"""Characters; longer front matter is not usual."""
_PRINTABLE = re.compile("[\x20-\x7e\n\u00a1-\u2027\u2030-\ud7ff]*")


class PlainFront(Struct, kw_only=True):
    """What the front matter of a block says."""

    title: str = ""
    topics: tuple[str, ...] = ()
    parameters: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    """By name: whether it is required, and its default."""


class _Other(Exception):  # noqa: N818 -- not an error: the parser reads it
    """The front matter is typed in a way that is not known here."""


def read_plain_front(yaml: str) -> PlainFront | None:
    """Return what ``yaml``, without the lines around it, says; None where only the parser can tell."""
    if len(yaml) > _LONGEST or not _PRINTABLE.fullmatch(yaml):
        return None
    front = PlainFront()
    seen: set[str] = set()
    try:
        for key, lines in _entries(yaml):
            if key in seen:
                return None
            seen.add(key)
            _read_entry(front, key, lines)
    except _Other:
        return None
    return front


def _entries(yaml: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each key with its lines: its own and those indented or listed below it."""
    entry: list[str] = []
    for line in yaml.removesuffix("\n").split("\n"):
        if line[:1] in {" ", "-"}:
            entry.append(line)
            continue
        if entry:
            yield entry[0].partition(":")[0], entry
        entry = [line]
    yield entry[0].partition(":")[0], entry


def _read_entry(front: PlainFront, key: str, lines: list[str]) -> None:
    head, below = lines[0], lines[1:]
    match key:
        case "title" if not below:
            front.title = _text(_matched(_TITLE, head)["text"]).strip()
        case "topics":
            front.topics = tuple(
                text.strip() for text in (_items(below) if head == "topics:" else _listed(head, below))
            )
        case "params":
            front.parameters = dict(_pairs(head, below))
        case _:
            raise _Other


def _listed(head: str, below: list[str]) -> list[str]:
    found = _matched(_TOPICS, head)
    if below:
        raise _Other
    return [_text(found["one"])] if found["one"] else [_text(each[0]) for each in _EACH.finditer(found["listed"])]


def _items(below: list[str]) -> list[str]:
    return [_text(found["text"]) for found in _alike(_ITEM, below)]


def _pairs(head: str, below: list[str]) -> Iterator[tuple[str, tuple[bool, str]]]:
    if head != "params:":
        if below:
            raise _Other
        said = _matched(_PARAMS, head)["pairs"]
    else:
        said = ", ".join(found["pair"] for found in _alike(_LINE, below))
    names: set[str] = set()
    for pair in _EACH_PAIR.finditer(said):
        if pair["name"] in names:
            raise _Other
        names.add(pair["name"])
        given = _matched(_SAID, pair["given"])
        default = given["default"]
        yield pair["name"], (given["required"] == "true", "" if default is None else _text(default))


def _alike(pattern: re.Pattern[str], lines: list[str]) -> list[re.Match[str]]:
    """Return the matches of lines that begin in one column."""
    found = [_matched(pattern, line) for line in lines]
    if len({each["indent"] for each in found}) != 1:
        raise _Other
    return found


def _matched(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    found = pattern.fullmatch(line)
    if found is None:
        raise _Other
    return found


def _text(typed: str) -> str:
    if typed[0] in "\"'":
        return typed[1:-1]
    if typed in _NO_TEXT:
        raise _Other
    return typed
