"""Read the page of a rule: what its fenced blocks hold, in their order.

The first words behind a fence say what the block is for:

* ```` ```markdown flagged ```` or ```` ```word flagged ````: a letter in which the rule finds something; the
  ```` ```text printed ```` below it is what ``check`` says of it, line for line.
* ```` ```markdown silent ```` or ```` ```word silent ````: a letter near to it, of which nothing is said.
* ```` ```markdown fixed ````: the flagged letter above, as ``check --fix`` leaves it.
* ```` ```markdown flagged, style bluebook ````: a letter that is checked with ``--style bluebook``, for a rule of form.
* ```` ```text roads, page 2 ````: what a page of a source says; ```` ```bibtex ```` and ```` ```csv roads ````: an
  entry and a pinpoint table, beside those that every page has; ```` ```toml our-house ````: the settings of a style
  of the project's own. They hold for the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
_FENCE = re.compile(r"^```(?P<info>\w[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PAGE = re.compile(r"(?P<key>\w+), page (?P<page>\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A letter of the page, and what is said of it."""

    language: str
    """``markdown`` or ``word``."""
    letter: str
    style: str = ""
    """Given to ``check`` with ``--style``; "" for none."""
    printed: str = ""
    """What ``check`` prints above its count; "" for a letter of which nothing is said."""
    fixed: str | None = None


@dataclass(slots=True, kw_only=True)
class RulePage:
    """What the page of a rule holds beside its words."""

    code: str
    title: str
    examples: list[Example] = field(default_factory=list)
    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    """What sources say, by key and printed page."""
    entries: str = ""
    tables: dict[str, str] = field(default_factory=dict)
    """Pinpoint tables by key."""
    styles: dict[str, str] = field(default_factory=dict)
    """The settings of styles by name."""

    @property
    def flagged(self) -> list[Example]:
        """The letters in which the rule finds something."""
        return [each for each in self.examples if each.printed]

    @property
    def silent(self) -> list[Example]:
        """The letters of which nothing is said."""
        return [each for each in self.examples if not each.printed]


@dataclass(frozen=True, slots=True)
class _Fence:
    """A fenced block."""

    language: str
    use: str
    style: str
    body: str


def page_files() -> list[Path]:
    """Return the pages of all rules, in order of code."""
    return sorted(FOLDER.glob("*.md"))


def read_page(path: Path) -> RulePage:
    """Return what the page at ``path`` holds."""
    text = path.read_text(encoding="utf-8")
    page = RulePage(code=path.stem, title=text.partition("\n")[0].removeprefix("# "))
    fences = list(_fences(text))
    for at, fence in enumerate(fences):
        match fence:
            case _Fence("markdown" | "word", "flagged" | "silent"):
                page.examples.append(_example(fence, fences[at + 1 : at + 3]))
            case _Fence("bibtex", ""):
                page.entries += fence.body
            case _Fence("csv", key):
                page.tables[key] = fence.body
            case _Fence("toml", name):
                page.styles[name] = fence.body
            case _Fence("text", about) if named := _PAGE.fullmatch(about):
                page.pages.setdefault(named["key"], {})[named["page"]] = fence.body
            case _:
                assert fence.use in {"printed", "fixed"}, f"{path.name}: a block of no known use: {fence.use}"
    return page


def _example(fence: _Fence, below: list[_Fence]) -> Example:
    """Return a letter of the page with what the blocks below it say of it."""
    printed = fixed = None
    if fence.use == "flagged":
        assert below, "a flagged letter is followed by what is printed"
        assert below[0].use == "printed", "a flagged letter is followed by what is printed"
        printed = below[0].body
        fixed = next((each.body for each in below[1:] if each.use == "fixed"), None)
    return Example(language=fence.language, letter=fence.body, style=fence.style, printed=printed or "", fixed=fixed)


def _fences(text: str) -> Iterator[_Fence]:
    for fence in _FENCE.finditer(text):
        language, _, use = fence["info"].strip().partition(" ")
        use, _, style = use.partition(", style ")
        yield _Fence(language, use, style, fence["body"])
