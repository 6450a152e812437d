"""Print pinpoints: pages, notes, sections and named parts, in the order a house sets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import groupby

from msgspec import Struct, field

from comment_kit.model.pinpoints import LabelKind, LabelPin, NotePin, PagePin, Pinpoint
from comment_kit.model.policy import LabelPages
from comment_kit.styles.numbers import page_range, thousands

_MARKS = ("§", "¶")
_SHEET = "sheet "
_ENDS_IN_NUMBER = re.compile(r"\d[)\]\u201d\u2019\"']*$")


class Opening(Enum):
    """What a printed pinpoint begins with, which decides about "at"."""

    PAGE = "page"
    """A page or a note: "at" in short forms, none in full ones."""
    MARK = "mark"
    """A section or paragraph sign or an abbreviated label: never an "at"."""
    NAME = "name"
    """A name: always an "at"."""


class PinpointRules(Struct, frozen=True, kw_only=True):
    """How a house prints pinpoints."""

    label_first: bool = True
    """True for "app. B at 19" and "§ 4.1, at 5"; false for "at 19, Appendix B" and "at 75203, § 4.6(a)"."""
    label_pages: LabelPages = LabelPages.RANGE
    dash: str = "–"
    """Between the pages of a run."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """By the first word of a label: "Appendix" is "app."."""


class PrintedPinpoint(Struct, frozen=True):
    """A pinpoint as forms use it; every part is plain text, and empty where it says nothing."""

    bare: str = ""
    """The whole of it: "19", "app. B at 19", "8 (Practice 3.1), 9 (Practice 3.3)"."""
    at: str = ""
    """The whole of it behind a short form or *Id.*: "at 19"; a section or paragraph sign takes no "at"."""
    marks: str = ""
    """The labels that take no "at": "§ 4.6(a)", "§§ 4.1, 4.6", "¶ 12", and where labels come first "app. B"."""
    pages: str = ""
    """All but ``marks``; their pages where none was written: "75196–97"."""
    law: str = ""
    """The labels alone, as written and abbreviated: "art. I, § 8, cl. 3", "pt. 1026"."""
    written: str = ""
    """The pages and notes that were written: "12, 15 n.3"."""

    opens: Opening = Opening.PAGE
    """What ``bare`` begins with."""

    def __bool__(self) -> bool:
        return bool(self.bare)

    def behind(self, title: object) -> str:
        """Return what follows ``title`` in full: " 19", or ", at 19" behind a number (Indigo Book R5.1.1)."""
        if not self.bare:
            return ""
        if self.opens is Opening.NAME or _ENDS_IN_NUMBER.search(str(title)):
            return f", {self.at}"
        return f" {self.bare}"


def printed_pinpoint(pinpoint: Pinpoint, rules: PinpointRules, *, commas: bool = False) -> PrintedPinpoint:
    """Return ``pinpoint`` as ``rules`` print it.

    Args:
        pinpoint: with the pages of its labels looked up.
        rules: the house's.
        commas: whether pages of five digits take a comma.
    """
    if not pinpoint:
        return PrintedPinpoint()
    printer = _Printer(pinpoint=pinpoint, rules=rules, commas=commas)
    bare = printer.label_first() if rules.label_first else printer.page_first()
    opens = printer.opening(bare)
    return PrintedPinpoint(
        bare=bare,
        at=bare if opens is Opening.MARK else f"at {bare}",
        marks=printer.marks(),
        pages=printer.pages_and_names(),
        law=printer.law(),
        written=", ".join(printer.written()),
        opens=opens,
    )


def marked(labels: Sequence[str], mark: str) -> str:
    """Return labels behind one sign, doubled where they are several: "§ 9", "§§ 9–12", "§ 1(a), (b)".

    Subsections of one section take a single sign (Indigo Book R5.2).
    """
    if not labels:
        return ""
    numbers = [label.lstrip(mark).strip() for label in labels]
    first, *others = numbers
    base = first.partition("(")[0]
    if others and "(" in first and all(number.startswith(f"{base}(") for number in others):
        return f"{mark} {', '.join([first, *(number.removeprefix(base) for number in others)])}"
    several = bool(others) or re.search(r"–(?!\()|--|, ", first) is not None
    return f"{mark * (2 if several else 1)} {', '.join(numbers)}"


def _labels(pinpoint: Pinpoint, kind: LabelKind) -> list[str]:
    return [label.label for label in pinpoint.labels if label.kind is kind]


class _Printer(Struct, frozen=True, kw_only=True):
    """One pinpoint under one set of rules."""

    pinpoint: Pinpoint
    rules: PinpointRules
    commas: bool

    # ---- the two orders ----

    def label_first(self) -> str:
        """Return labels, then pages: "app. B at 19", "§ 4.1, at 5"; a name without abbreviation follows its page."""
        marks, pages = self.marks(), self.pages_and_names()
        if not marks or not pages:
            return marks or pages
        return f"{marks} at {pages}" if self._abbreviated() else f"{marks}, at {pages}"

    def page_first(self) -> str:
        """Return pages, then labels as written: "19, Appendix B"; a part alone brings its page: "8 (Practice 3.1)"."""
        if written := self.written():
            return ", ".join([*written, *(label.label for label in self.pinpoint.labels)])
        return ", ".join(self._page_and_labels(self.pinpoint.labels))

    def opening(self, words: str) -> Opening:
        """Return what ``words`` begin with."""
        shortened = tuple(self._shortened(label.label) for label in self._abbreviated())
        if words.startswith((*_MARKS, *shortened)):
            return Opening.MARK
        names = tuple(_labels(self.pinpoint, LabelKind.NAMED))
        return Opening.NAME if words.startswith(names) else Opening.PAGE

    # ---- parts for the forms of law ----

    def marks(self) -> str:
        """Return the labels that take no "at", one sort after the other."""
        listed = [marked(_labels(self.pinpoint, LabelKind.SECTION), "§")]
        listed.append(marked(_labels(self.pinpoint, LabelKind.PARAGRAPH), "¶"))
        listed += [self._shortened(label.label) for label in self._abbreviated()]
        return ", ".join(word for word in listed if word)

    def pages_and_names(self) -> str:
        """Return written pages, or those of the labels, with the names that are no marks in round brackets."""
        names = [label for label in self.pinpoint.labels if self._is_plain_name(label)]
        if written := self.written():
            behind = f" ({self._together([name.label for name in names])})" if names else ""
            return ", ".join(written) + behind
        looked_up = dict.fromkeys(
            page for label in self.pinpoint.labels if not self._is_plain_name(label) and (page := self._pages_of(label))
        )
        return ", ".join([*looked_up, *self._page_and_labels(names)])

    def law(self) -> str:
        """Return the labels as written, abbreviated, neighbours under one sign."""
        groups = groupby(self.pinpoint.labels, key=lambda label: label.kind)
        return ", ".join(word for kind, labels in groups for word in self._law_group(kind, labels))

    def _law_group(self, kind: LabelKind, labels: Iterable[LabelPin]) -> list[str]:
        words = [label.label for label in labels]
        match kind:
            case LabelKind.SECTION:
                return [marked(words, "§")]
            case LabelKind.PARAGRAPH:
                return [marked(words, "¶")]
            case LabelKind.NAMED:
                return [self._shortened(word) for word in words]

    # ---- pieces ----

    def written(self) -> list[str]:
        """Return the pages and notes that were written, in their order."""
        return [self._page_or_note(part) for part in self.pinpoint.parts if not isinstance(part, LabelPin)]

    def _page_or_note(self, part: PagePin | NotePin) -> str:
        if isinstance(part, PagePin):
            return self._run(part.first, part.last)
        several = part.last is not None
        note = f"{'nn' if several else 'n'}.{page_range(part.first, part.last, dash=self.rules.dash)}"
        if part.page is None or part.page.startswith(_SHEET):
            return note
        page = thousands(part.page) if self.commas else part.page
        return f"{page} & {note}" if part.beside_page else f"{page} {note}"

    def _page_and_labels(self, labels: Sequence[LabelPin]) -> list[str]:
        """Return each label with its page, neighbours on one page together."""
        listed: list[str] = []
        for page, group in groupby(labels, key=self._pages_of):
            several = list(group)
            signs = [label.label for label in several if label.kind is not LabelKind.NAMED]
            names = [label.label for label in several if label.kind is LabelKind.NAMED]
            if not page:
                listed += [*signs, *names]
                continue
            behind = f" ({self._together(names)})" if names else ""
            listed.append(", ".join([page + behind, *signs]))
        return listed

    def _pages_of(self, label: LabelPin) -> str:
        """Return the pages of a label as the house prints them; "" where the sheet prints no number."""
        first, last = label.first_page, label.last_page
        if first is None or first.startswith(_SHEET):
            return ""
        if self.rules.label_pages is LabelPages.FIRST or last is None or last.startswith(_SHEET):
            last = None
        return self._run(first, last)

    def _run(self, first: str, last: str | None) -> str:
        return page_range(first, last, commas=self.commas, dash=self.rules.dash)

    def _abbreviated(self) -> tuple[LabelPin, ...]:
        """Return the names that are abbreviated and stand first; none where pages stand first."""
        if not self.rules.label_first:
            return ()
        return tuple(label for label in self.pinpoint.labels if self._abbreviation(label))

    def _is_plain_name(self, label: LabelPin) -> bool:
        return label.kind is LabelKind.NAMED and label not in self._abbreviated()

    def _abbreviation(self, label: LabelPin) -> str | None:
        return self.rules.abbreviations.get(label.label.partition(" ")[0]) if label.kind is LabelKind.NAMED else None

    def _shortened(self, label: str) -> str:
        word, space, rest = label.partition(" ")
        return f"{self.rules.abbreviations.get(word, word)}{space}{rest}"

    @staticmethod
    def _together(names: Sequence[str]) -> str:
        """Return "Practices 5.1, 5.3" for two of a sort, else the names one after the other."""
        word, space, _ = names[0].partition(" ")
        if len(names) > 1 and space and all(name.startswith(word + space) for name in names):
            return f"{_plural(word)} {', '.join(name.removeprefix(word + space) for name in names)}"
        return ", ".join(names)


def _plural(word: str) -> str:
    return f"{word[:-2]}ices" if word.endswith("dix") else f"{word}s"
