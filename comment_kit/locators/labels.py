"""Read a label as typed: with a sign, in words, abbreviated, in the plural, as a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.locators.wording import choice
from comment_kit.model.pinpoints import LabelKind, LabelPin, PinpointRow, PinpointTable, label_key

_SECTION = re.compile(r"(?:§|(?:[Ss]ubs(?=\w*\.? ?\d+\.)|[Ss])ec(?:s?\.|tions?)(?=\s|\d))\s*(?=[\dA-Za-z])")
_PARAGRAPH = re.compile(r"(?:¶|[Pp]aras?\.)\s*(?=\d)")
_RUN = re.compile(r"^([^–—]*?\S)\s*(?:–|--)\s*(\S+)$")
_RUN_WITH_HYPHEN = re.compile(r"^([§¶] ?\d+)-(\d+)$")
# A hyphen may belong to a label, "Appendix A-1", as "to" may to a heading: both ends must be known.
_RUN_OF_KNOWN = re.compile(r"^([^-]*?[^\s-])(?:\s*-\s*|\s+(?:to|through)\s+)(\S+)$")
_BOTH = re.compile(r"^(.*?\S)(?:\s*&\s*|\s+and\s+)(\S.*)$")
_BRACKET = r"\(\w{1,8}\)"

_LAST_BRACKETS = re.compile(rf"(?:{_BRACKET})+$")
_RUN_BEHIND = re.compile(r"[–-](?=\().*")
_PART_ALONE = re.compile(rf"((?:{_BRACKET})+)(?: ?(?:--?|–|—) ?(?:{_BRACKET})+)?$")

# "Practice 4.2" of "Practice 4.2.6": what is within a numbered part of a part, and no section, which tables list.
_WITHIN = re.compile(rf"^([A-Z][a-z]+ \w+\.\w+)(?:\.\w+|{_BRACKET})+(?: ?(?:--?|–|—) ?(?:[\w.]+|{_BRACKET})+)?$")
_NUMBERED = re.compile(r"^[A-Z][a-z]+ [\w.()-]*\d[\w.()-]*$")

_NOTE = re.compile(r"nn?\.")

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
    "introduction": "Introduction",
    "question": "Question ",
    "item": "Item ",
    "slide": "Slide ",
    "col.": "Column ",
    "amend.": "Amendment ",
    "amendment": "Amendment ",
    "pmbl.": "Preamble",
    "preamble": "Preamble",
    "sched.": "Schedule ",
    "schedule": "Schedule ",
    "supp.": "Supplement ",
    "supplement": "Supplement ",
    "tit.": "Title ",
    "title": "Title ",
}
"""Words that make a label even of a source whose table is silent, each with the label it stands for."""


RUN = "\u2013"
"""Joins the first and the last part of a run in its label."""


class Labels(Struct, frozen=True, kw_only=True):
    """The labels of one source: those that its table knows, and those that any source may have."""

    key: str
    table: PinpointTable | None

    def row(self, label: str) -> PinpointRow | None:
        """Return the row of the table that is called ``label``."""
        return self.table.rows.get(label_key(label)) if self.table else None

    def read(self, words: str) -> LabelPin | None:
        """Return the label that ``words`` mean, or None where they mean none."""
        return self._known(words) or self._run(words) or self._without_row(words)

    def governed(self, governing: str, part: str) -> LabelPin | None:
        """Return the label that a bare ``part`` means after a plural, or None where it stands for itself.

        A number that the table does not know as a label may be a page: ``§§ 4.1, 4.3, 75203``.
        """
        if known := self._known(governing + part):
            return known
        if part.startswith(("at ", "p.", "pp.")):
            return None
        return self._run(governing + part) or self._without_row(governing + part)

    def beside(self, before: str, part: str) -> LabelPin | None:
        """Return the label that a ``part`` in brackets means behind the part ``before``: "(c)", behind "§ 2(a)".

        It takes the place of as many brackets as it has, or of more where the table knows no such part.
        """
        found = _PART_ALONE.match(part)
        stem = _LAST_BRACKETS.search(before)
        if not found or not stem:
            return None
        levels = re.findall(_BRACKET, stem[0])
        kept = range(len(levels) - found[1].count("("), -1, -1)
        labels = [before[: stem.start()] + "".join(levels[:count]) + part for count in kept]
        return next((pin for label in labels if (pin := self.read(label) or self.within(label))), None)

    def several(self, parts: list[str]) -> tuple[int, LabelPin | None]:
        """Return how many of ``parts`` together name one row that itself holds commas, and that row."""
        for count in range(min(len(parts), 4), 1, -1):
            row = self.row(", ".join(parts[:count]))
            if row:
                return count, pin_of(row)
        return 0, None

    def within(self, words: str) -> LabelPin | None:
        """Return the label of a part within a known one, with the pages of that: "Practice 4.2.6", of 4.2."""
        found = _WITHIN.match(words)
        whole = self._known(found[1]) if found else None
        return replace(whole, label=words) if whole else None

    def is_foreign(self, words: str) -> bool:
        """Return whether ``words`` number a part of a sort that the table has none of: the writer's own count."""
        return _NUMBERED.match(words) is not None and not any(self._has_sort(each) for each in _spellings(words))

    def both(self, words: str) -> tuple[str, str] | None:
        """Return the two labels that "and" joins in ``words``; None where the table does not know both."""
        found = _BOTH.match(words)
        if not found or self._known(words):
            return None
        one, other = found[1], found[2]
        governing, rest = plural(one) or ("", one)
        if not (first := self._known(governing + rest)):
            return None
        within = self.beside(first.label, other)
        spellings = (other, f"{_sort(first.label)} {other}", within.label if within else "")
        second = next((each for each in spellings if each and self._known(each)), None)
        return (first.label, second) if second else None

    def introduction(self, run: LabelPin) -> str | None:
        """Return the page on which the part that holds a ``run`` of parts begins, and may list them.

        That is the smallest part that holds all of it; None where it begins with the first of them.
        """
        first, last = run.first_page or "", run.last_page or ""
        if RUN not in run.label or self.table is None or not (first.isdecimal() and last.isdecimal()):
            return None
        pages = ((row.first_page, row.last_page) for row in self.table.rows.values() if not row.called_on)
        whole = [
            (int(last_of) - int(first_of), first_of)
            for first_of, last_of in pages
            if first_of.isdecimal() and last_of.isdecimal() and int(first_of) <= int(first) <= int(last) <= int(last_of)
        ]
        page = min(whole)[1] if whole else first
        return page if page != first else None

    def advice(self, words: str) -> str:
        """Return what to write instead of ``words``, which mean no label: the nearest three, or a row of the table."""
        rows = self.table.rows if self.table else {}
        spellings = tuple(_spellings(words))
        # A section is never meant by the number of a note, however alike their digits are.
        alike = [key for key, row in rows.items() if _may_be_meant(row.locator, spellings)]
        found = (get_close_matches(label_key(wanted), alike, n=3, cutoff=0.4) for wanted in spellings)
        if nearest := next(filter(None, found), None):
            return f"did you mean {choice(rows[key].locator for key in nearest)}?"
        return f"write a page, or add a row for it to citations/pinpoints/{self.key}.csv"

    def _known(self, words: str) -> LabelPin | None:
        rows = (self.row(spelling) for spelling in _spellings(words))
        return next((pin_of(row) for row in rows if row), None)

    def _run(self, words: str) -> LabelPin | None:
        """Return one pin for a run of labels, ``§§ 9–12``, whose ends the table knows or need not know."""
        if found := _RUN_OF_KNOWN.match(words):
            first, last = self._known(found[1]), self._end(found[1], found[2])
            if first and last:
                return _run_of(first, found[2], last)
        found = _RUN.match(words) or _RUN_WITH_HYPHEN.match(words)
        first = (self._known(found[1]) or self._without_row(found[1])) if found else None
        if not found or not first:
            return None
        # Of an end that the table does not know nobody can say where it stands.
        last = self._end(found[1], found[2]) or replace(first, rows=())
        return _run_of(first, found[2], last)

    def _end(self, first: str, last: str) -> LabelPin | None:
        """Return the label that ends a run: "§ 4.5(a)(ii)" of "§ 4.5(a)(i)–(ii)", "Practice 1.3" of "1.1–1.3"."""
        if brackets := re.match(rf"(?:{_BRACKET})+$", last):
            count = brackets[0].count("(")
            stem = re.sub(rf"(?:{_BRACKET}){{{count}}}$", "", first)
            return self._known(stem + last)
        sort = first[0] if first[0] in "§¶" else first.split(maxsplit=1)[0]
        return self._known(f"{sort} {last}")

    def _without_row(self, words: str) -> LabelPin | None:
        """Return a label that needs no row: of a source whose table has none of its sort."""
        labels = [label for label in _spellings(words) if _kind(label) is not LabelKind.NAMED or _is_named(label)]
        if not labels or any(self._has_sort(label) for label in labels):
            return None
        return LabelPin(label=labels[0], kind=_kind(labels[0]))

    def _has_sort(self, label: str) -> bool:
        rows = self.table.rows if self.table else {}
        return any(key.startswith(label_key(_sort(label))) for key in rows)


