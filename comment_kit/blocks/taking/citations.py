"""Let the citations of a passage stand alone: each with its source and page, whatever stood before it in the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.blocks.taking.findings import UNKNOWN_SOURCE, WORDS_LEFT_OUT
from comment_kit.blocks.taking.inserts import Inserts
from comment_kit.blocks.taking.leftovers import words_before
from comment_kit.blocks.taking.locators import effective, typed_locator
from comment_kit.blocks.taking.references import References
from comment_kit.model.citations import Citation, Form, Parenthetical, StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import CrossReference, Footnote, Inline
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Library
from comment_kit.model.text import Span, Text, plain
from comment_kit.resolve import new_sentence


class Settler(Struct, kw_only=True, dict=True):
    """Makes the notes of one passage stand alone."""

    by_place: Mapping[Cited, Resolution]
    """Every citation of the whole letter."""
    library: Library
    candidates: Mapping[str, tuple[str, ...]]
    """By the key of a source that could not be told: the sources it may be."""
    references: References
    inserts: Inserts
    report: list[Diagnostic]

    @cached_property
    def _places(self) -> Mapping[tuple[str, int], Resolution]:
        return {(at.note_id, at.index): each for at, each in self.by_place.items()}

    @cached_property
    def _named(self) -> Mapping[str, Resolution]:
        """By key, the first citation of each source: the words by which others mean it."""
        named: dict[str, Resolution] = {}
        for each in self.by_place.values():
            if each.key is not None:
                named.setdefault(each.key, each)
        return named

    def note(self, note: Footnote) -> Footnote:
        """Return ``note`` with its citations made to stand alone."""
        line = _NoteLines(settler=self, note=note)
        return replace(note, blocks=rewritten(note.blocks, line.settled))

    def resolution(self, note: str, index: int) -> Resolution | None:
        """Return what the citation ``index`` of a note resolves to, counted from 1."""
        return self._places.get((note, index))

    def alone(self, resolution: Resolution) -> Citation | None:
        """Return a citation with its own source and place; None where the source is not known."""
        citation = resolution.citation
        key = self._key(resolution)
        if key is None:
            return None
        parentheticals = tuple(self._parenthetical(each) for each in citation.parentheticals)
        if citation.printed is None:
            # From a letter's source: what was typed is what is meant.
            return replace(citation, parentheticals=parentheticals)
        there = effective(resolution, self.by_place)
        return replace(
            citation,
            key=key,
            pinpoint=there.pinpoint,
            locator=typed_locator(there),
            parentheticals=parentheticals,
            form=None,
            pin_always=self._says_again(resolution),
            printed=None,
            stored=None,
        )

    def _key(self, resolution: Resolution) -> str | None:
        """Return the source of a citation; where the words leave it open, the one that a file of ours carries."""
        if resolution.key in self.library.sources:
            return resolution.key
        stored = resolution.citation.stored
        return stored if stored in self.candidates.get(resolution.key or "", ()) else None

    def _says_again(self, resolution: Resolution) -> bool:
        """Return whether *Id.* prints the place that it would inherit."""
        before = self.by_place.get(resolution.antecedent) if resolution.antecedent else None
        if before is None or resolution.form is not Form.ID or not resolution.citation.pinpoint:
            return False
        there = effective(before, self.by_place)
        return before.key == resolution.key and there.pinpoint.reach == resolution.citation.pinpoint.reach

    def _parenthetical(self, parenthetical: Parenthetical) -> Parenthetical:
        content: list[Inline] = []
        for part in parenthetical.content:
            content += self._nested(part) if isinstance(part, StringCite) else (part,)
        return Parenthetical(content=tuple(content))

    def _nested(self, cites: StringCite) -> Sequence[Inline]:
        if any(each.key not in self.library.sources for each in cites.citations):
            return [span for each in cites.citations for span in each.printed or ()]
        settled = (
            replace(each, locator=typed_locator(each), form=None, printed=None) if each.printed is not None else each
            for each in cites.citations
        )
        return [replace(cites, citations=tuple(settled))]

    def left_out(self, resolution: Resolution) -> Iterator[Inline]:
        """Yield a remark where words of the writer's own were read as part of a citation."""
        source = self.library.sources.get(resolution.key or "")
        words = words_before(resolution.citation, source) if source and resolution.form is not Form.ID else ""
        if words:
            yield Span(text=self.inserts.remark(f"these words stood before the citation: {words}"))
            message = f"the words '{words}' stand before the citation of @{resolution.key} and were left out"
            hint = "write them into the note: ^[words [@key].]"
            self.report.append(WORDS_LEFT_OUT.at(resolution.citation.location, message, hint=hint))

    def words_of(self, resolution: Resolution) -> Iterator[Inline]:
        """Yield the words of a citation whose source is not known, with a remark that says what is known of it."""
        citation = resolution.citation
        words = citation.printed or (Span(text=f"@{citation.key}"),)
        yield from words
        remark, hint = self._remark(resolution, words)
        yield Span(text=self.inserts.remark(remark))
        self.report.append(UNKNOWN_SOURCE.at(citation.location, f"'{plain(words)}': {remark}", hint=hint))

    def _remark(self, resolution: Resolution, words: Text) -> tuple[str, str]:
        key = resolution.key
        if key is None:
            return "it refers to nothing that could be told", "write the citation in brackets"
        if between := self.candidates.get(key):
            return f"it may be {' or '.join(f'@{each}' for each in between)}", "write the one that is meant in brackets"
        named = self._named[key].citation.printed or ()
        if named == words:
            return "no database has this source", "add it to citations/, or leave the words as they are"
        return (
            f"no database has its source, which the letter cites as '{plain(named)}'",
            "add it to citations/, or write the citation out",
        )


