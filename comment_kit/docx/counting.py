"""Count the notes of a Word file as it prints them: through, anew in each section or on each page, in some format."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from comment_kit.docx.numerals import numeral
from comment_kit.docx.package import Element, WordPackage

_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""What Word prints where nothing says a format."""


class Restart(StrEnum):
    """Where the count begins anew, in the words of ``w:numRestart``."""

    CONTINUOUS = "continuous"
    SECTION = "eachSect"
    PAGE = "eachPage"


class _Rule(Struct, frozen=True, kw_only=True):
    """How one section counts one sort of note."""

    start: int = 1
    restart: str = Restart.CONTINUOUS
    form: str


class NoteCounter(Struct, kw_only=True):
    """The numbers of footnotes or endnotes in the order of their live marks."""

    rules: list[_Rule]
    """One for each section, in order."""
    pages: Mapping[Element, int]
    """The page of each mark, where the program that saved the file stored its page breaks; else nothing."""
    section: int = 0
    page: int = 0
    number: int = 0
    """Of the note met last."""

    def __post_init__(self) -> None:
        self.number = self.rules[0].start - 1

    def next(self, section: int, mark: Element) -> tuple[int, str]:
        """Return the number of the next note, and how it is printed: "3", "iii".

        Args:
            section: in which its mark stands, counted from 0.
            mark: the element that calls it.
        """
        rule = self.rules[min(section, len(self.rules) - 1)]
        page = self.pages.get(mark, self.page)
        new_section = section != self.section and rule.restart == Restart.SECTION
        if new_section or (page != self.page and rule.restart == Restart.PAGE):
            self.number = rule.start - 1
        self.section, self.page = section, page
        self.number += 1
        return self.number, numeral(self.number, rule.form)

    @property
    def guesses(self) -> bool:
        """Whether notes are counted anew on each page and nothing says where pages end."""
        return not self.pages and any(rule.restart == Restart.PAGE for rule in self.rules)


def note_counter(package: WordPackage, sort: str) -> NoteCounter:
    """Return the counter for ``sort`` ("footnote" or "endnote"), as sections and settings say.

    Where notes restart on each page and no page breaks are stored, they are counted through: ``guesses`` says so.
    """
    word = package.word
    general = _settings_rule(package, sort)
    # What a section was before a tracked change stands inside it, and is none.
    within = {f"{{{word}}}{name}" for name in ("body", "pPr")}
    found = package.body.iter(f"{{{word}}}sectPr")
    sections = [each for each in found if (above := each.getparent()) is not None and above.tag in within]
    rules = [_rule(section, sort, word, general) for section in sections] or [general]
    by_page = any(rule.restart == Restart.PAGE for rule in rules)
    return NoteCounter(rules=rules, pages=_pages(package, sort) if by_page else {})


def _pages(package: WordPackage, sort: str) -> Mapping[Element, int]:
    """Return the page of each mark, counted from 0, by the breaks that Word stored when it last laid the file out."""
    stored, mark = (f"{{{package.word}}}{name}" for name in ("lastRenderedPageBreak", f"{sort}Reference"))
    page = 0
    pages: dict[Element, int] = {}
    for element in package.body.iter(stored, mark):
        if element.tag == stored:
            page += 1
        else:
            pages[element] = page
    return pages if page else {}


def _settings_rule(package: WordPackage, sort: str) -> _Rule:
    silent = _Rule(form=_FORMATS[sort])
    for member in package.related("settings"):
        return _rule(package.xml(member), sort, package.word, silent)
    return silent


def _rule(parent: Element, sort: str, word: str, general: _Rule) -> _Rule:
    properties = parent.find(f"{{{word}}}{sort}Pr")
    if properties is None:
        return general

    def said(name: str) -> str:
        element = properties.find(f"{{{word}}}{name}")
        return element.get(f"{{{word}}}val", "") if element is not None else ""

    start = said("numStart")
    return _Rule(
        start=int(start) if start.isdecimal() else general.start,
        restart=said("numRestart") or general.restart,
        form=said("numFmt") or general.form,
    )
