"""Tell the references of a passage to itself from those to other parts of the letter, which another letter lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.blocks.taking.findings import REFERENCE_OUT_OF_THE_BLOCK
from comment_kit.blocks.taking.inserts import Inserts
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import CrossReference, Inline
from comment_kit.model.places import Location
from comment_kit.model.text import Span, plain

_NUMBER = re.compile(r"\d+")
_TYPED = re.compile(
    r"\b(?:(?:supra|infra),? )?(?:Parts?|Sections?|Secs?\.)[ \u00a0]"
    r"(?P<label>[IVXL]+(?:\.[A-Z0-9]+)*|[A-Z](?:\.\d+)*)\b(?! of\b)"
    r"|\b(?:supra|infra),?[ \u00a0](?:notes?|nn?\.)[ \u00a0]?\d+"
)
_REMARK = "this points at another part of the letter it was taken from"


class References(Struct, frozen=True, kw_only=True):
    """What the references of one passage point at."""

    inside: frozenset[str]
    """The ids of the notes and headings of the passage."""
    notes: frozenset[str]
    """The ids of notes among them."""
    printed: Mapping[str, str]
    """What a reference prints for each id of the whole letter."""
    labels: frozenset[str]
    """Of the headings of the letter: "II", "II.A"; what a typed "Part II" may mean."""
    inserts: Inserts
    report: list[Diagnostic]

    def reference(self, reference: CrossReference) -> Sequence[Inline]:
        """Return a reference that stays live, or its words with a remark."""
        if reference.target in self.inside:
            return self._live(reference)
        words = reference.words or (Span(text=self.printed.get(reference.target, reference.target)),)
        return (*words, self._remark(plain(words), reference.location))

    def _live(self, reference: CrossReference) -> Sequence[Inline]:
        """Return the words around the number of a note, where a page printed them, with a live number."""
        numbered = [at for at, span in enumerate(reference.words) if _NUMBER.search(span.text)]
        if reference.target not in self.notes or len(numbered) != 1:
            return (reference,)
        at = numbered[0]
        span = reference.words[at]
        before, after = _NUMBER.split(span.text, maxsplit=1)
        bare = replace(reference, words=())
        behind = (span.with_text(after),) if after else ()
        return (*reference.words[:at], span.with_text(before), bare, *behind, *reference.words[at + 1 :])

    def in_text(self, line: tuple[Inline, ...], place: Location) -> tuple[Inline, ...]:
        """Return a line of the text with a remark behind each reference out of the passage."""
        return tuple(part for each in line for part in self._of_text(each, place))

    def _of_text(self, part: Inline, place: Location) -> Iterator[Inline]:
        if isinstance(part, CrossReference):
            yield from self.reference(part)
        elif not isinstance(part, Span):
            yield part
        elif part.refers_to is not None:
            # A field of the file: its number is another one in another letter.
            yield from (replace(part, refers_to=None), self._remark(part.text, place))
        else:
            yield from self._typed(part, place)

    def _typed(self, span: Span, place: Location) -> Iterator[Inline]:
        at = 0
        for found in _TYPED.finditer(span.text):
            if found["label"] is not None and found["label"] not in self.labels:
                continue
            yield span.with_text(span.text[at : found.end()])
            yield self._remark(found[0], place)
            at = found.end()
        yield span.with_text(span.text[at:]) if at else span

    def _remark(self, words: str, place: Location) -> Span:
        message = f"'{words}' points at another part of the letter"
        self.report.append(REFERENCE_OUT_OF_THE_BLOCK.at(place, message, hint="reword it, or take it out"))
        return Span(text=self.inserts.remark(_REMARK))