class _NoteLines(Struct, kw_only=True):
    """The lines of one note, which must come in order."""

    settler: Settler
    note: Footnote
    cited: int = 0
    """How many citations of the note were met."""

    def settled(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return ``line`` with its citations standing alone."""
        done: list[Inline] = []
        for at, part in enumerate(line):
            if isinstance(part, StringCite):
                done += self._string(part, line[at + 1 :])
            elif isinstance(part, CrossReference):
                done += self.settler.references.reference(part)
            else:
                done.append(part)
        return tuple(_merged(done))

    def _string(self, cites: StringCite, behind: Sequence[Inline]) -> Iterator[Inline]:
        """Yield the citations of one string: brackets for those that are known, words for the others."""
        known: list[Citation] = []
        begun = False
        last: Resolution | None = None
        for _ in cites.citations:
            self.cited += 1
            last = self.settler.resolution(self.note.id, self.cited)
            alone = self.settler.alone(last) if last else None
            if alone is not None and last is not None:
                yield from self.settler.left_out(last)
                known.append(alone)
                continue
            if known:
                yield from (*_joint(begun=begun), replace(cites, citations=tuple(known)))
                known, begun = [], True
            if last is not None:
                yield from (*_joint(begun=begun), *self.settler.words_of(last))
                begun = True
        if known:
            yield from (*_joint(begun=begun), replace(cites, citations=tuple(known)))
            if last is not None and _closes_its_sentence(last.citation, behind):
                yield Span(text=".")


def _merged(line: Sequence[Inline]) -> list[Inline]:
    """Return ``line`` with citation sentences in a row in one bracket, where their signals tell them apart again."""
    done: list[Inline] = []
    for part in line:
        if isinstance(part, StringCite) and len(done) > 1 and _is_stop(done[-1]) and _goes_on(done[-2], part):
            done.pop()
            before = done.pop()
            assert isinstance(before, StringCite)  # noqa: S101 - _goes_on says so
            done.append(replace(before, citations=(*before.citations, *part.citations)))
        else:
            done.append(part)
    return done


def _is_stop(part: Inline) -> bool:
    return isinstance(part, Span) and part.text.split() == ["."]


def _goes_on(before: Inline, here: StringCite) -> bool:
    """Return whether one bracket prints both as they stand: a signal of another class begins a sentence."""
    if not isinstance(before, StringCite) or not new_sentence(before.citations[-1], here.citations[0]):
        return False
    asked = {(each.form, each.pin_always) for each in (*before.citations, *here.citations)}
    return len(asked) == 1


def _joint(*, begun: bool) -> tuple[Inline, ...]:
    return (Span(text="; "),) if begun else ()


def _closes_its_sentence(citation: Citation, behind: Sequence[Inline]) -> bool:
    """Return whether the period of a bare *Id.* ends a sentence, which brackets end with one of their own."""
    if not plain(citation.printed or ()).rstrip().endswith("."):
        return False
    following = next((part for part in behind if not isinstance(part, Span) or part.text.strip()), None)
    if not isinstance(following, Span):
        return True
    words = following.text.lstrip(" \u00a0\u201c\"'(")
    return words[:1].isupper() and following.text[:1] in {" ", "\u00a0"}
