"""Find the quotations of a letter, each with its kind and the citation that vouches for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from operator import itemgetter

from msgspec.structs import replace

from comment_kit.model.citations import Citation, Parenthetical
from comment_kit.model.letter import CalledNote, Inline, Letter, Mention, NoteCall
from comment_kit.model.places import Location
from comment_kit.model.quotations import Kind, Link, Quotation, Setting, Voucher
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.text import plain
from comment_kit.quotations.anchors import Citings, Context, place_of
from comment_kit.quotations.kinds import kind_of
from comment_kit.quotations.lines import Line, Passage, cited_in, line
from comment_kit.quotations.sentences import HOLE, sentence_end, sentence_start
from comment_kit.quotations.spans import Marked, Missing, block_words, marked
from comment_kit.quotations.speakers import SPEAKS, Speakers
from comment_kit.quotations.strangers import stranger
from comment_kit.quotations.titles import Titles
from comment_kit.quotations.vouching import of_author, vouching, vouching_for_block

_REMARK = re.compile(r"\(([^()]{3,200})\)")
_QUOTING = re.compile(r"\bquoting\b", re.IGNORECASE)
_ALONE = re.compile(rf"(?:^|[.:;!?,(\[\u2014\u2013{HOLE}\u201d\u2019\"])\s*$")
_REACH = 240
"""Characters looked at beside a quotation to know it."""
_LOOSE = {Link.SENTENCE, Link.SAME_NOTE}
_UNPAIRED = {Missing.OPENING: Kind.UNOPENED, Missing.CLOSING: Kind.UNCLOSED}
"""What ties words to a citation only where the sentence names nobody else as their speaker."""
_BEHIND = re.compile(rf"[^\u201c\"{HOLE}]{{0,200}}")

Place = tuple[int, int]
"""A line of a passage, and an offset in it."""


def quotations(
    letter: Letter,
    *,
    resolutions: Iterable[Resolution] = (),
    names: Mapping[str, str] | None = None,
    titles: Iterable[str] = (),
) -> tuple[Quotation, ...]:
    """Return the quotations of ``letter`` in the order in which it is read: those of a note where it is called.

    Args:
        letter: as written, or as read from a page.
        resolutions: what each citation of its notes resolves to; without them *Id.* vouches but names no source.
        names: the key of a source by each name that running text may call it ("the Report", "NTIA").
        titles: of the sources; in marks they are names and nobody's words.
    """
    found = tuple(_Finder(Citings(letter, resolutions), Speakers(names or {}), Titles(titles)).found())
    shared = Counter(_place(each) for each in found if each.judged)
    return tuple(replace(each, alone=shared[_place(each)] <= 1) for each in found)


def _place(quotation: Quotation) -> Cited | None:
    return quotation.voucher.at if quotation.voucher is not None else None


class _Finder:
    """One letter with what is known of its citations."""

    def __init__(self, citings: Citings, speakers: Speakers, titles: Titles) -> None:
        self._citings = citings
        self._speakers = speakers
        self._titles = titles
        self._in_notes = {called.note.id: _remarks_of(citings, called) for called in citings.called}

    def found(self) -> Iterator[Quotation]:
        called = self._citings.called
        order = {each.note.id: place for place, each in enumerate(called, 1)}
        told = 0
        for context in self._citings.body():
            for part in self._quoted_and_called(context):
                if isinstance(part, Quotation):
                    yield part
                    continue
                last = max(told, order.get(part.note, 0))
                for each in called[told:last]:
                    yield from self._in_note(each)
                told = last
        for each in called[told:]:
            yield from self._in_note(each)

    def _quoted_and_called(self, context: Context) -> Iterator[Quotation | NoteCall]:
        """Yield the quotations of a passage and its calls of notes in the order in which they stand."""
        quoted: Iterator[tuple[Place, Quotation | NoteCall]] = self._in_passage(context)
        yield from (part for _, part in merge(quoted, _calls(context.passage), key=itemgetter(0)))

    def _in_note(self, called: CalledNote) -> Iterator[Quotation]:
        for context in self._citings.of_note(called):
            yield from (quotation for _, quotation in self._in_passage(context))
        yield from self._in_parentheticals(called)

    def _in_passage(self, context: Context) -> Iterator[tuple[Place, Quotation]]:
        """Yield each quotation with the line of the passage and the offset in it at which it begins."""
        if not context.passage.block:
            yield from (
                ((each.first, each.opens), self._inline(context, each)) for each in marked(context.passage.lines)
            )
            return
        words = block_words(context.passage.lines)
        if plain(words).strip():
            kind = Kind.SET_IN if context.passage.guessed else Kind.QUOTATION
            location = context.passage.lines[0].location
            block = Quotation(words=words, location=location, setting=Setting.BLOCK, kind=kind)
            yield (0, 0), self._vouched(block, vouching_for_block(context), context)

    def _inline(self, context: Context, found: Marked) -> Quotation:
        first, last = context.passage.lines[found.first], context.passage.lines[found.last]
        vouchers = vouching(context, found, self._speakers)
        if len(vouchers) > 1 and vouchers[0].link is Link.TOUCHING:
            vouchers = of_author(vouchers, self._stranger(first, found))
        before, after = _beside(first, last, found)
        quotation = Quotation(
            words=found.words,
            location=first.location,
            note=context.note,
            kind=_UNPAIRED[found.missing] if found.missing else self._kind(context, found, vouchers),
            remarks=_remarks_in(_BEHIND.match(after)),
            stranger=self._stranger(first, found) if vouchers and vouchers[0].link in _LOOSE else "",
            phrase=not _ALONE.search(before[-3:]) and not SPEAKS.search(before[-40:]),
        )
        return self._vouched(quotation, vouchers, context)

    def _kind(self, context: Context, found: Marked, vouchers: Sequence[Voucher]) -> Kind:
        first, last = context.passage.lines[found.first], context.passage.lines[found.last]
        return kind_of(
            plain(found.words),
            *_beside(first, last, found),
            heading=first.heading,
            link=vouchers[0].link if vouchers else None,
            is_known=lambda words: self._titles.name(words, self._printed(context, vouchers)),
        )

    def _printed(self, context: Context, vouchers: Sequence[Voucher]) -> str:
        """Return the words of the note that vouches; none for words in a note, which would vouch for themselves."""
        at = vouchers[0].at if vouchers else None
        return self._citings.printed(at.note_id) if at is not None and context.note is None else ""

    def _stranger(self, line: Line, found: Marked) -> str:
        if found.first != found.last:
            return ""
        sentence = sentence_start(line.text, found.opens), sentence_end(line.text, found.closes)
        return stranger(line, sentence, found.opens, found.closes, self._speakers)

    def _in_parentheticals(self, called: CalledNote) -> Iterator[Quotation]:
        """Yield the quotations in the parentheticals of a note's citations, each vouched for by its citation."""
        for voucher in self._citings.notes[called.note.id]:
            for parenthetical in _parentheticals(voucher):
                inner = line(parenthetical.content, _location(called))
                context = Context(passage=Passage(lines=(inner,)), anchors=((),), note=place_of(called))
                for found in marked((inner,)):
                    yield self._in_parenthetical(inner, found, replace(voucher, link=Link.PARENTHETICAL), context)

    def _in_parenthetical(self, inner: Line, found: Marked, voucher: Voucher, context: Context) -> Quotation:
        before, after = _beside(inner, inner, found)
        # "(quoting X ("..."))": the words behind the name of X are X's.
        quoted = tuple(self._quoted_there(voucher.citation)) if _QUOTING.search(before) else ()
        quotation = Quotation(
            words=found.words,
            location=inner.location,
            note=context.note,
            setting=Setting.PARENTHETICAL,
            kind=kind_of(
                plain(found.words), before, after, heading=False, link=voucher.link, is_known=self._titles.name
            ),
            remarks=_remarks_in(_BEHIND.match(after)),
            phrase=not _ALONE.search(before[-3:]) and not SPEAKS.search(before[-40:]),
        )
        return self._vouched(quotation, (*quoted, voucher), context)

    def _vouched(self, quotation: Quotation, vouchers: Sequence[Voucher], context: Context) -> Quotation:
        """Return ``quotation`` with the first of ``vouchers`` as its own, and where else its words may stand."""
        taken = {each.at for each in vouchers}
        nearby = tuple(replace(each, link=Link.NEARBY) for each in context.vouchers if each.at not in taken)
        if not vouchers:
            return replace(quotation, nearby=nearby)
        own = vouchers[0]
        remarks = (*quotation.remarks, *self._said_of(own))
        quoted = (*self._quoted_there(own.citation), *self._named_as_quoted(quotation.remarks))
        others = dict.fromkeys((*quoted, *vouchers[1:]))
        return replace(quotation, voucher=own, others=tuple(others), nearby=nearby, remarks=remarks)

    def _said_of(self, voucher: Voucher) -> tuple[str, ...]:
        """Return the parentheticals of a citation, and what its note says in brackets if it cites nothing else."""
        own = tuple(_words(each.content) for each in _parentheticals(voucher))
        note = voucher.at.note_id if voucher.at is not None else ""
        return (*own, *self._in_notes.get(note, ()))

    def _quoted_there(self, citation: Citation | None) -> Iterator[Voucher]:
        """Yield the sources that the parentheticals of ``citation`` say it quotes."""
        for parenthetical in citation.parentheticals if citation is not None else ():
            words = _words(parenthetical.content)
            if not _QUOTING.search(words):
                continue
            cited = [each for part in parenthetical.content for each in cited_in(part)]
            yield from (Voucher(link=Link.QUOTED_THERE, citation=each, key=each.key) for each in cited)
            for part in parenthetical.content:
                if isinstance(part, Mention):
                    yield Voucher(link=Link.QUOTED_THERE, key=part.key)
            if not cited:
                yield from self._named_as_quoted((words,))

    def _named_as_quoted(self, remarks: Iterable[str]) -> Iterator[Voucher]:
        for words in remarks:
            key = self._speakers.key_in(words) if _QUOTING.search(words) else None
            if key is not None:
                yield Voucher(link=Link.QUOTED_THERE, key=key)


