"""Read a locator as typed into a pinpoint, with the pages that the source's table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from comment_kit.model.citations import Citation, Parenthetical, StringCite
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.letter import Inline, Letter, Mention
from comment_kit.model.pinpoints import (
    LabelKind,
    LabelPin,
    NotePin,
    PagePin,
    PinPart,
    Pinpoint,
    PinpointRow,
    PinpointTable,
    label_key,
)
from comment_kit.model.places import Location
from comment_kit.model.rewriting import with_lines
from comment_kit.model.sources import Library, Source

UNKNOWN_SOURCE = Finding(
    code="SRC201",
    name="unknown-source",
    severity=Severity.ERROR,
    explanation=(
        "A citation names a key that no citation database has. The letter cannot be built, because nobody can say "
        "what is cited. Correct the key, or add the source to a .bib file in citations/."
    ),
)
UNKNOWN_LOCATOR = Finding(
    code="PIN101",
    name="unknown-locator",
    severity=Severity.ERROR,
    explanation=(
        "What stands after the comma of a citation is neither a page nor a note nor a label that the source's "
        "pinpoint table knows. It is never printed as it stands, since a slip of the finger would be vouched for. "
        "Correct it, or add a row to citations/pinpoints/KEY.csv."
    ),
)
PAGE_OUTSIDE = Finding(
    code="PIN102",
    name="page-outside-source",
    severity=Severity.ERROR,
    explanation="A citation names a page before the first or after the last page of its source.",
)
NOT_ON_PAGE = Finding(
    code="PIN103",
    name="label-not-on-page",
    severity=Severity.ERROR,
    explanation=(
        "A citation names a page together with a section, part or note, and the pinpoint table has that part on "
        "other pages. For a note, the page of its text and the page of its mark are both right."
    ),
)
RANGE_REVERSED = Finding(
    code="PIN104",
    name="range-reversed",
    severity=Severity.ERROR,
    explanation="The last page of a range comes before its first.",
)
UNPAGINATED = Finding(
    code="PIN105",
    name="page-of-unpaginated-source",
    severity=Severity.WARNING,
    explanation=(
        "A page is cited of a kind of source that prints none, such as a web page. A reader cannot find it. "
        "Name a section or heading instead, or cite the source as a whole."
    ),
)
FINDINGS = (UNKNOWN_SOURCE, UNKNOWN_LOCATOR, PAGE_OUTSIDE, NOT_ON_PAGE, RANGE_REVERSED, UNPAGINATED)

_NUMBER = r"(?:\d+[a-z]?|[ivxlcdm]+|[A-Z]{1,3}-?\d+(?:\.\d+)?)"
_PAGES = re.compile(rf"(?:at\s+)?(?:pp?\.\s*)?({_NUMBER})(?:\s*(?:--?|–|—)\s*({_NUMBER}))?$")
_NOTE = re.compile(
    rf"(?:(?:at\s+)?(?:p\.\s*)?(?P<page>{_NUMBER})\s*(?P<beside>&)?\s*)?"
    r"nn?\.\s?(?P<first>\d+|[ivxlc]+|\*)(?:\s*(?:--?|–)\s*(?P<last>\d+))?$"
)
_SECTION = re.compile(r"(?:§|[Ss]ec(?:s?\.|tions?)(?=\s|\d))\s*(?=[\dA-Za-z])")
_PARAGRAPH = re.compile(r"(?:¶|[Pp]aras?\.)\s*(?=\d)")
_LABEL_RANGE = re.compile(r"^([^–—]*?\S)\s*(?:–|--)\s*(\S+)$")
_THOUSANDS = re.compile(r"(?<![\d,])(\d{1,3}),(\d{3})(?!\d)")

_PLURALS = {
    "§§": "§ ",
    "¶¶": "¶ ",
    "sections": "Section ",
    "secs.": "§ ",
    "practices": "Practice ",
    "objectives": "Objective ",
    "tables": "Table ",
    "figures": "Figure ",
    "appendices": "Appendix ",
    "chapters": "Chapter ",
    "parts": "Part ",
    "articles": "Article ",
    "questions": "Question ",
    "paragraphs": "¶ ",
    "paras.": "¶ ",
}
"""Plural labels, each with the singular that governs the bare parts after it."""

_NAMED = {
    "app.": "Appendix ",
    "appendix": "Appendix ",
    "tbl.": "Table ",
    "table": "Table ",
    "fig.": "Figure ",
    "figure": "Figure ",
    "ch.": "Chapter ",
    "chapter": "Chapter ",
    "pt.": "Part ",
    "part": "Part ",
    "art.": "Article ",
    "article": "Article ",
    "cl.": "Clause ",
    "clause": "Clause ",
    "intro.": "Introduction",
    "question": "Question ",
    "item": "Item ",
    "slide": "Slide ",
    "col.": "Column ",
}
"""Words that make a label even of a source whose table is silent, each with the label it stands for."""


def pinpointed(letter: Letter, library: Library) -> tuple[Letter, tuple[Diagnostic, ...]]:
    """Return ``letter`` with the locator of every citation read into its pinpoint, and what was wrong with any.

    A source that is only mentioned must be known too.
    """
    diagnostics: list[Diagnostic] = []

    def change(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return _looked_up(line, library, diagnostics)

    return with_lines(letter, change), tuple(diagnostics)


def _looked_up(line: tuple[Inline, ...], library: Library, diagnostics: list[Diagnostic]) -> tuple[Inline, ...]:
    for part in line:
        if isinstance(part, Mention) and part.key not in library.sources:
            diagnostics.append(unknown_source(part.key, part.location, library))
    return tuple(_string_cite(part, library, diagnostics) if isinstance(part, StringCite) else part for part in line)


def _string_cite(cites: StringCite, library: Library, diagnostics: list[Diagnostic]) -> StringCite:
    return replace(cites, citations=tuple(_citation(citation, library, diagnostics) for citation in cites.citations))


def _citation(citation: Citation, library: Library, diagnostics: list[Diagnostic]) -> Citation:
    source = library.sources.get(citation.key) if citation.key else None
    pinpoint = Pinpoint()
    if source is None:
        diagnostics.append(unknown_source(citation.key or "", citation.location, library))
    elif citation.locator:
        table = library.tables.get(source.key)
        pinpoint, wrong = read_locator(citation.locator, source, table, citation.location)
        diagnostics.extend(wrong)
    parentheticals = tuple(
        Parenthetical(content=_looked_up(parenthetical.content, library, diagnostics))
        for parenthetical in citation.parentheticals
    )
    return replace(citation, pinpoint=pinpoint, parentheticals=parentheticals)


def unknown_source(key: str, location: Location, library: Library) -> Diagnostic:
    """Return the diagnostic for a key that ``library`` does not have, with the nearest ones it has."""
    if key in library.left_out:
        return UNKNOWN_SOURCE.at(
            location,
            f"the entry of '{key}' cannot be used",
            hint=f"mend it: {library.left_out[key]}",
            related=(library.left_out[key],),
        )
    nearest = library.nearest(key)
    known = f"did you mean {_choice(nearest)}?" if nearest else "'comment-kit cite list' shows the keys there are"
    return UNKNOWN_SOURCE.at(location, f"no source has the key '{key}'", hint=known)


def read_locator(
    locator: str, source: Source, table: PinpointTable | None, location: Location
) -> tuple[Pinpoint, tuple[Diagnostic, ...]]:
    """Return the pinpoint that ``locator`` means, and what is wrong with it.

    Args:
        locator: as typed after the key and its comma: ``10-12, 15``, ``Practices 3.1, 3.3``, ``147 & n.5``.
        source: what is cited.
        table: its pinpoint table, where it has one.
        location: where the citation stands.
    """
    reader = _LocatorReader(source=source, table=table, location=location)
    pinpoint = Pinpoint(tuple(reader.read(locator)))
    reader.check(pinpoint)
    return pinpoint, tuple(reader.diagnostics)


@dataclass(slots=True, kw_only=True)
class _LocatorReader:
    """The reading of one locator."""

    source: Source
    table: PinpointTable | None
    location: Location
    diagnostics: list[Diagnostic] = field(default_factory=list)

    # ---- reading ----

    def read(self, locator: str) -> Iterator[PinPart]:
        """Yield the parts of ``locator`` in order."""
        parts = self._split(locator)
        governing = ""
        while parts:
            taken, label = self._longest_row(parts)
            if label:
                yield label
                governing = ""
            else:
                taken = 1
                part, governing = self._part(parts[0], governing)
                if part:
                    yield part
            parts = parts[taken:]

    def _split(self, locator: str) -> list[str]:
        """Return the comma-separated parts, with the thousands comma of a long page number taken out."""
        if self._has_long_pages():
            locator = _THOUSANDS.sub(r"\1\2", locator)
        return [part.strip() for part in locator.split(",") if part.strip()]

    def _has_long_pages(self) -> bool:
        last = self.source.last_page or self.source.get("frpage") or ""
        return last.isdigit() and int(last) >= 1000  # noqa: PLR2004 - the first number that takes a comma

    def _longest_row(self, parts: list[str]) -> tuple[int, LabelPin | None]:
        """Return how many of ``parts`` together name one row that itself holds commas, and that row."""
        for count in range(min(len(parts), 4), 1, -1):
            row = self._row(", ".join(parts[:count]))
            if row:
                return count, _pin_of(row)
        return 0, None

    def _part(self, part: str, governing: str) -> tuple[PinPart | None, str]:
        """Return the one pin that ``part`` means, and the label that governs the bare parts after it."""
        plural = self._plural(part)
        if plural:
            governing, part = plural
            return self._label(governing + part), governing
        if governing and (label := self._governed(governing, part)):
            return label, governing
        if note := _NOTE.match(part):
            return self._note(note), ""
        if (pages := _PAGES.match(part)) and not self._row(part):
            return self._pages(pages), ""
        return self._label(part), ""

    def _governed(self, governing: str, part: str) -> LabelPin | None:
        """Return the label that a bare ``part`` means after a plural, or None where it stands for itself.

        A number that the table does not know as a label may be a page: ``§§ 4.1, 4.3, 75203``.
        """
        if known := self._known_label(governing + part):
            return known
        return None if part.startswith(("at ", "p.", "pp.")) else self._label_without_row(governing + part)

    @staticmethod
    def _plural(part: str) -> tuple[str, str] | None:
        """Return the governing singular and the rest of ``part`` where it begins with a plural label."""
        for plural, singular in _PLURALS.items():
            if part.lower().startswith(plural) and len(part) > len(plural):
                return singular, part[len(plural) :].strip()
        return None

    def _pages(self, pages: re.Match[str]) -> PagePin:
        first, last = pages[1], pages[2]
        if last is None or last == first:
            return PagePin(first=first)
        if first.isdigit() and last.isdigit() and len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if first.isdigit() and last.isdigit() and int(last) < int(first):
            self._wrong(RANGE_REVERSED, f"pages {first}-{pages[2]} run backwards", "write the lower page first")
        return PagePin(first=first, last=last)

    def _note(self, note: re.Match[str]) -> NotePin:
        row = self._row(f"n.{note['first']}")
        page = note["page"] or (row.first_page if row else None)
        return NotePin(first=note["first"], last=note["last"], page=page, beside_page=bool(note["beside"]))

    def _label(self, words: str) -> LabelPin | None:
        known = self._known_label(words) or self._label_range(words) or self._label_without_row(words)
        if known is None:
            problem = f"'{words.strip()}' is no page or known part of {self.source.key}"
            self._wrong(UNKNOWN_LOCATOR, problem, self._advice(words))
        return known

    def _known_label(self, words: str) -> LabelPin | None:
        for spelling in _spellings(words):
            row = self._row(spelling)
            if row:
                return _pin_of(row)
        return None

    def _label_range(self, words: str) -> LabelPin | None:
        """Return one pin for a run of labels, ``§§ 9–12``, whose ends the table knows or need not know."""
        found = _LABEL_RANGE.match(words) or re.match(r"^(§ \d+)-(\d+)$", words)
        if not found:
            return None
        sign = words[0] if words[0] in "§¶" else ""
        first = self._known_label(found[1]) or self._label_without_row(found[1])
        last = self._known_label(f"{sign} {found[2]}") or first
        if first is None or last is None:
            return None
        label = f"{sign}{first.label}–{found[2]}" if sign else f"{first.label}–{found[2]}"
        return replace(first, label=label, last_page=last.last_page)

    def _label_without_row(self, words: str) -> LabelPin | None:
        """Return a label that needs no row: of a source whose table has none of its sort."""
        labels = [label for label in _spellings(words) if _kind(label) is not LabelKind.NAMED or _is_named(label)]
        if not labels or any(self._table_has(_sort(label)) for label in labels):
            return None
        return LabelPin(label=labels[0], kind=_kind(labels[0]))

    def _table_has(self, beginning: str) -> bool:
        rows = self.table.rows if self.table else {}
        return any(key.startswith(label_key(beginning)) for key in rows)

    def _row(self, label: str) -> PinpointRow | None:
        return self.table.rows.get(label_key(label)) if self.table else None

    # ---- checking ----

    def check(self, pinpoint: Pinpoint) -> None:
        """Say what in ``pinpoint`` cannot be: a page outside the source, a part on other pages than those written."""
        if pinpoint.pages and not self.source.kind.paginated and self.source.first_page is None:
            self._wrong(
                UNPAGINATED,
                f"a {self.source.kind.name} prints no pages; '{self.source.key}' is cited at {pinpoint.pages[0].first}",
                "cite it as a whole, or give its entry 'pagetotal' if this copy is paginated",
            )
        written = [(page.first, page.last or page.first) for page in pinpoint.pages]
        for first, last in [*written, *((note.page, note.page) for note in pinpoint.notes if note.page)]:
            for page in dict.fromkeys((first, last)):
                self._check_span(page)
        for label in pinpoint.labels:
            if written and label.first_page:
                self._check_on_page(label.label, written, [(label.first_page, label.last_page or label.first_page)])
        for note in pinpoint.notes:
            row = self._row(f"n.{note.first}")
            if row and note.page:
                called = [(row.called_on, row.called_on)] if row.called_on else []
                lawful = [(row.first_page, row.last_page), *called]
                self._check_on_page(f"note {note.first}", [(note.page, note.page)], lawful)

    def _check_span(self, page: str) -> None:
        first, last = self.source.first_page, self.source.last_page
        if not (page.isdigit() and first and last and first.isdigit() and last.isdigit()):
            return
        if not int(first) <= int(page) <= int(last):
            self._wrong(
                PAGE_OUTSIDE,
                f"page {page} is outside {self.source.key}, which has pages {first}-{last}",
                "look the page up in the source",
            )

    def _check_on_page(self, what: str, written: list[tuple[str, str]], lawful: list[tuple[str, str]]) -> None:
        if any(_overlap(pages, own) for pages in written for own in lawful):
            return
        found = " or ".join(dict.fromkeys(_span(*own) for own in lawful))
        self._wrong(
            NOT_ON_PAGE,
            f"{what} of {self.source.key} is not on page {_span(*written[0])}",
            f"the pinpoint table has it on {found}",
        )

    def _wrong(self, finding: Finding, message: str, hint: str) -> None:
        self.diagnostics.append(finding.at(self.location, message, hint=hint))

    def _advice(self, words: str) -> str:
        rows = self.table.rows if self.table else {}
        wanted = next(iter(_spellings(words)), words)
        nearest = get_close_matches(label_key(wanted), rows, n=3, cutoff=0.4)
        if nearest:
            return f"did you mean {_choice(rows[key].locator for key in nearest)}?"
        return f"write a page, or add a row for it to citations/pinpoints/{self.source.key}.csv"


def _pin_of(row: PinpointRow) -> LabelPin:
    """Return the label of a table's row with its pages."""
    return LabelPin(label=row.locator, kind=_kind(row.locator), first_page=row.first_page, last_page=row.last_page)


