"""Three reports of made-up sentences, and a letter that quotes them: every page has words of its own."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KEYS = ("roads", "rivers", "bridges")
PAGES = 6
_SENTENCES = 5

_SUBJECTS = ["office", "agency", "council", "county", "bureau", "division", "committee", "engineer", "surveyor"]
_VERBS = ["measured", "found", "reported", "collected", "revised", "published", "counted", "weighed", "compared"]
_THINGS = [
    "bends",
    "gates",
    "loads",
    "crossings",
    "culverts",
    "signals",
    "permits",
    "estimates",
    "inspections",
    "records",
]
_MANNERS = ["carefully", "twice", "yearly", "openly", "slowly", "jointly", "early", "seldom", "anew", "together"]
_PLACES = [
    "upstream",
    "inland",
    "abroad",
    "nearby",
    "downtown",
    "offshore",
    "overland",
    "uphill",
    "underground",
    "outside",
]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A paragraph of the letter: the words that it quotes, and the page on which they stand."""

    key: str
    page: int
    words: str


def sentences(key: str, page: int) -> list[str]:
    """Return what stands on ``page``, from 1, of the report ``key``."""
    dice = random.Random(f"{key} {page}")
    return [_sentence(dice, f"{key} {100 * page + number}") for number in range(_SENTENCES)]


def _sentence(dice: random.Random, mark: str) -> str:
    key, number = mark.split()
    subject, verb, things = (dice.choice(words) for words in (_SUBJECTS, _VERBS, _THINGS))
    manner, place = dice.choice(_MANNERS), dice.choice(_PLACES)
    return f"The {subject} {verb} some {number} {things} of {key} {place} and did not {manner} close them."


def write_project(folder: Path) -> None:
    """Put a project with the three reports' entries and texts into ``folder``."""
    (folder / "comment-kit.toml").touch()
    (folder / "citations").mkdir()
    entries = [
        f"@report{{{key},\n  author = {{{{{key.title()} Office}}}},\n  title = {{On {key.title()}}},\n"
        f"  date = {{2024}},\n  pagetotal = {{{PAGES}}},\n  url = {{https://example.org/{key}}}\n}}\n"
        for key in KEYS
    ]
    (folder / "citations" / "reports.bib").write_text("\n".join(entries), encoding="utf-8")
    for key in KEYS:
        pages = [_typed_page(key, page) for page in range(1, PAGES + 1)]
        (folder / f"{key}.txt").write_text("\f".join(pages), encoding="utf-8")


def _typed_page(key: str, page: int) -> str:
    return f"{textwrap.fill(' '.join(sentences(key, page)), 80)}\n\n{' ' * 40}{page}\n"


def passages(dice: random.Random, number: int) -> list[Quoted]:
    """Return ``number`` quotations, none twice; a source is often quoted several times in a row."""
    found: list[Quoted] = []
    key = dice.choice(KEYS)
    while len(found) < number:
        key = key if dice.random() < 0.6 else dice.choice(KEYS)
        page = dice.randint(1, PAGES)
        words = dice.choice(sentences(key, page)).removeprefix("The ").removesuffix(".")
        if all(words != each.words for each in found):
            found.append(Quoted(key, page, words))
    return found


def letter_of(quoted: Sequence[Quoted], style: str) -> str:
    """Return a letter source that quotes ``quoted``, one in each paragraph."""
    front = f"---\ntemplate: policy-letter\nstyle: {style}\ndate: 2024-09-09\norganization: Example Institute\n"
    front += "authors: [{name: Your Name}]\n---\n\n"
    return front + "\n\n".join(f'We read that the "{each.words}" there.[@{each.key}, {each.page}]' for each in quoted)