def _calls(passage: Passage) -> Iterator[tuple[Place, NoteCall]]:
    """Yield the calls of notes in a passage, each with its place, in order."""
    for number, each in enumerate(passage.lines):
        yield from (((number, at), part) for at, part in each.holes if isinstance(part, NoteCall))


def _beside(first: Line, last: Line, found: Marked) -> tuple[str, str]:
    """Return what stands before the opening and behind the closing mark."""
    return first.text[max(0, found.opens - _REACH) : found.opens], last.text[found.closes : found.closes + _REACH]


def _remarks_in(behind: re.Match[str] | None) -> tuple[str, ...]:
    return tuple(_REMARK.findall(behind[0])) if behind is not None else ()


def _remarks_of(citings: Citings, called: CalledNote) -> tuple[str, ...]:
    """Return what stands in brackets in the text of a note that cites one thing: it speaks of that quotation."""
    if len(citings.notes[called.note.id]) != 1:
        return ()
    lines = (each for context in citings.of_note(called) for each in context.passage.lines)
    return tuple(words for each in lines for words in _REMARK.findall(each.text))


def _parentheticals(voucher: Voucher) -> tuple[Parenthetical, ...]:
    return voucher.citation.parentheticals if voucher.citation is not None else ()


def _words(content: tuple[Inline, ...]) -> str:
    return line(content, Location(file="")).text.replace(HOLE, "")


def _location(called: CalledNote) -> Location:
    return called.note.location