def _kind(label: str) -> LabelKind:
    if label.startswith("§"):
        return LabelKind.SECTION
    return LabelKind.PARAGRAPH if label.startswith("¶") else LabelKind.NAMED


def _sort(label: str) -> str:
    """Return what labels of one sort begin with: "§", "Practice"."""
    return label.split(maxsplit=1)[0] if _kind(label) is LabelKind.NAMED else label[0]


def _is_named(label: str) -> bool:
    """Return whether ``label`` begins with a word that makes a label anywhere: "Appendix B", "Introduction"."""
    first = label.split(maxsplit=1)[0] + " " if " " in label.strip() else label.strip()
    return first in _NAMED.values() or first in {singular for singular in _PLURALS.values() if singular[0].isalpha()}


def _spellings(words: str) -> Iterator[str]:
    """Yield the ways in which a table may spell what was typed: "sec. 2" is "§ 2" or "Section 2"."""
    words = " ".join(words.split())
    if section := _SECTION.match(words):
        yield f"§ {words[section.end() :]}"
        yield f"Section {words[section.end() :]}"
        return
    if paragraph := _PARAGRAPH.match(words):
        yield f"¶ {words[paragraph.end() :]}"
        yield f"Paragraph {words[paragraph.end() :]}"
        return
    beginning, _, rest = words.partition(" ")
    if beginning.lower() in _NAMED and (rest or _NAMED[beginning.lower()] == "Introduction"):
        yield f"{_NAMED[beginning.lower()]}{rest}"
    yield words


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    numbers = [*one, *other]
    if not all(number.isdigit() for number in numbers):
        return one[0] in other or one[1] in other
    return int(one[0]) <= int(other[1]) and int(other[0]) <= int(one[1])


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _choice(words: Iterable[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