def plural(part: str) -> tuple[str, str] | None:
    """Return the governing singular and the rest of ``part`` where it begins with a plural label."""
    if part[:1].isdecimal():
        return None
    small = part.lower()
    for many, one in _PLURALS.items():
        if small.startswith(many) and len(part) > len(many):
            return one, part[len(many) :].strip()
    return None


def pin_of(row: PinpointRow) -> LabelPin:
    """Return the label of a table's row with its pages."""
    return LabelPin(
        label=row.locator,
        kind=_kind(row.locator),
        first_page=row.first_page,
        last_page=row.last_page,
        rows=(row.locator,),
    )


def last_of(pin: LabelPin) -> str:
    """Return the label of the last part of ``pin``, "§ 4.2(b)(ii)" of "§ 4.2(b)(i)–(ii)"; of no rows, the first."""
    is_run = len(pin.rows) > 1
    return pin.rows[-1] if is_run else _RUN_BEHIND.sub("", pin.label)


def _run_of(first: LabelPin, end: str, last: LabelPin) -> LabelPin:
    """Return one pin for a run; the sign is doubled for several sections, and not for several parts of one."""
    sign = first.label[0] if first.label[0] in "§¶" and not end.startswith("(") else ""
    rows = (*first.rows, *last.rows) if first.rows and last.rows else ()
    return replace(first, label=f"{sign}{first.label}{RUN}{end}", last_page=last.last_page, rows=rows)


def _kind(label: str) -> LabelKind:
    if label.startswith("§"):
        return LabelKind.SECTION
    return LabelKind.PARAGRAPH if label.startswith("¶") else LabelKind.NAMED


def _sort(label: str) -> str:
    """Return what labels of one sort begin with: "§", "Practice"."""
    return label.split(maxsplit=1)[0] if _kind(label) is LabelKind.NAMED else label[0]


def _may_be_meant(label: str, spellings: Iterable[str]) -> bool:
    """Return whether a slip of the finger may have made one of ``spellings`` of ``label``: both are of one sort."""
    if _NOTE.match(label):
        return any(_NOTE.match(each) for each in spellings)
    signed = [each for each in spellings if _kind(each) is not LabelKind.NAMED]
    if signed:
        return _sort(label) in {_sort(each) for each in spellings}
    return label[:1].casefold() in {each[:1].casefold() for each in spellings}


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
    if beginning.lower() in _NAMED and (rest or not _NAMED[beginning.lower()].endswith(" ")):
        yield f"{_NAMED[beginning.lower()]}{rest}"
    yield words
