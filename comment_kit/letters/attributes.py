"""Read what stands in curly brackets behind a heading, a bracket or a division: ``{#id .class key=value}``."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

_BRACES = re.compile(r"\{[^{}\n]*\}")
_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\W_][\w:.-]*)|\.(?P<name>[A-Za-z][\w-]*)|(?P<minus>-)(?=[\s}])"""
    r"""|(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"'}]+)))"""
)


class Attributes(Struct, frozen=True, kw_only=True):
    """The parts of one pair of curly brackets."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    end: int = 0
    """Where the text goes on after them."""

    def __bool__(self) -> bool:
        return bool(self.id or self.classes or self.pairs)


def attributes_at(text: str, start: int, end: int | None = None) -> Attributes | None:
    """Return the attributes that begin at ``start``, or None where there are none."""
    braces = _BRACES.match(text, start, len(text) if end is None else end)
    if braces is None:
        return None
    return _read(braces[0], braces.end())


def _read(braces: str, end: int) -> Attributes | None:
    identity: str | None = None
    classes: list[str] = []
    pairs: dict[str, str] = {}
    at = 1
    while braces[at:-1].strip():
        part = _PART.match(braces, at)
        if part is None:
            return None
        identity = part["id"] or identity
        if part["name"] or part["minus"]:
            classes.append(part["name"] or "unnumbered")
        if part["key"]:
            pairs[part["key"]] = part["bare"] if part["quoted"] is None else part["quoted"]
        at = part.end()
    return Attributes(id=identity, classes=tuple(classes), pairs=pairs, end=end)
