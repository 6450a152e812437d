"""The keys that the front matter of a letter may have, and what each holds."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias


class Holds(Enum):
    """What stands after a key; the value says it in words, with an example."""

    TEXT = "a text"
    LINES = "a text or a list of lines"
    DATE = "a day written as 2024-09-09"
    DEADLINE = "a day written as 2024-09-09, or words that name one: by 5 p.m. on September 9"
    FLAG = "true or false"
    NUMBER = "a number, such as 22"
    PAGES = "first or range"
    FREE = "names and values of your own"


Keys: TypeAlias = Mapping[str, "Holds | Keys | People"]


class People(tuple[Mapping[str, Holds]]):
    """A list of people, each with these keys."""

    __slots__ = ()


PERSON: Mapping[str, Holds] = MappingProxyType(
    {
        "name": Holds.TEXT,
        "title": Holds.TEXT,
        "organization": Holds.TEXT,
        "email": Holds.TEXT,
        "phone": Holds.TEXT,
        "note": Holds.TEXT,
    }
)

DOCKET: Mapping[str, Holds] = MappingProxyType(
    {
        "agency": Holds.TEXT,
        "title": Holds.TEXT,
        "id": Holds.LINES,
        "docket_id": Holds.LINES,
        "rin": Holds.LINES,
        "fr": Holds.LINES,
        "action": Holds.TEXT,
        "closes": Holds.DEADLINE,
    }
)

KEYS: Mapping[str, "Holds | Mapping[str, Holds] | People"] = MappingProxyType({
    "template": Holds.TEXT,
    "style": Holds.TEXT,
    "date": Holds.DATE,
    "docket": DOCKET,
    "organization": Holds.TEXT,
    "authors": People((PERSON,)),
    "signatories": People((PERSON,)),
    "address": Holds.LINES,
    "vars": Holds.FREE,
    "to": Holds.LINES,
    "re": Holds.TEXT,
    "via": Holds.LINES,
    "contact": Holds.LINES,
    "disclaimer": Holds.LINES,
    "bibliography": Holds.LINES,
    "subject": Holds.TEXT,
    "keywords": Holds.LINES,
    "draft": Holds.FLAG,
    "label-pages": Holds.PAGES,
    "edition": Holds.NUMBER,
})  # fmt: skip

REQUIRED = ("template", "style", "date")
"""What every letter must say that is set by a template."""
