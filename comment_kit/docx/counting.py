"""Count the notes of a Word file as it prints them: through, anew in each section, or from another number."""

from __future__ import annotations

from dataclasses import dataclass, field

from comment_kit.docx.package import Element, WordPackage


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one section counts one sort of note."""

    start: int = 1
    restarts: bool = False


@dataclass(slots=True)
class NoteCounter:
    """The numbers of footnotes or endnotes in the order of their live marks."""

    rules: list[_Rule]
    """One for each section, in order."""
    section: int = 0
    number: int = field(init=False)

    def __post_init__(self) -> None:
        self.number = self.rules[0].start - 1

    def next(self, section: int) -> int:
        """Return the number of the next note, whose mark stands in ``section``, counted from 0."""
        rule = self.rules[min(section, len(self.rules) - 1)]
        if section != self.section and rule.restarts:
            self.number = rule.start - 1
        self.section = section
        self.number += 1
        return self.number


def note_counter(package: WordPackage, sort: str) -> NoteCounter:
    """Return the counter for ``sort`` ("footnote" or "endnote"), as sections and settings say.

    Restarting on each page cannot be followed without a layout, and is counted through.
    """
    word = package.word
    general = _settings_rule(package, sort)
    # What a section was before a tracked change stands inside it, and is none.
    within = {f"{{{word}}}{name}" for name in ("body", "pPr")}
    found = package.body.iter(f"{{{word}}}sectPr")
    sections = [each for each in found if (above := each.getparent()) is not None and above.tag in within]
    return NoteCounter([_rule(section, sort, word, general) for section in sections] or [general])


def _settings_rule(package: WordPackage, sort: str) -> _Rule:
    for member in package.related("settings"):
        return _rule(package.xml(member), sort, package.word, _Rule())
    return _Rule()


def _rule(parent: Element, sort: str, word: str, general: _Rule) -> _Rule:
    properties = parent.find(f"{{{word}}}{sort}Pr")
    if properties is None:
        return general
    start = properties.find(f"{{{word}}}numStart")
    restart = properties.find(f"{{{word}}}numRestart")
    written = start.get(f"{{{word}}}val", "") if start is not None else ""
    return _Rule(
        start=int(written) if written.isdecimal() else general.start,
        restarts=restart.get(f"{{{word}}}val") == "eachSect" if restart is not None else general.restarts,
    )
